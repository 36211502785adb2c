import type { Money } from '../../kernel/money.js';
import type {
  TreasuryPayment,
  TreasuryPaymentStatus,
  TreasuryTransfer,
  TreasuryTransferStatus,
} from './treasury-messages.js';

/** The treasury answered, and not what its contract says. Whether it did what it was asked is not known. */
export class AnswerNotUnderstood extends Error {
  constructor(
    what: string,
    /** Of the answer, where that is what was not understood. */
    readonly status?: number,
  ) {
    super(`treasury ${what}`);
    this.name = 'AnswerNotUnderstood';
  }
}

type Told = Readonly<Record<string, unknown>>;

const NAME_MAX = 200;
const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const CURRENCY = /^[A-Z]{3}$/;
const PAYMENT_STATUSES: ReadonlySet<unknown> = new Set<TreasuryPaymentStatus>([
  ...(['initiated', 'pending', 'captured', 'failed', 'cancelled', 'refunded', 'charged_back'] as const),
]);
const TRANSFER_STATUSES: ReadonlySet<unknown> = new Set<TreasuryTransferStatus>(['pending', 'processed', 'failed']);
/** States in which the money is, or was, with the treasury. */
const HAS_COME_IN: ReadonlySet<unknown> = new Set<TreasuryPaymentStatus>(['captured', 'refunded', 'charged_back']);

/** Reads a payment; members that we do not know are passed over. @throws AnswerNotUnderstood. */
export function paymentIn(body: unknown): TreasuryPayment {
  const { id, reference, status, amount, captured = null, reason } = toldIn(body);
  const isSound = isName(id) && isName(reference) && isMoney(amount) && (captured === null || isMoney(captured));
  if (!isSound || !isPaymentStatus(status)) throw new AnswerNotUnderstood('answered no payment');
  if (HAS_COME_IN.has(status) && captured === null) throw new AnswerNotUnderstood('says not how much came in');
  return {
    ...{ id, reference, status, amount: moneyOf(amount), captured: captured && moneyOf(captured) },
    reason: isWord(reason) ? reason : null,
  };
}

/** Reads a refund or a payout. @throws AnswerNotUnderstood. */
export function transferIn(body: unknown): TreasuryTransfer {
  const { id, reference, status, amount, reason } = toldIn(body);
  if (!isName(id) || !isName(reference) || !isMoney(amount) || !isTransferStatus(status))
    throw new AnswerNotUnderstood('answered no refund or payout');
  return { id, reference, status, amount: moneyOf(amount), reason: isWord(reason) ? reason : null };
}

/**
 * Reads a list in which there is one or none, by the reference that was asked for.
 * @throws AnswerNotUnderstood for more than one, or another's.
 */
export function oneIn<Done extends { readonly reference: string }>(
  body: unknown,
  reference: string,
  read: (body: unknown) => Done,
): Done | undefined {
  const { data } = toldIn(body);
  if (!Array.isArray(data) || data.length > 1) throw new AnswerNotUnderstood('answered no list of one or none');
  return data.length === 0 ? undefined : ownIn(read(data[0]), reference);
}

/** What was read, if it is what was asked for. @throws AnswerNotUnderstood when it is another's. */
export function ownIn<Done extends { readonly reference: string }>(done: Done, reference: string): Done {
  if (done.reference !== reference) throw new AnswerNotUnderstood('answered for another reference');
  return done;
}

/** The treasury's word for why not. @throws AnswerNotUnderstood where there is none. */
export function refusalIn(body: unknown, status: number): string {
  const { code } = toldIn(body);
  if (!isWord(code)) throw new AnswerNotUnderstood(`answered ${status} without a code`);
  return code;
}

function toldIn(body: unknown): Told {
  return typeof body === 'object' && body !== null ? (body as Told) : {};
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= NAME_MAX;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && WORD.test(value);
}

function isMoney(value: unknown): value is Money {
  const { amount, currency } = toldIn(value);
  return (
    Number.isSafeInteger(amount) && (amount as number) >= 0 && typeof currency === 'string' && CURRENCY.test(currency)
  );
}

function moneyOf({ amount, currency }: Money): Money {
  return { amount, currency };
}

function isPaymentStatus(value: unknown): value is TreasuryPaymentStatus {
  return PAYMENT_STATUSES.has(value);
}

function isTransferStatus(value: unknown): value is TreasuryTransferStatus {
  return TRANSFER_STATUSES.has(value);
}
