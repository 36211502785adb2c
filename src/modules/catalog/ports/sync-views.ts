import type { RequestContext } from '../../../kernel/context.js';
import type { CatalogSync, SyncId } from '../domain/catalog-sync.js';
import type { Item } from '../domain/item.js';
import type { SyncState } from './sync-repository.js';

/** What callers ask about runs. One whose process is gone looks failed. */
export interface SyncViews {
  /** @throws Refusal `sync_not_found`. */
  sync(context: RequestContext, id: SyncId): Promise<CatalogSync>;
  /** Newest first, without errors. */
  syncs(
    context: RequestContext,
    page: { limit: number; after?: readonly [startedAt: string, id: string] },
  ): Promise<readonly CatalogSync[]>;
  /** @throws Refusal `catalog_source_not_configured`. */
  state(context: RequestContext): Promise<SyncState>;
}

/** An item and the revision of the catalogue that it changed with. */
export interface ChangedItem {
  readonly item: Item;
  readonly contentRevision: number;
}

/** What has changed in the catalogue, for those who keep a copy of it. */
export interface ChangeViews {
  /**
   * Items that have changed since, deleted ones included, in the order of their changes; one more than the limit when there
   * are more. `revision` is that of the catalogue as it was read.
   * @throws Refusal `catalog_revision_unknown`.
   */
  changes(
    context: RequestContext,
    page: { since: number; limit: number; after?: readonly [contentRevision: number, id: string] },
  ): Promise<{ readonly revision: number; readonly items: readonly ChangedItem[] }>;
}
