/** What M-Pesa's result codes mean, in words. Whatever is not here has failed too, for a reason without a word of ours. */
const WORDS: Readonly<Record<string, string>> = {
  1: 'insufficient_funds',
  17: 'limit_reached',
  26: 'provider_busy',
  1001: 'customer_busy',
  1019: 'expired',
  1025: 'provider_error',
  1032: 'cancelled_by_customer',
  1037: 'no_answer',
  2001: 'wrong_pin',
  2006: 'account_inactive',
  9999: 'provider_error',
};

/** The reason behind a result code: a word, `declined` where there is none. Not for `0`, which is success. */
export function mpesaReason(code: string): string {
  return Object.hasOwn(WORDS, code) ? (WORDS[code] as string) : 'declined';
}

/** A result code, which comes as a number or as a text. */
export function resultCodeIn(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? value : undefined;
}
