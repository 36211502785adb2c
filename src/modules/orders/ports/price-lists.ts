import type { WallClock } from '../../../kernel/business-time.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PriceStep } from '../domain/pricing/basket.js';

/** Who buys what, where, how and when. */
export interface PriceListQuestion {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly currency: string;
  readonly customerGroups: readonly string[];
  /** The moment of `clock`: of several versions, the one in force then counts. */
  readonly at: Date;
  readonly clock: WallClock;
  readonly items: readonly { readonly sku: string; readonly category: string }[];
}

/** Tells how list prices become the prices of a place, channel, time and customer. */
export interface PriceLists {
  /** For each item, in the order asked, the steps from its list price. None: the list price holds. */
  stepsFor(tx: Tx, question: PriceListQuestion): Promise<readonly (readonly PriceStep[])[]>;
}
