import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  failSync,
  startSync,
  SYNC_INTERRUPTED,
  type RunningSync,
  type SyncId,
  type SyncMode,
  type SyncRefusal,
  type SyncTrigger,
} from '../domain/catalog-sync.js';
import type { CatalogueSource } from '../ports/catalogue-source.js';
import type { SyncRepository, SyncStates } from '../ports/sync-repository.js';

export interface StartSyncCommand {
  readonly syncId: SyncId;
  /** Absent: incremental where a revision was reached, else full. */
  readonly mode: SyncMode | undefined;
  readonly trigger: SyncTrigger;
}

/** Begins a run that fetches items from the source. One whose process died makes room for it. */
export class StartSync {
  constructor(
    private readonly transactor: Transactor,
    private readonly syncs: SyncRepository,
    private readonly states: SyncStates,
    private readonly source: Pick<CatalogueSource, 'configured'>,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `catalog_source_not_configured`, `sync_running`. */
  execute(context: RequestContext, { syncId, mode, trigger }: StartSyncCommand): Promise<RunningSync> {
    const { principal, at } = context;
    return this.transactor.run(context, async (tx) => {
      if (!this.source.configured) throw new Refusal<SyncRefusal>('catalog_source_not_configured');
      for (const dead of await this.syncs.dead(tx)) {
        const { state, events } = failSync(dead, SYNC_INTERRUPTED, at);
        await this.syncs.save(tx, state);
        this.outbox.append(tx, events);
      }
      const { revision } = await this.states.find(tx);
      const startedBy = `${principal.kind}:${principal.id}`;
      const started = startSync(syncId, { mode, trigger, startedBy, startedAt: at }, revision);
      await this.syncs.add(tx, started);
      return started;
    });
  }
}
