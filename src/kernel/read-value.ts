import { isCurrency, minorDigitsOf, type DigitOverrides } from './currencies.js';
import { parseDecimal, type Decimal } from './decimal.js';
import { money, type Money, type MoneyRefusal } from './money.js';
import { Refusal } from './refusal.js';

/** Reads money that stands at a place of a body. @throws Refusal `unknown_currency`, `amount_out_of_range`. */
export function moneyFrom(
  { amount, currency }: { readonly amount: number; readonly currency: string },
  pointer: string,
  overrides?: DigitOverrides,
): Money {
  if (overrides === undefined ? !isCurrency(currency) : minorDigitsOf(currency, overrides) === undefined) {
    const field = { pointer: `${pointer}/currency`, message: 'must be an ISO 4217 code that has minor units' };
    throw new Refusal<MoneyRefusal>('unknown_currency', { currency }, [field]);
  }
  return money(amount, currency);
}

/** Reads a decimal string. @throws Refusal `validation_failed` with the pointer where it is none. */
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
export function badValue(pointer: string, message: string): Refusal<'validation_failed'> {
  return new Refusal('validation_failed', {}, [{ pointer, message }]);
}
