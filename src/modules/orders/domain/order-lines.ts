import { DECIMAL_ONE, DECIMAL_ZERO, type Decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import { MAX_AMOUNT, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commit, type OrderEvent } from './order-events.js';
import { lineSnapshot } from './order-snapshot.js';
import {
  inStatus,
  type OpenOrder,
  type Order,
  type OrderLine,
  type OrderLineId,
  type OrderRefusal,
} from './order-state.js';
import { chargeOf, settle } from './order-totals.js';
import type { BasketLine, PricedBasket, PricedLine } from './pricing/basket.js';
import { price } from './pricing/price.js';
import type { TaxGroup } from './pricing/tax-group.js';

/** An item to sell, with what the catalogue says of it now: the order keeps these copies (DOMAIN P8). */
export interface NewLine {
  readonly id: OrderLineId;
  readonly sku: string;
  readonly itemId: string | null;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly unitPrice: Money;
  readonly taxGroup: TaxGroup;
  readonly note: string | null;
}

/** What may change on a line; what is absent stays. */
export interface LineChange {
  readonly quantity?: Decimal;
  readonly note?: string | null;
}

/** The part of an order that decides its prices. */
export type PricedUnder = Pick<Order, 'currency' | 'channel' | 'settings'>;

/** JSON Pointer to the line at an index of the request. */
export type LinePointer = (index: number) => string;

const inLines: LinePointer = (index) => `/lines/${index}`;

/**
 * Adds lines and prices the order anew under the rules it was opened with.
 * @throws Refusal `order_not_open`, `quantity_not_positive`, `currency_mismatch` (the item is priced in another currency).
 */
export function addLines(
  order: Order,
  lines: readonly NewLine[],
  pointerTo = inLines,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  assertSaleable(open, lines, pointerTo);
  const state = reprice(open, open.lines, lines);
  const added = state.lines.slice(open.lines.length);
  return commit(
    state,
    added.map((line) => ({ type: 'pos.order.line_added', details: { line: lineSnapshot(line) } })),
  );
}

/**
 * Sets the quantity or the note of a line.
 * @throws Refusal `order_not_open`, `line_not_found`, `quantity_not_positive`, `paid_exceeds_total`.
 */
export function changeLine(order: Order, lineId: OrderLineId, change: LineChange): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const index = indexOf(open, lineId);
  const line = open.lines[index] as OrderLine;
  const { quantity = line.quantity, note = line.note } = change;
  assertQuantity(quantity, line.unitPrice, '/quantity');
  const state = reprice(open, open.lines.with(index, { ...line, quantity, note }), []);
  const changed = state.lines[index] as OrderLine;
  return commit(state, [{ type: 'pos.order.line_changed', details: { line: lineSnapshot(changed) } }]);
}

/**
 * Takes a line off the order. Its event tells of it as it was.
 * @throws Refusal `order_not_open`, `line_not_found`, `paid_exceeds_total`.
 */
export function removeLine(order: Order, lineId: OrderLineId): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const removed = open.lines[indexOf(open, lineId)] as OrderLine;
  const left = open.lines.filter((line) => line !== removed);
  const state = reprice(open, left, []);
  return commit(state, [{ type: 'pos.order.line_removed', details: { line: lineSnapshot(removed) } }]);
}

/**
 * Prices new lines for an order that has none yet.
 * @throws Refusal `quantity_not_positive`, `currency_mismatch`.
 */
export function priceNewLines(
  under: PricedUnder,
  lines: readonly NewLine[],
  pointerTo = inLines,
): { lines: OrderLine[]; basket: PricedBasket } {
  assertSaleable(under, lines, pointerTo);
  return priceAll(under, [], lines);
}

function priceAll(
  under: PricedUnder,
  kept: readonly OrderLine[],
  added: readonly NewLine[],
): { lines: OrderLine[]; basket: PricedBasket } {
  const { taxRounding, taxExempt, engineVersion } = under.settings;
  const { currency, channel } = under;
  const all: readonly NewLine[] = [...kept, ...added];
  const basket = price({ currency, channel, taxRounding, taxExempt, engineVersion, lines: all.map(toBasketLine) });
  const last = kept.at(-1)?.lineNumber ?? 0;
  const lines = all.map((line, index) => {
    const lineNumber = kept[index]?.lineNumber ?? last + index - kept.length + 1;
    return priced(line, lineNumber, basket.lines[index] as PricedLine, currency);
  });
  return { lines, basket };
}

function reprice(order: OpenOrder, kept: readonly OrderLine[], added: readonly NewLine[]): OpenOrder {
  const { lines, basket } = priceAll(order, kept, added);
  const { totals, overpaid } = settle(
    chargeOf(basket.totals),
    order.payments,
    order.totals.change,
    order.settings.cashRounding,
  );
  if (overpaid.amount > 0) {
    const facts = { orderId: order.id, total: totals.total, overpaid };
    throw new Refusal<OrderRefusal>('paid_exceeds_total', facts);
  }
  return { ...order, lines, taxes: basket.taxes, totals };
}

function toBasketLine(line: NewLine): BasketLine {
  const { id, sku, name, category, unitPrice, quantity, taxGroup } = line;
  return { lineId: id, sku, name, category, unitPrice, quantity, taxGroup };
}

// Only open orders are priced, and nothing has been refunded on an open order.
function priced(line: NewLine, lineNumber: number, result: PricedLine, currency: string): OrderLine {
  const nothing = zero(currency);
  return {
    id: line.id,
    lineNumber,
    sku: line.sku,
    itemId: line.itemId,
    name: line.name,
    category: line.category,
    unit: line.unit,
    quantity: line.quantity,
    unitPrice: result.unitPrice,
    taxGroup: result.taxGroup,
    note: line.note,
    modifiers: [],
    gross: result.gross,
    discount: result.discount,
    taxes: result.taxes,
    tax: result.tax,
    net: result.net,
    total: result.total,
    refundedQuantity: DECIMAL_ZERO,
    refundedAmount: nothing,
    refundedTax: nothing,
  };
}

function assertSaleable({ currency }: PricedUnder, lines: readonly NewLine[], pointerTo: LinePointer): void {
  lines.forEach(({ quantity, unitPrice }, index) => {
    const pointer = pointerTo(index);
    assertQuantity(quantity, unitPrice, `${pointer}/quantity`);
    if (unitPrice.currency === currency) return;
    const facts = { expected: currency, actual: unitPrice.currency };
    const field = { pointer: `${pointer}/sku`, message: `is priced in ${unitPrice.currency}` };
    throw new Refusal<OrderRefusal>('currency_mismatch', facts, [field]);
  });
}

function assertQuantity(quantity: Decimal, unitPrice: Money, pointer: string): void {
  if (quantity <= 0n) {
    throw new Refusal<OrderRefusal>('quantity_not_positive', {}, [{ pointer, message: 'must be above zero' }]);
  }
  // Only to point at the place: money itself refuses what it cannot count, to the unit.
  if ((unitPrice.amount * Number(quantity)) / Number(DECIMAL_ONE) > MAX_AMOUNT) {
    const field = { pointer, message: 'is worth more than money can count' };
    throw new Refusal<OrderRefusal>('amount_out_of_range', { currency: unitPrice.currency }, [field]);
  }
}

function indexOf(order: OpenOrder, lineId: OrderLineId): number {
  const index = order.lines.findIndex(({ id }) => id === lineId);
  if (index === -1) throw new Refusal<OrderRefusal>('line_not_found', { orderId: order.id, lineId });
  return index;
}
