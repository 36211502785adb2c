import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { SyncedItems } from '../../ports/sync-repository.js';
import type { ItemId } from '../../domain/item.js';
import { takeBarcodes } from './barcode-rows.js';
import { raiseCatalogRevision } from './catalog-revision.js';

const MARK = `
  update catalog_items i set source = $1 from unnest($2::text[]) as wanted(sku)
   where i.sku = wanted.sku and i.source is distinct from $1`;
const REMOVE = `
  update catalog_items i set deleted_at = $3, version = version + 1, updated_at = now() from unnest($2::text[]) as wanted(sku)
   where i.sku = wanted.sku and i.source = $1 and i.deleted_at is null returning i.id`;
const AFTER = `
  select id, sku from catalog_items
   where source = $1 and deleted_at is null and ($2::uuid is null or id > $2) order by id limit $3`;

/** Items by where they came from, in PostgreSQL. */
export class PostgresSyncedItems implements SyncedItems {
  async mark(tx: Tx, source: string, skus: readonly string[]): Promise<void> {
    if (skus.length > 0) await runPrepared(tx, 'catalog_items_mark', MARK, [source, skus]);
  }

  async remove(tx: Tx, source: string, skus: readonly string[], at: Date): Promise<number> {
    if (skus.length === 0) return 0;
    const rows = await runPrepared<{ id: string }>(tx, 'catalog_items_remove', REMOVE, [source, skus, at]);
    if (rows.length === 0) return 0;
    await takeBarcodes(
      tx,
      rows.map(({ id }) => ({ id: id as ItemId, barcodes: [], deletedAt: at.toISOString() })),
    );
    await raiseCatalogRevision(tx);
    return rows.length;
  }

  after(tx: Tx, source: string, id: string | null, limit: number): Promise<readonly { id: string; sku: string }[]> {
    return runPrepared<{ id: string; sku: string }>(tx, 'catalog_items_of_source', AFTER, [source, id, limit]);
  }
}
