import { normalCodeOf } from '../../../src/modules/promotions/domain/promo-code.js';
import type { PromotionDetails } from '../../../src/modules/promotions/domain/promotion-details.js';
import type { PromotionCount, UseCount } from '../../../src/modules/promotions/domain/uses.js';
import type { CodeCounts, UseCounts } from '../../../src/modules/promotions/ports/use-counts.js';
import {
  activePromotion,
  weighPromotions,
  type ActivePromotions,
} from '../../../src/modules/promotions/application/weigh-promotions.js';
import type {
  Candidate,
  PromotionQuestion,
  RejectedCode,
} from '../../../src/modules/promotions/application/promotions-facade.js';
import type { PromotionRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import type { BookRecords } from './book-records.js';

/**
 * Promotions from a book's records. How far they are used up only the service knows: here each has room, and what is taken too
 * often comes up as a conflict when the sale is sent.
 */
export class BookPromotions implements UseCounts {
  private readonly active: ActivePromotions;
  private readonly codes: ReadonlyMap<string, CodeCounts>;
  /** True where the service knows codes that the book has not. */
  readonly moreCodes: boolean;

  constructor(records: BookRecords) {
    const sorted = [...records.of('promotions').values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.active = new Map(sorted.map((record) => [record.id, activeOf(record)]));
    this.codes = new Map(sorted.flatMap((record) => codesOf(record).map((code) => [code.code, code])));
    this.moreCodes = sorted.some(({ moreCodes }) => moreCodes);
  }

  /** What may apply, as the promotions module says it. */
  candidates(
    question: PromotionQuestion,
  ): Promise<{ candidates: readonly Candidate[]; rejected: readonly RejectedCode[] }> {
    return weighPromotions(this.active, question, this);
  }

  /** True for a code that brings a promotion, as far as the book knows. */
  isCode(text: string): boolean {
    return this.codes.has(normalCodeOf(text));
  }

  ofPromotions(ids: readonly string[]): Promise<ReadonlyMap<string, PromotionCount>> {
    const counts = new Map<string, PromotionCount>();
    for (const id of ids) {
      const promotion = this.active.get(id);
      if (promotion !== undefined) counts.set(id, unused(promotion.limits));
    }
    return Promise.resolve(counts);
  }

  ofCodes(codes: readonly string[]): Promise<ReadonlyMap<string, CodeCounts>> {
    const known = codes.flatMap((code) => this.codes.get(code) ?? []);
    return Promise.resolve(new Map(known.map((counts) => [counts.code, counts])));
  }
}

function activeOf({ id, activation, version, details }: PromotionRecord) {
  return activePromotion({ id, activation, version, details: details as PromotionDetails });
}

function codesOf({ id, codes, details }: PromotionRecord): CodeCounts[] {
  return codes.map(({ code, usesPerCustomerMax, validTo }) => ({
    code,
    promotionId: id,
    status: 'active',
    active: true,
    validTo: validTo === null ? null : new Date(validTo),
    ofCode: { ...UNUSED, usesMax: null, usesPerCustomerMax },
    ofPromotion: unused(details.limits),
  }));
}

const UNUSED: Pick<UseCount, 'uses' | 'usesOfCustomer'> = { uses: 0, usesOfCustomer: 0 };

function unused(limits: PromotionDetails['limits']): PromotionCount {
  return { ...limits, ...UNUSED, spent: 0 };
}
