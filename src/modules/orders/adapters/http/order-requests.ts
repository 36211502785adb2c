import type { DecimalString, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';

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
 * @minLength 1
 * @maxLength 200
 */
export type ReasonText = string;

/**
 * A reference of another system, such as a customer's or table's id.
 * @minLength 1
 * @maxLength 100
 */
export type ReferenceText = string;

/**
 * A way of paying; the outlet lists what it accepts.
 * @pattern ^[a-z][a-z0-9_]{0,39}$ must be lower case letters, digits and underscores
 * @example "cash"
 */
export type TenderName = string;

/** An item to sell. */
export interface LineRequest {
  /** Yours, if you want to name the line; otherwise one is made. */
  id?: Uuid;
  sku: Sku;
  /** Defaults to one. */
  quantity?: DecimalString;
  /**
   * None are priced yet; the list must be empty.
   * @maxItems 50
   */
  modifiers?: ReferenceText[];
  note?: NoteText | null;
  /** The price that the till showed. The server's price decides; a difference is refused. */
  unitPrice?: MoneyDto;
}

/** Money received. */
export interface PaymentRequest {
  /** Yours, if you want to name the payment; it can be used once, ever. */
  id?: Uuid;
  tender: TenderName;
  /** As tendered: cash may exceed what is due, nothing else may. */
  amount: MoneyDto;
  /** The terminal's or provider's reference. Never a card number. */
  reference?: ReferenceText | null;
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
}

/** A sale: in one call with payments and `complete`, or step by step. */
export interface PlaceOrderRequest extends QuoteRequest {
  /** @maxItems 50 */
  payments?: PaymentRequest[];
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

/** A command that needs no words. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the contract refuses any member
export interface CommandRequest {}

/** Why an order is given up. */
export interface VoidRequest {
  reason: ReasonText;
}

/** How much of a line comes back. */
export interface RefundLineRequest {
  lineId: Uuid;
  quantity: DecimalString;
}

/** Goods taken back (`lines`), or money given back without goods (`amount`): exactly one of them. */
export interface RefundRequest {
  /** Yours, if you want to name the refund; it can be used once, ever. */
  id?: Uuid;
  /**
   * @minItems 1
   * @maxItems 500
   */
  lines?: RefundLineRequest[];
  amount?: MoneyDto;
  reason: ReasonText;
  /** Where the money goes; defaults to where it came from. */
  tender?: TenderName;
}
