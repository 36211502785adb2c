import { badValue, type CurrencyCode, type MoneyDto, type Uuid } from '../../../../platform/http/values.js';
import type { Money } from '../../../../kernel/money.js';
import type { ModifierDetails, ModifierGroup, ModifierGroupDetails } from '../../domain/modifier-group.js';
import type { AllergenDto } from './item-dto.js';

/**
 * How many choices.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 999
 */
export type ChoiceCount = number;

/** Prices by the value of the item's variant attribute `size`. */
export interface SizePricesDto {
  [size: string]: MoneyDto;
}

/** A choice that goes with an item. */
export interface GroupModifierRequest {
  /** As GET shows it. It is not read: a modifier keeps its id as long as its code stays. */
  id?: Uuid;
  /**
   * Unique within the group.
   * @example "oat_milk"
   */
  code: string;
  /** @example "Oat milk" */
  name: string;
  /** Of one, in the group's currency; below zero makes the item cheaper. */
  price: MoneyDto;
  /** Prices that hold instead of `price` for variants of these sizes. */
  prices?: SizePricesDto;
  /** Taken where nothing of the group is chosen; false when absent. */
  default?: boolean;
  /** How many of it may be chosen; any number when absent or null. */
  maxQuantity?: ChoiceCount | null;
  /** Whether it can be chosen; true when absent. */
  active?: boolean;
  /** What it brings along besides those of the item. */
  allergens?: AllergenDto[];
  /** Codes of groups that are offered where it is chosen: four groups deep at most, never in a circle. */
  groups?: string[];
}

/** A modifier group. What GET answers can be sent back, also to another business. */
export interface PutModifierGroupRequest {
  /** That of the path, if at all; with POST the new group's. */
  id?: Uuid;
  /**
   * As GET shows it. It is not read: `If-Match` guards against overwriting.
   * @isInt
   */
  version?: number;
  /**
   * Unique within the tenant. Items, categories and other groups refer to it.
   * @example "milk"
   */
  code: string;
  /** @example "Choice of milk" */
  name: string;
  /** Of all prices of the group; that of the first modifier's price when absent. */
  currency?: CurrencyCode;
  /** How many must be chosen, quantities counted; 0 when absent. */
  min?: ChoiceCount;
  /** How many may be chosen; any number when absent or null. */
  max?: ChoiceCount | null;
  /** So many of those chosen cost nothing, the cheapest first; what costs nothing anyway is not counted. 0 when absent. */
  freeQuantity?: ChoiceCount;
  /** In the order in which screens and receipts show them. */
  modifiers: GroupModifierRequest[];
}

/** What is to change; members left out stay. */
export interface ChangeModifierGroupRequest {
  code?: string;
  name?: string;
  currency?: CurrencyCode;
  min?: ChoiceCount;
  max?: ChoiceCount | null;
  freeQuantity?: ChoiceCount;
  /** All of them, in place of those that there are. */
  modifiers?: GroupModifierRequest[];
}

/** A choice that goes with an item. */
export interface GroupModifierResponse {
  id: Uuid;
  code: string;
  name: string;
  price: MoneyDto;
  prices: SizePricesDto;
  default: boolean;
  maxQuantity: ChoiceCount | null;
  active: boolean;
  allergens: AllergenDto[];
  groups: string[];
}

/** A modifier group. */
export interface ModifierGroupResponse {
  id: Uuid;
  code: string;
  name: string;
  currency: CurrencyCode;
  min: ChoiceCount;
  max: ChoiceCount | null;
  freeQuantity: ChoiceCount;
  modifiers: GroupModifierResponse[];
  /** @isInt */
  version: number;
}

/** Reads a group; what is left out gets its default. @throws Refusal `validation_failed` when its id is not that of the path. */
export function groupFrom(body: PutModifierGroupRequest, id?: Uuid): ModifierGroupDetails {
  if (id !== undefined && body.id !== undefined && body.id !== id) throw badValue('/id', 'must be the id in the path');
  const { code, name, min = 0, max = null, freeQuantity = 0, modifiers } = body;
  const currency = body.currency ?? modifiers.at(0)?.price.currency ?? '';
  return { code, name, currency, min, max, freeQuantity, modifiers: modifiers.map(modifierFrom) };
}

/** Reads changes: exactly the members that were sent. */
export function groupChangesFrom({ modifiers, ...rest }: ChangeModifierGroupRequest): Partial<ModifierGroupDetails> {
  const changes: Partial<ModifierGroupDetails> = Object.fromEntries(
    Object.entries<unknown>(rest).filter(([, value]) => value !== undefined),
  );
  return modifiers === undefined ? changes : { ...changes, modifiers: modifiers.map(modifierFrom) };
}

function modifierFrom(modifier: GroupModifierRequest): ModifierDetails {
  const { code, name, price, prices = {}, maxQuantity = null, active = true, allergens = [], groups = [] } = modifier;
  return {
    code,
    name,
    price: amountOf(price),
    prices: Object.fromEntries(Object.entries(prices).map(([size, one]) => [size, amountOf(one)])),
    default: modifier.default ?? false,
    maxQuantity,
    active,
    allergens: [...allergens],
    groups: [...groups],
  };
}

function amountOf({ amount, currency }: MoneyDto): Money {
  return { amount, currency };
}

/** Shows a group. */
export function toGroupResponse(group: ModifierGroup): ModifierGroupResponse {
  const { id, code, name, currency, min, max, freeQuantity, version } = group;
  const modifiers = group.modifiers.map(({ price, prices, allergens, groups, ...modifier }) => ({
    id: modifier.id,
    code: modifier.code,
    name: modifier.name,
    price: amountOf(price),
    prices: Object.fromEntries(Object.entries(prices).map(([size, one]) => [size, amountOf(one)])),
    default: modifier.default,
    maxQuantity: modifier.maxQuantity,
    active: modifier.active,
    allergens: [...allergens],
    groups: [...groups],
  }));
  return { id, code, name, currency, min, max, freeQuantity, modifiers, version };
}
