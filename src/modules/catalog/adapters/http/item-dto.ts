import type { CurrencyCode, MoneyDto, Uuid } from '../../../../platform/http/values.js';
import type { Item, ItemDetails } from '../../domain/item.js';

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

/** All that can be said of an item. */
export interface PutItemRequest {
  /**
   * The item's own code, unique within the tenant; letter case matters.
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
  /** Unique within the tenant. */
  barcode?: string | null;
  /**
   * What one of it is; `each` when absent.
   * @example "kg"
   */
  unit?: string;
  /** Whether it can be sold; true when absent. */
  active?: boolean;
}

/** A new item. */
export interface AddItemRequest extends PutItemRequest {
  /** Chosen by the caller or, when absent, by the service. */
  id?: Uuid;
}

/** What is to change; members left out stay. */
export interface ChangeItemRequest {
  sku?: string;
  name?: string;
  category?: string;
  price?: PriceDto;
  taxCategory?: string;
  barcode?: string | null;
  unit?: string;
  active?: boolean;
}

/** Something that can be sold. */
export interface ItemResponse {
  id: Uuid;
  sku: string;
  name: string;
  category: string;
  price: MoneyDto;
  taxCategory: string;
  barcode: string | null;
  unit: string;
  active: boolean;
  /** @isInt */
  version: number;
}

/** A category of items. */
export interface CategoryResponse {
  name: string;
  /** @isInt */
  items: number;
  /** @isInt */
  activeItems: number;
}

/** Reads an item; what is left out gets its default. */
export function detailsFrom(body: PutItemRequest): ItemDetails {
  const { sku, name, category, price, taxCategory, barcode = null, unit = 'each', active = true } = body;
  return {
    sku,
    name,
    category,
    price: { amount: price.amount, currency: price.currency },
    taxCategory,
    barcode,
    unit,
    active,
  };
}

/** Reads changes: exactly the members that were sent. */
export function changesFrom(body: ChangeItemRequest): Partial<ItemDetails> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Shows an item. */
export function toItemResponse({
  id,
  sku,
  name,
  category,
  price,
  taxCategory,
  barcode,
  unit,
  active,
  version,
}: Item): ItemResponse {
  return { id, sku, name, category, price: { ...price }, taxCategory, barcode, unit, active, version };
}
