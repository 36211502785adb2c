import type { Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';

/** Which lines a promotion is about. Without `skus` and `categories` it is about all; what is excluded is never in it. */
export interface ItemSelector {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  readonly excludeSkus?: readonly string[];
  readonly excludeCategories?: readonly string[];
  /** Whether parts of combos count. */
  readonly comboParts: boolean;
}

/** From this quantity on, this much off: in percent, per unit, or a unit price instead. */
export type QuantityTier = { readonly from: Decimal } & (
  { readonly rate: Decimal } | { readonly amountOff: Money } | { readonly price: Money }
);

/** What a promotion takes off (docs/pricing.md, section 3). Rates are percentages from 0 to 100, amounts are not negative. */
export type PromotionEffect =
  | { readonly kind: 'percent_off'; readonly rate: Decimal }
  | { readonly kind: 'amount_off'; readonly amount: Money }
  | { readonly kind: 'fixed_price'; readonly price: Money }
  | {
      readonly kind: 'quantity_break';
      readonly of: 'line' | 'item' | 'selection';
      readonly tiers: readonly QuantityTier[];
    }
  | {
      readonly kind: 'buy_get';
      readonly buy: number;
      readonly get: number;
      readonly rate: Decimal;
      readonly pick: 'cheapest' | 'same_item';
      readonly getSelect?: ItemSelector;
    }
  | { readonly kind: 'units_off'; readonly units: number; readonly rate: Decimal }
  | {
      readonly kind: 'bundle';
      readonly parts: readonly { readonly select: ItemSelector; readonly quantity: number }[];
      readonly offer: { readonly price: Money } | { readonly rate: Decimal } | { readonly amountOff: Money };
    };

/** What the pricing engine needs to know of one version of a promotion. Frozen: orders keep copies. */
export interface PromotionRule {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** Lower applies first, 0 to 999 (DOMAIN P5). */
  readonly priority: number;
  readonly level: 'line' | 'order';
  readonly select: ItemSelector;
  readonly schedule: ScheduleDraft | null;
  readonly conditions: {
    readonly select: ItemSelector;
    readonly minAmount?: Money;
    readonly minQuantity?: Decimal;
  } | null;
  readonly effect: PromotionEffect;
  readonly exclusiveGroup: string | null;
  readonly stackable: boolean;
  readonly timesMax: number | null;
  readonly amountMax: Money | null;
}
