import { decimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { money, type Money } from '../../../../kernel/money.js';
import type { Channel } from '../../domain/channel.js';
import type { DiscountId, DiscountValue, ManualDiscount } from '../../domain/manual-discount.js';
import type { LineCombo } from '../../domain/order-line.js';
import type {
  Order,
  OrderId,
  OrderLine,
  OrderLineId,
  OrderPayment,
  OrderRefund,
  OrderTotals,
  PaymentId,
  RefundId,
} from '../../domain/order-state.js';
import type { TaxAmount } from '../../domain/pricing/tax-amounts.js';
import type { TaxGroup } from '../../domain/pricing/tax-group.js';
import type {
  ComboJson,
  DiscountJson,
  LineRow,
  OrderRow,
  PaymentRow,
  RefundRow,
  TaxGroupJson,
  TaxJson,
} from './order-tables.js';

/** All rows of one order, each kind in its order. */
export interface OrderRows {
  readonly order: OrderRow;
  readonly lines: readonly LineRow[];
  readonly payments: readonly PaymentRow[];
  readonly refunds: readonly RefundRow[];
}

/** Makes the state that the rows tell of. @throws Error when they contradict their status: that is a defect. */
export function orderFromRows({ order: row, lines, payments, refunds }: OrderRows): Order {
  const { currency } = row;
  const base = {
    id: row.id as OrderId,
    number: row.number,
    receiptNumber: row.receipt_number,
    outletId: row.outlet_id as OutletId,
    channel: row.channel as Channel,
    currency,
    customerId: row.customer_id,
    tableId: row.table_id,
    cashierId: row.cashier_id,
    note: row.note,
    placedAt: row.placed_at,
    recordedAt: row.recorded_at,
    businessDate: row.business_date,
    localHour: row.local_hour,
    settings: row.settings,
    taxExemption: row.tax_exemption,
    promoCodes: row.promo_codes,
    discounts: row.discounts.map((discount) => discountOf(discount, currency)),
    countedPromotions: row.counted_promotions,
    pricing: row.pricing == null ? null : { input: row.pricing },
    lines: lines.map((line) => lineOf(line, row)),
    taxes: row.taxes.map((tax) => ({ ...taxOf(tax, currency), mode: tax.mode ?? 'inclusive' })),
    totals: totalsOf(row),
    payments: payments.map((payment) => paymentOf(payment, currency)),
    refunds: refunds.map((refund) => refundOf(refund, currency)),
    ...bookingOf(row),
    version: row.version,
    eventSequence: row.event_sequence,
  };
  const { status } = row;
  if (status === 'open' || status === 'held') return { ...base, status };
  if (status === 'voided') {
    const voidReason = present(row.void_reason, row, 'void_reason');
    return { ...base, status, voidReason, voidedAt: row.voided_at, voidedBy: row.voided_by };
  }
  return { ...base, status, completedAt: present(row.completed_at, row, 'completed_at') };
}

function bookingOf(row: OrderRow): Pick<Order, 'bookedOn' | 'late' | 'drawerSessionId'> {
  return { bookedOn: row.booked_on, late: row.late, drawerSessionId: row.drawer_session_id };
}

function present<Value>(value: Value | null, { id, status }: OrderRow, column: string): Value {
  if (value === null) throw new Error(`order ${id} is ${status} and has no ${column}`);
  return value;
}

function totalsOf(row: OrderRow): OrderTotals {
  const amount = (minor: number): Money => money(minor, row.currency);
  return {
    subtotal: amount(row.subtotal),
    discount: amount(row.discount),
    serviceCharge: amount(row.service_charge),
    tax: amount(row.tax),
    tip: amount(row.tip),
    rounding: amount(row.rounding),
    surcharge: amount(row.surcharge),
    total: amount(row.total),
    paid: amount(row.paid),
    change: amount(row.change_given),
    due: amount(row.due),
  };
}

function lineOf(row: LineRow, { currency, placed_at: placedAt }: OrderRow): OrderLine {
  const amount = (minor: number): Money => money(minor, currency);
  return {
    id: row.id as OrderLineId,
    lineNumber: row.line_number,
    sku: row.sku,
    itemId: row.item_id,
    name: row.name,
    category: row.category,
    unit: row.unit,
    quantity: decimal(row.quantity),
    unitPrice: amount(row.unit_price),
    taxGroup: taxGroupOf(row.tax_group),
    note: row.note,
    modifiers: row.modifiers.map((modifier) => ({ ...modifier, price: amount(modifier.price) })),
    combo: row.combo === null ? null : comboOf(row.combo),
    applications: row.applications.map((one) => ({ ...one, lineId: row.id, amount: amount(one.amount) })),
    serviceCharge: amount(row.service_charge),
    giftCard: row.gift_card,
    addedAt: row.added_at ?? placedAt,
    gross: amount(row.gross),
    discount: amount(row.discount),
    taxes: row.taxes.map((tax) => taxOf(tax, currency)),
    tax: amount(row.tax),
    net: amount(row.net),
    total: amount(row.total),
    firedQuantity: decimal(row.fired_quantity),
    firedAt: row.fired_at,
    refundedQuantity: decimal(row.refunded_quantity),
    refundedAmount: amount(row.refunded_amount),
    refundedTax: amount(row.refunded_tax),
  };
}

function comboOf({ id, sku, name, quantity }: ComboJson): LineCombo {
  return { id: id as OrderLineId, sku, name, quantity: decimal(quantity) };
}

function discountOf(
  { id, lineId, percent, amount, givenAt, ...given }: DiscountJson,
  currency: string,
): ManualDiscount {
  return {
    id: id as DiscountId,
    lineId: lineId as OrderLineId | null,
    value: valueOf(percent, amount, currency),
    category: given.category,
    reason: given.reason,
    givenBy: given.givenBy,
    givenAt: new Date(givenAt),
  };
}

function valueOf(percent: string | undefined, amount: number | undefined, currency: string): DiscountValue {
  if (percent !== undefined) return { kind: 'percent', rate: decimal(percent) };
  return amount === undefined ? { kind: 'comp' } : { kind: 'amount', amount: money(amount, currency) };
}

function paymentOf(row: PaymentRow, currency: string): OrderPayment {
  return {
    id: row.id as PaymentId,
    tender: row.tender,
    status: row.status,
    amount: money(row.amount, currency),
    refunded: money(row.refunded, currency),
    reference: row.reference,
    ledger: row.ledger,
    receivedAt: row.received_at,
    change: row.change_given === null ? null : money(row.change_given, currency),
    surcharge: money(row.surcharge, currency),
    drawerSessionId: row.drawer_session_id,
    bookedOn: row.booked_on,
    provider: row.provider,
    failure: row.failure,
    takenBy: row.taken_by,
    returnedAt: row.returned_at,
  };
}

function refundOf(row: RefundRow, currency: string): OrderRefund {
  const amountOf = (minor: number): Money => money(minor, currency);
  return {
    id: row.id as RefundId,
    amount: amountOf(row.amount),
    tax: amountOf(row.tax),
    reason: row.reason,
    lines: row.lines.map(({ lineId, quantity, amount, tax }) => {
      return {
        lineId: lineId as OrderLineId,
        quantity: decimal(quantity),
        amount: amountOf(amount),
        tax: amountOf(tax),
      };
    }),
    payments: row.payments.map(({ paymentId, tender, amount }) => {
      return { paymentId: paymentId as PaymentId, tender, amount: amountOf(amount) };
    }),
    rounding: amountOf(row.rounding),
    refundedBy: row.refunded_by,
    at: row.refunded_at,
    businessDate: row.business_date,
    localHour: row.local_hour,
    bookedOn: row.booked_on,
    late: row.late,
    drawerSessionId: row.drawer_session_id,
    approvedBy: row.approved_by,
  };
}

function taxOf({ code, name, rate, base, amount }: TaxJson, currency: string): TaxAmount {
  return { code, name, rate: decimal(rate), base: money(base, currency), amount: money(amount, currency) };
}

function taxGroupOf({ code, mode, taxes }: TaxGroupJson): TaxGroup {
  return { code, mode, taxes: taxes.map((tax) => ({ ...tax, rate: decimal(tax.rate) })) };
}
