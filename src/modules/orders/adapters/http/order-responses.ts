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
  modifiers: readonly string[];
  taxes: readonly TaxResponse[];
  refundedQuantity: DecimalString;
}

/** `total` = subtotal − discount + serviceCharge + taxes on top of prices + tip + rounding. */
export interface TotalsResponse {
  subtotal: MoneyDto;
  discount: MoneyDto;
  serviceCharge: MoneyDto;
  /** All taxes, inside and on top of prices. */
  tax: MoneyDto;
  tip: MoneyDto;
  /** Cash rounding: outside sales and tax. */
  rounding: MoneyDto;
  total: MoneyDto;
  /** All payments as tendered. */
  paid: MoneyDto;
  /** Cash handed back. */
  change: MoneyDto;
  due: MoneyDto;
}

export interface PaymentResponse {
  id: Uuid;
  tender: string;
  status: 'captured' | 'refunded';
  amount: MoneyDto;
  reference: string | null;
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
}

/** What names an order and says where it stands. */
export interface OrderSummaryResponse {
  id: Uuid;
  number: string;
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
}

/** A step on the way to a price. */
export interface ExplanationStep {
  rule: 'unit_price' | 'tax_switch' | 'tax_exemption' | 'line_amount' | 'tax' | 'tax_allocation' | 'cash_rounding';
  lineId?: string;
  tax?: string;
  base: MoneyDto;
  rate?: string;
  quantity?: string;
  rounding: string;
  amount: MoneyDto;
  /** What the step puts on top of the total; over all steps this sums to the total. */
  adds: MoneyDto;
  detail: string;
}

export interface QuoteResponse {
  outletId: Uuid;
  channel: OrderChannel;
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
