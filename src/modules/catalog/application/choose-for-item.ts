import { parseDecimal } from '../../../kernel/decimal.js';
import type { MoneyRefusal } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { selectComponents, type ChosenComponent, type SelectedCombo } from '../domain/combo-choice.js';
import type { ComboDefinition, ComboPricing, ComboRefusal, PartItem } from '../domain/combo.js';
import type { ItemDetails } from '../domain/item-details.js';
import { selectModifiers, type ModifierChoice, type SelectedModifier } from '../domain/modifier-choice.js';
import type { OfferedGroup } from '../domain/modifier-tree.js';

type Sized = Pick<ItemDetails, 'variantOf'>;

/** The variant attribute by which modifiers may have another price. */
export function sizeOf({ variantOf }: Sized): string | null {
  return variantOf !== null && Object.hasOwn(variantOf.attributes, 'size')
    ? (variantOf.attributes['size'] ?? null)
    : null;
}

/**
 * Checks and prices what is chosen with an item. @param item `undefined` where there is none: then nothing may be chosen.
 * @throws Refusal of `selectModifiers`; `currency_mismatch` when a group is priced in another currency.
 */
export function modifiersForItem(
  item: Sized | undefined,
  groups: readonly OfferedGroup[],
  currency: string,
  { chosen, pointer }: Pick<ModifierChoice, 'chosen' | 'pointer'>,
): readonly SelectedModifier[] {
  if (item === undefined) return selectModifiers([], chosen, null, pointer);
  const selected = selectModifiers(groups, chosen, sizeOf(item), pointer);
  assertCurrency(selected, currency, pointer);
  return selected;
}

/**
 * Checks what was chosen for a combo. @param definition `null` where the item has none.
 * @throws Refusal `combo_not_defined`, and those of `selectComponents`.
 */
export function comboForItem(
  definition: ComboDefinition | null,
  sku: string,
  chosen: readonly ChosenComponent[],
  itemOf: (sku: string) => PartItem | undefined,
  pointer: string,
): SelectedCombo {
  if (definition === null) {
    throw new Refusal<ComboRefusal>('combo_not_defined', { sku }, [
      { pointer, message: 'is no combo that can be sold' },
    ]);
  }
  const parts = selectComponents(definition, chosen, itemOf, { sku }, pointer);
  return { pricing: pricingOf(definition.pricing), parts };
}

function assertCurrency(selected: readonly SelectedModifier[], currency: string, pointer: string): void {
  const other = selected.find(({ price }) => price.currency !== currency);
  if (other === undefined) return;
  const facts = { expected: currency, actual: other.price.currency };
  const message = `the modifier group ${other.group} is priced in ${other.price.currency}`;
  throw new Refusal<MoneyRefusal>('currency_mismatch', facts, [{ pointer, message }]);
}

function pricingOf({ kind, rate }: ComboPricing): SelectedCombo['pricing'] {
  if (kind === 'fixed') return { kind };
  const percent = rate === null ? undefined : parseDecimal(rate);
  if (percent === undefined) throw new Error('a combo with something off does not say how much');
  return { kind, rate: percent };
}
