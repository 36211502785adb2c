import type { Container } from 'inversify';
import type { EventSink } from '../kernel/outbox.js';
import { OutboxRelay, type RelayObserver } from '../platform/outbox/outbox-relay.js';
import { LogSink, Subscribers } from '../platform/outbox/subscribers.js';
import { Housekeeping } from '../platform/postgres/housekeeping.js';
import { createPool } from '../platform/postgres/pool.js';
import { workerUrlFrom } from '../platform/postgres/roles.js';
import { createTrail, type Logger } from '../platform/telemetry/logger.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import { EVENT_SINK, EVENT_SUBSCRIBER } from '../platform/tokens.js';
import { ConfigError, type Config } from './config.js';

/** Starts the work behind the scenes: events go to their sinks, expired keys away. @returns what stops it. */
export function startRelay(
  config: Config,
  container: Container,
  metrics: Metrics,
  logger: Logger,
): () => Promise<void> {
  const sinks = sinksOf(container, config);
  const pool = createPool({
    url: workerUrlOf(config),
    max: sinks.length + 1,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    applicationName: 'pos-relay',
    onIdleError: (err) => logger.warn({ err }, 'a database connection broke'),
  });
  metrics.pool('relay', pool);
  const relay = new OutboxRelay(pool, sinks, observerOf(metrics, logger));
  const housekeeping = new Housekeeping(pool, {
    removed: (keys) => logger.debug({ keys }, 'expired idempotency keys were removed'),
    failed: (err) => logger.warn({ err }, 'expired idempotency keys could not be removed; the next round tries again'),
  });
  relay.start();
  housekeeping.start();
  return async () => {
    await Promise.all([relay.stop(), housekeeping.stop()]);
    await pool.end();
  };
}

function sinksOf(container: Container, { logLevel }: Config): EventSink[] {
  const own = container.isBound(EVENT_SINK) ? container.getAll(EVENT_SINK) : [];
  const subscribers = container.isBound(EVENT_SUBSCRIBER) ? container.getAll(EVENT_SUBSCRIBER) : [];
  if (subscribers.length > 0) own.push(new Subscribers(subscribers));
  const trail = createTrail(logLevel); // delivered means written: the cursor moves on right after
  return [...own, new LogSink((facts) => trail.debug(facts, 'event'))];
}

function observerOf(metrics: Metrics, logger: Logger): RelayObserver {
  return {
    delivered: (sink, events, oldestAt) => metrics.delivered(sink, events, (Date.now() - oldestAt.getTime()) / 1000),
    failed: (sink, err) => {
      metrics.deliveryFailed(sink);
      logger.warn({ err, sink }, 'events could not be delivered; they will be offered again');
    },
  };
}

function workerUrlOf(config: Config): string {
  const url = config.databaseWorkerUrl ?? (config.databaseUrl && workerUrlFrom(config.databaseUrl));
  if (url === undefined) throw new ConfigError('Set DATABASE_URL, or DATABASE_WORKER_URL. See docs/configuration.md.');
  return url;
}
