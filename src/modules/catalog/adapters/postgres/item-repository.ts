import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import { gtinKey } from '../../domain/gs1/gtin.js';
import type { Item, ItemId, ItemRefusal } from '../../domain/item.js';
import type { ItemRepository } from '../../ports/item-repository.js';
import { lockCatalog, raiseCatalogRevision } from './catalog-revision.js';
import { takeBarcodes } from './barcode-rows.js';
import type { CatalogTables } from './catalog-rows.js';
import { fromItem, ITEM_COLUMNS, toItem, type ItemRow } from './item-rows.js';

const TAKEN = 'belongs to another item';
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
    await this.keepBarcodes(tx, item);
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
    await this.keepBarcodes(tx, item);
    await raiseCatalogRevision(tx);
  }

  private async keepBarcodes(tx: Tx, item: Item): Promise<void> {
    const taken = await takeBarcodes(tx, [item]);
    const index = item.barcodes.findIndex((barcode) => taken.has(gtinKey(barcode)));
    if (index < 0) return;
    const field = { pointer: index === 0 ? '/barcode' : `/barcodes/${index}`, message: TAKEN };
    throw new Refusal<ItemRefusal>('barcode_taken', { barcode: item.barcodes[index] }, [field]);
  }
}

async function explained<Result>({ sku, plu }: Item, statement: () => Promise<Result>): Promise<Result> {
  try {
    return await statement();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'catalog_items_sku_key') {
      throw new Refusal<ItemRefusal>('sku_taken', { sku }, [{ pointer: '/sku', message: TAKEN }]);
    }
    if (constraint === 'catalog_items_plu_key') {
      throw new Refusal<ItemRefusal>('plu_taken', { plu }, [{ pointer: '/plu', message: TAKEN }]);
    }
    throw error;
  }
}
