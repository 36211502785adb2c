import type { Container } from 'inversify';
import type { EventSink } from '../kernel/outbox.js';
import { EPHEMERAL, EVENTS_CHANNEL } from '../platform/ephemeral/tokens.js';
import type { DispatchObserver } from '../platform/outbox/dispatch-settings.js';
import { removeOldEvents } from '../platform/outbox/event-retention.js';
import { OutboxDispatcher } from '../platform/outbox/outbox-dispatcher.js';
import { readFigures, type SinkFigures } from '../platform/outbox/outbox-figures.js';
import { LogSink, Subscribers } from '../platform/outbox/subscribers.js';
import { EXPIRED_KEYS } from '../platform/postgres/expired-keys.js';
import { Housekeeping, type Chore } from '../platform/postgres/housekeeping.js';
import { CHORE, WORKER_POOL } from '../platform/postgres/tokens.js';
import { createTrail, type Logger } from '../platform/telemetry/logger.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import { BACKGROUND_WORK, EVENT_SINK, EVENT_SUBSCRIBER, IDS } from '../platform/tokens.js';
import type { Config } from './config.js';

/** Starts the work behind the requests: events go to their sinks, modules do theirs, what has expired goes. @returns what stops it. */
export function startBackground(
  config: Config,
  container: Container,
  metrics: Metrics,
  logger: Logger,
): () => Promise<void> {
  const pool = container.get(WORKER_POOL);
  const dispatcher = new OutboxDispatcher(
    pool,
    container.get(IDS),
    sinksOf(container, config),
    observerOf(metrics, logger),
    { leaseSeconds: config.outboxLeaseSeconds, tries: config.outboxTries },
  );
  const deaf = container.get(EPHEMERAL).signals.listen(EVENTS_CHANNEL, () => dispatcher.wake());
  const housekeeping = new Housekeeping(pool, choresOf(container, config), {
    removed: (chore, rows) => logger.debug({ chore, rows }, 'expired rows were removed'),
    failed: (chore, err) =>
      logger.warn({ err, chore }, 'expired rows could not be removed; the next round tries again'),
  });
  const works = [...all(container, BACKGROUND_WORK)];
  showFigures(container, metrics, logger);
  dispatcher.start();
  housekeeping.start();
  for (const work of works) work.start();
  return async () => {
    deaf();
    await Promise.all([dispatcher.stop(), housekeeping.stop(), ...works.map((work) => work.stop())]);
  };
}

function sinksOf(container: Container, { logLevel }: Config): EventSink[] {
  const sinks = [...all(container, EVENT_SINK)];
  const subscribers = all(container, EVENT_SUBSCRIBER);
  if (subscribers.length > 0) sinks.push(new Subscribers(subscribers));
  if (logLevel === 'debug' || logLevel === 'trace') {
    const trail = createTrail(logLevel); // delivered means written: the position moves on right after
    sinks.push(new LogSink((facts) => trail.debug(facts, 'event')));
  }
  return sinks;
}

function choresOf(container: Container, config: Config): Chore[] {
  const events: Chore = { name: 'events', run: (pool) => removeOldEvents(pool, config.eventRetentionDays) };
  return [EXPIRED_KEYS, events, ...all(container, CHORE)];
}

function all<Bound>(container: Container, token: Parameters<typeof container.getAll<Bound>>[0]): Bound[] {
  return container.isBound(token) ? container.getAll<Bound>(token) : [];
}

function observerOf(metrics: Metrics, logger: Logger): DispatchObserver {
  return {
    delivered: (sink, events) => {
      const oldestMs = events[0]?.occurredAt.getTime() ?? Date.now();
      metrics.delivered(sink, events.length, (Date.now() - oldestMs) / 1000);
    },
    unavailable: (sink, reason, err) => {
      metrics.deliveryFailed(sink, reason);
      const level = reason === 'defect' ? 'error' : 'warn';
      logger[level]({ err, sink, reason }, 'a sink takes no events now; they will be offered again');
    },
    refused: (sink, { id, type, tenantSlug }, attempts, err) => {
      metrics.deliveryFailed(sink, 'refused');
      logger.warn({ err, sink, eventId: id, type, tenant: tenantSlug, attempts }, 'an event could not be delivered');
    },
    buried: (sink, { id, type, tenantSlug }, reason) => {
      metrics.deadLetter(sink);
      logger.error({ sink, eventId: id, type, tenant: tenantSlug, reason }, 'an event became a dead letter');
    },
    lost: (err) => logger.warn({ err }, 'shards of the outbox went to another dispatcher, or the database was away'),
  };
}

/** The figures come from one query for all gauges of a scrape. */
function showFigures(container: Container, metrics: Metrics, logger: Logger): void {
  const pool = container.get(WORKER_POOL);
  let asked: Promise<SinkFigures[]> | undefined;
  const figures = (): Promise<SinkFigures[]> => {
    asked ??= readFigures(pool)
      .catch((err: unknown) => {
        logger.warn({ err }, 'the figures of the outbox could not be read');
        return [];
      })
      .finally(() => setTimeout(() => (asked = undefined), 1_000).unref());
    return asked;
  };
  const show = (name: `pos_${string}`, help: string, value: keyof Omit<SinkFigures, 'sink'>): void =>
    metrics.series(name, help, 'sink', async () => new Map((await figures()).map((one) => [one.sink, one[value]])));
  show('pos_outbox_depth', 'Events that a sink has not had yet, at most', 'behind');
  show('pos_outbox_oldest_age_seconds', 'Age of the oldest event that a sink has not had yet', 'oldestSeconds');
  show('pos_outbox_blocked_aggregates', 'Aggregates that wait because an event could not be delivered', 'blocked');
  show('pos_outbox_dead_letters', 'Events that were given up and not redriven', 'deadLetters');
}
