import type { CurrencyCode, DecimalString, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { newDetails, type ItemDetails } from '../../domain/item-details.js';
import type { Item } from '../../domain/item.js';

/**
 * Whole minor units, zero or more.
 * @isInt must be an integer of minor units
 * @minimum 0
 * @maximum 9007199254740991
 */
export type PriceUnits = number;

/** What one unit costs. */
export interface PriceDto {
  amount: PriceUnits;
  currency: CurrencyCode;
}

/** The ways in which an order reaches the house. */
export type ChannelDto =
  'counter' | 'dine_in' | 'bar_tab' | 'takeaway' | 'delivery' | 'pickup' | 'drive_thru' | 'kiosk' | 'ecommerce';

/** The fourteen allergens of Annex II of Regulation (EU) 1169/2011. */
export type AllergenDto =
  | 'gluten'
  | 'crustaceans'
  | 'eggs'
  | 'fish'
  | 'peanuts'
  | 'soybeans'
  | 'milk'
  | 'nuts'
  | 'celery'
  | 'mustard'
  | 'sesame'
  | 'sulphites'
  | 'lupin'
  | 'molluscs';

export type ItemKindDto = 'product' | 'combo' | 'gift_card';

/** Energy in kJ and kcal, all others in grams. */
export interface NutrientsDto {
  energyKj?: DecimalString;
  energyKcal?: DecimalString;
  fat?: DecimalString;
  saturates?: DecimalString;
  carbohydrate?: DecimalString;
  sugars?: DecimalString;
  fibre?: DecimalString;
  protein?: DecimalString;
  salt?: DecimalString;
}

/** A nutrition declaration. */
export interface NutritionDto {
  /**
   * What the values are of.
   * @example "100 g"
   */
  perAmount: string;
  values: NutrientsDto;
}

/** Values of a variant by the names of what differs. */
export interface AttributesDto {
  [name: string]: string;
}

/** What an item is a variant of. */
export interface VariantDto {
  /** The SKU of the item that stands for all variants; it need not be there yet. */
  sku: string;
  /** By what it differs from the other variants; modifiers have prices by `size`. */
  attributes: AttributesDto;
}

/** Hours of some weekdays on the outlet's wall clock. */
export interface ItemScheduleWindowDto {
  /** 1 is Monday, 7 Sunday. */
  weekdays: ItemWeekday[];
  /**
   * Inclusive.
   * @example "07:00"
   */
  from: string;
  /**
   * Exclusive; `24:00` is the end of the day. Not after `from`: past midnight.
   * @example "11:30"
   */
  to: string;
}

/**
 * A weekday of ISO 8601.
 * @isInt must be an integer
 * @minimum 1
 * @maximum 7
 */
export type ItemWeekday = number;

/** When an item is sold. */
export interface ItemScheduleDto {
  /** First day, `YYYY-MM-DD`. */
  startsOn?: string | null;
  /** Last day, `YYYY-MM-DD`. */
  endsOn?: string | null;
  /** Empty: all day. */
  windows: ItemScheduleWindowDto[];
}

/**
 * Years.
 * @isInt must be whole years
 * @minimum 1
 * @maximum 120
 */
export type Age = number;

/** What may be said of an item beside what must be. */
export interface ItemOptions {
  /** The first barcode; alone it changes that and keeps the others, `null` alone takes all away. */
  barcode?: string | null;
  /** All barcodes, each unique within the tenant: EAN-8, EAN-13, UPC-A, UPC-E, GTIN-14 or any text. Wins over `barcode`. */
  barcodes?: string[];
  /**
   * What one of it is; `each` when absent. Scales need `kg`, `g`, `lb` or `oz`.
   * @example "kg"
   */
  unit?: string;
  /** Whether it can be sold; true when absent. */
  active?: boolean;
  /** `product` when absent. */
  kind?: ItemKindDto;
  /** Whether the till asks for the price; `price` is then what it suggests. */
  openPrice?: boolean;
  /** Whether discounts may touch it; true when absent, never for gift cards. */
  discountable?: boolean;
  /** The age that the buyer must have. */
  minimumAge?: Age | null;
  /**
   * The code that cashiers key in: one to five digits, unique within the tenant.
   * @example "4011"
   */
  plu?: string | null;
  /** `each` when absent. */
  measure?: 'each' | 'weight' | 'volume' | 'length';
  /** What packaging weighs, in the item's unit. */
  tare?: DecimalString | null;
  variantOf?: VariantDto | null;
  allergens?: AllergenDto[];
  nutrition?: NutritionDto | null;
  /** https addresses of pictures. */
  images?: string[];
  description?: string | null;
  /** The channels it is sold through; null is all. */
  channels?: ChannelDto[] | null;
  /** When it is sold; null is always. */
  schedule?: ItemScheduleDto | null;
}

/** All that can be said of an item. */
export interface PutItemRequest extends ItemOptions {
  /**
   * The item's own code, unique within the tenant; letter case matters. A deleted item keeps its own.
   * @example "espresso"
   */
  sku: string;
  /** @example "Espresso" */
  name: string;
  /** @example "Coffee" */
  category: string;
  price: PriceDto;
  /**
   * The code of the tax group that outlets tax it by.
   * @example "standard"
   */
  taxCategory: string;
}

/** A new item. */
export interface AddItemRequest extends PutItemRequest {
  /** Chosen by the caller or, when absent, by the service. */
  id?: Uuid;
}

/** What is to change; members left out stay. */
export interface ChangeItemRequest extends ItemOptions {
  sku?: string;
  name?: string;
  category?: string;
  price?: PriceDto;
  taxCategory?: string;
}

/** Something that can be sold. */
export interface ItemResponse {
  id: Uuid;
  sku: string;
  name: string;
  category: string;
  price: MoneyDto;
  taxCategory: string;
  /** The first of the barcodes. */
  barcode: string | null;
  barcodes: string[];
  unit: string;
  active: boolean;
  kind: ItemKindDto;
  openPrice: boolean;
  discountable: boolean;
  minimumAge: Age | null;
  plu: string | null;
  measure: 'each' | 'weight' | 'volume' | 'length';
  tare: DecimalString | null;
  variantOf: VariantDto | null;
  allergens: AllergenDto[];
  nutrition: NutritionDto | null;
  images: string[];
  description: string | null;
  channels: ChannelDto[] | null;
  schedule: ItemScheduleDto | null;
  /** @isInt */
  version: number;
  /** When it was deleted. */
  deletedAt: Timestamp | null;
}

/** A category of items. */
export interface CategoryResponse {
  name: string;
  /** @isInt */
  items: number;
  /** @isInt */
  activeItems: number;
}

/** Reads an item; what is left out gets its usual value. */
export function detailsFrom(body: PutItemRequest): ItemDetails {
  return newDetails({ ...body, ...changesFrom(body) });
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangeItemRequest): Partial<ItemDetails> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Shows an item. */
export function toItemResponse(item: Item): ItemResponse {
  const { id, sku, name, category, price, taxCategory, barcode, unit, active, version, deletedAt, ...more } = item;
  return {
    id,
    sku,
    name,
    category,
    price: { ...price },
    taxCategory,
    barcode,
    unit,
    active,
    ...more,
    barcodes: [...more.barcodes],
    variantOf: more.variantOf === null ? null : { ...more.variantOf, attributes: { ...more.variantOf.attributes } },
    allergens: [...more.allergens],
    images: [...more.images],
    nutrition: more.nutrition === null ? null : { ...more.nutrition },
    channels: more.channels === null ? null : ([...more.channels] as ChannelDto[]),
    schedule: scheduleDto(more.schedule),
    version,
    deletedAt,
  };
}

function scheduleDto(schedule: Item['schedule']): ItemScheduleDto | null {
  if (schedule === null) return null;
  const { startsOn = null, endsOn = null, windows } = schedule;
  const shown = windows.map(({ weekdays, from, to }) => ({ weekdays: [...weekdays], from, to }));
  return { startsOn, endsOn, windows: shown };
}
