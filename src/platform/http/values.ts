import type { Money } from '../../kernel/money.js';

export { badValue, decimalFrom, moneyFrom, timeFrom } from '../../kernel/read-value.js';

/**
 * A UUID in lower case; new ones are version 7.
 * @pattern ^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$ must be a UUID in lower case
 * @example "0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e"
 */
export type Uuid = string;

/**
 * A point in time: RFC 3339 with an offset.
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-][0-2]\d:[0-5]\d)$ must be RFC 3339
 * @example "2026-01-31T12:04:31.512Z"
 */
export type Timestamp = string;

/**
 * An exact decimal with at most six places, as a string: quantities.
 * @pattern ^-?\d{1,9}(\.\d{1,6})?$ must be a decimal string with at most nine digits before and six after the point
 * @example "0.482"
 */
export type DecimalString = string;

/**
 * A code of ISO 4217.
 * @pattern ^[A-Z]{3}$ must be three capital letters
 * @example "USD"
 */
export type CurrencyCode = string;

/**
 * Whole minor units of a currency.
 * @isLong must be an integer of minor units
 * @minimum -9007199254740991
 * @maximum 9007199254740991
 * @example 1325
 */
export type MinorUnits = number;

/** Money: 1325 USD is 13.25 dollars, 1325 JPY is 1325 yen. */
export interface MoneyDto {
  amount: MinorUnits;
  currency: CurrencyCode;
}

/** Shows money. */
export function moneyDto({ amount, currency }: Money): MoneyDto {
  return { amount, currency };
}
