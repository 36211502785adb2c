import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What the catalogue says of an item now. */
export interface MenuItem {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly price: Money;
  readonly taxCategory: string;
  readonly active: boolean;
}

/** Tells what items are and cost. Reads inside the transaction, so that a sale is never priced from yesterday's list. */
export interface Menu {
  /** The items there are among the SKUs; one that is unknown is absent. */
  items(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, MenuItem>>;
}
