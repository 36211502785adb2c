import { minorDigitsOf, type Money } from '../../../../sdk/src/money.js';

/** What was typed: digits, and one point where the currency has minor units. Nothing else is in it. */
export interface AmountEntry {
  readonly typed: string;
  readonly currency: string;
}

/** Digits before the point, at most: more than any bill, less than what a number can hold. */
const WHOLE_MAX = 9;

/** Nothing typed yet: what is due stands in its place. */
export function emptyEntry(currency: string): AmountEntry {
  return { typed: '', currency };
}

/**
 * Types a key of the number pad: a digit, `00`, or the point, as `.` or `,`. What does not fit the currency is not taken
 * (DOMAIN P1: never rounded silently).
 */
export function typeKey(entry: AmountEntry, key: string): AmountEntry {
  if (/^\d+$/.test(key)) return key.split('').reduce(typeDigit, entry);
  if (key !== '.' && key !== ',') return entry;
  if (entry.typed.includes('.') || digitsOf(entry) === 0) return entry;
  return { ...entry, typed: `${entry.typed === '' ? '0' : entry.typed}.` };
}

/** A text as somebody types it into a field: what does not belong to an amount is left out. */
export function typedText(currency: string, text: string): AmountEntry {
  return (text.match(/\d|[.,]/g) ?? []).reduce(typeKey, emptyEntry(currency));
}

/** Takes the last key back; of nothing it is nothing (UX §4: Backspace edits only the amount). */
export function erase(entry: AmountEntry): AmountEntry {
  return { ...entry, typed: entry.typed.slice(0, -1) };
}

/** The amount in minor units; `null` while nothing is typed. */
export function amountOf({ typed, currency }: AmountEntry): Money | null {
  if (typed === '') return null;
  const [whole = '0', fraction = ''] = typed.split('.');
  const digits = minorDigitsOf(currency) ?? 2;
  return { amount: Number(`${whole}${fraction.padEnd(digits, '0')}`), currency };
}

function typeDigit(entry: AmountEntry, digit: string): AmountEntry {
  const [whole = '', fraction] = entry.typed.split('.');
  if (fraction !== undefined)
    return fraction.length >= digitsOf(entry) ? entry : { ...entry, typed: `${entry.typed}${digit}` };
  if (whole.length >= WHOLE_MAX) return entry;
  return { ...entry, typed: whole === '0' ? digit : `${whole}${digit}` };
}

function digitsOf({ currency }: AmountEntry): number {
  return minorDigitsOf(currency) ?? 2;
}
