import { zero, type Money } from '../../../kernel/money.js';
import { Refusal, type RefusalFacts } from '../../../kernel/refusal.js';
import { GROUP_MAX } from './modifier-group-problems.js';
import type { OfferedGroup, OfferedModifier } from './modifier-tree.js';

/** How a choice can be wrong. `modifier_unknown` has its answer in the module of orders. */
export type ChoiceRefusal =
  'modifier_unknown' | 'modifier_ambiguous' | 'modifier_not_available' | 'modifier_required' | 'too_many_modifiers';

/** A choice as a caller names it. `pointer` leads to it in the request. */
export interface ChosenModifier {
  /** The modifier's code. */
  readonly modifier: string;
  /** The group's code; needed only when two groups of the item offer the same modifier. */
  readonly group?: string;
  /** From 1; 0 says that the guest wants none of it, so that no default is taken instead. */
  readonly quantity: number;
  readonly modifiers: readonly ChosenModifier[];
  readonly pointer: string;
}

/** A choice that was checked against the item's groups: with its name and its price of now, nested ones after their parent. */
export interface SelectedModifier {
  readonly id: string;
  /** The modifier's code. */
  readonly modifier: string;
  /** The group's code. */
  readonly group: string;
  readonly name: string;
  /** For one of the item: a nested one counts as often as the modifier that it belongs to. */
  readonly quantity: number;
  /** Of one; may be below zero. */
  readonly price: Money;
}

/** What is chosen with one item. */
export interface ModifierChoice {
  readonly sku: string;
  readonly chosen: readonly ChosenModifier[];
  /** JSON Pointer of the item's line in the request. */
  readonly pointer: string;
}

/**
 * Checks choices against groups and prices them: the rules of the till.
 * - Where nothing of a group is chosen, its active defaults are, one of each, as many as its maximum allows.
 * - Minimum and maximum count quantities; a modifier that comes twice counts together.
 * - What is nested is asked for only where its parent is chosen, once for each mention of that, and counts as often as it.
 * - The group's free quantity makes the cheapest units free among those that cost something. So many of one modifier are
 *   a choice of their own with a price of zero.
 * - The result is in the order of groups and modifiers, whatever the order of choices; nested ones follow their parent.
 * @param size the variant attribute `size` of the item, by which modifiers may have another price.
 * @param pointer JSON Pointer of the line in the request.
 * @throws Refusal `modifier_unknown`, `modifier_ambiguous`, `modifier_not_available`, `modifier_required`,
 * `too_many_modifiers`, each with its pointer.
 */
export function selectModifiers(
  groups: readonly OfferedGroup[],
  chosen: readonly ChosenModifier[],
  size: string | null,
  pointer: string,
): SelectedModifier[] {
  const mentions = mentionsByGroup(groups, chosen);
  return groups.flatMap((group) => {
    const wanted = mentions.get(group) ?? defaultsOf(group, pointer);
    assertCounts(group, wanted, pointer);
    return priced(group, inOrder(group, wanted), size).flatMap((choice) => withNested(group, choice, size));
  });
}

/** What is wanted of a modifier. */
interface Mention {
  readonly modifier: OfferedModifier;
  readonly quantity: number;
  readonly nested: readonly ChosenModifier[];
  readonly pointer: string;
}

/** A mention with its price, and how many of it are free. */
interface PricedMention extends Mention {
  readonly price: Money;
  readonly free: number;
}

function mentionsByGroup(
  groups: readonly OfferedGroup[],
  chosen: readonly ChosenModifier[],
): ReadonlyMap<OfferedGroup, Mention[]> {
  const mentions = new Map<OfferedGroup, Mention[]>();
  for (const { modifier: code, group: groupCode, quantity, modifiers: nested, pointer } of chosen) {
    const [group, modifier] = placeOf(groups, code, groupCode, pointer);
    const of = mentions.get(group) ?? [];
    mentions.set(group, of);
    of.push({ modifier, quantity, nested, pointer });
  }
  return mentions;
}

