import type { BasketLine, ChosenComponent, ChosenModifier, SetPrice } from './basket.js';
import { needsNoChoice } from './modifier-choice.js';
import type { BookItem, Money, OfferedGroup } from './sdk-types.js';

/** What is to be rung up, by tile, search or code. */
export interface Wanted {
  readonly item: BookItem;
  /** As typed before `*` or carried by a label; `null`: one, or what the scale says. */
  readonly quantity: string | null;
  /** Carried by a label, or asked at the till. */
  readonly unitPrice: Money | null;
}

/** What has to be asked before an item can be rung up. */
export type Asked = 'price' | 'quantity' | 'modifiers' | 'combo' | null;

/** What the book knows of an item. */
export interface ItemBook {
  readonly pricesRevision: string;
  groupsOf(sku: string): readonly OfferedGroup[];
}

/** The next thing to ask for, in the order in which a cashier knows it. */
export function askedOf({ item, quantity, unitPrice }: Wanted, book: ItemBook): Asked {
  if (item.openPrice && unitPrice === null) return 'price';
  if (item.measure !== 'each' && quantity === null) return 'quantity';
  if (item.kind === 'combo') return 'combo';
  return needsNoChoice(book.groupsOf(item.sku)) ? null : 'modifiers';
}

/**
 * A scanned item as it is rung up. A label's price that no weight comes to, or that is not of something weighed, is the price of
 * one: where the item's price is not asked at the till anyway, somebody has to be allowed to set it.
 */
export function scannedWanted({ item, quantity, price }: Pick<ScannedFind, 'item' | 'quantity' | 'price'>): Wanted {
  const setsPrice = price !== undefined && (item.measure === 'each' || quantity === undefined);
  // A code that carries nothing says one: what was typed before it, or the scale, knows better.
  const said = price === undefined && quantity === '1' ? undefined : quantity;
  return { item, quantity: said ?? (setsPrice ? '1' : null), unitPrice: setsPrice ? price : null };
}

interface ScannedFind {
  readonly item: BookItem;
  readonly quantity?: string;
  readonly price?: Money;
}

/** True where the price of a label is not the item's own, so that it takes the right to set prices. */
export function labelSetsPrice({ item, unitPrice }: Wanted): boolean {
  return unitPrice !== null && !item.openPrice && unitPrice.amount !== item.price.amount;
}

/** What was chosen with an item. */
export interface Choices {
  readonly modifiers?: readonly ChosenModifier[];
  readonly components?: readonly ChosenComponent[];
  readonly setPrice?: SetPrice;
}

/** The row for what is rung up. */
export function newLine(
  id: string,
  { item, quantity, unitPrice }: Wanted,
  book: ItemBook,
  choices: Choices = {},
): BasketLine {
  const { sku, name, measure } = item;
  return {
    ...{ id, sku, name, quantity: quantity ?? '1', note: null },
    ...{ unitPrice: item.openPrice ? unitPrice : null, setPrice: choices.setPrice ?? null },
    ...{ modifiers: choices.modifiers ?? [], components: choices.components ?? [] },
    ...{ measured: measure !== 'each', bookRevision: book.pricesRevision, agreed: null },
  };
}
