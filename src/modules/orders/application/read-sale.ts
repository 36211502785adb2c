import { DECIMAL_ONE } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import { badValue, decimalFrom, moneyFrom, timeFrom } from '../../../kernel/read-value.js';
import type { DiscountId, DiscountValue } from '../domain/manual-discount.js';
import type { FiringWish } from '../domain/order-firing.js';
import type { OrderId, OrderLineId, PaymentId, RefundId } from '../domain/order-state.js';
import type { WantedModifier } from '../ports/menu.js';
import type { PaymentWish } from './add-payment.js';
import type { RequestedRefund } from './refund-order.js';
import type { RequestedDiscount } from './requested-discount.js';
import type { RequestedComponent, RequestedLine } from './requested-line.js';
import type { RequestedPayment } from './requested-payment.js';
import type { RequestedSale } from './sale-opening.js';
import type {
  WrittenComponent,
  WrittenDiscount,
  WrittenFiring,
  WrittenLine,
  WrittenModifier,
  WrittenMoney,
  WrittenPayment,
  WrittenRefund,
  WrittenSale,
} from './written-sale.js';

/** Reads a sale. @throws Refusal `validation_failed`, `unknown_currency`. */
export function saleFrom(body: WrittenSale): RequestedSale {
  return {
    id: body.id as OrderId | undefined,
    outletId: body.outletId as OutletId,
    channel: body.channel ?? 'counter',
    placedAt: body.placedAt === undefined ? undefined : timeFrom(body.placedAt, '/placedAt'),
    customerId: body.customerId ?? null,
    tableId: body.tableId ?? null,
    note: body.note ?? null,
    receiptNumber: body.receiptNumber ?? null,
    promoCodes: body.promoCodes ?? [],
    lines: (body.lines ?? []).map((line, index) => lineFrom(line, `/lines/${index}`)),
    discounts: (body.discounts ?? []).map((discount, index) => discountFrom(discount, `/discounts/${index}`)),
    tip: body.tip === undefined ? undefined : moneyFrom(body.tip, '/tip'),
    taxExemption: body.taxExemption,
    waiveServiceCharge: body.waiveServiceCharge ?? false,
    payments: (body.payments ?? []).map((payment, index) => paymentFrom(payment, `/payments/${index}`)),
    drawerSessionId: body.drawerSessionId ?? null,
    complete: body.complete ?? false,
  };
}

/** Reads a line at a place of the body. @throws Refusal `validation_failed`, `unknown_currency`. */
export function lineFrom(line: WrittenLine, pointer: string): RequestedLine {
  const { priceOverride } = line;
  return {
    id: line.id as OrderLineId | undefined,
    sku: line.sku,
    quantity: line.quantity === undefined ? DECIMAL_ONE : decimalFrom(line.quantity, `${pointer}/quantity`),
    note: line.note ?? null,
    modifiers: modifiersFrom(line.modifiers, pointer),
    components: (line.components ?? []).map((component, index) => {
      return componentFrom(component, `${pointer}/components/${index}`);
    }),
    unitPrice: line.unitPrice === undefined ? undefined : moneyFrom(line.unitPrice, `${pointer}/unitPrice`),
    priceOverride: priceOverride && {
      unitPrice: moneyFrom(priceOverride.unitPrice, `${pointer}/priceOverride/unitPrice`),
      reason: priceOverride.reason,
      approvalId: priceOverride.approvalId,
    },
    giftCardCode: line.giftCardCode,
    pointer,
  };
}

function componentFrom(
  { id, slot, sku, quantity, note, modifiers }: WrittenComponent,
  pointer: string,
): RequestedComponent {
  return {
    id: id as OrderLineId | undefined,
    slot,
    sku,
    quantity: quantity ?? 1,
    note: note ?? null,
    modifiers: modifiersFrom(modifiers, pointer),
  };
}

