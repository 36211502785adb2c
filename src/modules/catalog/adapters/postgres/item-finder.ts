import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { Item } from '../../domain/item.js';
import { pluKey } from '../../domain/item-details.js';
import type { FoundBy } from '../../domain/scanned-item.js';
import type { ItemFinder, ItemKeys } from '../../ports/item-finder.js';
import { ITEM_COLUMNS, toItem, type ItemRow } from './item-rows.js';

const wanted = (parameter: string): string =>
  `unnest(${parameter}::text[]) with ordinality as wanted(value, place) cross join lateral`;
const BY_BARCODE = `select b.item_id as id, 'barcode' as found_by, 1 as kind, place from ${wanted('$1')}
    (select item_id from catalog_barcodes where code = wanted.value limit 1) as b`;
const BY_PLU = `select i.id, 'plu', 2, place from ${wanted('$2')} (select id from catalog_items
      where plu_key = wanted.value and deleted_at is null limit 1) as i`;
const BY_SKU = `select i.id, 'sku', 3, place from ${wanted('$3')}
    (select id from catalog_items where sku = wanted.value and deleted_at is null limit 1) as i`;
const FIND = `select i.*, found.found_by from (select id, found_by from (
    ${BY_BARCODE} union all ${BY_PLU} union all ${BY_SKU}) as found order by kind, place limit 1) as found
  cross join lateral (select ${ITEM_COLUMNS} from catalog_items where id = found.id limit 1) as i`;

/** Finds items in PostgreSQL. */
export class PostgresItemFinder implements ItemFinder {
  async find(
    tx: Tx,
    { barcodes, plus, skus }: ItemKeys,
  ): Promise<{ readonly item: Item; readonly foundBy: FoundBy } | undefined> {
    const values = [barcodes, plus.map(pluKey), skus];
    const [row] = await runPrepared<ItemRow & { found_by: FoundBy }>(tx, 'item_find', FIND, values);
    return row === undefined ? undefined : { item: toItem(row), foundBy: row.found_by };
  }
}
