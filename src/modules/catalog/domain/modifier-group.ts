import type { Id } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Allergen } from './item-details.js';

export type ModifierGroupId = Id<'modifier_group'>;
export type ModifierId = Id<'modifier'>;

/** What can be said of a choice that goes with an item. */
export interface ModifierDetails {
  /** Unique within its group. */
  readonly code: string;
  readonly name: string;
  /** Of one; below zero makes the item cheaper. */
  readonly price: Money;
  /** Prices that hold instead where the item's variant attribute `size` is the name. */
  readonly prices: Readonly<Record<string, Money>>;
  /** Taken where nothing of the group is chosen. */
  readonly default: boolean;
  /** How many of it may be chosen; `null` for any. */
  readonly maxQuantity: number | null;
  /** One that is not active cannot be chosen and is no default. */
  readonly active: boolean;
  /** What it brings along besides those of the item. */
  readonly allergens: readonly Allergen[];
  /** Codes of groups that are offered where it is chosen. */
  readonly groups: readonly string[];
}

/** A choice that goes with an item. Its id stays as long as its code does. */
export interface Modifier extends ModifierDetails {
  readonly id: ModifierId;
}

/** What can be said of a group of modifiers. References to it, by nesting or attachment, go by its code. */
export interface ModifierGroupDetails {
  /** Unique within the tenant. */
  readonly code: string;
  readonly name: string;
  /** All prices of the group are in it. */
  readonly currency: string;
  /** How many must be chosen, quantities counted. */
  readonly min: number;
  /** How many may be chosen; `null` for any. */
  readonly max: number | null;
  /** So many of those chosen cost nothing, the cheapest first; what costs nothing anyway is not counted. */
  readonly freeQuantity: number;
  /** In the order in which screens and receipts show them. */
  readonly modifiers: readonly ModifierDetails[];
}

/** A group of modifiers, of which guests choose. */
export interface ModifierGroup extends ModifierGroupDetails {
  readonly id: ModifierGroupId;
  readonly modifiers: readonly Modifier[];
  readonly version: number;
}

export type ModifierGroupRefusal =
  | 'modifier_group_not_found'
  | 'modifier_group_invalid'
  | 'modifier_group_id_taken'
  | 'modifier_group_code_taken'
  | 'modifier_group_in_use';

/** The data of the events of modifier groups by their types. */
export interface ModifierGroupEvents {
  /** A modifier group was added or changed: its rules, its choices or their prices. */
  'pos.catalog.modifier_group_changed': {
    readonly group: ModifierGroup;
    /** The group before the change; null when it is new. */
    readonly before: ModifierGroup | null;
  };
  /** A modifier group was deleted. Nothing referred to it any more. */
  'pos.catalog.modifier_group_deleted': { readonly group: ModifierGroup };
}

export type ModifierGroupEvent = {
  [Type in keyof ModifierGroupEvents]: DomainEvent<Type, ModifierGroupEvents[Type]>;
}[keyof ModifierGroupEvents];
