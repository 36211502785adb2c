import type { Money } from '../../../kernel/money.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PromotionRule } from '../domain/promotion-rule.js';

/** Who buys, where and how. */
export interface PromotionQuestion {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly currency: string;
  readonly customerId: string | null;
  readonly customerGroups: readonly string[];
  /** What the customer is entitled to, such as the name of a membership plan. */
  readonly entitlements: readonly string[];
  /** As typed; letter case and surrounding blanks do not matter. */
  readonly codes: readonly string[];
  /** The till's time of the sale: validity goes by it, so that a sale rung up offline keeps its promotion. */
  readonly at: Date;
  /** The order that is priced again: what it uses already does not count against it. Absent for a new one. */
  readonly orderId?: string | null;
}

/** A published version of a promotion that is in force for somebody. */
export interface Candidate {
  readonly rule: PromotionRule;
  /** The code that brought it, in its normal form; `null` when it applies by itself. */
  readonly code: string | null;
  /** Whether its uses are to be counted: it has a limit of uses, by customer, or of money, or a code brought it. */
  readonly counted: boolean;
}

/** Why a code brought nothing: `expired` is every time at which it does not hold, also before it begins and while it is paused. */
export interface RejectedCode {
  /** In its normal form (`normalCodeOf`). */
  readonly code: string;
  readonly reason:
    | 'promo_code_unknown'
    | 'promo_code_expired'
    | 'promo_code_not_here'
    | 'promo_code_needs_customer'
    | 'promo_code_exhausted';
}

/** One counted promotion on one order: what it takes off altogether. */
export interface PromotionUse {
  readonly promotionId: string;
  readonly code: string | null;
  readonly amount: Money;
}

/** A use that a limit did not leave room for. */
export interface RefusedUse {
  readonly promotionId: string;
  readonly code: string | null;
  readonly reason:
    'promo_code_exhausted' | 'promotion_exhausted' | 'promotion_budget_exhausted' | 'promotion_customer_limit';
}

/** What other modules may ask of promotions, within their own transaction. Rules are frozen and never older than it. */
export abstract class PromotionsFacade {
  /** All that may apply; the engine decides which do. Every code has brought a candidate or is rejected. */
  abstract candidates(
    tx: Tx,
    question: PromotionQuestion,
  ): Promise<{ candidates: readonly Candidate[]; rejected: readonly RejectedCode[] }>;
  /**
   * Makes these the counted uses of an order: what it used before and does not use now is free again. Race-free: each limit is
   * taken by a conditional update. All or nothing: when some find no room, nothing is taken and they are told.
   */
  abstract use(
    tx: Tx,
    orderId: string,
    customerId: string | null,
    uses: readonly PromotionUse[],
  ): Promise<readonly RefusedUse[]>;
  /** The rule of a promotion's newest version, a draft too: for simulation. `undefined` when there is none. */
  abstract newest(tx: Tx, promotionId: string): Promise<PromotionRule | undefined>;
}
