import type { CurrencyCode, Uuid } from '../../../../platform/http/values.js';
import type { DateText, SalesChannelDto, TaxGroupDto, TaxRate } from './tax-group-dto.js';

/**
 * A time of day on the outlet's wall clock.
 * @pattern ^([01]\d|2[0-3]):[0-5]\d$ must be HH:MM from 00:00 to 23:59
 * @example "04:00"
 */
export type TimeOfDay = string;

/**
 * The end of a range: a time of day, or 24:00.
 * @pattern ^(([01]\d|2[0-3]):[0-5]\d|24:00)$ must be HH:MM from 00:00 to 24:00
 * @example "22:00"
 */
export type EndOfRange = string;

/** Opening times of one day. `to` before `from` is past midnight. */
export interface TimeRangeDto {
  from: TimeOfDay;
  to: EndOfRange;
}

/** Informs guests and staff; never refuses a sale. A day left out is closed. */
export interface OpeningHoursDto {
  mon?: TimeRangeDto[];
  tue?: TimeRangeDto[];
  wed?: TimeRangeDto[];
  thu?: TimeRangeDto[];
  fri?: TimeRangeDto[];
  sat?: TimeRangeDto[];
  sun?: TimeRangeDto[];
}

/** How the part of a bill settled in cash becomes payable in coins. */
export interface CashRoundingDto {
  /**
   * The smallest coin in minor units: 5 for 0.05.
   * @isInt must be an integer
   * @minimum 1
   * @maximum 1000000
   */
  stepMinor: number;
  mode: 'half-up' | 'down' | 'up';
}

/** The seller's lines on a receipt. */
export interface ReceiptTextsDto {
  addressLines?: string[];
  taxNumber?: string | null;
  header?: string | null;
  footer?: string | null;
}

/** When the house charges for service, and how much. */
export interface ServiceChargeDto {
  /** As printed on the receipt. */
  name: string;
  rate: TaxRate;
  /** `before_tax`: on the discounted amounts as the guest sees them, and taxed; `after_tax`: on totals, untaxed. */
  basis: 'before_tax' | 'after_tax';
  /** The tax group that it is taxed by; null when absent: not taxed. */
  taxGroup?: string | null;
  /** At least one. */
  channels: SalesChannelDto[];
  validFrom?: DateText | null;
  validTo?: DateText | null;
}

/**
 * Keys of the till that are to be other than they come, by what they do (the names are those of the till's card of keys); an empty
 * list switches one off.
 * @example {"pay": ["F9", "End"], "hold": []}
 */
export interface TillKeysDto {
  [action: string]: string[];
}

/** An outlet to be opened. */
export interface OpenOutletRequest {
  /** Chosen by the caller or, when absent, by the service. */
  id?: Uuid;
  /** @example "Main street" */
  name: string;
  /** The tenant's currency when absent; it can never be changed. */
  currency?: CurrencyCode;
  /**
   * A time zone of the IANA database.
   * @example "Africa/Nairobi"
   */
  timeZone: string;
  /**
   * A BCP 47 language tag; `en` when absent.
   * @example "en-KE"
   */
  locale?: string;
  /** When the trading day changes; 04:00 when absent. */
  dayCut?: TimeOfDay;
  /**
   * What receipt and order numbers begin with, unique within the tenant.
   * @example "A"
   */
  receiptPrefix: string;
  /**
   * The ways of paying that this outlet takes; cash and card when absent.
   * @example ["cash", "card", "mobile_money"]
   */
  tenders?: string[];
  /** Whether tax is rounded once per receipt (when absent) or per line. */
  taxRounding?: 'receipt' | 'line';
  cashRounding?: CashRoundingDto | null;
  openingHours?: OpeningHoursDto;
  receipt?: ReceiptTextsDto;
  taxGroups?: TaxGroupDto[];
  /** Of those that hold on the day and channel of a sale, the first is charged. */
  serviceCharges?: ServiceChargeDto[];
  tillKeys?: TillKeysDto;
}

/** What is to change; members left out stay. `openingHours` and `receipt` are replaced as a whole. */
export interface ChangeOutletRequest {
  name?: string;
  timeZone?: string;
  locale?: string;
  dayCut?: TimeOfDay;
  receiptPrefix?: string;
  tenders?: string[];
  taxRounding?: 'receipt' | 'line';
  cashRounding?: CashRoundingDto | null;
  openingHours?: OpeningHoursDto;
  receipt?: ReceiptTextsDto;
  /** Replaced as a whole. */
  serviceCharges?: ServiceChargeDto[];
  /** Replaced as a whole. */
  tillKeys?: TillKeysDto;
  /** false closes the outlet, true opens it again. */
  active?: boolean;
}

export interface ReceiptTextsResponse {
  addressLines: string[];
  taxNumber: string | null;
  header: string | null;
  footer: string | null;
}

/** An outlet with all that a sale there is computed and printed by. */
export interface OutletResponse {
  id: Uuid;
  name: string;
  currency: CurrencyCode;
  timeZone: string;
  locale: string;
  dayCut: TimeOfDay;
  receiptPrefix: string;
  tenders: string[];
  taxRounding: 'receipt' | 'line';
  cashRounding: CashRoundingDto | null;
  openingHours: OpeningHoursDto;
  receipt: ReceiptTextsResponse;
  active: boolean;
  taxGroups: TaxGroupDto[];
  serviceCharges: ServiceChargeDto[];
  tillKeys: TillKeysDto;
  /** @isInt */
  version: number;
}
