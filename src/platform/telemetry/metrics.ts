import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { TransactionObserver } from '../postgres/transaction-observer.js';

/** What the pool tells of itself; the pg pool does. */
export interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The measurements of one instance, for Prometheus. No label names a tenant, an outlet, a person or an order. */
export class Metrics implements TransactionObserver {
  readonly registry = new Registry();
  private readonly duration = new Histogram({
    name: 'pos_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the end of its answer, by route template',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly retries = new Counter({
    name: 'pos_transaction_retries_total',
    help: 'Transactions that ran again, by reason',
    labelNames: ['reason'],
    registers: [this.registry],
  });
  private readonly replays = new Counter({
    name: 'pos_idempotency_replays_total',
    help: 'Requests that were given the stored answer of an earlier one',
    registers: [this.registry],
  });
  private readonly defects = new Counter({
    name: 'pos_defects_total',
    help: 'Errors that no one foresaw; each is logged at level error',
    registers: [this.registry],
  });
  private readonly events = new Counter({
    name: 'pos_events_delivered_total',
    help: 'Events taken by a sink',
    labelNames: ['sink'],
    registers: [this.registry],
  });
  private readonly eventFailures = new Counter({
    name: 'pos_event_delivery_failures_total',
    help: 'Batches or events that a sink did not take, by reason; they are offered again',
    labelNames: ['sink', 'reason'],
    registers: [this.registry],
  });
  private readonly deadLetters = new Counter({
    name: 'pos_event_dead_letters_total',
    help: 'Events that were given up for a sink',
    labelNames: ['sink'],
    registers: [this.registry],
  });
  private readonly eventDelay = new Gauge({
    name: 'pos_event_delivery_delay_seconds',
    help: 'Age of the oldest event of the batch delivered last',
    labelNames: ['sink'],
    registers: [this.registry],
  });

  private readonly redisFailures = new Counter({
    name: 'pos_redis_failures_total',
    help: 'Operations that did without Redis, by reason',
    labelNames: ['operation', 'reason'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'pos_' });
  }

  /** One request is over. */
  request(method: string, route: string, status: number, ms: number): void {
    this.duration.observe({ method, route, status }, ms / 1000);
  }

  retried(reason: 'connection_lost' | 'undone'): void {
    this.retries.inc({ reason });
  }

  replayed(): void {
    this.replays.inc();
  }

  delivered(sink: string, events: number, oldestSeconds: number): void {
    this.events.inc({ sink }, events);
    this.eventDelay.set({ sink }, oldestSeconds);
  }

  deliveryFailed(sink: string, reason: string): void {
    this.eventFailures.inc({ sink, reason });
  }

  deadLetter(sink: string): void {
    this.deadLetters.inc({ sink });
  }

  redisFailed(operation: string, reason: string): void {
    this.redisFailures.inc({ operation, reason });
  }

  defect(): void {
    this.defects.inc();
  }

  /** Shows a number that somebody else keeps, read whenever the metrics are. */
  gauge(name: `pos_${string}`, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect(): Promise<void> {
        this.set(await read());
      },
    });
  }

  /** Shows numbers that somebody else keeps, one for each value of a label. Values that are gone are shown no more. */
  series(name: `pos_${string}`, help: string, label: string, read: () => Promise<ReadonlyMap<string, number>>): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      async collect(): Promise<void> {
        const values = await read();
        this.reset();
        for (const [value, number] of values) this.set({ [label]: value }, number);
      },
    });
  }

  /** Shows how busy a pool of database connections is. */
  pool(name: string, pool: PoolCounts): void {
    this.gauge(`pos_database_${name}_connections`, `Open connections of the ${name} pool`, () => pool.totalCount);
    this.gauge(`pos_database_${name}_connections_idle`, `Idle connections of the ${name} pool`, () => pool.idleCount);
    this.gauge(
      `pos_database_${name}_waiting`,
      `Requests waiting for a connection of the ${name} pool`,
      () => pool.waitingCount,
    );
  }
}
