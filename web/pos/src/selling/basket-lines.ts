import type { Basket, BasketLine } from './basket.js';
import type { AgreedPrice } from './sdk-types.js';
import { addQuantities, oneLess, piecesOf } from './quantity.js';
import { isSameValue } from './same-value.js';

/** What was taken off, so that it can be put back where it was. */
export interface RemovedLine {
  readonly line: BasketLine;
  readonly index: number;
  readonly discounts: Basket['discounts'];
}

/**
 * Puts a line into the basket and selects it. The same item again adds to the row that is there, where nothing differs: choices,
 * note, price, book, and the kitchen knows of neither; what was weighed stays by itself.
 */
export function addLine(basket: Basket, line: BasketLine): Basket {
  const same = basket.lines.findLast((one) => isAlike(one, line));
  if (same === undefined) return { ...basket, lines: [...basket.lines, line], selected: line.id };
  const quantity = addQuantities(same.quantity, line.quantity);
  return { ...replaceLine(basket, { ...same, quantity }), selected: same.id };
}

/**
 * Notes what the guest was told that the rows cost, so that later price books leave them alone.
 * @returns the same basket where that is nothing new.
 */
export function withAgreed(basket: Basket, told: ReadonlyMap<string, AgreedPrice>): Basket {
  const lines = basket.lines.map((line) => {
    const agreed = told.get(line.id);
    if (agreed === undefined || isSameValue(agreed, line.agreed)) return line;
    return { ...line, agreed, bookRevision: agreed.bookRevision };
  });
  return lines.every((line, index) => line === basket.lines[index]) ? basket : { ...basket, lines };
}

/** Puts another version of a line in its place. */
export function replaceLine(basket: Basket, line: BasketLine): Basket {
  return { ...basket, lines: basket.lines.map((one) => (one.id === line.id ? line : one)) };
}

/** Selects a row; one that is not there changes nothing. */
export function selectLine(basket: Basket, id: string): Basket {
  return basket.selected === id || !basket.lines.some((one) => one.id === id) ? basket : { ...basket, selected: id };
}

/** The row above or below the selected one; at an end it stays. */
export function selectNeighbour(basket: Basket, step: -1 | 1): Basket {
  const index = basket.lines.findIndex(({ id }) => id === basket.selected);
  const next = basket.lines[index === -1 ? basket.lines.length - 1 : index + step];
  return next === undefined ? basket : { ...basket, selected: next.id };
}

/** The selected row. */
export function selectedLine(basket: Basket): BasketLine | undefined {
  return basket.lines.find(({ id }) => id === basket.selected);
}

/** One more of the row. */
export function oneMore(basket: Basket, id: string): Basket {
  return withQuantity(basket, id, (quantity) => addQuantities(quantity, '1'));
}

/** One less of the row; the last one stays: taking the row off is another key. */
export function oneFewer(basket: Basket, id: string): Basket {
  return withQuantity(basket, id, (quantity) => oneLess(quantity) ?? quantity);
}

/** Sets how many. */
export function withQuantity(basket: Basket, id: string, to: (quantity: string) => string): Basket {
  const line = basket.lines.find((one) => one.id === id);
  return line === undefined ? basket : replaceLine(basket, { ...line, quantity: to(line.quantity) });
}

/** Takes a row off, with what was taken off its price; its neighbour is selected. */
export function removeLine(
  basket: Basket,
  id: string,
): { readonly basket: Basket; readonly removed: RemovedLine } | undefined {
  const index = basket.lines.findIndex((one) => one.id === id);
  const line = basket.lines[index];
  if (line === undefined) return undefined;
  const lines = basket.lines.filter((one) => one.id !== id);
  const discounts = basket.discounts.filter(({ lineId }) => lineId !== id);
  const selected = (lines[index] ?? lines.at(-1))?.id ?? null;
  const removed = { line, index, discounts: basket.discounts.filter(({ lineId }) => lineId === id) };
  return { basket: { ...basket, lines, discounts, selected }, removed };
}

/** Puts a row back where it was, also into a basket that has changed meanwhile. */
export function restoreLine(basket: Basket, { line, index, discounts }: RemovedLine): Basket {
  if (basket.lines.some(({ id }) => id === line.id)) return basket;
  const lines = basket.lines.toSpliced(index, 0, line);
  return { ...basket, lines, discounts: [...basket.discounts, ...discounts], selected: line.id };
}

/** How many pieces are in it. */
export function countPieces({ lines }: Basket): number {
  return lines.reduce((total, { quantity }) => total + piecesOf(quantity), 0);
}

function isAlike(one: BasketLine, other: BasketLine): boolean {
  if (one.sku !== other.sku || one.measured || other.measured) return false;
  return distinction(one) === distinction(other);
}

/** All that makes two lines of one item different to the guest, as a text. */
function distinction({ modifiers, components, note, unitPrice, setPrice, bookRevision, sent }: BasketLine): string {
  const parts = components.map(({ id: _, ...part }) => part);
  return JSON.stringify([modifiers, parts, note, unitPrice, setPrice, bookRevision, sent]);
}
