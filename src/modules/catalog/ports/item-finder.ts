import type { Tx } from '../../../kernel/transaction.js';
import type { Item } from '../domain/item.js';
import type { FoundBy } from '../domain/scanned-item.js';

/** What an item may be found by, the likeliest first within each. */
export interface ItemKeys {
  /** As `gtinKey` makes them. */
  readonly barcodes: readonly string[];
  readonly plus: readonly string[];
  readonly skus: readonly string[];
}

/** Finds items by what is scanned or keyed. */
export interface ItemFinder {
  /** The first item that is not deleted: by barcode, then by PLU, then by SKU. One question, answered from indexes. */
  find(tx: Tx, keys: ItemKeys): Promise<{ readonly item: Item; readonly foundBy: FoundBy } | undefined>;
}
