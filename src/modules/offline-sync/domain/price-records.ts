import type { Money } from '../../../kernel/money.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';

/** What a pricebook does to a price, `EffectDraft` of the pricebooks with its rate as text. */
export interface PriceEffectRecord {
  readonly kind: 'absolute' | 'percent' | 'amount';
  /** The price of `absolute`, or what `amount` adds; `null` of a percentage. */
  readonly amount: Money | null;
  /** In percent, `-20` takes a fifth off; `null` of an amount. */
  readonly rate: string | null;
}

/** A released version that is in force, was until a few days ago, or will be. */
export interface PricebookVersionRecord {
  readonly id: string;
  readonly number: number;
  readonly effectiveAt: string;
  readonly priority: number;
  /** `null`: all outlets. Of those that it names only the one that this is for. None of them: others inherit from it here. */
  readonly outletIds: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly customerGroups: readonly string[] | null;
  readonly schedule: ScheduleDraft | null;
  readonly rules: readonly { readonly category: string | null; readonly effect: PriceEffectRecord }[];
  readonly hasEntries: boolean;
}

/** A pricebook that may have a say at the outlet, or that such a one inherits. */
export interface PricebookRecord {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly parentId: string | null;
  readonly archivedAt: string | null;
  /** By the time from which each is in force, then by number. */
  readonly versions: readonly PricebookVersionRecord[];
}

/** What a version of a pricebook says of one item. */
export interface PriceRecord {
  readonly versionId: string;
  readonly sku: string;
  readonly effect: PriceEffectRecord;
}

/** Which lines are meant, `SelectorDraft` of the promotions. */
export interface SelectorRecord {
  readonly skus?: readonly string[];
  readonly categories?: readonly string[];
  readonly excludeSkus?: readonly string[];
  readonly excludeCategories?: readonly string[];
  readonly comboParts?: boolean;
}

/** What a promotion is, as callers wrote it: `PromotionDetails` of the promotions, which `ruleFrom` reads. */
export interface PromotionDetailsRecord {
  readonly name: string;
  readonly priority?: number;
  readonly level?: string;
  readonly select?: SelectorRecord;
  readonly schedule?: ScheduleDraft | null;
  readonly conditions?: {
    readonly select?: SelectorRecord;
    readonly minAmount?: Money;
    readonly minQuantity?: string;
  } | null;
  readonly effect: {
    readonly kind: string;
    readonly rate?: string;
    readonly amount?: Money;
    readonly price?: Money;
    readonly of?: string;
    readonly tiers?: readonly {
      readonly from: string;
      readonly rate?: string;
      readonly amountOff?: Money;
      readonly price?: Money;
    }[];
    readonly buy?: number;
    readonly get?: number;
    readonly pick?: string;
    readonly getSelect?: SelectorRecord;
    readonly units?: number;
    readonly parts?: readonly { readonly select: SelectorRecord; readonly quantity: number }[];
    readonly offer?: { readonly price?: Money; readonly rate?: string; readonly amountOff?: Money };
  };
  readonly exclusiveGroup?: string | null;
  readonly stackable?: boolean;
  readonly timesMax?: number | null;
  readonly amountMax?: Money | null;
  readonly scope: {
    /** `null`: all outlets; otherwise the one that this is for. */
    readonly outletIds: readonly string[] | null;
    readonly channels: readonly string[] | null;
    readonly customerGroups: readonly string[] | null;
    readonly entitlements: readonly string[] | null;
  };
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Uses are counted by the service: what is taken without a network may come to more. */
  readonly limits: {
    readonly usesMax: number | null;
    readonly usesPerCustomerMax: number | null;
    readonly budget: Money | null;
  };
}

/** A promotion that is switched on, in force now or to come. */
export interface PromotionRecord {
  readonly id: string;
  /** The number of the version that `details` are. */
  readonly version: number;
  readonly activation: 'automatic' | 'code';
  readonly details: PromotionDetailsRecord;
  /** The currency of its amounts; `null`: any. */
  readonly currency: string | null;
  /** Codes that bring it and that many share, in their normal form (`normalCodeOf`). */
  readonly codes: readonly {
    readonly code: string;
    readonly usesPerCustomerMax: number | null;
    readonly validTo: string | null;
  }[];
  /** True: it has other codes, too, which only the service knows: to take one needs the network. */
  readonly moreCodes: boolean;
}
