import type { Money } from '../../../kernel/money.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';
import type { PriceRecord, PricebookRecord, PromotionRecord } from './price-records.js';
import type { BusinessRecord, DeviceRecord, OutletRecord } from './place-records.js';

export type * from './place-records.js';
export type * from './price-records.js';

/**
 * What a till sells from without a network, as JSON carries it: amounts in minor units, decimals as text, moments as RFC 3339 in
 * UTC. The service's own code for prices, choices and codes runs on these records. They are of one outlet and, for people, of one
 * kind of device. Members are added as time goes; who reads leaves alone what it does not know.
 */
export interface SectionRecords {
  readonly business: BusinessRecord;
  readonly outlet: OutletRecord;
  /** The device that asks; empty where a person or a program asks. */
  readonly device: DeviceRecord;
  readonly staff: StaffRecord;
  readonly tenders: TenderRecord;
  readonly drawers: DrawerRecord;
  readonly tables: TableRecord;
  readonly drawerPolicy: DrawerPolicyRecord;
  readonly approvalRules: ApprovalRuleRecord;
  readonly labelRules: LabelRulesRecord;
  readonly availability: AvailabilityRecord;
  readonly pricebooks: PricebookRecord;
  readonly promotions: PromotionRecord;
  readonly modifierGroups: ModifierGroupRecord;
  readonly modifierAttachments: AttachmentsRecord;
  readonly combos: ComboRecord;
  /** Of a version that `pricebooks` has no more, the entries may be forgotten: no change says so. */
  readonly pricebookEntries: PriceRecord;
  readonly items: ItemRecord;
}

export type Section = keyof SectionRecords;

/** Sections that are small: where one changes, it comes whole, with `replace`. */
export const WHOLE_SECTIONS = [
  'business',
  'outlet',
  'device',
  'staff',
  'tenders',
  'drawers',
  'tables',
  'drawerPolicy',
  'approvalRules',
  'labelRules',
  'availability',
  'pricebooks',
  'promotions',
] as const satisfies readonly Section[];
export type WholeSection = (typeof WHOLE_SECTIONS)[number];

/** Sections of which only what has changed comes, record by record. */
export const GROWING_SECTIONS = [
  'modifierGroups',
  'modifierAttachments',
  'combos',
  'pricebookEntries',
  'items',
] as const satisfies readonly Section[];
export type GrowingSection = (typeof GROWING_SECTIONS)[number];

/** Records in one chunk of a snapshot, or one page of changes, about. */
export const CHUNK_RECORDS = 2_000;

/** Records of one section. */
export type SectionOf<Name extends Section> = {
  readonly section: Name;
  readonly records: readonly SectionRecords[Name][];
};
export type SectionChunk = { [Name in Section]: SectionOf<Name> }[Section];

/** What has changed in one section. */
export type SectionChange = SectionChunk & {
  /** True: `records` are the whole section; what is not among them is gone. */
  readonly replace: boolean;
  /** Keys (`recordKey`) of records that are gone. */
  readonly removed: readonly string[];
};

/** Somebody who may sign in at the device. */
export interface StaffRecord {
  readonly id: string;
  readonly displayName: string;
  readonly staffNumber: string;
  /** A language tag. */
  readonly locale: string | null;
  /** Codes of the roles that hold at the outlet on this kind of device. */
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly hasPin: boolean;
  /** Since when the PIN is the one that it is: what a device remembers of an earlier one is worth nothing. `null`: there is none. */
  readonly pinSetAt: string | null;
}

/** A tender that the outlet takes. */
export interface TenderRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Who collects payments with it: they need the network. `null`: they are recorded by hand, or kept in a ledger by its kind. */
  readonly provider: string | null;
  readonly surcharge:
    { readonly kind: 'percent'; readonly rate: string } | { readonly kind: 'amount'; readonly amount: Money } | null;
  readonly referenceRequired: boolean;
  readonly minimum: Money | null;
  readonly maximum: Money | null;
  readonly refundable: boolean;
}

/** A drawer of the outlet. */
export interface DrawerRecord {
  readonly id: string;
  readonly name: string;
  /** The device that it is fastened to; `null`: any may open it. */
  readonly deviceId: string | null;
  readonly active: boolean;
}

/** A table of the outlet that guests are seated at; by position, then by name. */
export interface TableRecord {
  readonly id: string;
  readonly name: string;
  /** The part of the outlet that it stands in. */
  readonly area: string | null;
  readonly seats: number;
  readonly position: number;
}

/** How the drawers of the outlet are run. Amounts are minor units of its currency. */
export interface DrawerPolicyRecord {
  readonly sessionRequired: boolean;
  readonly varianceLimit: number;
  readonly cashLimit: number | null;
  /** Coins and notes; `null`: those of the currency. */
  readonly denominations: readonly number[] | null;
  readonly blindCount: boolean;
  readonly floatDefault: number;
}