function placeOf(
  groups: readonly OfferedGroup[],
  code: string,
  groupCode: string | undefined,
  pointer: string,
): readonly [OfferedGroup, OfferedModifier] {
  const places: (readonly [OfferedGroup, OfferedModifier])[] = [];
  for (const group of groups) {
    if (groupCode !== undefined && group.code !== groupCode) continue;
    const modifier = group.modifiers.find((one) => one.code === code);
    if (modifier !== undefined) places.push([group, modifier]);
  }
  const facts = { modifier: code, group: groupCode ?? null };
  if (places.length === 0) refuse('modifier_unknown', facts, pointer, 'is not offered here');
  const [place, ...others] = places.filter(([, { active }]) => active);
  if (place === undefined) refuse('modifier_not_available', facts, pointer, 'is not available');
  if (others.length > 0) {
    const codes = [place, ...others].map(([group]) => group.code);
    refuse('modifier_ambiguous', { ...facts, groups: codes }, pointer, `name its group: ${codes.join(' or ')}`);
  }
  return place;
}

/** Attachments may lower the maximum below the number of defaults: then the first ones are taken. */
function defaultsOf(group: OfferedGroup, pointer: string): readonly Mention[] {
  return group.modifiers
    .filter((modifier) => modifier.default && modifier.active)
    .slice(0, group.max ?? undefined)
    .map((modifier) => ({ modifier, quantity: 1, nested: [], pointer }));
}

function assertCounts(group: OfferedGroup, mentions: readonly Mention[], pointer: string): void {
  const { code, min, max } = group;
  const counts = new Map<OfferedModifier, number>();
  let total = 0;
  for (const { modifier, quantity, pointer: at } of mentions) {
    const count = (counts.get(modifier) ?? 0) + quantity;
    const most = modifier.maxQuantity ?? GROUP_MAX.quantity;
    if (count > most) {
      refuse('too_many_modifiers', { group: code, modifier: modifier.code, max: most }, at, `at most ${most} of it`);
    }
    counts.set(modifier, count);
    total += quantity;
    if (max !== null && total > max) {
      refuse('too_many_modifiers', { group: code, max }, at, `at most ${max} of the group ${code}`);
    }
  }
  if (total < min) {
    refuse(
      'modifier_required',
      { group: code, min, chosen: total },
      `${pointer}/modifiers`,
      `needs ${min} of the group ${code}`,
    );
  }
}

/** Mentions in the order of the group's modifiers; those without anything nested are put together. */
function inOrder(group: OfferedGroup, mentions: readonly Mention[]): readonly Mention[] {
  const wanted = mentions.filter(({ quantity }) => quantity > 0);
  if (wanted.length < 2) return wanted; // nearly all sales
  return group.modifiers.flatMap((modifier) => {
    const of = wanted.filter((mention) => mention.modifier === modifier);
    const [first] = of;
    if (first === undefined || modifier.groups.length > 0) return of;
    const quantity = of.reduce((total, mention) => total + mention.quantity, 0);
    return [{ ...first, quantity, nested: of.flatMap(({ nested }) => nested) }];
  });
}

function priced(group: OfferedGroup, mentions: readonly Mention[], size: string | null): readonly PricedMention[] {
  const all = mentions.map((mention) => ({ ...mention, price: priceFor(mention.modifier, size), free: 0 }));
  if (group.freeQuantity === 0) return all;
  let left = group.freeQuantity;
  const cheapestFirst = all.filter(({ price }) => price.amount > 0).sort((a, b) => a.price.amount - b.price.amount);
  for (const mention of cheapestFirst) {
    mention.free = Math.min(left, mention.quantity);
    left -= mention.free;
  }
  return all;
}

/** What one of a modifier costs with an item of this size. */
export function priceFor({ price, prices }: Pick<OfferedModifier, 'price' | 'prices'>, size: string | null): Money {
  return size !== null && Object.hasOwn(prices, size) ? (prices[size] as Money) : price;
}

function withNested(group: OfferedGroup, mention: PricedMention, size: string | null): SelectedModifier[] {
  const { modifier, quantity, free, price, nested, pointer } = mention;
  const { id, code, name } = modifier;
  const choice = { id, modifier: code, group: group.code, name };
  const own: SelectedModifier[] = [];
  if (free > 0) own.push({ ...choice, quantity: free, price: zero(price.currency) });
  if (quantity > free) own.push({ ...choice, quantity: quantity - free, price });
  const inner = selectModifiers(modifier.groups, nested, size, pointer);
  return [...own, ...inner.map((one) => ({ ...one, quantity: one.quantity * quantity }))];
}

function refuse(code: ChoiceRefusal, facts: RefusalFacts, pointer: string, message: string): never {
  throw new Refusal<ChoiceRefusal>(code, facts, [{ pointer, message }]);
}
