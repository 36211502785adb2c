import { formatDecimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Channel } from './channel.js';
import {
  discountSnapshot,
  lineSnapshot,
  rateText,
  taxSnapshot,
  type DiscountSnapshot,
  type LineSnapshot,
  type TaxSnapshot,
} from './order-line-snapshot.js';
import type {
  Order,
  OrderId,
  OrderLineId,
  OrderPayment,
  OrderRefund,
  OrderStatus,
  OrderTotals,
  PaymentId,
  PaymentStatus,
  RefundId,
  TaxExemption,
} from './order-state.js';
import type { Step } from './pricing/explanation.js';

/** A payment as JSON shows it. */
export interface PaymentSnapshot {
  readonly id: PaymentId;
  readonly tender: string;
  /** Only `captured`, `refunded` (all that was kept of it has been paid back) and `charged_back` are money that came in. */
  readonly status: PaymentStatus;
  /** As tendered, with the surcharge: of cash, part of it may have gone back as change. */
  readonly amount: Money;
  /** Cash handed back of it. */
  readonly change: Money;
  /** What the tender added. */
  readonly surcharge: Money;
  readonly reference: string | null;
  /** Who processes it; `null`: it was recorded by hand. */
  readonly provider: string | null;
  /** Why it failed, or what is not known of it. */
  readonly failure: string | null;
  readonly drawerSessionId: string | null;
}

/** What came back of one line. */
export interface RefundedLineSnapshot {
  readonly lineId: OrderLineId;
  /**
   * Zero when money came back without goods.
   * @pattern ^-?\d+(\.\d+)?$
   */
  readonly quantity: string;
  readonly amount: Money;
  readonly tax: Money;
}

/** What went back on one payment. */
export interface RefundedPaymentSnapshot {
  readonly paymentId: PaymentId;
  readonly tender: string;
  readonly amount: Money;
}

/** A refund as JSON shows it. */
export interface RefundSnapshot {
  readonly id: RefundId;
  /** Taken back from the lines, with tax. */
  readonly amount: Money;
  readonly tax: Money;
  /** What cash rounding added; `amount` and `rounding` together were paid out. */
  readonly rounding: Money;
  readonly reason: string;
  readonly lines: readonly RefundedLineSnapshot[];
  readonly payments: readonly RefundedPaymentSnapshot[];
  /** Id of the key or person. */
  readonly refundedBy: string;
  /** @format date-time */
  readonly refundedAt: string;
  /**
   * The trading day on which the money was returned.
   * @format date
   */
  readonly businessDate: string;
  /**
   * The business day in whose Z report it counts, where that is not its own.
   * @format date
   */
  readonly bookedOn: string | null;
  /** True when its own business day had been closed. */
  readonly late: boolean;
  /** The drawer session that paid it out. */
  readonly drawerSessionId: string | null;
  /** The second person, where one was needed. */
  readonly approvedBy: string | null;
}

/** What names an order and says where it stands, without what is in it. */
export interface OrderSummary {
  readonly id: OrderId;
  /** Of the outlet's series. */
  readonly number: string;
  /** What the device printed on its receipt, of its own series; `null` where it has none. */
  readonly receiptNumber: string | null;
  readonly status: OrderStatus;
  readonly outletId: OutletId;
  readonly channel: Channel;
  readonly totals: { readonly total: Money };
  /**
   * The till's clock.
   * @format date-time
   */
  readonly placedAt: string;
  /**
   * The server's clock.
   * @format date-time
   */
  readonly recordedAt: string;
  /**
   * The outlet's trading day.
   * @format date
   */
  readonly businessDate: string;
  /** From 1, one up with each command. */
  readonly version: number;
}

/** An order as API.md "The sale" fixes it: what answers and events carry. */
export interface OrderSnapshot extends OrderSummary {
  readonly lines: readonly LineSnapshot[];
  /** One entry for each code, rate and mode of a tax. */
  readonly taxes: readonly TaxSnapshot[];
  readonly totals: OrderTotals;
  readonly payments: readonly PaymentSnapshot[];
  readonly refunds: readonly RefundSnapshot[];
  readonly customerId: string | null;
  readonly tableId: string | null;
  readonly note: string | null;
  /** Codes that were accepted, whether or not they took anything off. */
  readonly promoCodes: readonly string[];
  /** What people took off; `discounts` of the lines say how much that came to. */
  readonly discounts: readonly DiscountSnapshot[];
  /** Why the guest pays no tax. */
  readonly taxExemption: TaxExemption | null;
  /** True when a person let the guest off the service charge. */
  readonly serviceChargeWaived: boolean;
  /** Who opened it. */
  readonly cashierId: string;
  /** The drawer session in which it was settled. */
  readonly drawerSessionId: string | null;
  /** True when its business day had been closed before it was recorded: it counts in a later one. */
  readonly late: boolean;
  /**
   * The business day in whose Z report it counts, where that is not its own.
   * @format date
   */
  readonly bookedOn: string | null;
}

/** A step of an explanation as JSON shows it. */
export type StepSnapshot = Omit<Step, 'rate' | 'quantity'> & { readonly rate?: string; readonly quantity?: string };

/** Renders an order as plain JSON types: quantities and rates as strings, times in UTC (API.md). */
export function orderSnapshot(order: Order): OrderSnapshot {
  return {
    id: order.id,
    number: order.number,
    receiptNumber: order.receiptNumber,
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
    promoCodes: order.promoCodes,
    discounts: order.discounts.map(discountSnapshot),
    taxExemption: order.taxExemption,
    serviceChargeWaived: order.settings.serviceChargeWaived ?? false,
    cashierId: order.cashierId,
    drawerSessionId: order.drawerSessionId,
    late: order.late,
    bookedOn: order.bookedOn,
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
    receiptNumber: order.receiptNumber,
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

/** Renders one payment. */
export function paymentSnapshot(payment: OrderPayment): PaymentSnapshot {
  const { id, tender, status, amount, surcharge, reference, provider, failure, drawerSessionId } = payment;
  const change = payment.change ?? { amount: 0, currency: amount.currency };
  return { id, tender, status, amount, change, surcharge, reference, provider, failure, drawerSessionId };
}

/** Renders one refund. */
export function refundSnapshot(refund: OrderRefund): RefundSnapshot {
  const { id, amount, tax, rounding, reason, payments, refundedBy, businessDate, drawerSessionId, approvedBy } = refund;
  const lines = refund.lines.map(({ lineId, quantity, amount: ofLine, tax: ofTax }) => {
    return { lineId, quantity: formatDecimal(quantity), amount: ofLine, tax: ofTax };
  });
  const refundedAt = refund.at.toISOString();
  const { bookedOn, late } = refund;
  const who = { refundedBy, refundedAt, businessDate, bookedOn, late, drawerSessionId, approvedBy };
  return { id, amount, tax, rounding, reason, lines, payments, ...who };
}

/** Renders an explanation. */
export function explanationSnapshot(steps: readonly Step[]): StepSnapshot[] {
  return steps.map(({ rate, quantity, ...step }) => ({
    ...step,
    ...(rate === undefined ? {} : { rate: rateText(rate) }),
    ...(quantity === undefined ? {} : { quantity: formatDecimal(quantity) }),
  }));
}

// The keys in the contract's order, whatever the order in which they were computed or read back.
function totalsSnapshot(totals: OrderTotals): OrderTotals {
  const { subtotal, discount, serviceCharge, tax, tip, rounding, surcharge, total, paid, change, due } = totals;
  return { subtotal, discount, serviceCharge, tax, tip, rounding, surcharge, total, paid, change, due };
}
