import { formatDecimal } from '../../../../kernel/decimal.js';
import type { TenantId } from '../../../../kernel/ids.js';
import type { ManualDiscount } from '../../domain/manual-discount.js';
import type { Order, OrderLine, OrderPayment, OrderRefund } from '../../domain/order-state.js';
import type { LineModifier } from '../../domain/pricing/basket.js';
import type { Application } from '../../domain/pricing/discount.js';
import type { BasketTax, TaxAmount } from '../../domain/pricing/tax-amounts.js';
import type { TaxGroup } from '../../domain/pricing/tax-group.js';
import type { OrderOrigin, PaymentReturn } from '../../ports/order-repository.js';
import { digestOf } from './digest.js';
import type {
  ApplicationJson,
  DiscountJson,
  LineRow,
  ModifierJson,
  OrderRow,
  PaymentReturnRow,
  PaymentRow,
  RefundRow,
  TaxGroupJson,
  TaxJson,
} from './order-tables.js';

/** The part of an order's row that commands change. */
export type ChangingColumns = Omit<OrderRow, keyof PricingColumns | FixedColumn>;

type FixedColumn = 'tenant_id' | 'id' | 'outlet_id' | 'number' | FixedByOrigin;
type FixedByOrigin = 'created_key' | 'created_fingerprint' | 'receipt_number' | 'device_id';

/** The part that only commands change which price the order. */
export type PricingColumns = Pick<OrderRow, 'pricing' | 'pricing_hash' | 'outcome_hash'>;

const NOT_ENDED = { completed_at: null, void_reason: null, voided_at: null, voided_by: null };
const NOT_PRICED: PricingColumns = { pricing: null, pricing_hash: null, outcome_hash: null };

/** An order's own row. */
export function orderRow(tenantId: TenantId, order: Order, origin: OrderOrigin): OrderRow {
  return {
    tenant_id: tenantId,
    id: order.id,
    outlet_id: order.outletId,
    number: order.number,
    created_key: origin.key,
    created_fingerprint: origin.fingerprint,
    receipt_number: order.receiptNumber,
    device_id: origin.deviceId ?? null,
    ...changingColumns(order),
    ...(pricingColumns(order) ?? NOT_PRICED),
  };
}

/** What a command may have changed. */
export function changingColumns(order: Order): ChangingColumns {
  const { totals } = order;
  return {
    status: order.status,
    channel: order.channel,
    currency: order.currency,
    customer_id: order.customerId,
    table_id: order.tableId,
    cashier_id: order.cashierId,
    note: order.note,
    placed_at: order.placedAt,
    recorded_at: order.recordedAt,
    ...endOf(order),
    business_date: order.businessDate,
    local_hour: order.localHour,
    subtotal: totals.subtotal.amount,
    discount: totals.discount.amount,
    service_charge: totals.serviceCharge.amount,
    tax: totals.tax.amount,
    tip: totals.tip.amount,
    rounding: totals.rounding.amount,
    total: totals.total.amount,
    paid: totals.paid.amount,
    change_given: totals.change.amount,
    due: totals.due.amount,
    taxes: order.taxes.map(basketTaxJson),
    settings: order.settings,
    event_sequence: order.eventSequence,
    version: order.version,
    tax_exemption: order.taxExemption,
    promo_codes: [...order.promoCodes],
    discounts: order.discounts.map(discountJson),
    counted_promotions: [...order.countedPromotions],
    booked_on: order.bookedOn,
    late: order.late,
    drawer_session_id: order.drawerSessionId,
    surcharge: totals.surcharge.amount,
  };
}

function endOf(order: Order): Pick<OrderRow, keyof typeof NOT_ENDED> {
  if (order.status === 'open' || order.status === 'held') return NOT_ENDED;
  if (order.status !== 'voided') return { ...NOT_ENDED, completed_at: order.completedAt };
  return { completed_at: null, void_reason: order.voidReason, voided_at: order.voidedAt, voided_by: order.voidedBy };
}

/** What an order was priced from, and the hashes that prove it; `undefined` when this command did not price it. */
export function pricingColumns({ pricing }: Order): PricingColumns | undefined {
  if (pricing?.outcome === undefined) return undefined;
  return {
    pricing: pricing.input,
    pricing_hash: digestOf(JSON.stringify(pricing.input)),
    outcome_hash: digestOf(pricing.outcome),
  };
}

