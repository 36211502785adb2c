import type { Pool } from 'pg';
import type { IdSource } from '../../kernel/ids.js';
import type { EventSink } from '../../kernel/outbox.js';
import type { DispatchParts } from './dispatch-parts.js';
import { backoff, DISPATCH_DEFAULTS, type DispatchObserver, type DispatchSettings } from './dispatch-settings.js';
import { LogHorizon } from './log-horizon.js';
import { ShardRunner } from './shard-runner.js';
import { ShardStore } from './shard-store.js';
import { pause, Wake } from './wake.js';
import { WorkerLease, type Shard } from './worker-lease.js';

/** Keeping the lease must succeed twice within it, even for the longest. */
const KEEPS_A_LEASE = 3;
const KEEP_MAX_MS = 5_000;
const COME_BACK_MS = { first: 100, max: 2_000 };

/**
 * Hands committed events to sinks, each at least once and in the order of its aggregate (GUARANTEES G5). Each sink's work is
 * split by aggregate into shards; the processes that run a dispatcher share them by leases, and each shard keeps a position of
 * its own. An event that a sink refuses stops only its aggregate, and becomes a dead letter after bounded tries.
 */
export class OutboxDispatcher {
  private readonly stopping = new AbortController();
  private readonly wakeUp = new Wake();
  private readonly parts: DispatchParts;
  private readonly lease: WorkerLease;
  private readonly settings: DispatchSettings;
  private runners: ShardRunner[] = [];
  private keeping: Promise<void> = Promise.resolve();

  /** @param pool of the worker's role; one connection of it is kept, and up to one a shard and sink are used at times. */
  constructor(
    pool: Pool,
    ids: IdSource,
    private readonly sinks: readonly EventSink[],
    private readonly observer: DispatchObserver,
    settings: Partial<DispatchSettings> = {},
  ) {
    this.settings = { ...DISPATCH_DEFAULTS, ...settings };
    const names = sinks.map(({ name }) => name);
    this.lease = new WorkerLease(pool, names, this.settings.leaseSeconds);
    this.parts = {
      pool,
      observer,
      settings: this.settings,
      store: new ShardStore(pool, ids),
      horizon: new LogHorizon(pool),
      wake: this.wakeUp,
      isSure: () => this.lease.isSure,
    };
  }

  /** Begins; failures are told to the observer and retried, never thrown. */
  start(): void {
    if (this.sinks.length > 0) this.keeping = this.keep();
  }

  /** Events may have come: look now instead of soon. */
  wake(): void {
    this.wakeUp.ring();
  }

  /** Ends after the batches in hand, and gives the shards back for others to take at once. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keeping;
    await Promise.all(this.runners.map((runner) => runner.stop()));
    await this.lease.leave();
  }

  private async keep(): Promise<void> {
    const { signal } = this.stopping;
    const everyMs = Math.min(KEEP_MAX_MS, (this.settings.leaseSeconds * 1_000) / KEEPS_A_LEASE);
    let failures = 0;
    while (!signal.aborted) {
      try {
        this.assign(await this.lease.keep());
        failures = 0;
        await pause(everyMs, signal);
      } catch (error) {
        this.observer.lost(error);
        await this.dropAll();
        await pause(backoff(failures++, COME_BACK_MS.first, COME_BACK_MS.max), signal);
      }
    }
  }

  /** Starts a runner for each shard that is new here, and stops those whose shard is gone. */
  private assign(shards: readonly Shard[]): void {
    const isOwned = ({ at, owner, hasEnded }: ShardRunner): boolean =>
      !hasEnded && owner === this.lease.owner && shards.some((one) => isSame(one, at));
    const kept = this.runners.filter(isOwned);
    for (const runner of this.runners) if (!kept.includes(runner)) void runner.stop();
    const added = shards
      .filter((one) => !kept.some(({ at }) => isSame(one, at)))
      .map((at) => new ShardRunner(at, this.lease.owner, this.sinkOf(at), this.parts));
    this.runners = [...kept, ...added];
    for (const runner of added) runner.start();
  }

  private sinkOf({ sink }: Shard): EventSink {
    const found = this.sinks.find(({ name }) => name === sink);
    if (found === undefined) throw new Error(`nobody serves the sink ${sink} here`);
    return found;
  }

  private async dropAll(): Promise<void> {
    const runners = this.runners;
    this.runners = [];
    await Promise.all(runners.map((runner) => runner.stop()));
  }
}

function isSame(a: Shard, b: Shard): boolean {
  return a.sink === b.sink && a.shard === b.shard;
}
