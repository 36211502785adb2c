import type { Money } from '../../../kernel/money.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import { DraftProblems } from './draft-problems.js';
import { checkRule } from './read-rule.js';
import type { EffectDraft, OfferDraft, RuleDraft } from './rule-draft.js';

/** Whom a promotion is for. Each list that is there must be met by one of its entries; `null` is for all. */
export interface PromotionScope {
  readonly outletIds: readonly OutletId[] | null;
  readonly channels: readonly string[] | null;
  /** Groups that the customer is in. */
  readonly customerGroups: readonly string[] | null;
  /** What the customer is entitled to, such as the name of a membership plan. */
  readonly entitlements: readonly string[] | null;
}

/** How often and how far a promotion goes, over all orders; `null` is without limit. */
export interface PromotionLimits {
  /** Orders that use it. */
  readonly usesMax: number | null;
  /** Orders of one customer that use it; it then needs a customer. */
  readonly usesPerCustomerMax: number | null;
  /** All that it may take off. */
  readonly budget: Money | null;
}

/** All that can be said of a promotion, as callers write it, rows keep it and events tell it. */
export interface PromotionDetails extends RuleDraft {
  readonly scope: PromotionScope;
  /**
   * From this moment on, by the till's time of the sale.
   * @format date-time
   */
  readonly validFrom: string | null;
  /**
   * Until this moment, which is not in it any more.
   * @format date-time
   */
  readonly validTo: string | null;
  readonly limits: PromotionLimits;
}

export const FOR_ALL: PromotionScope = { outletIds: null, channels: null, customerGroups: null, entitlements: null };
export const WITHOUT_LIMIT: PromotionLimits = { usesMax: null, usesPerCustomerMax: null, budget: null };

export const USES_MAX = 1_000_000_000;
const SCOPE_LENGTH_MAX = 100;
const SCOPE_ENTRIES_MAX = { outletIds: 500, channels: 20, customerGroups: 100, entitlements: 100 } as const;

/** Refuses details that no promotion can have. @throws Refusal `promotion_invalid` with every bad place. */
export function assertSound(details: PromotionDetails): void {
  const problems = new DraftProblems();
  checkRule(problems, details, '');
  for (const member of ['outletIds', 'channels', 'customerGroups', 'entitlements'] as const) {
    const list = details.scope[member];
    const limits = { entries: SCOPE_ENTRIES_MAX[member], length: SCOPE_LENGTH_MAX };
    if (list !== null) problems.texts(list, limits, `/scope/${member}`);
  }
  const { validFrom, validTo, limits } = details;
  if (validFrom !== null && validTo !== null && Date.parse(validTo) <= Date.parse(validFrom)) {
    problems.add('/validTo', 'must be after validFrom');
  }
  for (const member of ['usesMax', 'usesPerCustomerMax'] as const) {
    const most = limits[member];
    if (most !== null) problems.whole(most, [1, USES_MAX], `/limits/${member}`);
  }
  if (limits.budget !== null) problems.money(limits.budget, '/limits/budget', 1);
  if (problems.fields.length > 0) throw new Refusal('promotion_invalid', {}, problems.fields);
}

/** The currency of all amounts in a promotion; `null` when it has none and goes with any. */
export function currencyOf({ effect, conditions, amountMax, limits }: PromotionDetails): string | null {
  const amounts = [...amountsOf(effect), conditions?.minAmount, amountMax, limits.budget];
  return amounts.find((amount) => amount != null)?.currency ?? null;
}

function amountsOf({ amount, price, tiers = [], offer }: EffectDraft): (Money | undefined)[] {
  const offers: readonly OfferDraft[] = [...tiers, offer ?? {}];
  return [amount, price, ...offers.flatMap((one) => [one.price, one.amountOff])];
}

/** The same details without members that are absent and in one order, so that equal ones are equal as text. */
export function normalDetails(details: PromotionDetails): PromotionDetails {
  return sorted(details) as PromotionDetails;
}

/** True when two details say the same. */
export function isSameDetails(a: PromotionDetails, b: PromotionDetails): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
