import type { Money } from '../../../../kernel/money.js';

/** What somebody else says, of which nothing is believed before it was looked at. */
export type Told = Readonly<Record<string, unknown>>;

const NAME_MAX = 200;
const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const CURRENCY = /^[A-Z]{3}$/;
const HINT = /^[\w .*+-]{1,40}$/;
/** More digits than this are a phone number or a card, not the end of one. */
const HINT_DIGITS_MAX = 6;

/** A name, if it is one. */
export function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= NAME_MAX ? value : undefined;
}

/** A word such as `declined`; any other text is people's, and stays out. */
export function wordOf(value: unknown): string | null {
  return typeof value === 'string' && WORD.test(value) ? value : null;
}

/** An amount, if it is one. */
export function amountOf(value: unknown): Money | undefined {
  const { amount, currency } = (typeof value === 'object' && value !== null ? value : {}) as Told;
  if (!Number.isSafeInteger(amount) || (amount as number) < 0) return undefined;
  if (typeof currency !== 'string' || !CURRENCY.test(currency)) return undefined;
  return { amount: amount as number, currency };
}

/** The end of a phone number or of an account; what could be the whole of it stays out (GUARANTEES G9). */
export function payerHintOf(value: unknown): string | null {
  if (typeof value !== 'string' || !HINT.test(value)) return null;
  return value.replaceAll(/\D/g, '').length <= HINT_DIGITS_MAX ? value : null;
}
