import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { revisionsOf, runPrepared } from '../../../../platform/postgres/transaction.js';
import type { CatalogSync, SyncId, SyncRefusal } from '../../domain/catalog-sync.js';
import type { CatalogueSource } from '../../ports/catalogue-source.js';
import type { SyncState, SyncStates } from '../../ports/sync-repository.js';
import type { ChangedItem, ChangeViews, SyncViews } from '../../ports/sync-views.js';
import { ITEM_COLUMNS, toItem, type ItemRow } from './item-rows.js';
import { DEAD_SYNC } from './sync-repository.js';
import { toSync, type SyncRecord } from './sync-rows.js';

const SYNC = `select *, ${DEAD_SYNC} as dead from catalog_syncs where id = $1`;
const SYNCS = `select id, status, mode, trigger, from_revision, to_revision, fetched, created, updated, unchanged, deleted, rejected,
    '[]'::json as errors, failure, started_by, started_at, heartbeat_at, finished_at, ${DEAD_SYNC} as dead from catalog_syncs
  where $1::timestamptz is null or (started_at, id) < ($1, $2::uuid) order by started_at desc, id desc limit $3`;
// The first condition is the index's own.
const CHANGES = `select ${ITEM_COLUMNS}, content_revision from catalog_items
  where content_revision > 0 and content_revision > $1 and ($2::bigint is null or (content_revision, id) > ($2, $3::uuid))
  order by content_revision, id limit $4`;

/** Answers questions about runs with one query each. */
export class PostgresSyncViews implements SyncViews {
  constructor(
    private readonly transactor: Transactor,
    private readonly states: Pick<SyncStates, 'find'>,
    private readonly source: Pick<CatalogueSource, 'configured'>,
  ) {}

  async sync(context: RequestContext, id: SyncId): Promise<CatalogSync> {
    const [row] = await this.transactor.read(context, (tx) => runPrepared<SyncRecord>(tx, 'catalog_sync', SYNC, [id]));
    if (row === undefined) throw new Refusal<SyncRefusal>('sync_not_found', { syncId: id });
    return toSync(row);
  }

  async syncs(
    context: RequestContext,
    { limit, after }: { limit: number; after?: readonly [startedAt: string, id: string] },
  ): Promise<readonly CatalogSync[]> {
    const values = [after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await this.transactor.read(context, (tx) =>
      runPrepared<SyncRecord>(tx, 'catalog_syncs', SYNCS, values),
    );
    return rows.map(toSync);
  }

  async state(context: RequestContext): Promise<SyncState> {
    if (!this.source.configured) throw new Refusal<SyncRefusal>('catalog_source_not_configured');
    return this.transactor.read(context, (tx) => this.states.find(tx));
  }
}

/** What has changed in the catalogue, from one index. */
export class PostgresChangeViews implements ChangeViews {
  constructor(private readonly transactor: Transactor) {}

  changes(
    context: RequestContext,
    { since, limit, after }: { since: number; limit: number; after?: readonly [contentRevision: number, id: string] },
  ): Promise<{ readonly revision: number; readonly items: readonly ChangedItem[] }> {
    return this.transactor.read(context, async (tx) => {
      const revision = revisionsOf(tx).catalog;
      if (since > revision) throw new Refusal<SyncRefusal>('catalog_revision_unknown', { revision });
      // A page further on begins at its revision at once, instead of reading all before it again.
      const from = after === undefined ? since : Math.max(since, after[0] - 1);
      const values = [from, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
      const rows = await runPrepared<ItemRow & { content_revision: number }>(tx, 'catalog_changes', CHANGES, values);
      return { revision, items: rows.map((row) => ({ item: toItem(row), contentRevision: row.content_revision })) };
    });
  }
}
