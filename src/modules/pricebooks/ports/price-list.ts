import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** An item with the price that holds where no pricebook says otherwise. */
export interface ListedItem {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: Money;
}

/** List prices. */
export interface PriceList {
  /** The item, on sale or not; `undefined` when there is none. */
  item(tx: Tx, sku: string): Promise<ListedItem | undefined>;
}
