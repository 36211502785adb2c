import type { Decision } from '../../../kernel/decision.js';
import { zero } from '../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import type { Combo, ComboDefinition, ComboDraft, ComboEvent, ComboRefusal, PartItem } from './combo.js';
import { problemsOfCombo, problemsOfComboParts } from './combo-problems.js';
import type { Item } from './item.js';

/**
 * Sets what is in a combo. What changes nothing leaves the version alone.
 * @param parts the items there are among those that the draft names.
 * @throws Refusal `version_mismatch`, `combo_invalid`.
 */
export function defineCombo(
  combo: Combo,
  item: Pick<Item, 'sku' | 'kind' | 'price'>,
  draft: ComboDraft,
  parts: ReadonlyMap<string, PartItem>,
  expectedVersion?: number,
): Decision<Combo, ComboEvent> {
  assertVersionOf(combo, expectedVersion);
  const definition = completed(draft, item.price.currency);
  const fields: RefusedField[] = [];
  if (item.kind !== 'combo') fields.push({ pointer: '/path/itemId', message: 'must be an item of kind combo' });
  fields.push(...problemsOfCombo(definition, item.price.currency), ...problemsOfComboParts(definition, parts));
  if (fields.length > 0) throw new Refusal<ComboRefusal>('combo_invalid', {}, fields);
  return changedTo(combo, item.sku, definition);
}

/** The definition, member by member in a fixed order: `changedTo` compares texts. */
function completed({ pricing, slots }: ComboDraft, currency: string): ComboDefinition {
  return {
    pricing: { kind: pricing.kind, rate: pricing.rate },
    slots: slots.map(({ code, name, min, max, choices }) => ({
      code,
      name,
      min,
      max,
      choices: choices.map(({ sku, category, upcharge, default: isDefault }) => {
        const { amount, currency: of } = upcharge ?? zero(currency);
        return { sku, category, upcharge: { amount, currency: of }, default: isDefault };
      }),
    })),
  };
}

/** Takes the definition away; the item cannot be sold until it has another. @throws Refusal `combo_not_found`, `version_mismatch`. */
export function removeCombo(combo: Combo, sku: string, expectedVersion?: number): Decision<Combo, ComboEvent> {
  if (combo.definition === null) throw new Refusal<ComboRefusal>('combo_not_found', { sku });
  assertVersionOf(combo, expectedVersion);
  return changedTo(combo, sku, null);
}

function changedTo(combo: Combo, sku: string, definition: ComboDefinition | null): Decision<Combo, ComboEvent> {
  if (JSON.stringify(definition) === JSON.stringify(combo.definition)) return { state: combo, events: [] };
  const state: Combo = { ...combo, definition, version: combo.version + 1 };
  const { itemId, version } = state;
  const event: ComboEvent = {
    type: 'pos.catalog.combo_changed',
    aggregate: 'combos',
    aggregateId: itemId,
    sequence: version,
    outletId: null,
    data: { itemId, sku, combo: definition, before: combo.definition, version },
  };
  return { state, events: [event] };
}

function assertVersionOf({ version }: Combo, expectedVersion: number | undefined): void {
  if (expectedVersion !== undefined && expectedVersion !== version) {
    throw new Refusal('version_mismatch', { currentVersion: version });
  }
}
