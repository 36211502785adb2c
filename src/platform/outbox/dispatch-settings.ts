import type { LoggedEvent } from '../../kernel/outbox.js';

/** What the operator must know of dispatching; telemetry gives it a body. */
export interface DispatchObserver {
  delivered(sink: string, events: readonly LoggedEvent[]): void;
  /** The sink as a whole could not be served; it is offered the same again. */
  unavailable(sink: string, reason: string, error: unknown): void;
  /** One event could not be delivered; its aggregate waits. */
  refused(sink: string, event: LoggedEvent, attempts: number, error: unknown): void;
  /** An event was given up. */
  buried(sink: string, event: LoggedEvent, reason: string): void;
  /** The worker lost its shards, to another or because the database was away. */
  lost(error: unknown): void;
}

/** How dispatching paces itself. All waits are in milliseconds. */
export interface DispatchSettings {
  /** Events handed over at once, at most. */
  readonly batch: number;
  /** Wait after finding nothing, unless woken. */
  readonly idleMs: number;
  /** Least time between two looks of a shard that found less than a batch: fewer, fuller batches under load. */
  readonly gapMs: number;
  /** First wait while a sink is unavailable; doubles up to the other, with jitter. */
  readonly backoffMs: number;
  readonly backoffMaxMs: number;
  /** The same for a single aggregate that could not be delivered. */
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** Tries of one event before it becomes a dead letter. */
  readonly tries: number;
  readonly leaseSeconds: number;
  /** How often queued dead letters are looked for. */
  readonly queuedEveryMs: number;
}

export const DISPATCH_DEFAULTS: DispatchSettings = {
  batch: 1_000,
  idleMs: 200,
  gapMs: 20,
  backoffMs: 200,
  backoffMaxMs: 5_000,
  retryMs: 1_000,
  retryMaxMs: 300_000,
  tries: 8,
  leaseSeconds: 30,
  queuedEveryMs: 1_000,
};

/** Beyond so many waiting aggregates the sink itself must be at fault, and the shard stops (GUARANTEES G13). */
export const BLOCKED_MAX = 10_000;

/** A wait that doubles with each failure, with jitter so that many do not come back at once. */
export function backoff(failures: number, firstMs: number, maxMs: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(failures, 16)) * (0.5 + Math.random() / 2);
}
