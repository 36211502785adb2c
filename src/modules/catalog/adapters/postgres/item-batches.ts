import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import type { ItemWrite } from '../../domain/import-batch.js';
import type { ImportRow } from '../../domain/import-row.js';
import type { Item } from '../../domain/item.js';
import type { ItemBatches } from '../../ports/item-repository.js';
import { lockCatalog, raiseCatalogRevision } from './catalog-revision.js';
import { fromItem, selectBy, toItem, type ItemRow } from './catalog-rows.js';

const SHARING = `${selectBy('sku', '$1')} union ${selectBy('barcode', '$2')}`;

// The set keeps the order of the array, and a unique index sees the rows written before by the same statement: that is
// what lets one item take the barcode that an earlier one gave up.
const WRITE = `insert into catalog_items (tenant_id, id, sku, name, category, price, currency, tax_category, barcode, unit, active, version)
  select tenant_id, id, sku, name, category, price, currency, tax_category, barcode, unit, active, version
  from json_populate_recordset(null::catalog_items, $1::json)
  on conflict (tenant_id, sku) do update set name = excluded.name, category = excluded.category, price = excluded.price,
    currency = excluded.currency, tax_category = excluded.tax_category, barcode = excluded.barcode, unit = excluded.unit,
    active = excluded.active, version = excluded.version, updated_at = now()`;

/** Items in PostgreSQL, a batch at a time: three statements however many rows. */
export class PostgresItemBatches implements ItemBatches {
  lock(tx: Tx): Promise<void> {
    return lockCatalog(tx);
  }

  async sharing(tx: Tx, rows: readonly ImportRow[]): Promise<Item[]> {
    if (rows.length === 0) return [];
    const skus = rows.map(({ item }) => item.sku);
    const barcodes = rows.map(({ item }) => item.barcode).filter((barcode) => barcode !== null);
    const found = await runPrepared<ItemRow>(tx, 'catalog_items_sharing', SHARING, [skus, barcodes]);
    return found.map(toItem);
  }

  async write(tx: Tx, writes: readonly ItemWrite[]): Promise<void> {
    if (writes.length === 0) return;
    const tenantId = tenantOf(tx);
    const rows = writes.map(({ id, version, item }) => ({ tenant_id: tenantId, id, version, ...fromItem(item) }));
    await runPrepared(tx, 'catalog_items_write', WRITE, [JSON.stringify(rows)]);
    await raiseCatalogRevision(tx);
  }
}
