import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { CountedUse, PromotionCandidate } from '../domain/order-pricing.js';

/** Who buys, where, how and when. */
export interface PromotionOccasion {
  readonly outletId: OutletId;
  readonly channel: string;
  readonly currency: string;
  readonly customerId: string | null;
  readonly customerGroups: readonly string[];
  readonly entitlements: readonly string[];
  /** As typed. */
  readonly codes: readonly string[];
  readonly at: Date;
}

/** Promotions that may apply, and codes that brought none. */
export interface PromotionOffer {
  readonly candidates: readonly PromotionCandidate[];
  readonly rejected: readonly { readonly code: string; readonly reason: PromoCodeRefusal }[];
}

/** Why a code brings nothing. */
export type PromoCodeRefusal =
  | 'promo_code_unknown'
  | 'promo_code_expired'
  | 'promo_code_not_here'
  | 'promo_code_needs_customer'
  | 'promo_code_exhausted';

/** A use that a limit did not leave room for. */
export interface RefusedPromotion {
  readonly promotionId: string;
  readonly code: string | null;
  readonly reason:
    'promo_code_exhausted' | 'promotion_exhausted' | 'promotion_budget_exhausted' | 'promotion_customer_limit';
}

/** Knows promotions and counts their uses. */
export interface PromotionRules {
  /** All that may apply; the engine decides which do. */
  candidates(tx: Tx, occasion: PromotionOccasion): Promise<PromotionOffer>;
  /** Makes these the counted uses of an order; those it had and does not name are free again. All or nothing. */
  use(
    tx: Tx,
    orderId: string,
    customerId: string | null,
    uses: readonly CountedUse[],
  ): Promise<readonly RefusedPromotion[]>;
}
