import { formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import type { Order, OrderLine, OrderPayment, OrderRefund, OrderTotals } from './order-state.js';
import type { TaxAmount } from './pricing/basket.js';
import type { Step } from './pricing/explanation.js';

/** A tax as JSON shows it; the rate in percent with at least one decimal (`"16.0"`). */
export interface TaxSnapshot {
  readonly code: string;
  readonly rate: string;
  readonly base: Money;
  readonly amount: Money;
}

export interface LineSnapshot {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly gross: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly note: string | null;
  readonly modifiers: readonly [];
  readonly taxes: readonly TaxSnapshot[];
  readonly refundedQuantity: string;
}

export interface PaymentSnapshot {
  readonly id: string;
  readonly tender: string;
  readonly status: OrderPayment['status'];
  readonly amount: Money;
  readonly reference: string | null;
}

export interface RefundSnapshot {
  readonly id: string;
  readonly amount: Money;
  readonly tax: Money;
  readonly rounding: Money;
  readonly reason: string;
  readonly lines: readonly { lineId: string; quantity: string; amount: Money; tax: Money }[];
  readonly payments: readonly { paymentId: string; tender: string; amount: Money }[];
  readonly refundedBy: string;
  readonly refundedAt: string;
  readonly businessDate: string;
}

/** An order as API.md "The sale" fixes it: what answers and events carry. */
export interface OrderSnapshot {
  readonly id: string;
  readonly number: string;
  readonly status: Order['status'];
  readonly outletId: string;
  readonly channel: Order['channel'];
  readonly lines: readonly LineSnapshot[];
  readonly taxes: readonly TaxSnapshot[];
  readonly totals: OrderTotals;
  readonly payments: readonly PaymentSnapshot[];
  readonly refunds: readonly RefundSnapshot[];
  readonly customerId: string | null;
  readonly tableId: string | null;
  readonly note: string | null;
  readonly placedAt: string;
  readonly recordedAt: string;
  readonly businessDate: string;
  readonly version: number;
}

/** What names an order and says where it stands, without what is in it. */
export type OrderSummary = Pick<
  OrderSnapshot,
  'id' | 'number' | 'status' | 'outletId' | 'channel' | 'placedAt' | 'recordedAt' | 'businessDate' | 'version'
> & { readonly totals: Pick<OrderTotals, 'total'> };

/** A step of an explanation as JSON shows it. */
export type StepSnapshot = Omit<Step, 'rate' | 'quantity'> & { readonly rate?: string; readonly quantity?: string };

/** Renders an order as plain JSON types: quantities and rates as strings, times in UTC (API.md). */
export function orderSnapshot(order: Order): OrderSnapshot {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    outletId: order.outletId,
    channel: order.channel,
    lines: order.lines.map(lineSnapshot),
    taxes: order.taxes.map(taxSnapshot),
    totals: totalsSnapshot(order.totals),
    payments: order.payments.map(paymentSnapshot),
    refunds: order.refunds.map(refundSnapshot),
    customerId: order.customerId,
    tableId: order.tableId,
    note: order.note,
    placedAt: order.placedAt.toISOString(),
    recordedAt: order.recordedAt.toISOString(),
    businessDate: order.businessDate,
    version: order.version,
  };
}

/** Leaves what names an order, for events beside one that carries the whole. */
export function orderSummary(order: OrderSnapshot): OrderSummary {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    outletId: order.outletId,
    channel: order.channel,
    totals: { total: order.totals.total },
    placedAt: order.placedAt,
    recordedAt: order.recordedAt,
    businessDate: order.businessDate,
    version: order.version,
  };
}

/** Renders one line. */
export function lineSnapshot(line: OrderLine): LineSnapshot {
  return {
    id: line.id,
    sku: line.sku,
    name: line.name,
    quantity: formatDecimal(line.quantity),
    unitPrice: line.unitPrice,
    gross: line.gross,
    discount: line.discount,
    tax: line.tax,
    total: line.total,
    note: line.note,
    modifiers: line.modifiers,
    taxes: line.taxes.map(taxSnapshot),
    refundedQuantity: formatDecimal(line.refundedQuantity),
  };
}

/** Renders one payment. */
export function paymentSnapshot({ id, tender, status, amount, reference }: OrderPayment): PaymentSnapshot {
  return { id, tender, status, amount, reference };
}

/** Renders one refund. */
export function refundSnapshot(refund: OrderRefund): RefundSnapshot {
  const { id, amount, tax, rounding, reason, payments, refundedBy, businessDate } = refund;
  const lines = refund.lines.map(({ lineId, quantity, amount: ofLine, tax: ofTax }) => {
    return { lineId, quantity: formatDecimal(quantity), amount: ofLine, tax: ofTax };
  });
  const refundedAt = refund.at.toISOString();
  return { id, amount, tax, rounding, reason, lines, payments, refundedBy, refundedAt, businessDate };
}

/** Renders an explanation. */
export function explanationSnapshot(steps: readonly Step[]): StepSnapshot[] {
  return steps.map(({ rate, quantity, ...step }) => ({
    ...step,
    ...(rate === undefined ? {} : { rate: rateText(rate) }),
    ...(quantity === undefined ? {} : { quantity: formatDecimal(quantity) }),
  }));
}

/** A rate in percent as the API writes it, with at least one decimal: `16.0`, `5.25`. */
export function rateText(rate: Decimal): string {
  const text = formatDecimal(rate);
  return text.includes('.') ? text : `${text}.0`;
}

function taxSnapshot({ code, rate, base, amount }: TaxAmount): TaxSnapshot {
  return { code, rate: rateText(rate), base, amount };
}

// The keys in the contract's order, whatever the order in which they were computed or read back.
function totalsSnapshot(totals: OrderTotals): OrderTotals {
  const { subtotal, discount, serviceCharge, tax, tip, rounding, total, paid, change, due } = totals;
  return { subtotal, discount, serviceCharge, tax, tip, rounding, total, paid, change, due };
}
