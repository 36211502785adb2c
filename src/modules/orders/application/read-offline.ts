import { decimalFrom, moneyFrom } from '../../../kernel/read-value.js';
import type { LineCopy } from '../domain/offline-sale.js';
import type { OrderId, OrderLineId, OrderTotals } from '../domain/order-state.js';
import type { CashRounding } from '../domain/pricing/cash-rounding.js';
import type { PricingRecord } from '../domain/pricing/pricing-record.js';
import type {
  OfflineFiring,
  OfflineLineChange,
  OfflineLines,
  OfflinePayment,
  OfflineRefund,
  OfflineSale,
} from './offline-acts.js';
import type { OfflineAct } from './offline-orders.js';
import { firingFrom, lineFrom, paymentFrom, refundFrom, saleFrom } from './read-sale.js';
import type { RequestedLine } from './requested-line.js';
import type { WrittenLine, WrittenMoney, WrittenPayment, WrittenRefund, WrittenSale } from './written-sale.js';

// Bodies of entries as JSON writes them; `OfflineShapes` has found them well.

interface WrittenCopy {
  readonly lineId: string;
  readonly itemId?: string | null;
  readonly unit: string;
}

interface WrittenPlace {
  readonly order: WrittenSale & { readonly id: string };
  readonly receiptNumber?: string | null;
  readonly pricing: PricingRecord;
  readonly totals: OrderTotals;
  readonly copies: readonly WrittenCopy[];
  readonly cashRounding?: CashRounding | null;
}

interface WrittenAddedLines {
  readonly orderId: string;
  readonly lines: readonly WrittenLine[];
  readonly pricing?: PricingRecord | null;
  readonly copies?: readonly WrittenCopy[];
}

/** Reads a sale that was rung up. @throws Refusal `validation_failed`, `unknown_currency`. */
export function offlineSaleFrom({ body, at, correctionMs }: OfflineAct): OfflineSale {
  const { order, receiptNumber = order.receiptNumber ?? null, pricing, totals, copies, ...rest } = body as WrittenPlace;
  const sale = saleFrom(order);
  const placedAt = sale.placedAt === undefined ? at : new Date(sale.placedAt.getTime() + correctionMs);
  return {
    sale: { ...sale, id: order.id as OrderId, placedAt },
    receiptNumber,
    pricing,
    totals,
    copies: copiesOf(copies, pricing, sale.lines),
    cashRounding: rest.cashRounding,
  };
}

/** Reads lines that were added. @throws Refusal `validation_failed`, `unknown_currency`. */
export function offlineLinesFrom({ body }: OfflineAct): OfflineLines {
  const { orderId, lines: written, pricing = null, copies = [] } = body as WrittenAddedLines;
  const lines = written.map((line, index) => lineFrom(line, `/lines/${index}`));
  const kept = pricing === null ? new Map<string, LineCopy>() : copiesOf(copies, pricing, lines);
  return { orderId: orderId as OrderId, lines, pricing, copies: kept };
}

/** Reads what was done to a line. @throws Refusal `validation_failed`. */
export function offlineLineChangeFrom({ body }: OfflineAct): OfflineLineChange {
  const { orderId, lineId, quantity, note } = body as Record<string, string | undefined> & { note?: string | null };
  return {
    orderId: orderId as OrderId,
    lineId: lineId as OrderLineId,
    ...(quantity !== undefined && { quantity: decimalFrom(quantity, '/quantity') }),
    ...(note !== undefined && { note }),
  };
}

/** Reads what the kitchen was told to make. @throws Refusal `validation_failed`. */
export function offlineFiringFrom({ body }: OfflineAct): OfflineFiring {
  const { orderId } = body as { readonly orderId: string };
  return { orderId: orderId as OrderId, wish: firingFrom(body) };
}

/** Reads a payment that was taken. @throws Refusal `unknown_currency`. */
export function offlinePaymentFrom({ body }: OfflineAct): OfflinePayment {
  const {
    orderId,
    payment,
    drawerSessionId = null,
  } = body as {
    orderId: string;
    payment: WrittenPayment;
    drawerSessionId?: string | null;
  };
  return { orderId: orderId as OrderId, payment: paymentFrom(payment, '/payment'), drawerSessionId };
}

/** Reads what was given back. @throws Refusal `validation_failed`, `unknown_currency`. */
export function offlineRefundFrom({ body }: OfflineAct): OfflineRefund {
  const { orderId, refundId, paid, ...refund } = body as WrittenRefund & {
    orderId: string;
    refundId: string;
    paid?: WrittenMoney;
  };
  const wish = refundFrom({ ...refund, id: refundId });
  return {
    orderId: orderId as OrderId,
    wish: { ...wish, id: refundId as NonNullable<typeof wish.id> },
    paid: paid === undefined ? null : moneyFrom(paid, '/paid'),
  };
}

/** What the input lacks of each line, with the notes: that of a combo stands with its first part. */
function copiesOf(
  copies: readonly WrittenCopy[],
  { lines: priced }: PricingRecord,
  requested: readonly RequestedLine[],
): ReadonlyMap<string, LineCopy> {
  const notes = new Map<string, string | null>();
  for (const { id, note, components } of requested) {
    if (id !== undefined) notes.set(id, note);
    for (const component of components) if (component.id !== undefined) notes.set(component.id, component.note);
  }
  const begun = new Set<string>();
  const noteOf = ({ id, combo }: PricingRecord['lines'][number]): string | null => {
    const first = combo !== undefined && !begun.has(combo);
    if (combo !== undefined) begun.add(combo);
    return notes.get(id) ?? (first ? (notes.get(combo) ?? null) : null);
  };
  const noted = new Map(priced.map((line) => [line.id, noteOf(line)]));
  return new Map(
    copies.map(({ lineId, itemId = null, unit }) => [lineId, { itemId, unit, note: noted.get(lineId) ?? null }]),
  );
}
