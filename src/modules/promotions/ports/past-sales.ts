import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { PromotionRule } from '../domain/promotion-rule.js';

/** Which past sales are priced again: from inclusive, to exclusive, by the till's clock. */
export interface PastPeriod {
  readonly from: Date;
  readonly to: Date;
  /** Only these outlets; absent is all. */
  readonly outletIds?: readonly string[];
  /** Only these channels; absent is all. */
  readonly channels?: readonly string[];
  /** The last of the page before. */
  readonly after?: readonly [placedAt: string, id: string];
}

/** What a promotion would have changed on one sale. */
export interface SimulatedSale {
  readonly orderId: string;
  readonly number: string;
  readonly before: Money;
  readonly after: Money;
  /** `after` less `before`. */
  readonly difference: Money;
  /** What the promotion itself would have taken off. */
  readonly takenOff: Money;
}

/** One page of a simulation, and where the next begins. */
export interface SimulatedSales {
  readonly orders: readonly SimulatedSale[];
  /** How many sales were priced again, those without a difference included. */
  readonly looked: number;
  readonly next: readonly [placedAt: string, id: string] | null;
}

/** Prices past sales as if a rule had been in force, in place of any older version of it. Writes nothing. */
export interface PastSales {
  simulate(context: RequestContext, rule: PromotionRule, period: PastPeriod, limit: number): Promise<SimulatedSales>;
}
