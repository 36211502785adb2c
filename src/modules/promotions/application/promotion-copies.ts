import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PromotionDetails } from '../domain/promotion-details.js';
import type { Activation, PromotionId } from '../domain/promotion.js';

/** A code that many share: orders may use it without limit. In its normal form. */
export interface SharedCode {
  readonly code: string;
  readonly usesPerCustomerMax: number | null;
  readonly validTo: Date | null;
}

/** A promotion that is switched on. */
export interface CopiedPromotion {
  readonly id: PromotionId;
  readonly version: number;
  readonly activation: Activation;
  readonly details: PromotionDetails;
  /** Of its amounts; `null`: any. */
  readonly currency: string | null;
  /** By code. */
  readonly codes: readonly SharedCode[];
  /** True: it has other codes, too. */
  readonly moreCodes: boolean;
}

/**
 * What those need who keep a copy of promotions, within their own transaction. `pricing` of the tenant's revisions moves with them,
 * but for codes.
 */
export abstract class PromotionCopies {
  /** Those that are switched on, not over, and for the outlet among others; by id. One question. */
  abstract active(tx: Tx, outletId: OutletId, at: Date): Promise<readonly CopiedPromotion[]>;
}
