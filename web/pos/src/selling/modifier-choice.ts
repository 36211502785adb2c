import type { ChosenModifier } from './basket.js';
import type { OfferedGroup, OfferedModifier } from './sdk-types.js';

/** What is chosen of an item's groups while the sheet is open: how many of each modifier, by its path in the tree. */
export type Choice = ReadonlyMap<string, number>;

/** A group with the path that its modifiers are counted under. */
export interface OpenGroup {
  readonly group: OfferedGroup;
  readonly path: string;
  readonly depth: number;
}

/** What the sheet starts with: each group's defaults, as many as its maximum allows, or what the line has. */
export function startingChoice(groups: readonly OfferedGroup[], chosen: readonly ChosenModifier[]): Choice {
  const choice = new Map<string, number>();
  if (chosen.length === 0) chooseDefaults(choice, groups, '');
  else readChosen(choice, chosen, '');
  return choice;
}

/** The groups to show: those of the item, and those of what is chosen, below it. */
export function openGroups(
  groups: readonly OfferedGroup[],
  choice: Choice,
  path = '',
  depth = 0,
): readonly OpenGroup[] {
  return groups.flatMap((group) => {
    const nested = group.modifiers
      .filter((modifier) => countOf(choice, path, group, modifier) > 0)
      .flatMap((modifier) => openGroups(modifier.groups, choice, keyOf(path, group, modifier), depth + 1));
    return [{ group, path, depth }, ...nested];
  });
}

/** How many of a modifier are chosen. */
export function countOf(choice: Choice, path: string, group: OfferedGroup, modifier: OfferedModifier): number {
  return choice.get(keyOf(path, group, modifier)) ?? 0;
}

/**
 * A press on a modifier. In a group of one the press takes it in place of the other, and takes it off where that leaves enough;
 * elsewhere it adds one up to the maxima, and beyond the modifier's own it starts from none again.
 */
export function press(choice: Choice, { group, path }: OpenGroup, modifier: OfferedModifier): Choice {
  const count = countOf(choice, path, group, modifier);
  const next = new Map(choice);
  if (group.max === 1) {
    for (const other of group.modifiers) drop(next, keyOf(path, group, other));
    if (count === 0 || group.min === 1) take(next, keyOf(path, group, modifier), 1, modifier);
    return next;
  }
  const total = chosenIn(choice, path, group);
  const full = group.max !== null && total >= group.max;
  const most = modifier.maxQuantity ?? 1;
  if (count > 0 && (count >= most || full)) drop(next, keyOf(path, group, modifier));
  else if (!full) take(next, keyOf(path, group, modifier), count + 1, modifier);
  return next;
}

/** How many more a group needs; 0: it has enough. */
export function missingIn(choice: Choice, { group, path }: OpenGroup): number {
  return Math.max(0, group.min - chosenIn(choice, path, group));
}

/** True where nothing is missing in any open group. */
export function isComplete(groups: readonly OfferedGroup[], choice: Choice): boolean {
  return openGroups(groups, choice).every((open) => missingIn(choice, open) === 0);
}

/** True where the item can be rung up without asking: its groups need nothing beyond their defaults. */
export function needsNoChoice(groups: readonly OfferedGroup[]): boolean {
  return isComplete(groups, startingChoice(groups, []));
}

/** The choice as the API has it. A group of which no default is wanted says so with a quantity of 0. */
export function chosenModifiers(groups: readonly OfferedGroup[], choice: Choice, path = ''): readonly ChosenModifier[] {
  return groups.flatMap((group) => {
    const taken = group.modifiers.flatMap((modifier) => {
      const quantity = countOf(choice, path, group, modifier);
      if (quantity === 0) return [];
      const modifiers = chosenModifiers(modifier.groups, choice, keyOf(path, group, modifier));
      return [{ modifier: modifier.code, group: group.code, quantity, modifiers }];
    });
    if (taken.length > 0) return taken;
    const refused = group.modifiers.find((modifier) => modifier.default && modifier.active);
    return refused === undefined ? [] : [{ modifier: refused.code, group: group.code, quantity: 0, modifiers: [] }];
  });
}

function chosenIn(choice: Choice, path: string, group: OfferedGroup): number {
  return group.modifiers.reduce((total, modifier) => total + countOf(choice, path, group, modifier), 0);
}

function chooseDefaults(choice: Map<string, number>, groups: readonly OfferedGroup[], path: string): void {
  for (const group of groups) {
    const defaults = group.modifiers.filter((modifier) => modifier.default && modifier.active);
    for (const modifier of defaults.slice(0, group.max ?? undefined))
      take(choice, keyOf(path, group, modifier), 1, modifier);
  }
}

function readChosen(choice: Map<string, number>, chosen: readonly ChosenModifier[], path: string): void {
  for (const { modifier, group, quantity, modifiers } of chosen) {
    const key = `${path}/${group}:${modifier}`;
    choice.set(key, quantity);
    readChosen(choice, modifiers, key);
  }
}

/** Takes so many; where the modifier is new, the defaults of what it brings along come with it. */
function take(choice: Map<string, number>, key: string, count: number, modifier: OfferedModifier): void {
  const isNew = (choice.get(key) ?? 0) === 0;
  choice.set(key, count);
  if (isNew) chooseDefaults(choice, modifier.groups, key);
}

/** Takes a modifier off with all that was chosen below it. */
function drop(choice: Map<string, number>, key: string): void {
  for (const one of [...choice.keys()]) if (one === key || one.startsWith(`${key}/`)) choice.delete(one);
}

function keyOf(path: string, group: OfferedGroup, modifier: OfferedModifier): string {
  return `${path}/${group.code}:${modifier.code}`;
}
