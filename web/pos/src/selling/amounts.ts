import type { Money } from './sdk-types.js';

/** A typed amount such as `12,50` in minor units of the currency; `undefined`: it is none, or finer than the currency. */
export function readAmount(text: string, currency: string, digits: number): Money | undefined {
  const match = /^(\d{1,12})(?:[.,](\d*))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  if (fraction.length > digits) return undefined;
  const amount = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}

/** An amount as one types it: `12.50`. */
export function typedAmount({ amount }: Money, digits: number): string {
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A typed rate above 0 and at most 100 as the API writes it; `undefined`: it is none. */
export function readPercent(text: string): string | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  const rate = Number(`${whole}.${fraction}`);
  if (rate <= 0 || rate > 100) return undefined;
  const digits = fraction.replace(/0+$/, '');
  return `${Number(whole)}${digits === '' ? '' : `.${digits}`}`;
}
