import type { Tx } from '../../../kernel/transaction.js';
import type { ItemWrite } from '../domain/import-batch.js';
import type { ImportRow } from '../domain/import-row.js';
import type { Item, ItemId } from '../domain/item.js';

/**
 * Items as commands need them. Whoever changes a tenant's catalogue first locks it, so that two never decide on what the
 * other is changing; every write makes the catalogue's revision one higher.
 */
export interface ItemRepository {
  /** Keeps every other writer of this tenant's catalogue out until the transaction ends. */
  lock(tx: Tx): Promise<void>;
  find(tx: Tx, id: ItemId): Promise<Item | undefined>;
  /** Adds a new item; `false` when one with its id is there already. @throws Refusal `sku_taken`, `barcode_taken`, `plu_taken`. */
  add(tx: Tx, item: Item): Promise<boolean>;
  /** @throws Refusal `sku_taken`, `barcode_taken`, `plu_taken`. */
  save(tx: Tx, item: Item): Promise<void>;
}

/** Items by the thousand, for imports. The catalogue is to be locked first. */
export interface ItemBatches {
  lock(tx: Tx): Promise<void>;
  /** All items that share a SKU, a barcode or a PLU with a row; of a deleted one only the SKU counts. */
  sharing(tx: Tx, rows: readonly ImportRow[]): Promise<Item[]>;
  /** Writes items in the order given; of none, it does nothing. */
  write(tx: Tx, writes: readonly ItemWrite[]): Promise<void>;
}
