import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { CodeId, PromoCode } from '../domain/promo-code.js';
import type { Promotion, PromotionId, PromotionStatus, PromotionVersion } from '../domain/promotion.js';

/** The position of the last entry of the page before: a time and an id. */
export type After = readonly [at: string, id: string];

export interface PromotionQuery {
  /** As it is at the time of the question. */
  readonly status?: PromotionStatus;
  /** Part of the name, whatever the letter case. */
  readonly q?: string;
  /** The promotion that this code brings. */
  readonly code?: string;
  /** Those that are for this outlet, among others. */
  readonly outletId?: string;
  /** Those that are in force at this moment. */
  readonly at?: Date;
  readonly limit: number;
  readonly after?: After;
}

export interface CodeQuery {
  readonly q?: string;
  readonly batchId?: string;
  readonly active?: boolean;
  /** Used by some order, or by none. */
  readonly used?: boolean;
  readonly limit: number;
  readonly after?: After;
}

export interface UseQuery {
  readonly code?: string;
  readonly customerId?: string;
  readonly orderId?: string;
  readonly limit: number;
  readonly after?: readonly [usedAt: string, orderId: string, code: string];
}

/** An order that uses a promotion. */
export interface PromotionUseView {
  readonly orderId: string;
  readonly customerId: string | null;
  readonly code: string | null;
  readonly amount: Money;
  readonly usedAt: Date;
}

/** How far a promotion went. */
export interface PromotionFigures {
  readonly uses: number;
  readonly customers: number;
  /** By currency. */
  readonly givenAway: readonly Money[];
  readonly usesLeft: number | null;
  readonly budgetLeft: Money | null;
  readonly codes: number;
}

/** What callers ask about promotions. Pages have one entry more than the limit when there are more. */
export interface PromotionViews {
  /** @throws Refusal `promotion_not_found`. */
  promotion(context: RequestContext, id: PromotionId): Promise<Promotion>;
  /** Newest first. */
  promotions(context: RequestContext, query: PromotionQuery): Promise<readonly Promotion[]>;
  /** Newest first, below a number. @throws Refusal `promotion_not_found`. */
  versions(
    context: RequestContext,
    id: PromotionId,
    page: { limit: number; below?: number },
  ): Promise<readonly PromotionVersion[]>;
  /** @throws Refusal `promotion_not_found`, `promotion_version_not_found`. */
  version(context: RequestContext, id: PromotionId, version: number): Promise<PromotionVersion>;
}

/** What callers ask about codes and about who used them. */
export interface UseViews {
  /** Oldest first. @throws Refusal `promotion_not_found`. */
  codes(context: RequestContext, id: PromotionId, query: CodeQuery): Promise<readonly PromoCode[]>;
  /** @throws Refusal `promo_code_not_found`. */
  code(context: RequestContext, id: PromotionId, codeId: CodeId): Promise<PromoCode>;
  /** Newest first. @throws Refusal `promotion_not_found`. */
  uses(context: RequestContext, id: PromotionId, query: UseQuery): Promise<readonly PromotionUseView[]>;
  /** @throws Refusal `promotion_not_found`. */
  figures(context: RequestContext, id: PromotionId): Promise<PromotionFigures>;
}
