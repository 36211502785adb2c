import type { Money } from '../../../kernel/money.js';
import type { ScheduleDraft } from '../../../kernel/schedule.js';
import { gtinKey } from './gs1/gtin.js';

/** What selling an item means: a thing, a combo of others (`combo-*.ts`), or a gift card that is filled when it is paid. */
export const ITEM_KINDS = ['product', 'combo', 'gift_card'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** How an item is measured: a quantity of what is counted is a count, of all others what a scale or a tap says. */
export const MEASURES = ['each', 'weight', 'volume', 'length'] as const;
export type Measure = (typeof MEASURES)[number];

/** The fourteen allergens that Annex II of Regulation (EU) 1169/2011 has guests told of. */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** What a nutrition declaration tells: energy in kJ and kcal, all others in grams. */
export const NUTRIENTS = [
  'energyKj',
  'energyKcal',
  'fat',
  'saturates',
  'carbohydrate',
  'sugars',
  'fibre',
  'protein',
  'salt',
] as const;
export type Nutrient = (typeof NUTRIENTS)[number];

/** A nutrition declaration. */
export interface Nutrition {
  /** What the values are of: `100 g`, `100 ml`, `portion`. */
  readonly perAmount: string;
  /** Decimal strings, zero or more. */
  readonly values: Readonly<Partial<Record<Nutrient, string>>>;
}

/** Says what an item is a variant of, and by what it differs from its siblings. */
export interface Variant {
  /** The SKU of the item that stands for all variants. It need not be there yet: rows of a file come in any order. */
  readonly sku: string;
  /** `{ size: 'L' }`; modifiers have prices by `size`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The ways in which an order reaches the house (API.md "The sale"). */
export const CHANNELS = [
  'counter',
  'dine_in',
  'bar_tab',
  'takeaway',
  'delivery',
  'pickup',
  'drive_thru',
  'kiosk',
  'ecommerce',
] as const;

/** What can be said of an item, by callers and by the rows of an import. */
export interface ItemDetails {
  /** The stock unit's own code, unique within the tenant; letter case matters. */
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  /** What one unit costs. Of an item with an open price it is what the till suggests. */
  readonly price: Money;
  /** The code of the tax group that an outlet taxes it by. */
  readonly taxCategory: string;
  /** The first of its barcodes, if it has one. */
  readonly barcode: string | null;
  /** All its barcodes. Each is unique within the tenant, whatever the zeros before it (`gs1/gtin.ts`). */
  readonly barcodes: readonly string[];
  /** What one of it is: `each`, `kg`, `hour`. */
  readonly unit: string;
  /** An item that is not active cannot be sold. */
  readonly active: boolean;
  readonly kind: ItemKind;
  /** The price is asked for at the till. */
  readonly openPrice: boolean;
  /** Whether discounts may touch it; never those of a gift card, which is money. */
  readonly discountable: boolean;
  /** The age in years that the buyer must have. */
  readonly minimumAge: number | null;
  /** The price look-up code that cashiers key in: one to five digits, unique within the tenant. */
  readonly plu: string | null;
  readonly measure: Measure;
  /** What packaging weighs, in the item's unit, as a decimal string; scales take it off. */
  readonly tare: string | null;
  readonly variantOf: Variant | null;
  readonly allergens: readonly Allergen[];
  readonly nutrition: Nutrition | null;
  /** Addresses of pictures; the pictures themselves live elsewhere. */
  readonly images: readonly string[];
  readonly description: string | null;
  /** The channels it is sold through; `null` is all. */
  readonly channels: readonly string[] | null;
  /** When it is sold, by the outlet's wall clock; `null` is always. */
  readonly schedule: ScheduleDraft | null;
}

/** What a new item is where nothing is said. */
export const USUAL_ITEM = {
  barcode: null,
  barcodes: [],
  unit: 'each',
  active: true,
  kind: 'product',
  openPrice: false,
  discountable: true,
  minimumAge: null,
  plu: null,
  measure: 'each',
  tare: null,
  variantOf: null,
  allergens: [],
  nutrition: null,
  images: [],
  description: null,
  channels: null,
  schedule: null,
} as const satisfies Partial<ItemDetails>;

type Usual = keyof typeof USUAL_ITEM;

/** A new item as callers describe it: what has a usual value may be left out. */
export type NewItem = Omit<ItemDetails, Usual> & Partial<ItemDetails>;

/** Completes the description of a new item. */
export function newDetails(said: NewItem): ItemDetails {
  return changedDetails({ ...USUAL_ITEM, ...said, barcode: null, barcodes: [] }, said);
}

/**
 * Details with changes: members that are absent stay. `barcode` alone changes the first of the barcodes and keeps the others;
 * `barcode: null` alone takes all away, for whoever says that knows of no others.
 */
export function changedDetails(before: ItemDetails, changes: Partial<ItemDetails>): ItemDetails {
  const details = { ...before, ...changes };
  const barcodes = barcodesAfter(before.barcodes, changes);
  return {
    ...details,
    barcodes,
    barcode: barcodes[0] ?? null,
    discountable: details.discountable && details.kind !== 'gift_card',
    schedule: details.schedule === null ? null : wholeSchedule(details.schedule),
  };
}

function barcodesAfter(before: readonly string[], { barcode, barcodes }: Partial<ItemDetails>): readonly string[] {
  if (barcodes !== undefined) return barcodes;
  if (barcode === undefined) return before;
  if (barcode === null) return [];
  return [barcode, ...before.slice(1).filter((other) => gtinKey(other) !== gtinKey(barcode))];
}

function wholeSchedule({ startsOn = null, endsOn = null, windows }: ScheduleDraft): ScheduleDraft {
  const whole = windows.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to }));
  return { startsOn, endsOn, windows: whole };
}

const MEMBERS = Object.keys({
  sku: 0,
  name: 0,
  category: 0,
  price: 0,
  taxCategory: 0,
  ...USUAL_ITEM,
} satisfies Record<keyof ItemDetails, unknown>) as (keyof ItemDetails)[];

/** True when all details are equal. */
export function isSameItem(a: ItemDetails, b: ItemDetails): boolean {
  return MEMBERS.every((member) => isSame(a[member], b[member]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length || Array.isArray(a) !== Array.isArray(b)) return false;
  return names.every((name) => Object.hasOwn(b, name) && isSame(Reflect.get(a, name), Reflect.get(b, name)));
}

/** What PLUs are compared by: zeros before one do not count. */
export function pluKey(plu: string): string {
  return plu.replace(/^0+/, '');
}
