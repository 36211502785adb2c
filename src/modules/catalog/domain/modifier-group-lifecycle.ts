import type { Decision } from '../../../kernel/decision.js';
import { isSameMoney, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type {
  Modifier,
  ModifierDetails,
  ModifierGroup,
  ModifierGroupDetails,
  ModifierGroupEvent,
  ModifierGroupId,
  ModifierGroupRefusal,
  ModifierId,
} from './modifier-group.js';
import { problemsOfGroup } from './modifier-group-problems.js';

/** The id that a modifier of this code has, or gets. */
export type ModifierIds = (code: string) => ModifierId;

/**
 * Adds a group.
 * @param lastVersion of the group that once had the id and was deleted: events of an id never repeat a sequence.
 * @throws Refusal `modifier_group_invalid`.
 */
export function addGroup(
  id: ModifierGroupId,
  details: ModifierGroupDetails,
  ids: ModifierIds,
  lastVersion = 0,
): Decision<ModifierGroup, ModifierGroupEvent> {
  assertSound(details);
  const state = { ...details, id, modifiers: withIds(details, ids), version: lastVersion + 1 };
  return { state, events: [changed(state, null)] };
}

/**
 * Makes a group what the caller says. Changes that change nothing leave the version alone.
 * @throws Refusal `version_mismatch`, `modifier_group_invalid`.
 */
export function changeGroup(
  group: ModifierGroup,
  changes: Partial<ModifierGroupDetails>,
  nextId: () => ModifierId,
  expectedVersion?: number,
): Decision<ModifierGroup, ModifierGroupEvent> {
  assertVersionOf(group, expectedVersion);
  const details = { ...group, ...changes };
  assertSound(details);
  if (isSameGroup(group, details)) return { state: group, events: [] };
  const known = new Map(group.modifiers.map(({ code, id }) => [code, id]));
  const modifiers = withIds(details, (code) => known.get(code) ?? nextId());
  const state = { ...details, modifiers, version: group.version + 1 };
  return { state, events: [changed(state, group)] };
}

/**
 * Deletes a group, to which nothing may refer any more.
 * @param users what refers to it, in words for the answer.
 * @throws Refusal `version_mismatch`, `modifier_group_in_use`.
 */
export function deleteGroup(
  group: ModifierGroup,
  users: readonly string[],
  expectedVersion?: number,
): Decision<ModifierGroup, ModifierGroupEvent> {
  assertVersionOf(group, expectedVersion);
  assertUnused(group, users);
  const state = { ...group, version: group.version + 1 };
  const event: ModifierGroupEvent = { ...eventOf(state), type: 'pos.catalog.modifier_group_deleted', data: { group } };
  return { state, events: [event] };
}

/** @throws Refusal `modifier_group_in_use` when something refers to the group by its code. */
export function assertUnused({ code }: ModifierGroup, users: readonly string[]): void {
  if (users.length > 0) throw new Refusal<ModifierGroupRefusal>('modifier_group_in_use', { code, users });
}

/** True when all details are equal. Ids of modifiers do not count: they follow from the codes. */
export function isSameGroup(a: ModifierGroupDetails, b: ModifierGroupDetails): boolean {
  return (
    a.code === b.code &&
    a.name === b.name &&
    a.currency === b.currency &&
    a.min === b.min &&
    a.max === b.max &&
    a.freeQuantity === b.freeQuantity &&
    sameLists(a.modifiers, b.modifiers, isSameModifier)
  );
}

function isSameModifier(a: ModifierDetails, b: ModifierDetails): boolean {
  const sizes = (modifier: ModifierDetails): [string, Money][] =>
    Object.entries(modifier.prices).sort(([one], [other]) => (one < other ? -1 : 1));
  return (
    a.code === b.code &&
    a.name === b.name &&
    isSameMoney(a.price, b.price) &&
    sameLists(
      sizes(a),
      sizes(b),
      ([size, price], [other, otherPrice]) => size === other && isSameMoney(price, otherPrice),
    ) &&
    a.default === b.default &&
    a.maxQuantity === b.maxQuantity &&
    a.active === b.active &&
    sameLists(a.allergens, b.allergens, Object.is) &&
    sameLists(a.groups, b.groups, Object.is)
  );
}

function sameLists<Entry>(
  a: readonly Entry[],
  b: readonly Entry[],
  same: (one: Entry, other: Entry) => boolean,
): boolean {
  return a.length === b.length && a.every((entry, index) => same(entry, b[index] as Entry));
}

function withIds({ modifiers }: ModifierGroupDetails, ids: ModifierIds): Modifier[] {
  return modifiers.map((modifier) => ({ ...modifier, id: ids(modifier.code) }));
}

function assertSound(details: ModifierGroupDetails): void {
  const fields = problemsOfGroup(details);
  if (fields.length > 0) throw new Refusal<ModifierGroupRefusal>('modifier_group_invalid', {}, fields);
}

function assertVersionOf({ version }: ModifierGroup, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw new Refusal('version_mismatch', { currentVersion: version });
  }
}

function changed(group: ModifierGroup, before: ModifierGroup | null): ModifierGroupEvent {
  return { ...eventOf(group), type: 'pos.catalog.modifier_group_changed', data: { group, before } };
}

function eventOf({ id, version }: ModifierGroup) {
  return { aggregate: 'modifier_groups', aggregateId: id, sequence: version, outletId: null } as const;
}
