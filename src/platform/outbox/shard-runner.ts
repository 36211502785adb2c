import { SinkUnavailable, type EventSink, type LoggedEvent } from '../../kernel/outbox.js';
import { isUnavailable, messageOf, reasonOf } from './delivery-failures.js';
import type { DispatchParts } from './dispatch-parts.js';
import { backoff, BLOCKED_MAX } from './dispatch-settings.js';
import { readLog } from './event-log.js';
import { keyOf, ShardBacklog } from './shard-backlog.js';
import { ShardLost, type BlockedAggregate } from './shard-store.js';
import { pause } from './wake.js';
import type { Shard } from './worker-lease.js';

/** Serves one shard of one sink while this process owns it: one batch at a time, so no aggregate is ever in two batches. */
export class ShardRunner {
  private readonly stopping = new AbortController();
  private readonly backlog: ShardBacklog;
  private position: number | undefined;
  private savedPosition = 0;
  private savedMs = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly at: Shard,
    readonly owner: string,
    private readonly sink: EventSink,
    private readonly parts: DispatchParts,
  ) {
    this.backlog = new ShardBacklog(at, owner, sink, parts);
  }

  /** True once it has stopped by itself, because the shard has another owner. */
  hasEnded = false;

  start(): void {
    this.running = this.loop().finally(() => {
      this.hasEnded = true;
    });
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    const { settings, observer } = this.parts;
    let failures = 0;
    while (!signal.aborted) {
      const seen = this.parts.wake.count;
      try {
        const full = await this.round();
        failures = 0;
        if (!full) await this.rest(seen);
      } catch (error) {
        this.position = undefined; // what was written, only the database knows
        if (error instanceof ShardLost) {
          observer.lost(error);
          return;
        }
        observer.unavailable(this.sink.name, reasonOf(error), error);
        await pause(backoff(failures++, settings.backoffMs, settings.backoffMaxMs), signal);
      }
    }
    await this.saveQuietly();
  }

  /** Looks once. @returns true when there is more to do at once. */
  private async round(): Promise<boolean> {
    const { horizon, pool, settings, store } = this.parts;
    const from = this.position ?? (await this.load());
    const settled = await horizon.current();
    await this.backlog.serve(from);
    const events = await readLog(pool, {
      after: from,
      upTo: settled,
      limit: settings.batch,
      shard: this.at.shard,
    });
    const full = events.length === settings.batch;
    const upTo = full ? (events.at(-1) as LoggedEvent).position : Math.max(settled, from);
    const blocked = await this.handOver(events.filter((event) => !this.backlog.isBlocked(event)));
    this.position = upTo;
    if (events.length > 0 || this.isOverdue(upTo)) {
      await store.save(this.at, this.owner, { position: upTo, blocked });
      this.saved(upTo);
      this.backlog.add(blocked);
    }
    return full;
  }

  private async handOver(events: readonly LoggedEvent[]): Promise<BlockedAggregate[]> {
    if (events.length === 0) return [];
    if (!this.parts.isSure()) throw new SinkUnavailable('the lease has to be renewed first', 'lease');
    try {
      await this.sink.deliver(events);
      this.parts.observer.delivered(this.sink.name, events);
      return [];
    } catch (error) {
      if (isUnavailable(error)) throw error;
      return this.isolate(events);
    }
  }

  /** Some event spoils the batch: each aggregate is tried by itself, and only those that fail have to wait. */
  private async isolate(events: readonly LoggedEvent[]): Promise<BlockedAggregate[]> {
    const { observer, settings } = this.parts;
    const blocked: BlockedAggregate[] = [];
    for (const group of byAggregate(events)) {
      try {
        await this.sink.deliver(group);
        observer.delivered(this.sink.name, group);
      } catch (error) {
        if (isUnavailable(error)) throw error;
        const first = group[0] as LoggedEvent;
        // The whole group failed, so the culprit is not known yet: the backlog tries from the first, one by one.
        const waitMs = backoff(0, settings.retryMs, settings.retryMaxMs);
        blocked.push({ ...first, attempts: 0, reason: messageOf(error), waitMs });
      }
    }
    if (this.backlog.size + blocked.length > BLOCKED_MAX)
      throw new SinkUnavailable(`${BLOCKED_MAX} aggregates wait already`, 'too_many_blocked');
    return blocked;
  }

  private async load(): Promise<number> {
    const position = await this.parts.store.load(this.at, this.owner);
    await this.backlog.load();
    this.saved(position);
    return position;
  }

  /** Moving on over other shards' events is written down now and then only. */
  private isOverdue(position: number): boolean {
    return position > this.savedPosition && performance.now() - this.savedMs > this.parts.settings.queuedEveryMs;
  }

  private saved(position: number): void {
    this.position = position;
    this.savedPosition = position;
    this.savedMs = performance.now();
  }

  private async rest(seen: number): Promise<void> {
    const { settings, wake, horizon } = this.parts;
    const { signal } = this.stopping;
    await pause(settings.gapMs, signal);
    if (horizon.isPending) return;
    await wake.wait(settings.idleMs, signal, seen);
  }

  private async saveQuietly(): Promise<void> {
    if (this.position === undefined || this.position === this.savedPosition) return;
    try {
      await this.parts.store.save(this.at, this.owner, { position: this.position });
    } catch (error) {
      this.parts.observer.lost(error);
    }
  }
}

function byAggregate(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const groups = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const key = keyOf(event);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}
