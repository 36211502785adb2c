import { isSameHash, keyedHash } from '../../platform/signatures/keyed-hash.js';

export type AirtelOutcome = 'paid' | 'failed' | 'pending' | 'ambiguous';

/** What became of a collection. Airtel does not tell the amount. */
export interface AirtelCallback {
  /** Our id of the transaction. */
  readonly id: string;
  readonly outcome: AirtelOutcome;
  readonly reason: string | null;
  readonly airtelMoneyId: string | null;
  /** True when its hash is right. */
  readonly authentic: boolean;
}

const ID_MAX = 100;
const OUTCOMES: Readonly<Record<string, AirtelOutcome>> = {
  TS: 'paid',
  TF: 'failed',
  TE: 'failed',
  TIP: 'pending',
  TA: 'ambiguous',
};

/** What a status code says; `undefined` for one that nobody knows. */
export function airtelOutcome(code: unknown): AirtelOutcome | undefined {
  return typeof code === 'string' && Object.hasOwn(OUTCOMES, code) ? OUTCOMES[code] : undefined;
}

/** A reason in a word, from what Airtel writes for people. */
export function airtelReason(message: unknown): string {
  const text = typeof message === 'string' ? message.toLowerCase() : '';
  if (text.includes('insufficient') || text.includes('not enough')) return 'insufficient_funds';
  if (text.includes('pin')) return 'wrong_pin';
  if (text.includes('cancel')) return 'cancelled_by_customer';
  if (text.includes('expire') || text.includes('timed out') || text.includes('timeout')) return 'no_answer';
  return 'declined';
}

/**
 * Reads a callback. Unknown members are passed over.
 * @param key of call-back authentication, where it is switched on: without it nothing is authentic.
 * @returns `undefined` for what is no callback.
 */
export function airtelCallbackIn(body: unknown, key: string | undefined): AirtelCallback | undefined {
  const { transaction, hash } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof transaction !== 'object' || transaction === null) return undefined;
  const { id, status_code: code, message, airtel_money_id: given } = transaction as Readonly<Record<string, unknown>>;
  const outcome = airtelOutcome(code);
  if (typeof id !== 'string' || id === '' || id.length > ID_MAX || outcome === undefined) return undefined;
  return {
    id,
    outcome,
    reason: outcome === 'failed' ? airtelReason(message) : null,
    airtelMoneyId: typeof given === 'string' && given !== '' && given.length <= ID_MAX ? given : null,
    authentic: key !== undefined && typeof hash === 'string' && isSameHash(airtelHash(transaction, key), hash),
  };
}

/** Airtel's hash: Base64 of HMAC-SHA256 over the body without the hash itself. */
export function airtelHash(transaction: object, key: string): string {
  return keyedHash(JSON.stringify({ transaction }), key);
}
