import type { EventSink, LoggedEvent } from '../../kernel/outbox.js';
import { isUnavailable, messageOf } from './delivery-failures.js';
import type { DispatchParts } from './dispatch-parts.js';
import { backoff, BLOCKED_MAX } from './dispatch-settings.js';
import { readAggregate, readEvent, type AggregateKey } from './event-log.js';
import type { BlockedAggregate, BuriedEvent } from './shard-store.js';
import type { Shard } from './worker-lease.js';

interface Waiting extends BlockedAggregate {
  readonly dueMs: number;
}

/** Bounds what one look does for those who wait; the rest of the shard must not starve. */
const AGGREGATES_A_ROUND = 20;
const EVENTS_A_ROUND = 50;
const LETTERS_A_ROUND = 20;

/** What went wrong in one shard: aggregates that wait for another try, and dead letters that somebody wants tried again. */
export class ShardBacklog {
  private waiting = new Map<string, Waiting>();
  private queuedMs = 0;

  constructor(
    private readonly at: Shard,
    private readonly owner: string,
    private readonly sink: EventSink,
    private readonly parts: DispatchParts,
  ) {}

  get size(): number {
    return this.waiting.size;
  }

  isBlocked(event: LoggedEvent): boolean {
    return this.waiting.size > 0 && this.waiting.has(keyOf(event));
  }

  /** Reads what waits, as its former owner left it. */
  async load(): Promise<void> {
    this.waiting.clear();
    this.add(await this.parts.store.blocked(this.at, BLOCKED_MAX));
  }

  /** Takes aggregates that have just been written down as blocked. */
  add(blocked: readonly BlockedAggregate[]): void {
    const nowMs = performance.now();
    for (const one of blocked) this.waiting.set(keyOf(one), { ...one, dueMs: nowMs + one.waitMs });
  }

  /** Tries what is due. @param position up to which the shard has been served. */
  async serve(position: number): Promise<void> {
    const nowMs = performance.now();
    const due = [...this.waiting.values()].filter(({ dueMs }) => dueMs <= nowMs).slice(0, AGGREGATES_A_ROUND);
    for (const one of due) await this.retry(one, position);
    if (nowMs - this.queuedMs < this.parts.settings.queuedEveryMs) return;
    this.queuedMs = nowMs;
    await this.redrive();
  }

  /** Delivers the events of one aggregate, one by one, up to the first that fails. */
  private async retry(one: BlockedAggregate, upTo: number): Promise<void> {
    const range = { from: one.position, upTo: Math.max(upTo, one.position), limit: EVENTS_A_ROUND };
    const events = await readAggregate(this.parts.pool, one, range);
    const buried: BuriedEvent[] = [];
    let attempts = one.attempts;
    let next: BlockedAggregate | undefined;
    for (const event of events) {
      const error = await this.attempt(event);
      if (error === undefined) {
        attempts = 0;
        continue;
      }
      attempts += 1;
      this.parts.observer.refused(this.sink.name, event, attempts, error);
      if (attempts < this.parts.settings.tries) {
        next = {
          ...one,
          position: event.position,
          attempts,
          reason: messageOf(error),
          waitMs: this.waitAfter(attempts),
        };
        break;
      }
      buried.push(await this.bury(event, messageOf(error), attempts));
      attempts = 0;
    }
    if (next === undefined && events.length === EVENTS_A_ROUND) {
      const last = events.at(-1) as LoggedEvent;
      next = { ...one, position: last.position + 1, attempts: 0, waitMs: 0 };
    }
    await this.write(one, upTo, next, buried);
  }

  private async write(
    one: AggregateKey,
    position: number,
    next: BlockedAggregate | undefined,
    buried: readonly BuriedEvent[],
  ): Promise<void> {
    const change = next === undefined ? { unblocked: [one] } : { blocked: [next] };
    await this.parts.store.save(this.at, this.owner, { position, buried, ...change });
    if (next === undefined) this.waiting.delete(keyOf(one));
    else this.add([next]);
  }

  /** @returns why the event could not be delivered, or nothing. @throws what makes the whole sink unavailable. */
  private async attempt(event: LoggedEvent): Promise<unknown> {
    try {
      await this.sink.deliver([event]);
      this.parts.observer.delivered(this.sink.name, [event]);
      return undefined;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      return error ?? new Error('delivery failed without a reason');
    }
  }

  private async bury(event: LoggedEvent, reason: string, attempts: number): Promise<BuriedEvent> {
    const letter = { event, reason, attempts };
    try {
      await this.sink.bury?.(letter);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      // The table has the letter; that the sink cannot take even its obituary must not block the aggregate for ever.
      this.parts.observer.refused(this.sink.name, event, attempts, error);
    }
    this.parts.observer.buried(this.sink.name, event, reason);
    return letter;
  }

  private async redrive(): Promise<void> {
    const { pool, store } = this.parts;
    for (const letter of await store.queued(this.at, LETTERS_A_ROUND)) {
      const event = await readEvent(pool, letter, letter.sequence);
      const error = event === undefined ? new Error('the event is no longer kept') : await this.attempt(event);
      if (error === undefined) await store.redriven(letter);
      else await store.stillDead(letter, messageOf(error));
    }
  }

  private waitAfter(attempts: number): number {
    const { retryMs, retryMaxMs } = this.parts.settings;
    return backoff(attempts - 1, retryMs, retryMaxMs);
  }
}

/** Names an aggregate among those of all tenants. */
export function keyOf({ tenantId, aggregate, aggregateId }: AggregateKey): string {
  return `${tenantId} ${aggregate} ${aggregateId}`;
}
