import type { DecimalString, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { CardCode, PaymentRequest, ReasonText, ReferenceText } from './payment-requests.js';

/**
 * How the order reached the house.
 */
export type OrderChannel =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/**
 * @minLength 1
 * @maxLength 64
 */
export type Sku = string;

/**
 * Free text that stays with the order.
 * @maxLength 500
 */
export type NoteText = string;

/**
 * A whole number; 0 says that none is wanted of what would come by default.
 * @isInt must be a whole number
 * @minimum 0
 * @maximum 1000
 */
export type Count = number;

/** A choice that goes with one of an item. */
export interface ModifierRequest {
  /** The modifier's code. */
  modifier: ReferenceText;
  /** The group's code; needed only when two groups of the item offer the same modifier. */
  group?: ReferenceText;
  /** Defaults to one. */
  quantity?: Count;
  /**
   * What goes with the modifier.
   * @maxItems 50
   */
  modifiers?: NestedModifierRequest[];
}

/** A choice that goes with a modifier. */
export interface NestedModifierRequest {
  modifier: ReferenceText;
  group?: ReferenceText;
  quantity?: Count;
  /** @maxItems 50 */
  modifiers?: DeepModifierRequest[];
}

/** A choice that goes with a nested modifier. */
export interface DeepModifierRequest {
  modifier: ReferenceText;
  group?: ReferenceText;
  quantity?: Count;
  /** @maxItems 50 */
  modifiers?: DeepestModifierRequest[];
}

/** A choice on the last level. */
export interface DeepestModifierRequest {
  modifier: ReferenceText;
  group?: ReferenceText;
  quantity?: Count;
}

/** What is chosen for a slot of a combo. It becomes a line of the order. */
export interface ComponentRequest {
  /** Yours, if you want to name the part's line; otherwise one is made. */
  id?: Uuid;
  /** The slot's code. */
  slot: ReferenceText;
  sku: Sku;
  /** In one combo; defaults to one. */
  quantity?: Count;
  /** @maxItems 50 */
  modifiers?: (ReferenceText | ModifierRequest)[];
  note?: NoteText | null;
}

/** A price that a person sets. Needs the permission orders:override_price. */
export interface PriceOverrideRequest {
  /** Of one, without modifiers. */
  unitPrice: MoneyDto;
  reason: ReasonText;
  /** The approval of a second person, where the caller may not alone. */
  approvalId?: Uuid;
}

/** An item to sell. */
export interface LineRequest {
  /** Yours, if you want to name the line, or the combo; otherwise one is made. */
  id?: Uuid;
  sku: Sku;
  /** Defaults to one. */
  quantity?: DecimalString;
  /**
   * What is chosen with one of it; a text is a modifier's code. Where nothing of a group is chosen its defaults are taken.
   * @maxItems 50
   */
  modifiers?: (ReferenceText | ModifierRequest)[];
  /**
   * What is chosen for the slots of a combo. Each part becomes a line of the order.
   * @maxItems 50
   */
  components?: ComponentRequest[];
  note?: NoteText | null;
  /**
   * The price of one, without modifiers. The server's price decides and a difference is refused; where the price of an item is
   * asked at the till, this is it.
   */
  unitPrice?: MoneyDto;
  priceOverride?: PriceOverrideRequest;
  /** The code of the gift card that is sold; needed where the item is one. It is not stored. */
  giftCardCode?: CardCode;
}

/** Why something is given: `discount` lowers a price, the others give goods away. */
export type DiscountCategoryName = 'discount' | 'comp' | 'employee_meal' | 'waste';

/** Something taken off by a person's decision: exactly one of `percent`, `amount` and `comp`. */
export interface DiscountRequest {
  /** Yours, if you want to name the discount. */
  id?: Uuid;
  /** A line, or a combo; absent is the whole order. */
  lineId?: Uuid;
  /** Above 0, at most 100. */
  percent?: DecimalString;
  /** Once, whatever the quantity. */
  amount?: MoneyDto;
  /** All of it. */
  comp?: true;
  /** Defaults to `discount`, and to `comp` where all is given. */
  category?: DiscountCategoryName;
  reason: ReasonText;
  /** The approval of a second person, where the caller may not alone. */
  approvalId?: Uuid;
}

/** A code that brings a promotion. */
export interface PromoCodeRequest {
  code: ReferenceText;
}

/** What the guest gives to staff. */
export interface TipRequest {
  tip: MoneyDto;
}

/** Why the guest pays no tax. */
export interface TaxExemptionRequest {
  /** Such as the number of a certificate. */
  reference: ReferenceText;
}

/** What a quote is asked for. */
export interface QuoteRequest {
  id?: Uuid;
  outletId: Uuid;
  channel?: OrderChannel;
  /** The till's clock; defaults to now. */
  placedAt?: Timestamp;
  /** @maxItems 500 */
  lines?: LineRequest[];
  /** @maxItems 20 */
  promoCodes?: ReferenceText[];
  customerId?: ReferenceText | null;
  tableId?: ReferenceText | null;
  note?: NoteText | null;
  /**
   * Needs the permission orders:discount, and orders:comp where goods are given away.
   * @maxItems 50
   */
  discounts?: DiscountRequest[];
  tip?: MoneyDto;
  /** Needs the permission orders:tax_exempt. */
  taxExemption?: TaxExemptionRequest;
  /** Lets the guest off the service charge. Needs the permission orders:discount. */
  waiveServiceCharge?: boolean;
}

/**
 * What a device prints on its receipt at once: its series and a number of six digits or more.
 * @pattern ^[A-Z][A-Z0-9]{0,7}-\d{1,9}$ must be a series, a hyphen and a number
 * @example "T1-000123"
 */
export type ReceiptNumber = string;

/** A sale: in one call with payments and `complete`, or step by step. */
export interface PlaceOrderRequest extends QuoteRequest {
  /** What the device printed on its receipt; its own series makes it unique at the outlet. */
  receiptNumber?: ReceiptNumber | null;
  /** @maxItems 50 */
  payments?: PaymentRequest[];
  /** The open drawer session that takes the money. */
  drawerSessionId?: Uuid;
  /** True ends the sale in the same call; it must be paid. */
  complete?: boolean;
}

/** One line, or several at once. */
export interface AddLinesRequest {
  /**
   * @minItems 1
   * @maxItems 500
   */
  lines: LineRequest[];
}

/** What changes on a line; what is absent stays. */
export interface ChangeLineRequest {
  quantity?: DecimalString;
  note?: NoteText | null;
}

/** A line that the kitchen shall make. */
export interface FireLineRequest {
  /** A line, or a combo with all its parts. */
  lineId: Uuid;
  /** How much of it shall have been fired in all; defaults to the whole line, without what was given back. */
  quantity?: DecimalString;
}

/** What the kitchen shall make. */
export interface FireRequest {
  /**
   * Absent: everything that was not fired yet.
   * @minItems 1
   * @maxItems 500
   */
  lines?: FireLineRequest[];
}

/** A command that needs no words. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the contract refuses any member
export interface CommandRequest {}
