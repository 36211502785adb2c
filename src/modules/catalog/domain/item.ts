import { isCurrency } from '../../../kernel/currencies.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';

export type ItemId = Id<'item'>;

/** What can be said of an item, by callers and by the rows of an import. */
export interface ItemDetails {
  /** The stock unit's own code, unique within the tenant; letter case matters. */
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: Money;
  /** The code of the tax group that an outlet taxes it by. */
  readonly taxCategory: string;
  /** Unique within the tenant, if there is one. */
  readonly barcode: string | null;
  /** What one of it is: `each`, `kg`, `hour`. */
  readonly unit: string;
  /** An item that is not active cannot be sold. Items are never deleted: past sales name them. */
  readonly active: boolean;
}

/** Something that can be sold. */
export interface Item extends ItemDetails {
  readonly id: ItemId;
  readonly version: number;
}

export type ItemRefusal = 'item_not_found' | 'item_invalid' | 'item_id_taken' | 'sku_taken' | 'barcode_taken';

/** The data of an item's events by their types. */
export interface ItemEvents {
  /** An item was added or changed one by one, or went on or off sale. Imports tell of themselves, not of each item. */
  'pos.catalog.item_changed': { readonly item: Item };
}

export type ItemEvent = DomainEvent<'pos.catalog.item_changed', ItemEvents['pos.catalog.item_changed']>;

/** What is wrong with one member of an item. */
export interface ItemProblem {
  readonly member: keyof ItemDetails;
  readonly message: string;
}

/** The longest text of each member. */
export const TEXT_MAX = { sku: 64, name: 200, category: 100, taxCategory: 40, barcode: 64, unit: 20 } as const;

// Control characters, halves of surrogate pairs, and the mark that decoders leave where the bytes were not UTF-8.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFD]/u;

/** What is wrong with an item's details; nothing when it can be kept. */
export function problemsOfItem(details: ItemDetails): ItemProblem[] {
  const problems: ItemProblem[] = [];
  for (const member of ['sku', 'name', 'category', 'taxCategory', 'barcode', 'unit'] as const) {
    const message = problemOfText(details[member], TEXT_MAX[member]);
    if (message !== undefined) problems.push({ member, message });
  }
  if (!isCurrency(details.price.currency))
    problems.push({ member: 'price', message: 'must be in a currency of ISO 4217' });
  else if (details.price.amount < 0) problems.push({ member: 'price', message: 'must not be negative' });
  return problems;
}

/** What is wrong with a text of limited length; `null` is the absence of a text and fine. */
export function problemOfText(text: string | null, maxLength: number): string | undefined {
  if (text === null) return undefined;
  if (text.trim() === '') return 'must not be empty';
  if (text.length > maxLength) return `must have at most ${maxLength} characters`;
  return UNPRINTABLE.test(text) ? 'must be printable text in UTF-8' : undefined;
}

/** Adds an item to the catalogue. */
export function addItem(id: ItemId, details: ItemDetails): Decision<Item, ItemEvent> {
  assertSound(details);
  const state: Item = { ...details, id, version: 1 };
  return { state, events: [itemChanged(state)] };
}

/** Changes an item, takes it off sale or puts it back. Changes that change nothing leave the version alone. */
export function changeItem(
  item: Item,
  changes: Partial<ItemDetails>,
  expectedVersion?: number,
): Decision<Item, ItemEvent> {
  if (expectedVersion !== undefined && expectedVersion !== item.version) {
    throw new Refusal('version_mismatch', { currentVersion: item.version });
  }
  const details = { ...item, ...changes };
  assertSound(details);
  if (isSameItem(item, details)) return { state: item, events: [] };
  const state = { ...details, version: item.version + 1 };
  return { state, events: [itemChanged(state)] };
}

/** True when all details are equal. */
export function isSameItem(a: ItemDetails, b: ItemDetails): boolean {
  return (
    a.sku === b.sku &&
    a.name === b.name &&
    a.category === b.category &&
    a.price.amount === b.price.amount &&
    a.price.currency === b.price.currency &&
    a.taxCategory === b.taxCategory &&
    a.barcode === b.barcode &&
    a.unit === b.unit &&
    a.active === b.active
  );
}

function assertSound(details: ItemDetails): void {
  const fields: RefusedField[] = problemsOfItem(details).map(({ member, message }) => ({
    pointer: `/${member}`,
    message,
  }));
  if (fields.length > 0) throw new Refusal<ItemRefusal>('item_invalid', {}, fields);
}

function itemChanged(item: Item): ItemEvent {
  const { id, version } = item;
  return {
    type: 'pos.catalog.item_changed',
    aggregate: 'items',
    aggregateId: id,
    sequence: version,
    outletId: null,
    data: { item },
  };
}
