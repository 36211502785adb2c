import { DECIMAL_ONE, DECIMAL_ZERO, formatDecimal, type Decimal } from '../../../kernel/decimal.js';
import { fromBigInt, multiply, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { divideRounded } from '../../../kernel/rounding.js';
import type { Digits, MeasureUnit } from './gs1/traded-item.js';
import type { Item } from './item.js';
import type { Scan, ScanRefusal } from './scan.js';

/** By what an item was found. */
export type FoundBy = 'barcode' | 'plu' | 'sku';

/** As much of an item as a code's quantity and price go by. */
export type MeasuredItem = Pick<Item, 'sku' | 'unit' | 'measure' | 'price'>;

/** What a till puts into the basket for a code. */
export interface ScannedItem<Found extends MeasuredItem = Item> {
  readonly item: Found;
  readonly foundBy: FoundBy;
  readonly kind: Scan['kind'];
  /** In the item's unit. `null` where the code says none: a price that no quantity comes to, or an empty label. */
  readonly quantity: Decimal | null;
  /** What is to be paid for it, where the code says so. */
  readonly price: Money | null;
  readonly checkDigit: Scan['checkDigit'];
  readonly batch: string | null;
  readonly serial: string | null;
  readonly expiresOn: string | null;
}

/** Exact factors between units of one measure: so many of the last of `decimals` places make one of the first unit. */
interface Factor extends Digits {
  readonly measure: string;
}

const FACTORS: Readonly<Record<string, Factor>> = {
  kg: { measure: 'mass', value: 1n, decimals: 0 },
  g: { measure: 'mass', value: 1n, decimals: 3 },
  lb: { measure: 'mass', value: 45_359_237n, decimals: 8 },
  oz: { measure: 'mass', value: 28_349_523_125n, decimals: 12 },
  l: { measure: 'volume', value: 1n, decimals: 0 },
  ml: { measure: 'volume', value: 1n, decimals: 3 },
  m: { measure: 'length', value: 1n, decimals: 0 },
  cm: { measure: 'length', value: 1n, decimals: 2 },
  each: { measure: 'count', value: 1n, decimals: 0 },
};
const QUANTITY_PLACES = 6;

/**
 * Says what was scanned in the item's own unit and the outlet's currency.
 * @param currency of the outlet. @param digits minor digits of it.
 * @throws Refusal `barcode_measure_mismatch` when the item is sold by another measure or currency than the code speaks of.
 */
export function scannedItem<Found extends MeasuredItem>(
  item: Found,
  foundBy: FoundBy,
  scan: Scan,
  { currency, digits }: { readonly currency: string; readonly digits: number },
): ScannedItem<Found> {
  const { kind, checkDigit, batch, serial, expiresOn } = scan;
  const price = scan.price === null ? null : priceOf(item, scan.price, currency, digits);
  const said = scan.measure === null ? quantityFor(item, price) : quantityOf(item, scan.measure);
  const quantity = said === DECIMAL_ZERO ? null : said; // a label that was printed before anything was weighed
  return { item, foundBy, kind, quantity, price, checkDigit, batch, serial, expiresOn };
}

function quantityOf(item: MeasuredItem, measure: Digits & { readonly unit: MeasureUnit }): Decimal {
  const from = FACTORS[measure.unit];
  const to = Object.hasOwn(FACTORS, item.unit) ? FACTORS[item.unit] : undefined;
  // What is counted may be called anything: a bottle, a ticket.
  if (measure.unit === 'each' && (to === undefined || to.measure === 'count')) {
    return scaled(measure.value, measure.decimals, 1n, 0);
  }
  if (from === undefined || to === undefined || from.measure !== to.measure) {
    throw mismatch(item, `the code says ${measure.unit}, the item is sold by ${item.unit}`);
  }
  return scaled(measure.value * from.value, measure.decimals + from.decimals, to.value, to.decimals);
}

/** value / 10^decimals divided by divisor / 10^places, to six places. */
function scaled(value: bigint, decimals: number, divisor: bigint, places: number): Decimal {
  const numerator = value * 10n ** BigInt(QUANTITY_PLACES + places);
  return divideRounded(numerator, divisor * 10n ** BigInt(decimals), 'half-up') as Decimal;
}

function priceOf(item: MeasuredItem, price: NonNullable<Scan['price']>, currency: string, digits: number): Money {
  if (price.currency !== null && price.currency !== currency) {
    throw mismatch(item, `the code says a price in ${price.currency}, the outlet sells in ${currency}`);
  }
  const finer = 10n ** BigInt(Math.max(price.decimals - digits, 0));
  const coarser = 10n ** BigInt(Math.max(digits - price.decimals, 0));
  if (price.value % finer !== 0n) throw mismatch(item, 'the price has more digits than the currency');
  return fromBigInt((price.value / finer) * coarser, currency);
}

/** What of a measured item comes to a price at its list price; of what is counted, a label is one. */
function quantityFor({ measure, price: list }: MeasuredItem, price: Money | null): Decimal | null {
  if (price === null || measure === 'each') return DECIMAL_ONE;
  if (list.amount <= 0 || list.currency !== price.currency) return null;
  const quantity = divideRounded(BigInt(price.amount) * DECIMAL_ONE, BigInt(list.amount), 'half-up') as Decimal;
  return multiply(list, quantity).amount === price.amount ? quantity : null;
}

function mismatch({ sku }: MeasuredItem, why: string): Refusal {
  return new Refusal<ScanRefusal>('barcode_measure_mismatch', { sku, why });
}

/** The quantity as the API writes it. */
export function shownQuantity({ quantity }: Pick<ScannedItem, 'quantity'>): string | null {
  return quantity === null ? null : formatDecimal(quantity);
}
