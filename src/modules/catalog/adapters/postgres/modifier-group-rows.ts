import type { Money } from '../../../../kernel/money.js';
import type { Allergen } from '../../domain/item-details.js';
import type { Modifier, ModifierGroup, ModifierGroupId, ModifierId } from '../../domain/modifier-group.js';

/** A group as its row has it. */
export interface ModifierGroupRow {
  id: string;
  code: string;
  name: string;
  currency: string;
  min: number;
  max: number | null;
  free_quantity: number;
  modifiers: readonly StoredModifier[];
  version: number;
  deleted_at: Date | null;
}

/** A modifier within its group's row: amounts are in the group's currency, and what is usual is left out. */
interface StoredModifier {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly price: number;
  readonly prices?: Readonly<Record<string, number>>;
  readonly default?: true;
  readonly maxQuantity?: number;
  readonly inactive?: true;
  readonly allergens?: readonly Allergen[];
  readonly groups?: readonly string[];
}

export const GROUP_COLUMNS = 'id, code, name, currency, min, max, free_quantity, modifiers, version, deleted_at';

/** The group that a row tells of. */
export function toGroup(row: ModifierGroupRow): ModifierGroup {
  const { id, code, name, currency, min, max, free_quantity: freeQuantity, version } = row;
  const modifiers = row.modifiers.map((stored) => toModifier(stored, currency));
  return { id: id as ModifierGroupId, code, name, currency, min, max, freeQuantity, modifiers, version };
}

function toModifier(stored: StoredModifier, currency: string): Modifier {
  const of = (amount: number): Money => ({ amount, currency });
  const prices = Object.entries(stored.prices ?? {}).map(([size, amount]) => [size, of(amount)] as const);
  return {
    id: stored.id as ModifierId,
    code: stored.code,
    name: stored.name,
    price: of(stored.price),
    prices: Object.fromEntries(prices),
    default: stored.default ?? false,
    maxQuantity: stored.maxQuantity ?? null,
    active: stored.inactive !== true,
    allergens: stored.allergens ?? [],
    groups: stored.groups ?? [],
  };
}

/** The modifiers of a group, as the text of their column. */
export function modifiersText({ modifiers }: ModifierGroup): string {
  return JSON.stringify(modifiers.map(toStored));
}

function toStored({ id, code, name, price, prices, maxQuantity, active, allergens, groups, ...rest }: Modifier) {
  const sizes = Object.entries(prices).map(([size, { amount }]) => [size, amount] as const);
  return {
    id,
    code,
    name,
    price: price.amount,
    ...(sizes.length > 0 ? { prices: Object.fromEntries(sizes) } : {}),
    ...(rest.default ? { default: true as const } : {}),
    ...(maxQuantity === null ? {} : { maxQuantity }),
    ...(active ? {} : { inactive: true as const }),
    ...(allergens.length > 0 ? { allergens } : {}),
    ...(groups.length > 0 ? { groups } : {}),
  } satisfies StoredModifier;
}
