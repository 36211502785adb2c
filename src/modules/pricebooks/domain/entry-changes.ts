import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { isText } from './pricebook-checks.js';
import { describeEffect, isSameEffect, type EffectSnapshot, type Entry, type PriceEffect } from './price-effect.js';
import { LIMITS, type PricebookRefusal } from './pricebook.js';

/** What becomes of one item's entry. `null`: there is none. */
export interface EntryChange {
  readonly sku: string;
  readonly before: EffectSnapshot | null;
  readonly after: EffectSnapshot | null;
}

/** What becomes of entries: all counted, the first shown. */
export interface EntryChanges {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** By SKU, at most 100; the difference of two versions has all. */
  readonly first: readonly EntryChange[];
}

/** How many changes an event shows. */
export const CHANGES_SHOWN = 100;
export const NO_CHANGES: EntryChanges = { added: 0, removed: 0, changed: 0, first: [] };
const SKU_MAX = 64;

/** What is to be done to a draft's entries: `null` takes an item's entry out. */
export type EntryEdits = ReadonlyMap<string, PriceEffect | null>;

/** What edits come to. */
export interface EntryPlan {
  readonly set: readonly Entry[];
  readonly remove: readonly string[];
  readonly changes: EntryChanges;
  readonly unchanged: number;
}

/** The change from one effect to another; `undefined` when both are the same. */
export function changeOf(
  sku: string,
  before: PriceEffect | undefined,
  after: PriceEffect | undefined,
): EntryChange | undefined {
  if (before === undefined ? after === undefined : after !== undefined && isSameEffect(before, after)) return undefined;
  return {
    sku,
    before: before === undefined ? null : describeEffect(before),
    after: after === undefined ? null : describeEffect(after),
  };
}

/**
 * Compares edits with the entries that are there.
 * @param present the entries of all SKUs that are edited, as far as there are any.
 */
export function planEntries(present: readonly Entry[], edits: EntryEdits): EntryPlan {
  const effects = new Map(present.map(({ sku, effect }) => [sku, effect]));
  const set: Entry[] = [];
  const remove: string[] = [];
  const changes: EntryChange[] = [];
  for (const [sku, effect] of edits) {
    const change = changeOf(sku, effects.get(sku), effect ?? undefined);
    if (change === undefined) continue;
    changes.push(change);
    if (effect === null) remove.push(sku);
    else set.push({ sku, effect });
  }
  return { set, remove, changes: summaryOf(changes), unchanged: edits.size - changes.length };
}

/** Counts changes and shows the first by SKU. */
export function summaryOf(changes: readonly EntryChange[]): EntryChanges {
  const sorted = [...changes].sort((a, b) => (a.sku < b.sku ? -1 : 1));
  const added = changes.filter(({ before }) => before === null).length;
  const removed = changes.filter(({ after }) => after === null).length;
  return { added, removed, changed: changes.length - added - removed, first: sorted.slice(0, CHANGES_SHOWN) };
}

/** What is wrong with an item's code. */
export function problemOfSku(sku: string): string | undefined {
  return isText(sku, SKU_MAX) ? undefined : `must be printable text of 1 to ${SKU_MAX} characters`;
}

/** @throws Refusal `pricebook_entries_invalid` when there are problems. */
export function assertEntries(problems: readonly RefusedField[]): void {
  if (problems.length > 0) throw new Refusal<PricebookRefusal>('pricebook_entries_invalid', {}, problems.slice(0, 100));
}

/** @throws Refusal `pricebook_too_large` when a version would have more entries than it may. */
export function assertRoom(count: number): void {
  if (count > LIMITS.entries) throw new Refusal<PricebookRefusal>('pricebook_too_large', { limit: LIMITS.entries });
}
