import type { ChosenComponent } from './basket.js';
import type { OfferedCombo, OfferedSlot } from './sdk-types.js';

/** How many of which item are chosen for each slot of a combo, by the slot's code. */
export type SlotChoice = ReadonlyMap<string, ReadonlyMap<string, number>>;

const NONE: ReadonlyMap<string, number> = new Map();

/** What the sheet starts with: the default of each slot, or the only item there is where one is needed. */
export function startingSlots({ slots }: Pick<OfferedCombo, 'slots'>): SlotChoice {
  return new Map(
    slots.map(({ code, min, choices }) => {
      const only = choices.length === 1 && min > 0 ? choices[0] : undefined;
      const first = choices.find((choice) => choice.default) ?? only;
      return [code, first === undefined ? NONE : new Map([[first.item.sku, Math.max(1, min)]])];
    }),
  );
}

/** A press on an item: takes the other's place in a slot of one, adds one elsewhere, and takes its own off where the slot is full. */
export function pressSlot(
  choice: SlotChoice,
  { code, max }: Pick<OfferedSlot, 'code' | 'max'>,
  sku: string,
): SlotChoice {
  const before = choice.get(code) ?? NONE;
  const next = new Map(max === 1 ? NONE : before);
  if (max === 1 || total(before) < max) next.set(sku, (next.get(sku) ?? 0) + 1);
  else next.delete(sku);
  return new Map(choice).set(code, next);
}

/** How many of an item are chosen. */
export function inSlot(choice: SlotChoice, { code }: Pick<OfferedSlot, 'code'>, sku: string): number {
  return choice.get(code)?.get(sku) ?? 0;
}

/** How many more a slot needs; 0: it has enough. */
export function missingInSlot(choice: SlotChoice, { code, min }: Pick<OfferedSlot, 'code' | 'min'>): number {
  return Math.max(0, min - total(choice.get(code) ?? NONE));
}

/** The choice as parts of the line; each part becomes a line of the order with an id of its own. */
export function componentsOf(choice: SlotChoice, nextId: () => string): readonly ChosenComponent[] {
  return [...choice].flatMap(([slot, skus]) =>
    [...skus].map(([sku, quantity]) => ({ id: nextId(), slot, sku, quantity, modifiers: [] })),
  );
}

function total(skus: ReadonlyMap<string, number>): number {
  return [...skus.values()].reduce((sum, count) => sum + count, 0);
}
