import { InProcessCounters } from './in-process-counters.js';
import { InProcessLocks } from './in-process-locks.js';
import { InProcessSignals } from './in-process-signals.js';
import { InProcessValues } from './in-process-values.js';
import type { Ephemeral } from './ports.js';

/**
 * All of it in this process's memory, for a single instance: a second one would neither hear its signals nor see its counts.
 * @param now milliseconds since 1970. @param failed is told what a listener of signals threw.
 */
export function createInProcessEphemeral(
  now: () => number = Date.now,
  failed: (error: unknown) => void = (error) => process.emitWarning(error as Error),
): Ephemeral {
  const signals = new InProcessSignals(failed);
  const values = new InProcessValues(now);
  const counters = new InProcessCounters(now);
  const locks = new InProcessLocks(now);
  return {
    signals,
    values,
    counters,
    locks,
    state: async () => 'in-process',
    close: async () => {
      for (const store of [values, counters, locks]) store.clear();
    },
  };
}
