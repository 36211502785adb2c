import type { Tx } from '../../../kernel/transaction.js';
import type { Item } from '../domain/item.js';

/** An item as a sale needs it, frozen. Whoever sells it looks at `active`. */
export type SellableItem = Omit<Item, 'version'>;

/**
 * What other modules may ask about items, within their own transaction. Answers are never older than the transaction; those
 * known already cost no round trip. Ask before changing items in the same transaction.
 */
export abstract class CatalogFacade {
  /** The items there are among the SKUs, active or not; one that is unknown is absent. */
  abstract sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, SellableItem>>;
  /** The item that carries the barcode. */
  abstract byBarcode(tx: Tx, barcode: string): Promise<SellableItem | undefined>;
}
