import { DECIMAL_ONE } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { badValue, decimalFrom, moneyFrom, timeFrom } from '../../../../platform/http/values.js';
import type { RequestedLine } from '../../application/basket-builder.js';
import type { RequestedRefund } from '../../application/refund-order.js';
import type { RequestedPayment, RequestedSale } from '../../application/sale-opening.js';
import type { OrderId, OrderLineId, PaymentId, RefundId } from '../../domain/order-state.js';
import type { LineRequest, PaymentRequest, PlaceOrderRequest, RefundRequest } from './order-requests.js';

/** Reads a sale. @throws Refusal `validation_failed`, `unknown_currency`. */
export function saleFrom(body: PlaceOrderRequest): RequestedSale {
  return {
    id: body.id as OrderId | undefined,
    outletId: body.outletId as OutletId,
    channel: body.channel ?? 'counter',
    placedAt: body.placedAt === undefined ? undefined : timeFrom(body.placedAt, '/placedAt'),
    customerId: body.customerId ?? null,
    tableId: body.tableId ?? null,
    note: body.note ?? null,
    promoCodes: body.promoCodes ?? [],
    lines: (body.lines ?? []).map((line, index) => lineFrom(line, `/lines/${index}`)),
    payments: (body.payments ?? []).map((payment, index) => paymentFrom(payment, `/payments/${index}`)),
    complete: body.complete ?? false,
  };
}

/** Reads a line at a place of the body. @throws Refusal `validation_failed`, `unknown_currency`. */
export function lineFrom(line: LineRequest, pointer: string): RequestedLine {
  return {
    id: line.id as OrderLineId | undefined,
    sku: line.sku,
    quantity: line.quantity === undefined ? DECIMAL_ONE : decimalFrom(line.quantity, `${pointer}/quantity`),
    note: line.note ?? null,
    modifiers: line.modifiers ?? [],
    expectedPrice: line.unitPrice === undefined ? undefined : moneyFrom(line.unitPrice, `${pointer}/unitPrice`),
  };
}

/** Reads a payment at a place of the body. @throws Refusal `unknown_currency`. */
export function paymentFrom({ id, tender, amount, reference }: PaymentRequest, pointer = ''): RequestedPayment {
  return {
    id: id as PaymentId | undefined,
    tender,
    amount: moneyFrom(amount, `${pointer}/amount`),
    reference: reference ?? null,
  };
}

/** Reads a refund. @throws Refusal `validation_failed` unless exactly one of lines and amount is there. */
export function refundFrom({ id, lines, amount, reason, tender }: RefundRequest): RequestedRefund {
  const rest = { id: id as RefundId | undefined, reason, tender };
  if (lines !== undefined && amount === undefined) {
    const taken = lines.map(({ lineId, quantity }, index) => {
      return { lineId: lineId as OrderLineId, quantity: decimalFrom(quantity, `/lines/${index}/quantity`) };
    });
    return { ...rest, of: { lines: taken } };
  }
  if (amount === undefined || lines !== undefined) throw badValue('/amount', 'give either lines or amount');
  return { ...rest, of: { amount: moneyFrom(amount, '/amount') } };
}