function modifiersFrom(modifiers: readonly (string | WrittenModifier)[] = [], pointer: string): WantedModifier[] {
  return modifiers.map((chosen, index) => {
    const at = `${pointer}/modifiers/${index}`;
    const { modifier, group, quantity, modifiers: nested } = typeof chosen === 'string' ? { modifier: chosen } : chosen;
    const wanted = { modifier, quantity: quantity ?? 1, modifiers: modifiersFrom(nested, at), pointer: at };
    return group === undefined ? wanted : { ...wanted, group };
  });
}

/** Reads a discount at a place of the body. @throws Refusal `validation_failed` unless it says exactly one thing. */
export function discountFrom(discount: WrittenDiscount, pointer = ''): RequestedDiscount {
  const { id, lineId, percent, amount, comp, reason } = discount;
  if ([percent, amount, comp].filter((value) => value !== undefined).length !== 1) {
    throw badValue(`${pointer}/percent`, 'give exactly one of percent, amount and comp');
  }
  return {
    id: id as DiscountId | undefined,
    lineId: (lineId ?? null) as OrderLineId | null,
    value: valueFrom(percent, amount, pointer),
    category: discount.category ?? (comp === undefined ? 'discount' : 'comp'),
    reason,
    approvalId: discount.approvalId,
    pointer,
  };
}

function valueFrom(percent: string | undefined, amount: WrittenMoney | undefined, pointer: string): DiscountValue {
  if (percent !== undefined) return { kind: 'percent', rate: decimalFrom(percent, `${pointer}/percent`) };
  if (amount !== undefined) return { kind: 'amount', amount: moneyFrom(amount, `${pointer}/amount`) };
  return { kind: 'comp' };
}

const CARD_TENDERS: ReadonlySet<string> = new Set(['gift_card', 'voucher']);

/** Reads a payment at a place of the body. @throws Refusal `unknown_currency`, `validation_failed`. */
export function paymentFrom(payment: WrittenPayment, pointer = ''): RequestedPayment {
  const { id, tender, amount, reference, giftCard } = payment;
  if (giftCard !== undefined && !CARD_TENDERS.has(tender)) {
    throw badValue(`${pointer}/giftCard`, 'goes with the tenders gift_card and voucher');
  }
  return {
    id: id as PaymentId | undefined,
    tender,
    amount: moneyFrom(amount, `${pointer}/amount`),
    reference: reference ?? null,
    giftCardCode: giftCard?.code,
    account: payment.houseAccount?.account,
    payer: payment.payer ?? {},
    acceptDoubt: payment.acceptDoubt ?? false,
    pointer,
  };
}

/** Reads a payment on an order that exists. @throws Refusal `unknown_currency`, `validation_failed`. */
export function paymentWishFrom(
  body: WrittenPayment & { readonly drawerSessionId?: string; readonly completeWhenPaid?: boolean },
): PaymentWish {
  const { drawerSessionId = null, completeWhenPaid = false } = body;
  return { payment: paymentFrom(body), drawerSessionId, completeWhenPaid };
}

/** Reads a refund. @throws Refusal `validation_failed` unless exactly one of lines and amount is there. */
export function refundFrom(body: WrittenRefund): RequestedRefund {
  const { id, lines, amount, reason, tender, drawerSessionId = null, approvalId } = body;
  const rest = { id: id as RefundId | undefined, reason, tender, drawerSessionId, approvalId };
  if (lines !== undefined && amount === undefined) {
    const taken = lines.map(({ lineId, quantity }, index) => {
      return { lineId: lineId as OrderLineId, quantity: decimalFrom(quantity, `/lines/${index}/quantity`) };
    });
    return { ...rest, of: { lines: taken } };
  }
  if (amount === undefined || lines !== undefined) throw badValue('/amount', 'give either lines or amount');
  return { ...rest, of: { amount: moneyFrom(amount, '/amount') } };
}

/** Reads what the kitchen is to make. @throws Refusal `validation_failed`. */
export function firingFrom({ lines }: WrittenFiring): FiringWish {
  if (lines === undefined) return null;
  return lines.map(({ lineId, quantity }, index) => ({
    lineId: lineId as OrderLineId,
    ...(quantity !== undefined && { quantity: decimalFrom(quantity, `/lines/${index}/quantity`) }),
  }));
}
