import type { RequestContext } from '../../../kernel/context.js';
import type { RunningSync } from '../domain/catalog-sync.js';
import type { SyncObserver } from '../ports/sync-observer.js';
import type { RunSync } from './run-sync.js';

/** Runs of all tenants that may go on in one process at once (GUARANTEES G13). */
const RUNS_MAX = 8;

/** Runs that callers began go on in this process after the answer, until they end or the service stops. */
export class SyncRunner {
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly run: RunSync,
    private readonly observer: SyncObserver,
  ) {}

  /** True when no further run may begin here now. */
  get isFull(): boolean {
    return this.running.size >= RUNS_MAX;
  }

  /** Lets a run go on; how it ends, it tells itself. */
  goOn(context: RequestContext, started: RunningSync): void {
    const run = this.run
      .execute(context, started, { isStopping: () => this.stopping })
      .catch((error: unknown) => this.observer.failed('a catalogue sync could not go on', error))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  /** Ends what runs after its current page, as failed, and waits for that. */
  async close(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }
}
