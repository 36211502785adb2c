import { money, type Money, type MoneyRefusal } from '../../kernel/money.js';
import { isCurrency, minorDigitsOf, type DigitOverrides } from '../../kernel/currencies.js';
import { parseDecimal, type Decimal } from '../../kernel/decimal.js';
import { Refusal } from '../../kernel/refusal.js';
import type { RequestRefusal } from './edge-problems.js';

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

/** Reads money that stands at a place of the body. @throws Refusal `unknown_currency`, `amount_out_of_range`. */
export function moneyFrom(dto: MoneyDto, pointer: string, overrides?: DigitOverrides): Money {
  if (overrides === undefined ? !isCurrency(dto.currency) : minorDigitsOf(dto.currency, overrides) === undefined) {
    const field = { pointer: `${pointer}/currency`, message: 'must be an ISO 4217 code that has minor units' };
    throw new Refusal<MoneyRefusal>('unknown_currency', { currency: dto.currency }, [field]);
  }
  return money(dto.amount, dto.currency);
}

/** Shows money. */
export function moneyDto({ amount, currency }: Money): MoneyDto {
  return { amount, currency };
}

/** Reads a decimal string that the contract has checked. @throws Refusal `validation_failed` with the pointer otherwise. */
export function decimalFrom(text: string, pointer: string): Decimal {
  const value = parseDecimal(text);
  if (value === undefined) throw badValue(pointer, 'must be a decimal string with at most six places');
  return value;
}

// PostgreSQL knows no year 0 and our texts no year 10000; one year's room for time zones.
const FIRST_YEAR = 2;
const LAST_YEAR = 9998;

/** Reads a time. Days that do not exist, such as 31 February, pass the pattern and are refused here. @throws Refusal. */
export function timeFrom(text: string, pointer: string): Date {
  const time = new Date(text);
  const day = Number(text.slice(8, 10));
  const daysInMonth = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  const year = time.getUTCFullYear();
  if (Number.isNaN(year) || year < FIRST_YEAR || year > LAST_YEAR || day > daysInMonth)
    throw badValue(pointer, 'must be a point in time: RFC 3339 with an offset');
  return time;
}

/** A refusal for one bad place, in the form that the contract's own checks have. */
export function badValue(pointer: string, message: string): Refusal {
  return new Refusal<RequestRefusal>('validation_failed', {}, [{ pointer, message }]);
}
