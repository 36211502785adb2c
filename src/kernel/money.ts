import { minorDigitsOf, type DigitOverrides } from './currencies.js';
import { DECIMAL_ONE, type Decimal } from './decimal.js';
import { Refusal } from './refusal.js';
import { divideRounded, type RoundingMode } from './rounding.js';

/** An integer count of minor units (cents, yen, fils) of one ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  /** @pattern ^[A-Z]{3}$ */
  readonly currency: string;
}

export type MoneyRefusal =
  'currency_mismatch' | 'amount_out_of_range' | 'amount_has_too_many_digits' | 'unknown_currency';

/** The largest amount in minor units: JSON numbers are exact up to here on every platform we serve. */
export const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/** Makes an amount. @throws Refusal `amount_out_of_range` when it is not a safe integer. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new Refusal<MoneyRefusal>('amount_out_of_range', { currency });
  return { amount: amount === 0 ? 0 : amount, currency };
}

/** Nothing, in the currency. */
export function zero(currency: string): Money {
  return { amount: 0, currency };
}

/** Adds two amounts of one currency. @throws Refusal `currency_mismatch`, `amount_out_of_range`. */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amount + b.amount, a.currency);
}

/** Subtracts the second amount from the first. @throws Refusal `currency_mismatch`, `amount_out_of_range`. */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amount - b.amount, a.currency);
}

/** The same amount owed the other way. */
export function negate(a: Money): Money {
  return money(-a.amount, a.currency);
}

/** Sums amounts of one currency; of none, zero. @throws Refusal `currency_mismatch`, `amount_out_of_range`. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** The smaller of two amounts of one currency. */
export function least(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return a.amount <= b.amount ? a : b;
}

/** Price times quantity, rounded once to a whole minor unit, half away from zero by default (DOMAIN P2). */
export function multiply(price: Money, quantity: Decimal, mode: RoundingMode = 'half-up'): Money {
  return fromBigInt(divideRounded(BigInt(price.amount) * quantity, DECIMAL_ONE, mode), price.currency);
}

/** An amount computed exactly. @throws Refusal `amount_out_of_range` when it does not fit. */
export function fromBigInt(amount: bigint, currency: string): Money {
  return money(Number(amount), currency);
}

/** Rounds an amount to a multiple of a step in minor units, such as 5 for a currency without small coins (DOMAIN P6). */
export function roundToStep(amount: Money, stepMinor: number, mode: RoundingMode): Money {
  if (stepMinor <= 1) return amount;
  const steps = divideRounded(BigInt(amount.amount), BigInt(stepMinor), mode);
  return fromBigInt(steps * BigInt(stepMinor), amount.currency);
}

/** True when both amounts are equal in amount and currency. */
export function isSameMoney(a: Money, b: Money): boolean {
  return a.amount === b.amount && a.currency === b.currency;
}

/**
 * Reads an amount in major units, as people and CSV files write it (`"12.50"`).
 * @throws Refusal `unknown_currency`; `amount_has_too_many_digits` when it is finer than the currency (DOMAIN P1: never
 * rounded silently); `amount_out_of_range` when it is not a number or too large.
 */
export function fromMajorUnits(text: string, currency: string, overrides?: DigitOverrides): Money {
  const digits = minorDigitsOf(currency, overrides);
  if (digits === undefined) throw new Refusal<MoneyRefusal>('unknown_currency', { currency });
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Refusal<MoneyRefusal>('amount_out_of_range', { currency });
  const [, sign, whole = '0', fraction = ''] = match;
  if (fraction.length > digits) throw new Refusal<MoneyRefusal>('amount_has_too_many_digits', { currency, digits });
  return money(Number(`${sign}${whole}${fraction.padEnd(digits, '0')}`), currency);
}

/** The amount in major units with all its minor digits and a point: `13.25`, `1325` (JPY), `1.325` (BHD). */
export function toMajorUnits(value: Money, overrides?: DigitOverrides): string {
  const digits = minorDigitsOf(value.currency, overrides) ?? 2;
  const magnitude = Math.abs(value.amount)
    .toString()
    .padStart(digits + 1, '0');
  const sign = value.amount < 0 ? '-' : '';
  if (digits === 0) return `${sign}${magnitude}`;
  return `${sign}${magnitude.slice(0, -digits)}.${magnitude.slice(-digits)}`;
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new Refusal<MoneyRefusal>('currency_mismatch', { expected: a.currency, actual: b.currency });
  }
}
