import type { Money } from '../../../kernel/money.js';
import type {
  Modifier,
  ModifierDetails,
  ModifierGroup,
  ModifierGroupDetails,
  ModifierGroupId,
  ModifierId,
} from './modifier-group.js';
import { treeOf, type OfferedGroup } from './modifier-tree.js';

export const USD = (amount: number): Money => ({ amount, currency: 'USD' });

/** A modifier of which only what matters is said. */
export function modifier(code: string, said: Partial<ModifierDetails> = {}): Modifier {
  return {
    id: `id of ${code}` as ModifierId,
    code,
    name: code,
    price: USD(0),
    prices: {},
    default: false,
    maxQuantity: null,
    active: true,
    allergens: [],
    groups: [],
    ...said,
  };
}

/** A group of which only what matters is said. */
export function group(
  code: string,
  modifiers: readonly Modifier[],
  said: Partial<Omit<ModifierGroupDetails, 'modifiers'>> = {},
): ModifierGroup {
  return {
    id: `id of ${code}` as ModifierGroupId,
    code,
    name: code,
    currency: 'USD',
    min: 0,
    max: null,
    freeQuantity: 0,
    modifiers,
    version: 1,
    ...said,
  };
}

/** Groups as they are offered with an item. Those that are nested come along, and are not offered by themselves. */
export function offered(groups: readonly ModifierGroup[], ...codes: readonly string[]): OfferedGroup[] {
  const find = (code: string): OfferedGroup | undefined => {
    const found = groups.find((one) => one.code === code);
    return found === undefined ? undefined : treeOf(found, find);
  };
  return codes.map(find).filter((tree) => tree !== undefined);
}
