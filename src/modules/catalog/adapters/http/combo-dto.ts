import type { MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { Combo, ComboDraft } from '../../domain/combo.js';
import type { PriceDto } from './item-dto.js';

/**
 * How many items of a slot.
 * @isInt must be an integer
 * @minimum 0
 * @maximum 99
 */
export type SlotCount = number;

/**
 * A percentage from 0 to 100 as a decimal string.
 * @pattern ^\d{1,3}(\.\d{1,6})?$ must be a percentage from 0 to 100 with at most six places
 * @example "15"
 */
export type ComboRate = string;

/** How a combo is priced. */
export interface ComboPricingRequest {
  /** `fixed`: the price of the combo's own item; `percent_off`: what its parts cost, less the rate. */
  kind: 'fixed' | 'percent_off';
  /** Needed with `percent_off`, absent or null with `fixed`. */
  rate?: ComboRate | null;
}

/** One item, or any item of a category: exactly one of both. */
export interface ComboChoiceRequest {
  /** @example "cola" */
  sku?: string | null;
  /** @example "Drinks" */
  category?: string | null;
  /** What one of it costs on top; nothing when absent. */
  upcharge?: PriceDto;
  /** Taken where nothing is chosen for the slot; only for an item. */
  default?: boolean;
}

/** A place in a combo. */
export interface ComboSlotRequest {
  /**
   * Unique within the combo.
   * @example "drink"
   */
  code: string;
  /** @example "Drink" */
  name: string;
  /** How many must be chosen, quantities counted; 1 when absent. */
  min?: SlotCount;
  /** How many may be chosen; as many as must when absent, but at least 1. */
  max?: SlotCount;
  /** With one item, and a maximum that is the minimum, it is always in the combo. */
  choices: ComboChoiceRequest[];
}

/** What is in a combo. */
export interface PutItemComboRequest {
  pricing: ComboPricingRequest;
  /** In the order in which screens show them. */
  slots: ComboSlotRequest[];
}

export interface ComboPricingResponse {
  kind: 'fixed' | 'percent_off';
  rate: ComboRate | null;
}

export interface ComboChoiceResponse {
  sku: string | null;
  category: string | null;
  upcharge: MoneyDto;
  default: boolean;
}

export interface ComboSlotResponse {
  code: string;
  name: string;
  min: SlotCount;
  max: SlotCount;
  choices: ComboChoiceResponse[];
}

/** What is in a combo. */
export interface ItemComboResponse {
  /** The item that the combo is. */
  itemId: Uuid;
  pricing: ComboPricingResponse;
  slots: ComboSlotResponse[];
  /** @isInt */
  version: number;
}

/** Reads what is in a combo; what is left out gets its default. */
export function comboFrom({ pricing, slots }: PutItemComboRequest): ComboDraft {
  return {
    pricing: { kind: pricing.kind, rate: pricing.rate ?? null },
    slots: slots.map(({ code, name, min = 1, max = Math.max(min, 1), choices }) => ({
      code,
      name,
      min,
      max,
      choices: choices.map(({ sku = null, category = null, upcharge = null, default: isDefault = false }) => ({
        sku,
        category,
        upcharge,
        default: isDefault,
      })),
    })),
  };
}

/** Shows what is in a combo. @throws Error for a combo that was taken away. */
export function toItemCombo({ itemId, definition, version }: Combo): ItemComboResponse {
  if (definition === null) throw new Error('a combo that is not there cannot be shown');
  const { pricing, slots } = definition;
  return {
    itemId,
    pricing: { ...pricing },
    slots: slots.map((slot) => ({
      ...slot,
      choices: slot.choices.map((choice) => ({ ...choice, upcharge: { ...choice.upcharge } })),
    })),
    version,
  };
}
