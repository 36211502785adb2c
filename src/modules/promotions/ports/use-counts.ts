import type { PromotionStatus } from '../domain/promotion.js';
import type { PromotionCount, UseCount } from '../domain/uses.js';

/** A code with the counts of itself and of its promotion, as far as they are known without a lock. */
export interface CodeCounts {
  readonly code: string;
  readonly promotionId: string;
  readonly status: PromotionStatus;
  readonly active: boolean;
  readonly validTo: Date | null;
  readonly ofCode: UseCount;
  readonly ofPromotion: PromotionCount;
}

/** Knows how far promotions and codes are used up, for one who asks. */
export interface UseCounts {
  /** Those that are counted, by promotion; one that is absent has room. */
  ofPromotions(ids: readonly string[]): Promise<ReadonlyMap<string, PromotionCount>>;
  /** By codes in their normal form; unknown ones are absent. */
  ofCodes(codes: readonly string[]): Promise<ReadonlyMap<string, CodeCounts>>;
}
