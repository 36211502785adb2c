import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { RunningSync, SyncMode, SyncTrigger } from '../domain/catalog-sync.js';
import { SourceFailed, SourceForgot } from '../domain/source-failed.js';
import type { CatalogueSource, SourcePage } from '../ports/catalogue-source.js';
import type { SyncObserver } from '../ports/sync-observer.js';
import type { SyncClaim, SyncStates } from '../ports/sync-repository.js';
import type { DueTenant } from '../ports/sync-turns.js';
import type { RunSync } from './run-sync.js';
import type { StartSync } from './start-sync.js';

/** A turn whose process died passes on after that. */
const LEASE_MS = 120_000;

/** What a turn works with. */
export interface TurnMeans {
  readonly transactor: Transactor;
  readonly source: CatalogueSource;
  readonly states: SyncStates;
  readonly start: StartSync;
  readonly run: RunSync;
  readonly ids: IdSource;
  readonly now: () => Date;
  readonly observer: SyncObserver;
}

/**
 * Looks after one tenant's copy: asks the source what has changed, and where that is something, runs. A look that finds
 * nothing leaves no run behind, only the time of the look: there is one every few minutes, for every tenant.
 */
export class SyncTenant {
  constructor(
    private readonly means: TurnMeans,
    /** How long until the next look; differs from turn to turn, so that tenants do not all ask at once. */
    private readonly pauseMs: () => number,
  ) {}

  /** @throws what is not the source's fault. */
  async execute(tenant: DueTenant, isStopping: () => boolean): Promise<void> {
    const { transactor, states } = this.means;
    const context = this.contextOf(tenant);
    const claim = await transactor.run(context, (tx) => states.claim(tx, LEASE_MS));
    if (claim === undefined) return;
    try {
      await this.look(context, claim, isStopping);
    } finally {
      await transactor.run(context, (tx) => states.rest(tx, claim, this.pauseMs()));
    }
  }

  private async look(context: RequestContext, claim: SyncClaim, isStopping: () => boolean): Promise<void> {
    const seen = claim.revision === null ? 'forgotten' : await this.firstPage(context, claim.revision);
    if (seen === undefined) return;
    const first = seen === 'forgotten' ? undefined : seen;
    const mode = first === undefined ? 'full' : 'incremental';
    const running = await this.begin(context, mode, claim.requested ? 'event' : 'schedule');
    if (running === undefined) return;
    // Somebody else's run may have ended in between: then the page is of the past.
    const isFresh = running.fromRevision === claim.revision;
    await this.means.run.execute(context, running, { isStopping, first: isFresh ? first : undefined });
  }

  /** The first page of what has changed; `undefined` when that is nothing, or could not be asked. */
  private async firstPage(context: RequestContext, since: string): Promise<SourcePage | 'forgotten' | undefined> {
    const { source, states, transactor, observer } = this.means;
    try {
      const page = await source.page({ tenantSlug: context.tenantSlug, since, cursor: null });
      if (page.items.length > 0 || page.nextCursor !== null) return page;
      await transactor.run(context, (tx) => states.succeeded(tx, page.revision));
      observer.looked('unchanged');
      return undefined;
    } catch (error) {
      if (error instanceof SourceForgot) return 'forgotten';
      if (!(error instanceof SourceFailed)) throw error;
      await transactor.run(context, (tx) => states.failed(tx, error.message, error.away));
      observer.looked('failed');
      return undefined;
    }
  }

  private async begin(context: RequestContext, mode: SyncMode, trigger: SyncTrigger): Promise<RunningSync | undefined> {
    try {
      return await this.means.start.execute(context, { syncId: this.means.ids.next<'catalog_sync'>(), mode, trigger });
    } catch (error) {
      if (error instanceof Refusal && error.code === 'sync_running') return undefined; // it finds what there is
      throw error;
    }
  }

  private contextOf({ tenantId, slug }: DueTenant): RequestContext {
    return {
      tenantId,
      tenantSlug: slug,
      principal: { kind: 'system', id: 'catalog-sync', permissions: new Set(), test: false },
      requestId: this.means.ids.next<'request'>(),
      at: this.means.now(),
    };
  }
}
