import type { Decision } from '../../../kernel/decision.js';
import type { Id } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import { changedDetails, isSameItem, type ItemDetails } from './item-details.js';
import { problemsOfItem } from './item-problems.js';

export type ItemId = Id<'item'>;

/** Something that can be sold. */
export interface Item extends ItemDetails {
  readonly id: ItemId;
  readonly version: number;
  /**
   * When it was deleted. A deleted item cannot be sold or found; past sales name it, and it can be brought back.
   * @format date-time
   */
  readonly deletedAt: string | null;
}

export type ItemRefusal =
  'item_not_found' | 'item_invalid' | 'item_deleted' | 'item_id_taken' | 'sku_taken' | 'barcode_taken' | 'plu_taken';

/** The data of an item's events by their types. */
export interface ItemEvents {
  /** An item was added or changed one by one, or went on or off sale. Imports tell of themselves, not of each item. */
  'pos.catalog.item_changed': { readonly item: Item };
  /** An item was deleted: it cannot be sold any more, and its barcodes and PLU are free for others. */
  'pos.catalog.item_deleted': { readonly item: Item };
  /** A deleted item was brought back as it was. */
  'pos.catalog.item_restored': { readonly item: Item };
}

type EventOf<Type extends keyof ItemEvents> = DomainEvent<Type, ItemEvents[Type]>;
export type ItemEvent = { [Type in keyof ItemEvents]: EventOf<Type> }[keyof ItemEvents];

/** Adds an item to the catalogue. */
export function addItem(id: ItemId, details: ItemDetails): Decision<Item, ItemEvent> {
  assertSound(details);
  const state: Item = { ...details, id, version: 1, deletedAt: null };
  return { state, events: [itemEvent('pos.catalog.item_changed', state)] };
}

/**
 * Changes an item, takes it off sale or puts it back. Changes that change nothing leave the version alone.
 * @throws Refusal `version_mismatch`, `item_deleted`, `item_invalid`.
 */
export function changeItem(
  item: Item,
  changes: Partial<ItemDetails>,
  expectedVersion?: number,
): Decision<Item, ItemEvent> {
  assertVersion(item, expectedVersion);
  if (item.deletedAt !== null) throw new Refusal<ItemRefusal>('item_deleted', { itemId: item.id, sku: item.sku });
  const details = changedDetails(item, changes);
  assertSound(details);
  if (isSameItem(item, details)) return { state: item, events: [] };
  const state = { ...item, ...details, version: item.version + 1 };
  return { state, events: [itemEvent('pos.catalog.item_changed', state)] };
}

/** Deletes an item; one that is deleted stays as it is. @throws Refusal `version_mismatch`. */
export function deleteItem(item: Item, at: Date, expectedVersion?: number): Decision<Item, ItemEvent> {
  assertVersion(item, expectedVersion);
  if (item.deletedAt !== null) return { state: item, events: [] };
  const state: Item = { ...item, deletedAt: at.toISOString(), version: item.version + 1 };
  return { state, events: [itemEvent('pos.catalog.item_deleted', state)] };
}

/** Brings a deleted item back as it was; one that is there stays as it is. @throws Refusal `version_mismatch`. */
export function restoreItem(item: Item, expectedVersion?: number): Decision<Item, ItemEvent> {
  assertVersion(item, expectedVersion);
  if (item.deletedAt === null) return { state: item, events: [] };
  const state: Item = { ...item, deletedAt: null, version: item.version + 1 };
  return { state, events: [itemEvent('pos.catalog.item_restored', state)] };
}

function assertVersion(item: Item, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== item.version) {
    throw new Refusal('version_mismatch', { currentVersion: item.version });
  }
}

function assertSound(details: ItemDetails): void {
  const fields = problemsOfItem(details).map(({ pointer, message }) => ({ pointer, message }));
  if (fields.length > 0) throw new Refusal<ItemRefusal>('item_invalid', {}, fields);
}

function itemEvent<Type extends keyof ItemEvents>(type: Type, item: Item): EventOf<Type> {
  const { id, version } = item;
  return { type, aggregate: 'items', aggregateId: id, sequence: version, outletId: null, data: { item } };
}
