import { numericCurrency } from './numeric-currencies.js';
import type { Elements } from './element-string.js';

/** A number with its point: `value` units of the last of `decimals` places. */
export interface Digits {
  readonly value: bigint;
  readonly decimals: number;
}

export type MeasureUnit = 'kg' | 'g' | 'lb' | 'oz' | 'l' | 'm' | 'each';

/** What a code says of the thing that carries it, beside which item it is. */
export interface Measured {
  readonly measure: (Digits & { readonly unit: MeasureUnit }) | null;
  /** What is to be paid for it; without a currency it is that of the outlet. */
  readonly price: (Digits & { readonly currency: string | null }) | null;
}

/** What GS1 elements say of a traded item. */
export interface TradedItem extends Measured {
  /** GTIN-14. */
  readonly gtin: string;
  readonly batch: string | null;
  readonly serial: string | null;
  /** The last day on which it may be sold or used, `YYYY-MM-DD`. */
  readonly expiresOn: string | null;
}

// Identifiers whose last digit says how many places the number has.
const MEASURES: Readonly<Record<string, MeasureUnit>> = {
  310: 'kg',
  320: 'lb',
  357: 'oz',
  315: 'l',
  311: 'm',
};
const CURRENCY_DIGITS = 3;

/**
 * The traded item that elements name: by its GTIN (01), or the GTIN of what is in a package (02).
 * @param today a date near the reading, `YYYY-MM-DD`: elements write years with two digits.
 * @returns `undefined` where they name none: coupons, pallets, places.
 */
export function tradedItemOf(elements: Elements, today: string): TradedItem | undefined {
  const gtin = elements.get('01') ?? elements.get('02');
  if (gtin === undefined) return undefined;
  const expires = elements.get('17') ?? elements.get('7003')?.slice(0, 6);
  return {
    gtin,
    measure: measureOf(elements),
    price: priceOf(elements),
    batch: elements.get('10') ?? null,
    serial: elements.get('21') ?? null,
    expiresOn: expires === undefined ? null : dateOf(expires, today),
  };
}

function measureOf(elements: Elements): TradedItem['measure'] {
  for (const [ai, value] of elements) {
    const unit = ai.length === 4 ? MEASURES[ai.slice(0, 3)] : undefined;
    if (unit !== undefined) return { value: BigInt(value), decimals: Number(ai.slice(3)), unit };
  }
  const count = elements.get('30') ?? elements.get('37');
  return count === undefined ? null : { value: BigInt(count), decimals: 0, unit: 'each' };
}

function priceOf(elements: Elements): TradedItem['price'] {
  for (const [ai, value] of elements) {
    const decimals = Number(ai.slice(3));
    if (/^392\d$/.test(ai)) return { value: BigInt(value), decimals, currency: null };
    if (/^393\d$/.test(ai)) {
      const currency = numericCurrency(value.slice(0, CURRENCY_DIGITS)) ?? value.slice(0, CURRENCY_DIGITS);
      return { value: BigInt(value.slice(CURRENCY_DIGITS)), decimals, currency };
    }
  }
  return null;
}

/** GS1's rule for centuries: the one that leaves the year less than 50 years away. Day 00 is the month's last. */
function dateOf(yymmdd: string, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  const ahead = Number(yymmdd.slice(0, 2)) - (thisYear % 100);
  const shift = ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0;
  const year = thisYear + ahead + shift;
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4, 6)) || new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
