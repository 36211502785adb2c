import type { OutletId } from '../../../kernel/ids.js';
import type { RoundingMode } from '../../../kernel/rounding.js';
import type { ServiceChargeRule } from './service-charge.js';
import type { TaxGroup, TaxGroupDraft } from './tax-group.js';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `HH:MM` on the outlet's wall clock. `to` before `from` means: past midnight. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** Informs guests and staff; it never refuses a sale. */
export type OpeningHours = Readonly<Partial<Record<Weekday, readonly TimeRange[]>>>;

/** The seller's lines on a receipt. */
export interface ReceiptTexts {
  readonly addressLines: readonly string[];
  readonly taxNumber: string | null;
  readonly header: string | null;
  readonly footer: string | null;
}

/** The smallest coin (DOMAIN P6). */
export interface CashRounding {
  readonly stepMinor: number;
  readonly mode: Exclude<RoundingMode, 'half-even'>;
}

/** Keys by what they do at the till, `{ "pay": ["F9", "End"] }`; none: that act has no key. What is not named is as it comes (UX.md §4). */
export type TillKeys = Readonly<Record<string, readonly string[]>>;

/** What can be changed after opening. */
export interface OutletSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  /** Minutes after local midnight at which the trading day changes. */
  readonly dayCutMinutes: number;
  readonly receiptPrefix: string;
  readonly tenders: readonly string[];
  readonly taxRounding: 'receipt' | 'line';
  readonly cashRounding: CashRounding | null;
  readonly openingHours: OpeningHours;
  readonly receipt: ReceiptTexts;
  /** The first that holds on the day and channel of a sale is taken. */
  readonly serviceCharges: readonly ServiceChargeRule[];
  readonly tillKeys: TillKeys;
}

/** A place of sale: everything that a sale there is computed and printed by. */
export interface Outlet extends OutletSettings {
  readonly id: OutletId;
  /** Fixed at opening: orders, drawers and numbers are kept in it. */
  readonly currency: string;
  readonly active: boolean;
  readonly taxGroups: ReadonlyMap<string, TaxGroup>;
  /** The last business day that was closed, `YYYY-MM-DD`; `null` before the first. */
  readonly closedThrough: string | null;
  /** A business day whose closure is overdue where the law wants it before the next day's sales. */
  readonly closureDue: string | null;
  readonly version: number;
}

export type OutletRefusal =
  | 'outlet_not_found'
  | 'outlet_invalid'
  | 'outlet_id_taken'
  | 'outlets_restricted'
  | 'receipt_prefix_taken'
  | 'tax_group_not_found'
  | 'tax_group_invalid'
  | 'tax_group_in_use'
  | 'too_many_tax_groups';

/** The most tax groups of one outlet: all of them travel with every price. */
export const TAX_GROUPS_MAX = 50;

export interface OutletDraft extends Omit<OutletSettings, 'serviceCharges' | 'tillKeys'> {
  /** None when absent. */
  readonly serviceCharges?: readonly ServiceChargeRule[];
  /** As they come when absent. */
  readonly tillKeys?: TillKeys;
  readonly id: OutletId;
  readonly currency: string;
  readonly taxGroups: readonly TaxGroupDraft[];
}

export type OutletChanges = Partial<OutletSettings & { readonly active: boolean }>;
