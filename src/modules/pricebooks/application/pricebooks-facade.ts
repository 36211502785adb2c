import type { WallClock } from '../../../kernel/business-time.js';
import type { Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Who buys what, where and how. */
export interface PriceQuestion {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly currency: string;
  /** The groups that the customer is in; empty for a stranger. */
  readonly customerGroups: readonly string[];
  readonly lines: readonly PricedItem[];
}

export interface PricedItem {
  readonly sku: string;
  readonly category: string;
  /** The moment of the line by the till's clock: versions that were in force then decide, also for a sale that comes late. */
  readonly at: Date;
  /** The same moment on the outlet's wall. */
  readonly clock: WallClock;
}

/** A change of a price by one version of a pricebook, on its way from the list price. */
export type PricebookStep = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The scope that matched, in words: `outlet, channel kiosk, Fri 17:00–19:00`. */
  readonly reason: string;
} & (
  | { readonly kind: 'absolute'; readonly price: Money }
  /** A change in percent: `-20` takes a fifth off. */
  | { readonly kind: 'percent'; readonly rate: Decimal }
  | { readonly kind: 'amount'; readonly amount: Money }
);

/** What other modules may ask about prices, within their own transaction. Never older than the transaction. */
export abstract class PricebooksFacade {
  /**
   * For each line, in the order asked, the steps from its list price to its effective price: of the narrowest pricebook that
   * says something of the item, those that it inherits first. None: the list price holds.
   */
  abstract stepsFor(tx: Tx, question: PriceQuestion): Promise<readonly (readonly PricebookStep[])[]>;
}
