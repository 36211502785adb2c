import type { Basket, BasketLine } from './basket.js';
import { isSameValue } from './same-value.js';

/** Why a change of a basket is not made: the kitchen knows of the row, or only items go to an order that exists. */
export type SentHindrance = 'table.sentStays' | 'pay.addItemsOnly';

/** What an order that was placed keeps: the service was told of it then, and of items since. */
const PLACED_KEEPS = [
  ...(['channel', 'customer', 'discounts', 'promoCodes', 'note', 'tip', 'taxExemption'] as const),
  ...(['waiveServiceCharge', 'table'] as const),
];

/** Rows that the kitchen was not told of. */
export function unsentLines({ lines }: Basket): readonly BasketLine[] {
  return lines.filter(({ sent }) => sent !== true);
}

/** The basket once the kitchen was told of these rows. */
export function withSent(basket: Basket, ids: ReadonlySet<string>): Basket {
  const lines = basket.lines.map((line): BasketLine => (ids.has(line.id) ? { ...line, sent: true } : line));
  return { ...basket, lines };
}

/** The basket as a sale of its own again, of which nobody was told anything. @param id of the order that it will be. */
export function unplaced(basket: Basket, id: string): Basket {
  const lines = basket.lines.map(({ sent: _, ...line }): BasketLine => line);
  return { ...basket, id, lines, placed: null };
}

/** What stands in the way of a change; `null`: nothing. */
export function hindranceOfChange(before: Basket, after: Basket): SentHindrance | null {
  if (before.placed === null) return null;
  const later = new Map(after.lines.map((line) => [line.id, line]));
  const sent = before.lines.filter((line) => line.sent === true);
  if (sent.some((line) => !isSameValue(line, later.get(line.id)))) return 'table.sentStays';
  return PLACED_KEEPS.every((member) => isSameValue(before[member], after[member])) ? null : 'pay.addItemsOnly';
}