/** A line's row. */
export function lineRow(tenantId: TenantId, orderId: string, line: OrderLine): LineRow {
  return {
    tenant_id: tenantId,
    order_id: orderId,
    id: line.id,
    line_number: line.lineNumber,
    item_id: line.itemId,
    sku: line.sku,
    name: line.name,
    category: line.category,
    unit: line.unit,
    quantity: formatDecimal(line.quantity),
    unit_price: line.unitPrice.amount,
    gross: line.gross.amount,
    discount: line.discount.amount,
    tax: line.tax.amount,
    net: line.net.amount,
    total: line.total.amount,
    taxes: line.taxes.map(taxJson),
    tax_group: taxGroupJson(line.taxGroup),
    modifiers: line.modifiers.map(modifierJson),
    combo: line.combo === null ? null : { ...line.combo, quantity: formatDecimal(line.combo.quantity) },
    applications: line.applications.map(applicationJson),
    service_charge: line.serviceCharge.amount,
    gift_card: line.giftCard,
    added_at: line.addedAt,
    note: line.note,
    refunded_quantity: formatDecimal(line.refundedQuantity),
    refunded_amount: line.refundedAmount.amount,
    refunded_tax: line.refundedTax.amount,
    fired_quantity: formatDecimal(line.firedQuantity),
    fired_at: line.firedAt,
  };
}

/** A payment's row. @param paymentNumber from 1 in the order in which payments were taken. */
export function paymentRow(
  tenantId: TenantId,
  orderId: string,
  payment: OrderPayment,
  paymentNumber: number,
): PaymentRow {
  return {
    tenant_id: tenantId,
    id: payment.id,
    order_id: orderId,
    payment_number: paymentNumber,
    tender: payment.tender,
    status: payment.status,
    amount: payment.amount.amount,
    refunded: payment.refunded.amount,
    reference: payment.reference,
    ledger: payment.ledger,
    received_at: payment.receivedAt,
    change_given: payment.change?.amount ?? null,
    surcharge: payment.surcharge.amount,
    drawer_session_id: payment.drawerSessionId,
    booked_on: payment.bookedOn,
    provider: payment.provider,
    failure: payment.failure,
    taken_by: payment.takenBy,
    returned_at: payment.returnedAt,
  };
}

/** A refund's row. */
export function refundRow(tenantId: TenantId, order: Order, refund: OrderRefund): RefundRow {
  return {
    tenant_id: tenantId,
    id: refund.id,
    order_id: order.id,
    outlet_id: order.outletId,
    amount: refund.amount.amount,
    tax: refund.tax.amount,
    rounding: refund.rounding.amount,
    reason: refund.reason,
    lines: refund.lines.map(({ lineId, quantity, amount, tax }) => {
      return { lineId, quantity: formatDecimal(quantity), amount: amount.amount, tax: tax.amount };
    }),
    payments: refund.payments.map(({ paymentId, tender, amount }) => ({ paymentId, tender, amount: amount.amount })),
    refunded_by: refund.refundedBy,
    refunded_at: refund.at,
    business_date: refund.businessDate,
    local_hour: refund.localHour,
    booked_on: refund.bookedOn,
    late: refund.late,
    drawer_session_id: refund.drawerSessionId,
    approved_by: refund.approvedBy,
  };
}

/** The row of a payment that was given back before its order was settled. */
export function returnRow(tenantId: TenantId, made: PaymentReturn): PaymentReturnRow {
  return {
    tenant_id: tenantId,
    id: made.id,
    payment_id: made.paymentId,
    order_id: made.orderId,
    outlet_id: made.outletId,
    tender: made.tender,
    amount: made.amount.amount,
    reason: made.reason,
    returned_by: made.returnedBy,
    approved_by: made.approvedBy,
    returned_at: made.returnedAt,
    business_date: made.businessDate,
    late: made.late,
    drawer_session_id: made.drawerSessionId,
  };
}

function modifierJson({ id, group, name, quantity, price }: LineModifier): ModifierJson {
  return { id, group, name, quantity, price: price.amount };
}

function applicationJson({ source, id, version, name, code, level, amount }: Application): ApplicationJson {
  return { source, id, version, name, code, level, amount: amount.amount };
}

function discountJson({ id, lineId, value, category, reason, givenBy, givenAt }: ManualDiscount): DiscountJson {
  return {
    id,
    lineId,
    ...(value.kind === 'percent' && { percent: formatDecimal(value.rate) }),
    ...(value.kind === 'amount' && { amount: value.amount.amount }),
    category,
    reason,
    givenBy,
    givenAt: givenAt.toISOString(),
  };
}

function taxJson({ code, name, rate, base, amount }: TaxAmount): TaxJson {
  return { code, name, rate: formatDecimal(rate), base: base.amount, amount: amount.amount };
}

function basketTaxJson(tax: BasketTax): TaxJson {
  return { ...taxJson(tax), mode: tax.mode };
}

function taxGroupJson({ code, mode, taxes }: TaxGroup): TaxGroupJson {
  return {
    code,
    mode,
    taxes: taxes.map((tax) => ({
      code: tax.code,
      name: tax.name,
      rate: formatDecimal(tax.rate),
      compound: tax.compound,
    })),
  };
}
