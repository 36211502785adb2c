import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { Item, ItemId } from './item.js';

/** One item, or any item of a category, that may fill a slot. */
export interface ComboChoice {
  /** The item; null where it is a category. */
  readonly sku: string | null;
  /** The category; null where it is an item. */
  readonly category: string | null;
  /** What one of it costs on top; zero or more. */
  readonly upcharge: Money;
  /** Taken where nothing is chosen for the slot. */
  readonly default: boolean;
}

/** A place in a combo, for which guests choose. One choice and a maximum that is the minimum: always in it. */
export interface ComboSlot {
  /** Unique within the combo. */
  readonly code: string;
  readonly name: string;
  /** How many must be chosen, quantities counted. */
  readonly min: number;
  readonly max: number;
  readonly choices: readonly ComboChoice[];
}

/** How a combo is priced. */
export interface ComboPricing {
  /** `fixed`: the price of the combo's own item; `percent_off`: what its parts cost, less the rate. */
  readonly kind: 'fixed' | 'percent_off';
  /** In percent, as a decimal string; null where the price is fixed. */
  readonly rate: string | null;
}

/** What is in a combo and how it is priced. */
export interface ComboDefinition {
  readonly pricing: ComboPricing;
  readonly slots: readonly ComboSlot[];
}

/** A definition as callers write it: an upcharge of `null` is none. */
export interface ComboDraft {
  readonly pricing: ComboPricing;
  readonly slots: readonly (Omit<ComboSlot, 'choices'> & {
    readonly choices: readonly (Omit<ComboChoice, 'upcharge'> & { readonly upcharge: Money | null })[];
  })[];
}

/** The combo of an item. One that was never defined has version 0. */
export interface Combo {
  readonly itemId: ItemId;
  /** `null`: the item has none, any more or yet. */
  readonly definition: ComboDefinition | null;
  readonly version: number;
}

/** As much of an item as being a part of a combo goes by. */
export type PartItem = Pick<Item, 'kind' | 'category'>;

export type ComboRefusal = 'combo_not_found' | 'combo_not_defined' | 'combo_invalid';

/** The data of the events of combos by their types. */
export interface ComboEvents {
  /** What is in a combo, or how it is priced, was set, changed or removed. */
  'pos.catalog.combo_changed': {
    readonly itemId: ItemId;
    readonly sku: string;
    /** Null: the item has no combo any more. */
    readonly combo: ComboDefinition | null;
    /** The combo before the change; null when there was none. */
    readonly before: ComboDefinition | null;
    /** Counts the changes of this combo, from 1. */
    readonly version: number;
  };
}

export type ComboEvent = DomainEvent<'pos.catalog.combo_changed', ComboEvents['pos.catalog.combo_changed']>;
