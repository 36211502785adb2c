import { formatDecimal, subtractDecimals, type Decimal } from '../../../kernel/decimal.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { linesNamed } from './manual-discount.js';
import { commit, type OrderEvent } from './order-events.js';
import { firedLineSnapshot } from './order-line-snapshot.js';
import { ofPart } from './order-refund-lines.js';
import {
  inStatus,
  type CompletedOrder,
  type OpenOrder,
  type Order,
  type OrderLine,
  type OrderLineId,
  type OrderRefusal,
  type PartiallyRefundedOrder,
} from './order-state.js';

/** How much of a line, or of a combo with all its parts, shall have been fired in all. */
export interface LineToFire {
  readonly lineId: OrderLineId;
  /** Absent: the whole line, without what was given back. */
  readonly quantity?: Decimal;
}

/** What is to be fired; `null` is everything that was not fired yet. */
export type FiringWish = readonly LineToFire[] | null;

/** An order of which lines may be fired: a guest may pay first. */
export type FirableOrder = OpenOrder | CompletedOrder | PartiallyRefundedOrder;

/** So much of a wish as an order can follow, and the lines that have less than it asks for, or are gone. */
export interface PossibleFiring {
  readonly wish: FiringWish;
  readonly lacking: readonly OrderLineId[];
}

/**
 * Tells the kitchen to make lines. Quantities are what shall have been fired in all, so that the same again adds nothing, and two
 * waiters who fire the same line come to the larger of both, whoever is first. What is no dish, a gift card, is passed over.
 * @throws Refusal `order_not_open`, `line_not_found`, `quantity_not_positive`, `fire_exceeds_quantity`, `nothing_to_fire`.
 */
export function fire(order: Order, wish: FiringWish, at: Date): Decision<FirableOrder, OrderEvent> {
  const firable = inStatus(order, ['open', 'completed', 'partially_refunded'], 'order_not_open');
  const added = leftToFire(order, wish);
  if (added.size === 0) throw new Refusal<OrderRefusal>('nothing_to_fire', { orderId: order.id });
  const lines = order.lines.map((line) => {
    const more = added.get(line);
    return more === undefined ? line : firedBy(line, more, at);
  });
  const fired = [...added].map(([line, more]) => firedLineSnapshot(line, more));
  return commit<FirableOrder>({ ...firable, lines }, [{ type: 'pos.order.fired', details: { lines: fired } }]);
}

/**
 * How much of which lines a wish would fire now, in the order of the lines, whatever the order's state.
 * @throws Refusal `line_not_found`, `quantity_not_positive`, `fire_exceeds_quantity`.
 */
export function leftToFire(order: Order, wish: FiringWish): ReadonlyMap<OrderLine, Decimal> {
  const targets = wish === null ? allOf(order) : targetsOf(order, wish);
  const left = new Map<OrderLine, Decimal>();
  for (const line of order.lines) {
    const target = targets.get(line);
    if (target === undefined || line.giftCard !== null || target <= line.firedQuantity) continue;
    left.set(line, subtractDecimals(target, line.firedQuantity));
  }
  return left;
}

/** Cuts a wish of somebody who could not know what became of the order to what is there. */
export function possibleFiring(order: Order, wish: FiringWish): PossibleFiring {
  if (wish === null) return { wish, lacking: [] };
  const lacking: OrderLineId[] = [];
  const possible = wish.flatMap(({ lineId, quantity }): LineToFire[] => {
    const lines = linesNamed(order.lines, lineId);
    const isThere =
      lines.length > 0 && (quantity === undefined || lines.every((line) => isEnough(line, lineId, quantity)));
    if (isThere) return [quantity === undefined ? { lineId } : { lineId, quantity }];
    lacking.push(lineId);
    return lines.length === 0 ? [] : [{ lineId }];
  });
  return { wish: possible, lacking };
}

function allOf({ lines }: Order): Map<OrderLine, Decimal> {
  return new Map(lines.map((line) => [line, wholeOf(line)]));
}

function targetsOf(order: Order, wish: readonly LineToFire[]): Map<OrderLine, Decimal> {
  const targets = new Map<OrderLine, Decimal>();
  wish.forEach(({ lineId, quantity }, index) => {
    const pointer = `/lines/${index}`;
    const lines = linesNamed(order.lines, lineId);
    if (lines.length === 0) refuse('line_not_found', { orderId: order.id, lineId }, `${pointer}/lineId`, 'is not here');
    if (quantity !== undefined && quantity <= 0n) {
      refuse('quantity_not_positive', { lineId }, `${pointer}/quantity`, 'must be above zero');
    }
    for (const line of lines) {
      if (quantity !== undefined && !isEnough(line, lineId, quantity)) exceeds(line, `${pointer}/quantity`);
      const target = quantity === undefined ? wholeOf(line) : ofNamed(line, lineId, quantity);
      const known = targets.get(line);
      targets.set(line, known !== undefined && known > target ? known : target);
    }
  });
  return targets;
}

/** What came back is not made any more; what of it was fired stays fired. */
function wholeOf({ quantity, refundedQuantity }: OrderLine): Decimal {
  return subtractDecimals(quantity, refundedQuantity);
}

function ofNamed(line: OrderLine, lineId: OrderLineId, quantity: Decimal): Decimal {
  return line.id === lineId ? quantity : ofPart(line, quantity);
}

function isEnough(line: OrderLine, lineId: OrderLineId, quantity: Decimal): boolean {
  return ofNamed(line, lineId, quantity) <= line.quantity;
}

function firedBy(line: OrderLine, more: Decimal, at: Date): OrderLine {
  // Devices tell of what they fired later: the last is the last, in whatever order that comes.
  const firedAt = line.firedAt !== null && line.firedAt > at ? line.firedAt : at;
  return { ...line, firedQuantity: (line.firedQuantity + more) as Decimal, firedAt };
}

function exceeds({ id: lineId, quantity }: OrderLine, pointer: string): never {
  const ordered = formatDecimal(quantity);
  return refuse('fire_exceeds_quantity', { lineId, ordered }, pointer, `only ${ordered} of the line was ordered`);
}

function refuse(code: OrderRefusal, facts: Readonly<Record<string, unknown>>, pointer: string, message: string): never {
  throw new Refusal<OrderRefusal>(code, facts, [{ pointer, message }]);
}
