import { formatDecimal, subtractDecimals, type Decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { linesNamed } from './manual-discount.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import type { NewItems, PriceOverride } from './order-line.js';
import type { PricingTerms } from './order-pricing.js';
import { ofPart } from './order-refund-lines.js';
import { assertQuantity, assertSaleable, reprice } from './order-repricing.js';
import { lineSnapshot } from './order-line-snapshot.js';
import {
  inStatus,
  type OpenOrder,
  type Order,
  type OrderLine,
  type OrderLineId,
  type OrderRefusal,
} from './order-state.js';

/** What may change on a line; what is absent stays. */
export interface LineChange {
  readonly quantity?: Decimal;
  readonly note?: string | null;
}

/**
 * Adds lines at present prices and prices the order anew. A combo comes as its parts.
 * @throws Refusal `order_not_open`, `quantity_not_positive`, `currency_mismatch` (the item is priced in another currency),
 * `gift_card_quantity`, `paid_exceeds_total` (a promotion that now applies takes more off than is added).
 */
export function addLines(order: Order, items: NewItems, terms: PricingTerms): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  assertSaleable(open.currency, items.lines);
  const state = reprice(open, { added: items }, terms);
  const added = state.lines.slice(open.lines.length);
  return commit(state, [
    ...added.map((line): OrderHappening => ({ type: 'pos.order.line_added', details: { line: lineSnapshot(line) } })),
    ...overriddenIn(items.overrides),
  ]);
}

/**
 * Sets the quantity or the note of a line, or the quantity of a combo with all its parts; a combo's note is its first part's. Of a
 * line that is then less than was fired, the rest is voided in the kitchen: its event says how much.
 * @throws Refusal `order_not_open`, `line_not_found`, `line_in_combo` (a part's quantity is the combo's), `quantity_not_positive`,
 * `gift_card_quantity`, `paid_exceeds_total`.
 */
export function changeLine(
  order: Order,
  lineId: OrderLineId,
  change: LineChange,
  terms: PricingTerms,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const kept = linesAfterChange(open, lineId, change);
  const state = reprice(open, { kept }, terms);
  return commit(
    state,
    state.lines.flatMap((line, index): OrderHappening[] => {
      const before = open.lines[index] as OrderLine;
      if (kept[index] === before) return [];
      const voided = subtractDecimals(before.firedQuantity, line.firedQuantity);
      return [{ type: 'pos.order.line_changed', details: { line: lineSnapshot(line), ...inKitchen(voided) } }];
    }),
  );
}

/**
 * Takes a line, or a combo with all its parts, off the order. Its events tell of lines as they were, and how much of each is voided
 * in the kitchen.
 * @throws Refusal `order_not_open`, `line_not_found`, `line_in_combo`, `paid_exceeds_total`.
 */
export function removeLine(order: Order, lineId: OrderLineId, terms: PricingTerms): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const kept = linesAfterRemoval(open, lineId);
  const state = reprice(open, { kept }, terms);
  const removed = open.lines.filter((line) => !kept.includes(line));
  return commit(
    state,
    removed.map((line) => {
      return {
        type: 'pos.order.line_removed',
        details: { line: lineSnapshot(line), ...inKitchen(line.firedQuantity) },
      };
    }),
  );
}

function inKitchen(voided: Decimal): { readonly voidedInKitchen?: string } {
  return voided > 0n ? { voidedInKitchen: formatDecimal(voided) } : {};
}

/** What happened to prices that a person set, for the audit: both prices and the reason (DOMAIN P9). */
export function overriddenIn(overrides: readonly PriceOverride[]): OrderHappening[] {
  return overrides.map((override) => {
    return { type: 'pos.order.price_overridden', details: { override, approvedBy: null } };
  });
}

/** The lines with one changed, not yet priced. @throws Refusal of `changeLine`, but for prices. */
export function linesAfterChange(order: OpenOrder, lineId: OrderLineId, change: LineChange): OrderLine[] {
  const changed = changedLines(order, lineId, change);
  return order.lines.map((line) => changed.get(line.id) ?? line);
}

/** The lines without one. @throws Refusal `line_not_found`, `line_in_combo`. */
export function linesAfterRemoval(order: OpenOrder, lineId: OrderLineId): OrderLine[] {
  const removed = linesOf(order, lineId);
  assertNoPart(removed, lineId);
  return order.lines.filter((line) => !removed.includes(line));
}

/** The line of an id, or the parts of the combo of that id. @throws Refusal `line_not_found`. */
function linesOf(order: Order, lineId: OrderLineId): OrderLine[] {
  const found = linesNamed(order.lines, lineId);
  if (found.length === 0) throw new Refusal<OrderRefusal>('line_not_found', { orderId: order.id, lineId });
  return found;
}

function changedLines(order: OpenOrder, lineId: OrderLineId, change: LineChange): Map<OrderLineId, OrderLine> {
  const lines = linesOf(order, lineId);
  const { quantity } = change;
  if (quantity !== undefined) {
    assertNoPart(lines, lineId);
    for (const line of lines) assertQuantity(line, quantity, '/quantity');
  }
  return new Map(
    lines.map((line, index) => {
      const note = change.note === undefined || index > 0 ? line.note : change.note;
      return [line.id, { ...inQuantity(line, quantity), note }];
    }),
  );
}

function inQuantity(line: OrderLine, quantity: Decimal | undefined): OrderLine {
  if (quantity === undefined) return line;
  const ofLine = ofPart(line, quantity);
  const { combo, firedQuantity } = line;
  return {
    ...line,
    quantity: ofLine,
    combo: combo && { ...combo, quantity },
    firedQuantity: firedQuantity < ofLine ? firedQuantity : ofLine,
  };
}

function assertNoPart(lines: readonly OrderLine[], lineId: OrderLineId): void {
  const combo = lines.find(({ id }) => id === lineId)?.combo;
  if (combo != null) throw new Refusal<OrderRefusal>('line_in_combo', { lineId, comboId: combo.id });
}
