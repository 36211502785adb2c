import type { Decimal } from '../../../kernel/decimal.js';
import { money, type Money } from '../../../kernel/money.js';
import { Refusal, type RefusalFacts } from '../../../kernel/refusal.js';
import type { ComboChoice, ComboDefinition, ComboSlot, PartItem } from './combo.js';
import { canBePart } from './combo-problems.js';

/** How what is chosen for a combo can be wrong. */
export type ComponentRefusal =
  'combo_slot_unknown' | 'combo_slot_incomplete' | 'combo_slot_overfull' | 'combo_component_unknown';

/** What is chosen for one slot of a combo. */
export interface ChosenComponent {
  /** The slot's code. */
  readonly slot: string;
  readonly sku: string;
  /** In one combo; from 1. 0 says that the guest wants none of it, so that no default is taken instead. */
  readonly quantity: number;
  readonly pointer: string;
}

/** A combo as it was chosen: what one of it costs and what is in it. */
export interface SelectedCombo {
  readonly pricing: { readonly kind: 'fixed' } | { readonly kind: 'percent_off'; readonly rate: Decimal };
  readonly parts: readonly SelectedPart[];
}

/** An item that is in a combo. */
export interface SelectedPart {
  readonly sku: string;
  /** In one combo. */
  readonly quantity: number;
  /** For all of this part in one combo. */
  readonly upcharge: Money;
  /** Its index among what was chosen; `null` for what is in the combo by default. */
  readonly component: number | null;
}

/**
 * Checks what was chosen for a combo. Where nothing is chosen for a slot its defaults are in it, one of each; of a slot with
 * one item only and a maximum that is its minimum, as many as that. A choice by SKU goes before one by category.
 * @param itemOf the items there are; one that is unknown, a combo or a gift card is no component.
 * @param facts the combo, for refusals.
 * @param pointer JSON Pointer of the combo's line in the request.
 * @returns the parts in the order of slots, and within a slot in that of choices made.
 * @throws Refusal `combo_slot_unknown`, `combo_component_unknown`, `combo_slot_incomplete`, `combo_slot_overfull`.
 */
export function selectComponents(
  { slots }: Pick<ComboDefinition, 'slots'>,
  chosen: readonly ChosenComponent[],
  itemOf: (sku: string) => PartItem | undefined,
  facts: RefusalFacts,
  pointer: string,
): SelectedPart[] {
  for (const { slot, pointer: at } of chosen) {
    if (slots.some(({ code }) => code === slot)) continue;
    refuse('combo_slot_unknown', { ...facts, slot }, `${at}/slot`, 'is no slot of this combo');
  }
  return slots.flatMap((slot) => {
    const mentioned = chosen.some((component) => component.slot === slot.code);
    const parts = mentioned ? chosenParts(slot, chosen, itemOf, facts) : defaultParts(slot);
    const total = parts.reduce((sum, { quantity }) => sum + quantity, 0);
    if (total < slot.min) {
      const missing = { ...facts, slot: slot.code, min: slot.min, chosen: total };
      refuse('combo_slot_incomplete', missing, `${pointer}/components`, `needs ${slot.min} for the slot ${slot.code}`);
    }
    return parts;
  });
}

function chosenParts(
  slot: ComboSlot,
  chosen: readonly ChosenComponent[],
  itemOf: (sku: string) => PartItem | undefined,
  facts: RefusalFacts,
): SelectedPart[] {
  let total = 0;
  return chosen.flatMap(({ slot: code, sku, quantity, pointer }, component) => {
    if (code !== slot.code) return [];
    const choice = choiceFor(slot, sku, itemOf(sku));
    if (choice === undefined) {
      refuse(
        'combo_component_unknown',
        { ...facts, slot: code, component: sku },
        `${pointer}/sku`,
        'is no choice of its slot',
      );
    }
    total += quantity;
    if (total > slot.max) {
      refuse(
        'combo_slot_overfull',
        { ...facts, slot: code, max: slot.max },
        pointer,
        `at most ${slot.max} for the slot ${code}`,
      );
    }
    return quantity > 0 ? [partOf(choice, sku, quantity, component)] : [];
  });
}

function choiceFor(slot: ComboSlot, sku: string, item: PartItem | undefined): ComboChoice | undefined {
  if (item === undefined || !canBePart(item)) return undefined;
  const bySku = slot.choices.find((choice) => choice.sku === sku);
  return bySku ?? slot.choices.find(({ category }) => category === item.category);
}

function defaultParts({ choices, min, max }: ComboSlot): SelectedPart[] {
  const [only, ...others] = choices;
  if (only !== undefined && only.sku !== null && others.length === 0 && min === max) {
    return [partOf(only, only.sku, min, null)];
  }
  return choices.flatMap((choice) =>
    choice.default && choice.sku !== null ? [partOf(choice, choice.sku, 1, null)] : [],
  );
}

function partOf({ upcharge }: ComboChoice, sku: string, quantity: number, component: number | null): SelectedPart {
  return { sku, quantity, upcharge: money(upcharge.amount * quantity, upcharge.currency), component };
}

function refuse(code: ComponentRefusal, facts: RefusalFacts, pointer: string, message: string): never {
  throw new Refusal<ComponentRefusal>(code, facts, [{ pointer, message }]);
}
