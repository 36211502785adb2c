import type { Activation, PromotionId } from './promotion.js';
import type { PromotionLimits, PromotionScope } from './promotion-details.js';
import type { PromotionRule } from './promotion-rule.js';

/** A promotion in force, read once and kept for all who ask. */
export interface ActivePromotion {
  readonly id: PromotionId;
  readonly activation: Activation;
  readonly rule: PromotionRule;
  readonly scope: PromotionScope;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly limits: PromotionLimits;
  /** The currency of its amounts; `null`: any. */
  readonly currency: string | null;
}

/** Who buys, where and how. */
export interface Sale {
  readonly outletId: string;
  readonly channel: string;
  readonly currency: string;
  readonly customerId: string | null;
  readonly customerGroups: readonly string[];
  readonly entitlements: readonly string[];
  readonly at: Date;
}

export type Inapplicability = 'not_now' | 'not_here' | 'needs_customer';

/** Why a promotion is not for a sale; `undefined` when it is. The schedule is the pricing engine's to ask. */
export function inapplicabilityOf(promotion: ActivePromotion, sale: Sale): Inapplicability | undefined {
  const { scope, currency, limits } = promotion;
  if (!isWithin(promotion, sale.at)) return 'not_now';
  const here = meets(scope.outletIds, [sale.outletId]) && meets(scope.channels, [sale.channel]);
  if (!here || (currency !== null && currency !== sale.currency)) return 'not_here';
  const ofPerson = scope.customerGroups !== null || scope.entitlements !== null || limits.usesPerCustomerMax !== null;
  if (sale.customerId === null && ofPerson) return 'needs_customer';
  const known = meets(scope.customerGroups, sale.customerGroups) && meets(scope.entitlements, sale.entitlements);
  return known ? undefined : 'not_here';
}

/** True from `validFrom` until before `validTo`. */
export function isWithin(
  { validFrom, validTo }: { readonly validFrom: Date | null; readonly validTo: Date | null },
  at: Date,
): boolean {
  return (validFrom === null || validFrom <= at) && (validTo === null || at < validTo);
}

/** True when nothing is asked for, or one of what is asked for is there. */
function meets(wanted: readonly string[] | null, present: readonly string[]): boolean {
  return wanted === null || wanted.some((one) => present.includes(one));
}

/** True when somebody has to keep count of a promotion that applies by itself. */
export function isLimited({ usesMax, usesPerCustomerMax, budget }: PromotionLimits): boolean {
  return usesMax !== null || usesPerCustomerMax !== null || budget !== null;
}
