import type { Decimal } from '../../../../kernel/decimal.js';
import type { Money } from '../../../../kernel/money.js';
import type { ScheduleDraft } from '../../../../kernel/schedule.js';

/** Which lines a rule is about. Without `skus` and `categories` it is about all; what is excluded is never in it. */
export interface Selector {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  readonly excludeSkus?: readonly string[];
  readonly excludeCategories?: readonly string[];
  /** Only these lines of the basket: for discounts that a person gives. */
  readonly lineIds?: readonly string[];
  /** Whether parts of combos count; their price is a special one already. */
  readonly comboParts: boolean;
}

/** From this quantity on, this much off: in percent, per unit, or a unit price instead. */
export type QuantityTier = { readonly from: Decimal } & (
  { readonly rate: Decimal } | { readonly amountOff: Money } | { readonly price: Money }
);

export interface BundlePart {
  readonly select: Selector;
  /** Units of it in one bundle, from 1. */
  readonly quantity: number;
}

/** What a discount takes off. Rates are percentages from 0 to 100, amounts are not negative. */
export type Effect =
  | { readonly kind: 'percent_off'; readonly rate: Decimal }
  /** At level `line` for each unit of quantity, at level `order` once. */
  | { readonly kind: 'amount_off'; readonly amount: Money }
  /** Each unit costs this, where that is less. */
  | { readonly kind: 'fixed_price'; readonly price: Money }
  /** Tiers by the quantity of a line, of all lines of one SKU, or of all selected lines together. */
  | {
      readonly kind: 'quantity_break';
      readonly of: 'line' | 'item' | 'selection';
      readonly tiers: readonly QuantityTier[];
    }
  /** For every `buy` units, `get` units with `rate` off; the cheapest, or of the same SKU. `getSelect` absent: of the same lines. */
  | {
      readonly kind: 'buy_get';
      readonly buy: number;
      readonly get: number;
      readonly rate: Decimal;
      readonly pick: 'cheapest' | 'same_item';
      readonly getSelect?: Selector;
    }
  /** The cheapest `units` of the selection with `rate` off: a free item. */
  | { readonly kind: 'units_off'; readonly units: number; readonly rate: Decimal }
  /** Any mix of the parts at a price, or with something off. */
  | {
      readonly kind: 'bundle';
      readonly parts: readonly BundlePart[];
      readonly offer: { readonly price: Money } | { readonly rate: Decimal } | { readonly amountOff: Money };
    };

/** What must be in the basket, measured on what earlier discounts left. */
export interface Conditions {
  readonly select: Selector;
  readonly minAmount?: Money;
  readonly minQuantity?: Decimal;
}

/** A rule that takes something off: a version of a promotion, or what a person gave. Frozen: orders keep copies. */
export interface Discount {
  readonly source: 'promotion' | 'manual';
  /** Second key of the order of application, after `priority`; for a promotion its id. */
  readonly id: string;
  readonly version: number | null;
  readonly name: string;
  /** The code that brought it; `null` when it applies by itself. */
  readonly code: string | null;
  /** Lower applies first (DOMAIN P5). */
  readonly priority: number;
  readonly level: 'line' | 'order';
  readonly select: Selector;
  /** By the clock of each line at level `line`, by the order's at level `order`; `null` is always. */
  readonly schedule: ScheduleDraft | null;
  readonly conditions: Conditions | null;
  readonly effect: Effect;
  /** Of one group only the best applies: the one that takes most off where the group's first has its turn. */
  readonly exclusiveGroup: string | null;
  /** False: it takes only what no promotion has discounted, and what it discounted no later promotion touches. */
  readonly stackable: boolean;
  /** Times per order that `buy_get` and `bundle` apply; `null` is without limit. */
  readonly timesMax: number | null;
  /** The most it takes off one order; `null` is without limit. */
  readonly amountMax: Money | null;
}

/** What a discount took off one line: frozen with the sale (DOMAIN P5). */
export interface Application {
  readonly source: Discount['source'];
  readonly id: string;
  readonly version: number | null;
  readonly name: string;
  readonly code: string | null;
  readonly level: Discount['level'];
  readonly lineId: string;
  /** Above zero. */
  readonly amount: Money;
}
