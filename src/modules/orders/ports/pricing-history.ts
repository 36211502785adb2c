import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { KeptPricing } from '../domain/pricing-replay.js';

/** An order with what it was priced from. */
export interface PricedOrder {
  readonly order: Order;
  readonly kept: KeptPricing;
}

/** Orders of a period, by the till's clock: from inclusive, to exclusive. */
export interface PricedPeriod {
  readonly from: Date;
  readonly to: Date;
  /** Only these outlets; absent is all. */
  readonly outletIds?: readonly string[];
  /** Only settled sales; absent is every order. */
  readonly settledOnly?: true;
  /** The last of the page before. */
  readonly after?: readonly [placedAt: string, id: string];
}

/** Knows what orders were priced from. */
export interface PricingHistory {
  /** In the order asked; those that are not there are absent. */
  ofOrders(tx: Tx, ids: readonly OrderId[]): Promise<PricedOrder[]>;
  /** Oldest first, at most `limit` + 1: the one more tells that there is a next page. */
  ofPeriod(tx: Tx, period: PricedPeriod, limit: number): Promise<PricedOrder[]>;
}
