import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Item, ItemId, ItemRefusal } from '../../domain/item.js';
import type { ItemRepository } from '../../ports/item-repository.js';
import { lockCatalog, raiseCatalogRevision } from './catalog-revision.js';
import { fromItem, ITEM_COLUMNS, toItem, type CatalogTables, type ItemRow } from './catalog-rows.js';

const FIND = `select ${ITEM_COLUMNS} from catalog_items where id = $1`;

/** Items in PostgreSQL, one at a time. */
export class PostgresItemRepository implements ItemRepository {
  lock(tx: Tx): Promise<void> {
    return lockCatalog(tx);
  }

  async find(tx: Tx, id: ItemId): Promise<Item | undefined> {
    const [row] = await runPrepared<ItemRow>(tx, 'catalog_item', FIND, [id]);
    return row === undefined ? undefined : toItem(row);
  }

  async add(tx: Tx, item: Item): Promise<boolean> {
    const { id, version } = item;
    const row = { ...fromItem(item), tenant_id: tenantOf(tx), id, version, updated_at: new Date() };
    const { numInsertedOrUpdatedRows } = await explained(item, () =>
      transactionOf<CatalogTables>(tx)
        .insertInto('catalog_items')
        .values(row)
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
        .executeTakeFirst(),
    );
    if (numInsertedOrUpdatedRows !== 1n) return false;
    await raiseCatalogRevision(tx);
    return true;
  }

  async save(tx: Tx, item: Item): Promise<void> {
    const { numUpdatedRows } = await explained(item, () =>
      transactionOf<CatalogTables>(tx)
        .updateTable('catalog_items')
        .set({ ...fromItem(item), version: item.version, updated_at: new Date() })
        .where('id', '=', item.id)
        .executeTakeFirst(),
    );
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} items instead of one`);
    await raiseCatalogRevision(tx);
  }
}

async function explained<Result>({ sku, barcode }: Item, statement: () => Promise<Result>): Promise<Result> {
  try {
    return await statement();
  } catch (error) {
    const constraint = violatedConstraint(error);
    const message = 'belongs to another item';
    if (constraint === 'catalog_items_sku_key') {
      throw new Refusal<ItemRefusal>('sku_taken', { sku }, [{ pointer: '/sku', message }]);
    }
    if (constraint === 'catalog_items_barcode_key') {
      throw new Refusal<ItemRefusal>('barcode_taken', { barcode }, [{ pointer: '/barcode', message }]);
    }
    throw error;
  }
}
