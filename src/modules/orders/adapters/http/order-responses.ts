import type { DecimalString, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { OrderChannel } from './order-requests.js';

/**
 * Where an order stands.
 */
export type OrderStatusName = 'open' | 'held' | 'completed' | 'voided' | 'partially_refunded' | 'refunded';

/** A tax, of a line or of the order. */
export interface TaxResponse {
  code: string;
  /** In percent. */
  rate: string;
  /** What the tax is charged on. */
  base: MoneyDto;
  amount: MoneyDto;
}

export interface LineResponse {
  id: Uuid;
  sku: string;
  name: string;
  quantity: DecimalString;
  unitPrice: MoneyDto;
  /** Unit price times quantity, rounded once. */
  gross: MoneyDto;
  discount: MoneyDto;
  tax: MoneyDto;
  /** What the guest pays for the line. */
  total: MoneyDto;
  note: string | null;
  /** What was chosen with one of it; `unitPrice` has it in. */
  modifiers: readonly ModifierResponse[];
  taxes: readonly TaxResponse[];
  refundedQuantity: DecimalString;
  /** What took off how much of `discount`. */
  discounts: readonly AppliedDiscountResponse[];
  /** The line's share of the service charge, without taxes on top of it. */
  serviceCharge: MoneyDto;
  /** The combo that the line is a part of. It is changed, taken off and given back by its id. */
  combo: ComboResponse | null;
  /** The gift card that the line sells. */
  giftCard: SoldGiftCardResponse | null;
  /** How much of it the kitchen was told to make. */
  firedQuantity: DecimalString;
  /** When some of it was last fired. */
  firedAt: Timestamp | null;
}

export interface ModifierResponse {
  modifier: string;
  group: string;
  name: string;
  /** @isInt */
  quantity: number;
  /** Of one. */
  price: MoneyDto;
}

export interface AppliedDiscountResponse {
  source: 'promotion' | 'manual';
  id: string;
  name: string;
  code: string | null;
  level: 'line' | 'order';
  amount: MoneyDto;
}

export interface ComboResponse {
  id: Uuid;
  sku: string;
  name: string;
  quantity: DecimalString;
}

export interface SoldGiftCardResponse {
  cardId: string;
  /** The last four characters of its code. */
  last4: string;
}

/** Something that a person took off: one of `percent`, `amount` and `comp` is there. */
export interface DiscountResponse {
  id: Uuid;
  /** The line, or the combo; `null` is the whole order. */
  lineId: Uuid | null;
  percent?: DecimalString;
  amount?: MoneyDto;
  comp?: true;
  category: 'discount' | 'comp' | 'employee_meal' | 'waste';
  reason: string;
  givenBy: string;
  givenAt: Timestamp;
}

/** What people took off an order, in the order in which they did. */
export interface DiscountsResponse {
  data: readonly DiscountResponse[];
}

export interface TaxExemptionResponse {
  reference: string;
  grantedBy: string;
}

/** `total` = subtotal − discount + serviceCharge + taxes on top of prices + tip + rounding + surcharge. */
export interface TotalsResponse {
  subtotal: MoneyDto;
  discount: MoneyDto;
  serviceCharge: MoneyDto;
  /** All taxes, inside and on top of prices. */
  tax: MoneyDto;
  tip: MoneyDto;
  /** Cash rounding: outside sales and tax. */
  rounding: MoneyDto;
  /** What tenders added for being used: outside sales and tax. */
  surcharge: MoneyDto;
  total: MoneyDto;
  /** All payments that count, as tendered. */
  paid: MoneyDto;
  /** Cash handed back. */
  change: MoneyDto;
  due: MoneyDto;
}

export interface PaymentResponse {
  id: Uuid;
  tender: string;
  /** Only `captured`, `refunded` and `charged_back` are money that came in. */
  status: 'initiated' | 'pending' | 'unknown' | 'failed' | 'captured' | 'refunded' | 'charged_back';
  /** As tendered, with the surcharge. */
  amount: MoneyDto;
  /** Cash handed back of it. */
  change: MoneyDto;
  surcharge: MoneyDto;
  reference: string | null;
  /** Who processes it; `null`: it was recorded by hand. */
  provider: string | null;
  /** Why it failed, or what is not known of it. */
  failure: string | null;
  drawerSessionId: string | null;
}

export interface RefundedLineResponse {
  lineId: Uuid;
  quantity: DecimalString;
  amount: MoneyDto;
  tax: MoneyDto;
}

export interface RefundedPaymentResponse {
  paymentId: Uuid;
  tender: string;
  amount: MoneyDto;
}

export interface RefundResponse {
  id: Uuid;
  /** Taken back from the lines, with tax. */
  amount: MoneyDto;
  tax: MoneyDto;
  /** What cash rounding added; `amount` and `rounding` together were paid out. */
  rounding: MoneyDto;
  reason: string;
  lines: readonly RefundedLineResponse[];
  payments: readonly RefundedPaymentResponse[];
  refundedBy: string;
  refundedAt: Timestamp;
  /** The trading day on which the money was returned. */
  businessDate: string;
  /** The business day in whose Z report it counts, where that is not its own. */
  bookedOn: string | null;
  /** True when its own business day had been closed. */
  late: boolean;
  drawerSessionId: string | null;
  /** The second person, where one was needed. */
  approvedBy: string | null;
}

/** What names an order and says where it stands. */
export interface OrderSummaryResponse {
  id: Uuid;
  /** Of the outlet's series. */
  number: string;
  /** What the device printed on its receipt, of its own series; `null` where it has none. */
  receiptNumber: string | null;
  status: OrderStatusName;
  outletId: Uuid;
  channel: OrderChannel;
  totals: TotalsResponse;
  customerId: string | null;
  tableId: string | null;
  /** The till's clock. */
  placedAt: Timestamp;
  /** The server's clock. */
  recordedAt: Timestamp;
  /** The outlet's trading day. */
  businessDate: string;
  /** @isInt */
  version: number;
  /** With `expand=lines`. */
  lines?: readonly LineResponse[];
  /** With `expand=payments`. */
  payments?: readonly PaymentResponse[];
}

export interface OrderResponse extends OrderSummaryResponse {
  lines: readonly LineResponse[];
  taxes: readonly TaxResponse[];
  payments: readonly PaymentResponse[];
  refunds: readonly RefundResponse[];
  note: string | null;
  /** Codes that were accepted, whether or not they took anything off. */
  promoCodes: readonly string[];
  /** What people took off; `discounts` of the lines say how much that came to. */
  discounts: readonly DiscountResponse[];
  taxExemption: TaxExemptionResponse | null;
  serviceChargeWaived: boolean;
  /** Who opened it. */
  cashierId: string;
  /** The drawer session in which it was settled. */
  drawerSessionId: string | null;
  /** True when its business day had been closed before it was recorded: it counts in a later one. */
  late: boolean;
  /** The business day in whose Z report it counts, where that is not its own. */
  bookedOn: string | null;
}

/** A step on the way to a price. */
export interface ExplanationStep {
  rule:
    | 'unit_price'
    | 'list_price'
    | 'price_override'
    | 'pricebook'
    | 'modifier'
    | 'floor_at_zero'
    | 'tax_switch'
    | 'tax_exemption'
    | 'combo_price'
    | 'combo_allocation'
    | 'combo_upcharge'
    | 'line_amount'
    | 'discount'
    | 'discount_allocation'
    | 'service_charge'
    | 'service_charge_allocation'
    | 'tax'
    | 'tax_allocation'
    | 'tip'
    | 'cash_rounding';
  lineId?: string;
  tax?: string;
  /** The pricebook, promotion, person's discount, modifier or combo that made the step. */
  source?: ExplanationSource;
  base: MoneyDto;
  rate?: string;
  quantity?: string;
  rounding: string;
  amount: MoneyDto;
  /** What the step puts on top of the total; over all steps this sums to the total. */
  adds: MoneyDto;
  detail: string;
}

export interface ExplanationSource {
  kind: 'pricebook' | 'promotion' | 'manual' | 'modifier' | 'combo' | 'override';
  id: string;
  /** @isInt */
  version?: number;
  name: string;
  code?: string;
}

export interface QuoteResponse {
  outletId: Uuid;
  channel: OrderChannel;
  /** Codes that were accepted, whether or not they took anything off. */
  promoCodes: readonly string[];
  lines: readonly LineResponse[];
  taxes: readonly TaxResponse[];
  totals: TotalsResponse;
  explanation: readonly ExplanationStep[];
}

/** Something that happened to an order. */
export interface OrderEventResponse {
  id: Uuid;
  /** @isInt */
  sequence: number;
  type: string;
  /** Who did it. */
  actor: string;
  time: Timestamp;
  /** The order as the change left it, and what is special to the type. */
  data: { [member: string]: unknown };
}
