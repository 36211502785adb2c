import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf } from '../../../../platform/postgres/transaction.js';
import { gtinKey } from '../../domain/gs1/gtin.js';
import type { ItemWrite } from '../../domain/import-batch.js';
import type { ImportRow } from '../../domain/import-row.js';
import { pluKey } from '../../domain/item-details.js';
import type { Item } from '../../domain/item.js';
import type { ItemBatches } from '../../ports/item-repository.js';
import { takeBarcodes } from './barcode-rows.js';
import { lockCatalog, raiseCatalogRevision } from './catalog-revision.js';
import {
  fromItem,
  ITEM_COLUMNS,
  selectByBarcode,
  selectBySku,
  toItem,
  WRITTEN_COLUMNS,
  type ItemRow,
} from './item-rows.js';

const BY_PLU = `select i.* from unnest($3::text[]) as wanted(value)
    cross join lateral (select ${ITEM_COLUMNS} from catalog_items
      where plu_key = wanted.value and deleted_at is null limit 1) as i`;
const SHARING = `select distinct on (id) * from (
  ${selectBySku('$1', true)} union all ${selectByBarcode('$2')} union all ${BY_PLU}) as sharing`;

const COLUMNS = `tenant_id, id, ${WRITTEN_COLUMNS.join(', ')}, version`;
// PLUs that move from one item to another within the batch: whoever had one gives it up before anybody takes one.
const GIVE_UP_PLUS = `update catalog_items set plu_key = null where id = any($1::uuid[]) and plu_key is not null`;
const WRITE = `insert into catalog_items (${COLUMNS})
  select ${COLUMNS} from json_populate_recordset(null::catalog_items, $1::json)
  on conflict (tenant_id, sku) do update set
    ${WRITTEN_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')},
    version = excluded.version, updated_at = now()`;

/** Items in PostgreSQL, a batch at a time: a few statements however many rows. */
export class PostgresItemBatches implements ItemBatches {
  lock(tx: Tx): Promise<void> {
    return lockCatalog(tx);
  }

  async sharing(tx: Tx, rows: readonly ImportRow[]): Promise<Item[]> {
    if (rows.length === 0) return [];
    const skus = rows.map(({ item }) => item.sku);
    const keys = rows.flatMap(({ item }) => (item.barcodes ?? [item.barcode ?? '']).map(gtinKey));
    const plus = rows.flatMap(({ item }) => item.plu ?? []);
    const values = [skus, [...new Set(keys)], [...new Set(plus.map(pluKey))]];
    return (await runPrepared<ItemRow>(tx, 'catalog_items_sharing', SHARING, values)).map(toItem);
  }

  async write(tx: Tx, writes: readonly ItemWrite[]): Promise<void> {
    if (writes.length === 0) return;
    const tenantId = tenantOf(tx);
    const items = writes.map(({ id, version, item }) => ({ ...item, id, version, deletedAt: null }));
    const rows = items.map((item) => ({ tenant_id: tenantId, id: item.id, version: item.version, ...fromItem(item) }));
    await runPrepared(tx, 'catalog_plus_give_up', GIVE_UP_PLUS, [writes.map(({ id }) => id)]);
    await runPrepared(tx, 'catalog_items_write', WRITE, [JSON.stringify(rows)]);
    const taken = await takeBarcodes(tx, items);
    if (taken.size > 0) throw new Error('a batch was planned without an item that shares a barcode with it');
    await raiseCatalogRevision(tx);
  }
}
