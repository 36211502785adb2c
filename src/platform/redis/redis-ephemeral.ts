import { InProcessCounters } from '../ephemeral/in-process-counters.js';
import type { Ephemeral } from '../ephemeral/ports.js';
import { RedisConnection, type RedisObserver } from './redis-connection.js';
import { RedisCounters } from './redis-counters.js';
import { RedisLocks } from './redis-locks.js';
import { RedisSignals } from './redis-signals.js';
import { RedisValues } from './redis-values.js';

export interface RedisEphemeralSettings {
  readonly url: string;
  readonly observer: RedisObserver;
  /** Told what a listener of signals threw. */
  readonly failed?: (error: unknown) => void;
  /** Longest that one operation may take before it is answered without Redis. */
  readonly commandTimeoutMs?: number;
}

/** Redis, and whether its connection stands at this moment. */
export interface RedisEphemeral extends Ephemeral {
  readonly isUp: boolean;
}

const COMMAND_TIMEOUT_MS = 250;
const IGNORED = { failed: () => undefined, changed: () => undefined };

/** All of it over Redis, for any number of instances. Nothing is connected before the first use; docs/decisions/0007. */
export function createRedisEphemeral(settings: RedisEphemeralSettings): RedisEphemeral {
  const { url, observer, commandTimeoutMs = COMMAND_TIMEOUT_MS } = settings;
  const failed = settings.failed ?? ((error: unknown): void => process.emitWarning(error as Error));
  const main = new RedisConnection({ url, name: 'pos', commandTimeoutMs, observer });
  // Its operations are reported; that it comes and goes with the other connection is not told twice.
  const subscriber = new RedisConnection({
    url,
    name: 'pos-signals',
    commandTimeoutMs,
    observer: { ...IGNORED, failed: (operation, reason) => observer.failed(operation, reason) },
  });
  const signals = new RedisSignals(main, subscriber, observer, failed);
  const own = new InProcessCounters(Date.now);
  return {
    signals,
    values: new RedisValues(main, observer),
    counters: new RedisCounters(main, own),
    locks: new RedisLocks(main),
    get isUp() {
      return main.isUp;
    },
    state: async () => {
      const answers = await Promise.all([main.answers(), subscriber.answers()]);
      return answers.every(Boolean) ? 'up' : 'down';
    },
    close: async () => {
      signals.flush();
      own.clear();
      await Promise.all([main.close(), subscriber.close()]);
    },
  };
}