/** When an act needs a reason or a second person. One that is not here needs neither. */
export interface ApprovalRuleRecord {
  /** `order.refund`, `order.discount`, `drawer.no_sale`, … */
  readonly action: string;
  readonly secondPerson: 'never' | 'always' | 'over';
  /** What `over` goes by; at most one for each currency. */
  readonly limits: readonly Money[];
  readonly reasonRequired: boolean;
  /** Where there are some, the reason must be one of them. */
  readonly reasons: readonly string[];
}

/** How the outlet reads labels of scales, `LabelRule` of the catalogue. */
export interface LabelRulesRecord {
  readonly rules: readonly {
    readonly prefix: string;
    readonly kind: 'weight' | 'price' | 'count';
    readonly decimals: number;
    readonly itemDigits: number;
    readonly valueDigits: number;
    readonly valueCheckDigit: 'none' | 'four' | 'five';
    readonly unit: 'kg' | 'g' | 'lb' | 'oz';
  }[];
}

/** An item that the outlet is out of, or counts. All others it has. */
export interface AvailabilityRecord {
  readonly sku: string;
  readonly available: boolean;
  readonly reason: string | null;
  /** When it is there again by itself. */
  readonly until: string | null;
  readonly counted: boolean;
  /** It is counted down to nothing. How many are left is not told: every sale changes it. */
  readonly soldOut: boolean;
}

/** A group of modifiers. */
export interface ModifierGroupRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly currency: string;
  readonly min: number;
  readonly max: number | null;
  readonly freeQuantity: number;
  readonly modifiers: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly price: Money;
    /** By the variant attribute `size`. */
    readonly prices: Readonly<Record<string, Money>>;
    readonly default: boolean;
    readonly maxQuantity: number | null;
    readonly active: boolean;
    readonly allergens: readonly string[];
    /** Codes of groups that are offered where it is chosen. */
    readonly groups: readonly string[];
  }[];
}

/** Groups that are offered with an item, or with all items of a category: one of both. */
export interface AttachmentsRecord {
  readonly itemId: string | null;
  readonly category: string | null;
  readonly groups: readonly {
    readonly group: string;
    readonly position: number;
    readonly min: number | null;
    readonly max: number | null;
  }[];
}

/** What is in a combo. */
export interface ComboRecord {
  readonly itemId: string;
  readonly pricing: { readonly kind: 'fixed' | 'percent_off'; readonly rate: string | null };
  readonly slots: readonly {
    readonly code: string;
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly choices: readonly {
      readonly sku: string | null;
      readonly category: string | null;
      readonly upcharge: Money;
      readonly default: boolean;
    }[];
  }[];
}

/** An item, on sale or not; a deleted one is gone. */
export interface ItemRecord {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: Money;
  readonly taxCategory: string;
  readonly barcode: string | null;
  readonly barcodes: readonly string[];
  readonly unit: string;
  readonly active: boolean;
  readonly kind: 'product' | 'combo' | 'gift_card';
  readonly openPrice: boolean;
  readonly discountable: boolean;
  readonly minimumAge: number | null;
  readonly plu: string | null;
  readonly measure: 'each' | 'weight' | 'volume' | 'length';
  readonly tare: string | null;
  readonly variantOf: { readonly sku: string; readonly attributes: Readonly<Record<string, string>> } | null;
  readonly allergens: readonly string[];
  readonly images: readonly string[];
  readonly channels: readonly string[] | null;
  readonly schedule: ScheduleDraft | null;
}

const KEYS: { readonly [Name in Section]: (record: SectionRecords[Name]) => string } = {
  business: ({ id }) => id,
  outlet: ({ id }) => id,
  device: ({ id }) => id,
  staff: ({ id }) => id,
  tenders: ({ code }) => code,
  drawers: ({ id }) => id,
  tables: ({ id }) => id,
  drawerPolicy: () => 'policy',
  approvalRules: ({ action }) => action,
  labelRules: () => 'rules',
  availability: ({ sku }) => sku,
  pricebooks: ({ id }) => id,
  promotions: ({ id }) => id,
  modifierGroups: ({ id }) => id,
  modifierAttachments: ({ itemId, category }) => attachmentKey(itemId, category),
  combos: ({ itemId }) => itemId,
  pricebookEntries: ({ versionId, sku }) => `${versionId} ${sku}`,
  items: ({ id }) => id,
};

/** What a record goes by within its section: a record of the same key takes its place, and `removed` names it. */
export function recordKey<Name extends Section>(section: Name, record: SectionRecords[Name]): string {
  return KEYS[section](record);
}

/** The key of what is attached to an item, or to a category. */
export function attachmentKey(itemId: string | null, category: string | null): string {
  return itemId === null ? `category ${category ?? ''}` : `item ${itemId}`;
}
