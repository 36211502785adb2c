import { inapplicabilityOf, isLimited, type ActivePromotion, type Inapplicability } from '../domain/applicability.js';
import { isCodeText, normalCodeOf } from '../domain/promo-code.js';
import { currencyOf, type PromotionDetails } from '../domain/promotion-details.js';
import type { Activation, PromotionId } from '../domain/promotion.js';
import { ruleFrom } from '../domain/read-rule.js';
import { hasRoom } from '../domain/uses.js';
import type { CodeCounts, UseCounts } from '../ports/use-counts.js';
import type { Candidate, PromotionQuestion, RejectedCode } from './promotions-facade.js';

/** Promotions in force, by id. */
export type ActivePromotions = ReadonlyMap<string, ActivePromotion>;

/** One version of a promotion as it is kept. */
export interface PromotionVersion {
  readonly id: string;
  readonly activation: Activation;
  readonly version: number;
  readonly details: PromotionDetails;
}

const REASONS: Readonly<Record<Inapplicability, RejectedCode['reason']>> = {
  not_now: 'promo_code_expired',
  not_here: 'promo_code_not_here',
  needs_customer: 'promo_code_needs_customer',
};

/** Makes a version ready to be asked. */
export function activePromotion({ id, activation, version, details }: PromotionVersion): ActivePromotion {
  const { scope, validFrom, validTo, limits } = details;
  return Object.freeze({
    id: id as PromotionId,
    activation,
    rule: ruleFrom(details, { id, version }),
    scope,
    validFrom: validFrom === null ? null : new Date(validFrom),
    validTo: validTo === null ? null : new Date(validTo),
    limits,
    currency: currencyOf(details),
  });
}

/** What of the promotions in force may apply to a sale, as `PromotionsFacade.candidates` says. */
export async function weighPromotions(
  active: ActivePromotions,
  question: PromotionQuestion,
  counts: UseCounts,
): Promise<{ candidates: readonly Candidate[]; rejected: readonly RejectedCode[] }> {
  const automatic = await automaticOnes(active, question, counts);
  if (question.codes.length === 0) return { candidates: automatic, rejected: [] };
  const { brought, rejected } = await broughtByCodes(active, question, counts);
  return { candidates: [...automatic, ...brought], rejected };
}

/** Those that apply by themselves. Only where one has a limit are counts asked for, whether there is room. */
async function automaticOnes(
  active: ActivePromotions,
  question: PromotionQuestion,
  counts: UseCounts,
): Promise<Candidate[]> {
  const fit = [...active.values()].filter(
    (promotion) => promotion.activation === 'automatic' && inapplicabilityOf(promotion, question) === undefined,
  );
  const limited = fit.filter(({ limits }) => isLimited(limits)).map(({ id }) => id);
  const known = limited.length === 0 ? new Map<never, never>() : await counts.ofPromotions(limited);
  const open = fit.filter(({ id }) => {
    const count = known.get(id);
    return count === undefined || hasRoom(count, question.customerId);
  });
  return open.map(({ rule, limits }) => ({ rule, code: null, counted: isLimited(limits) }));
}

async function broughtByCodes(
  active: ActivePromotions,
  question: PromotionQuestion,
  counts: UseCounts,
): Promise<{ brought: Candidate[]; rejected: RejectedCode[] }> {
  const codes = [...new Set(question.codes.map(normalCodeOf))];
  const possible = codes.filter(isCodeText);
  const known = possible.length === 0 ? new Map<never, never>() : await counts.ofCodes(possible);
  const brought: Candidate[] = [];
  const rejected: RejectedCode[] = [];
  for (const code of codes) {
    const found = judged(known.get(code), active, question);
    if (typeof found === 'string') rejected.push({ code, reason: found });
    else brought.push({ rule: found.rule, code, counted: true });
  }
  return { brought, rejected };
}

/** The promotion that a code brings, or why it brings none. */
function judged(
  counts: CodeCounts | undefined,
  active: ActivePromotions,
  question: PromotionQuestion,
): ActivePromotion | RejectedCode['reason'] {
  if (counts === undefined || counts.status === 'draft') return 'promo_code_unknown';
  const promotion = active.get(counts.promotionId);
  const over = counts.validTo !== null && counts.validTo <= question.at;
  if (promotion === undefined || !counts.active || over) return 'promo_code_expired';
  const reason = inapplicabilityOf(promotion, question);
  if (reason !== undefined) return REASONS[reason];
  const { ofCode, ofPromotion } = counts;
  if (ofCode.usesPerCustomerMax !== null && question.customerId === null) return 'promo_code_needs_customer';
  const room = hasRoom(ofCode, question.customerId) && hasRoom(ofPromotion, question.customerId);
  return room ? promotion : 'promo_code_exhausted';
}
