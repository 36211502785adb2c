import type { Money } from '../../../kernel/money.js';
import type { AnnouncedMember } from './announced-member.js';
import { heldUntil, isOpen, type Intent, type IntentStatus } from './intent.js';
import { movementFailed, type LoyaltyEvent } from './loyalty-events.js';

/** What came of a call. */
export type Outcome =
  | { readonly kind: 'moved'; readonly reference: string; readonly points: number; readonly balance: number }
  | { readonly kind: 'enrolled'; readonly member: AnnouncedMember }
  /** There was nothing to move. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly code: string }
  /** The ledger may have done it or not: the same call again tells. */
  | { readonly kind: 'unknown'; readonly error: string };

/** Words for refusals that are ours; the ledger has more. */
export const NOT_ENROLLED = 'member_not_found';
export const NOTHING_TO_UNDO = 'nothing_to_undo';

const GIVE_UP_MS = 3 * 24 * 3_600_000;
const BACKOFF_MS = { first: 1_000, max: 30_000 };

export type NewIntent = Pick<Intent, 'id' | 'kind' | 'customerId' | 'source'> &
  Partial<Pick<Intent, 'orderId' | 'paymentId' | 'amount' | 'points' | 'undoes'>>;

/** Means to do something. @param firstTryAt when the worker looks, if nobody does it at once. */
export function intend(wish: NewIntent, at: Date, firstTryAt = at): Intent {
  const none = { orderId: null, paymentId: null, amount: null, points: null, undoes: null };
  const open = { status: 'pending', tries: 0, reference: null, error: null } as const;
  const giveUpAt = new Date(at.getTime() + GIVE_UP_MS);
  return { ...none, ...wish, ...open, nextTryAt: firstTryAt, giveUpAt, createdAt: at };
}

/**
 * Takes down what came of a call. An intent that is settled already stays as it is: two may have made the same call.
 * @param chance from 0 to 1, spreads the tries of many.
 */
export function settle(
  intent: Intent,
  outcome: Outcome,
  at: Date,
  chance: number,
): { readonly state: Intent; readonly events: readonly LoyaltyEvent[] } {
  if (!isOpen(intent)) return { state: intent, events: [] };
  switch (outcome.kind) {
    case 'moved':
      return { state: moved(intent, outcome), events: [] };
    case 'enrolled':
      return { state: closed(intent, 'done'), events: [] };
    case 'nothing':
      return { state: { ...closed(intent, 'done'), points: 0 }, events: [] };
    case 'refused':
      return failed(intent, outcome.code, isOwed(intent, outcome.code));
    case 'unknown':
      if (at >= intent.giveUpAt) return failed(intent, outcome.error, true);
      return { state: later(intent, outcome.error, at, chance), events: [] };
  }
}

/** Pays a sale with a burn. @returns `undefined` when this burn cannot. */
export function use(
  intent: Intent,
  payment: {
    readonly orderId: string;
    readonly paymentId: string;
    readonly customerId: string;
    readonly amount: Money;
  },
): Intent | undefined {
  const { customerId, amount, orderId, paymentId } = payment;
  if (intent.kind !== 'burn' || intent.customerId !== customerId) return undefined;
  if (intent.amount?.amount !== amount.amount || intent.amount.currency !== amount.currency) return undefined;
  // Told twice of one payment, it has paid that one.
  if (intent.status === 'used')
    return intent.paymentId === paymentId && intent.orderId === orderId ? intent : undefined;
  return intent.status === 'held' ? { ...closed(intent, 'used'), orderId, paymentId } : undefined;
}

/** Takes a burn back that no sale came for, once its time is over. */
export function expire(intent: Intent, at: Date): Intent {
  if (intent.status !== 'held' || at < heldUntil(intent)) return intent;
  const giveUpAt = new Date(at.getTime() + GIVE_UP_MS);
  return { ...intent, status: 'reversing', tries: 0, nextTryAt: at, giveUpAt };
}

function moved(intent: Intent, { reference, points }: Extract<Outcome, { kind: 'moved' }>): Intent {
  // The reference stays that of the burn: refunds and the ledger's statements name it.
  if (intent.status === 'reversing') return closed(intent, 'reversed');
  const known = { reference, points, error: null };
  if (intent.kind !== 'burn') return { ...closed(intent, 'done'), ...known };
  return { ...intent, ...known, status: 'held', nextTryAt: heldUntil(intent) };
}

function later(intent: Intent, error: string, at: Date, chance: number): Intent {
  const ceiling = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** Math.min(intent.tries, 16));
  const nextTryAt = new Date(at.getTime() + ceiling * (0.5 + chance / 2));
  return { ...intent, tries: intent.tries + 1, error, nextTryAt };
}

function closed(intent: Intent, status: IntentStatus): Intent {
  return { ...intent, status, nextTryAt: null, error: null };
}

function failed(intent: Intent, error: string, tell: boolean): ReturnType<typeof settle> {
  const state = { ...closed(intent, 'refused'), error };
  return { state, events: tell ? [movementFailed(state)] : [] };
}

/**
 * Whether somebody has to look after it: points that a customer or the business should have. A burn or an enrolment that was
 * refused was told to whoever asked; a customer who does not take part earns nothing.
 */
function isOwed({ kind, status }: Intent, code: string): boolean {
  if (code === NOTHING_TO_UNDO) return false;
  if (status === 'reversing' || kind === 'burn_reversal' || kind === 'earn_reversal') return true;
  return kind === 'earn' && code !== NOT_ENROLLED;
}
