import type { Money } from '../../../kernel/money.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';

// A rule as callers write it, rows keep it and events tell it: plain JSON, rates and quantities as decimal strings. Which
// members an effect takes goes by its kind, so that each bad one is found with its place.

/** Which lines are meant. Without `skus` and `categories` all are; what is excluded never is. */
export interface SelectorDraft {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  readonly excludeSkus?: readonly string[];
  readonly excludeCategories?: readonly string[];
  /** Whether parts of combos count; false when absent. */
  readonly comboParts?: boolean;
}

/** From this quantity on: exactly one of a rate, an amount off each unit, or a price of each unit. */
export interface TierDraft {
  readonly from: string;
  readonly rate?: string;
  readonly amountOff?: Money;
  readonly price?: Money;
}

/** Some units of what the selector matches. */
export interface PartDraft {
  readonly select: SelectorDraft;
  readonly quantity: number;
}

/** What a bundle costs: exactly one of a price, a rate off, or an amount off. */
export interface OfferDraft {
  readonly price?: Money;
  readonly rate?: string;
  readonly amountOff?: Money;
}

/** What a promotion takes off. */
export interface EffectDraft {
  /** One of `EFFECT_KINDS`; more will come. */
  readonly kind: string;
  readonly rate?: string;
  readonly amount?: Money;
  readonly price?: Money;
  /** Of `quantity_break`: what is counted, `line`, `item` or `selection`. */
  readonly of?: string;
  readonly tiers?: readonly TierDraft[];
  readonly buy?: number;
  readonly get?: number;
  /** Of `buy_get`: `cheapest` or `same_item`. */
  readonly pick?: string;
  readonly getSelect?: SelectorDraft;
  readonly units?: number;
  readonly parts?: readonly PartDraft[];
  readonly offer?: OfferDraft;
}

/** What must be in the basket: an amount, a quantity, or both. */
export interface ConditionsDraft {
  readonly select?: SelectorDraft;
  readonly minAmount?: Money;
  readonly minQuantity?: string;
}

/** The rule of a promotion as it is drafted. */
export interface RuleDraft {
  readonly name: string;
  /** 0 to 999, lower first; 500 when absent. */
  readonly priority?: number;
  /** `line` (when absent) or `order`. */
  readonly level?: string;
  readonly select?: SelectorDraft;
  readonly schedule?: ScheduleDraft | null;
  readonly conditions?: ConditionsDraft | null;
  readonly effect: EffectDraft;
  /** Of one group only the best applies. */
  readonly exclusiveGroup?: string | null;
  /** Whether it shares lines with other promotions; true when absent. */
  readonly stackable?: boolean;
  readonly timesMax?: number | null;
  readonly amountMax?: Money | null;
}

export const PRIORITY_DEFAULT = 500;
