import type { MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { IssuedCodes } from '../../application/issue-codes.js';
import type { PromoCode } from '../../domain/promo-code.js';
import type { PromotionFigures, PromotionUseView } from '../../ports/promotion-views.js';
import type { PromotionInteger } from './promotion-dto.js';

/** Codes to be made: either `code`, one of your choosing, or `count` random ones. */
export interface IssuePromoCodesRequest {
  /**
   * 3 to 64 characters without blanks. Letter case does not matter.
   * @example "WELCOME10"
   */
  code?: string;
  /** Random codes, 1 to 10,000. */
  count?: PromotionInteger;
  /**
   * What random codes begin with.
   * @example "MAY-"
   */
  prefix?: string;
  /** Random characters after the prefix, 8 to 32; 12 when absent. */
  length?: PromotionInteger;
  /** Orders that may use one code; null is without limit. Absent: once for random codes, without limit for a chosen one. */
  usesMax?: PromotionInteger | null;
  /** Orders of one customer that may use one code; it then needs a customer. */
  usesPerCustomerMax?: PromotionInteger | null;
  /** Until before this moment, by the till's time of the sale. */
  validTo?: Timestamp | null;
}

/** Codes that were made in one go. */
export interface IssuedPromoCodesResponse {
  promotionId: Uuid;
  /** Finds them again: `GET …/codes?batchId=`. */
  batchId: Uuid;
  count: PromotionInteger;
  codes: string[];
}

/** Switches a code. */
export interface ChangePromoCodeRequest {
  /** False: it brings nothing any more; orders that have it keep it. */
  active: boolean;
}

/** A code that brings a promotion. */
export interface PromoCodeResponse {
  id: Uuid;
  promotionId: Uuid;
  batchId: Uuid;
  code: string;
  usesMax: PromotionInteger | null;
  usesPerCustomerMax: PromotionInteger | null;
  validTo: Timestamp | null;
  active: boolean;
  /** Orders that use it now. */
  uses: PromotionInteger;
  version: PromotionInteger;
  createdAt: Timestamp;
}

/** An order that uses a promotion. */
export interface PromotionUseResponse {
  orderId: Uuid;
  customerId: string | null;
  /** Null where the promotion applied by itself. */
  code: string | null;
  /** What it takes off altogether. */
  amount: MoneyDto;
  usedAt: Timestamp;
}

/** How far a promotion went. Orders are counted that use it by a code, or while it has a limit. */
export interface PromotionFiguresResponse {
  uses: PromotionInteger;
  /** Different customers, of orders that name one. */
  customers: PromotionInteger;
  /** What it took off, by currency. */
  givenAway: MoneyDto[];
  usesLeft: PromotionInteger | null;
  budgetLeft: MoneyDto | null;
  codes: PromotionInteger;
}

/** Shows codes that were made. */
export function toIssued({ promotionId, batchId, codes }: IssuedCodes): IssuedPromoCodesResponse {
  return { promotionId, batchId, count: codes.length, codes: [...codes] };
}

/** Shows a code. */
export function toCodeResponse({ validTo, createdAt, ...code }: PromoCode): PromoCodeResponse {
  return { ...code, validTo: validTo?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}

/** Shows a use. */
export function toUseResponse({ orderId, customerId, code, amount, usedAt }: PromotionUseView): PromotionUseResponse {
  return { orderId, customerId, code, amount: { ...amount }, usedAt: usedAt.toISOString() };
}

/** Shows figures. */
export function toFiguresResponse({ givenAway, budgetLeft, ...figures }: PromotionFigures): PromotionFiguresResponse {
  return {
    ...figures,
    givenAway: givenAway.map((amount) => ({ ...amount })),
    budgetLeft: budgetLeft === null ? null : { ...budgetLeft },
  };
}
