import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { failSync, succeedSync, SYNC_INTERRUPTED, type CatalogSync, type RunningSync } from '../domain/catalog-sync.js';
import { SourceFailed, SyncStopped } from '../domain/source-failed.js';
import type { SourcePage } from '../ports/catalogue-source.js';
import type { MinorDigits } from '../ports/minor-digits.js';
import type { SyncObserver } from '../ports/sync-observer.js';
import type { SyncStates } from '../ports/sync-repository.js';
import { SyncRun, type SyncMeans } from './sync-run.js';

const OUR_FAULT = 'the service could not go on; what is in stays in, and the next run goes on';

/** How the process that runs it is, and what was fetched already. */
export interface SyncCircumstances {
  readonly isStopping: () => boolean;
  /** The first page from the revision at which the run begins. */
  readonly first?: SourcePage | undefined;
}

/** Brings the source's items into the catalogue, a batch at a time, each in its own transaction. */
export class RunSync {
  constructor(
    private readonly means: SyncMeans,
    private readonly states: SyncStates,
    private readonly digits: MinorDigits,
    private readonly outbox: Outbox,
    private readonly observer: SyncObserver,
  ) {}

  /**
   * Runs to the end, which the run itself tells.
   * @param started context of what began it; a run goes on after a request was answered.
   * @throws what is not the source's fault, after the run was marked as failed, if that was possible.
   */
  async execute(
    started: RequestContext,
    running: RunningSync,
    { isStopping, first }: SyncCircumstances,
  ): Promise<void> {
    const context: RequestContext = { ...started, idempotency: undefined };
    const digits = await this.means.transactor.read(context, (tx) => this.digits.of(tx));
    const run = new SyncRun(context, running, digits, this.means, isStopping);
    try {
      const revision = await run.take(first);
      const done = succeedSync(run.state, revision, this.means.now());
      await this.end(context, done, (tx) => this.states.succeeded(tx, revision));
    } catch (error) {
      const failure = failureOf(error);
      const away = error instanceof SourceFailed && error.away;
      const done = failSync(run.state, failure, this.means.now());
      await this.end(context, done, (tx) => this.states.failed(tx, failure, away));
      if (failure === OUR_FAULT) throw error;
    }
  }

  private async end(
    context: RequestContext,
    { state, events }: ReturnType<typeof succeedSync | typeof failSync>,
    remember: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const ended: CatalogSync = state;
    const saved = await this.means.transactor.run({ ...context, at: state.finishedAt }, async (tx) => {
      if (!(await this.means.syncs.save(tx, ended))) return false;
      await remember(tx);
      this.outbox.append(tx, events);
      return true;
    });
    if (saved) this.observer.ended(ended);
  }
}

function failureOf(error: unknown): string {
  if (error instanceof SyncStopped) return SYNC_INTERRUPTED;
  return error instanceof SourceFailed ? error.message : OUR_FAULT;
}
