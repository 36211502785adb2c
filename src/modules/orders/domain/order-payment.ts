import type { Id } from '../../../kernel/ids.js';
import { subtract, sum, zero, type Money } from '../../../kernel/money.js';

export type PaymentId = Id<'payment'>;

/** The one tender that may exceed what is due, gives change, and is rounded to coins. All others are treated alike. */
export const CASH = 'cash';

/**
 * Where a payment stands (DOMAIN "Orders, payments, refunds"). What is recorded by hand is `captured` at once. A provider's payment
 * is `initiated` (we mean to ask), `pending` (it works on it) or `unknown` (nobody can say), then `captured` or `failed`.
 */
export type PaymentStatus = 'initiated' | 'pending' | 'unknown' | 'failed' | 'captured' | 'refunded' | 'charged_back';

/** The ledger of ours that a payment took value from; giving the payment back puts it there again. */
export type PaymentLedger = 'gift_card' | 'loyalty' | 'house_account';

/** Money taken in, or being taken. `amount` is what was tendered: of cash, part of it may have gone back as change. */
export interface OrderPayment {
  readonly id: PaymentId;
  readonly tender: string;
  /** `refunded` once all that was kept of it has been paid back. */
  readonly status: PaymentStatus;
  readonly amount: Money;
  /** The part of the amount that the tender added to what was due. */
  readonly surcharge: Money;
  /** Cash handed back of it; `null` on payments taken before this was kept. */
  readonly change: Money | null;
  readonly refunded: Money;
  /** Of a card of ours its last four characters, never its code. */
  readonly reference: string | null;
  readonly ledger: PaymentLedger | null;
  /** Who processes it; `null`: it was recorded by hand. */
  readonly provider: string | null;
  /** Why it failed, or what is not known of it: a word. */
  readonly failure: string | null;
  readonly receivedAt: Date;
  /** When it was given back whole before the order was settled: from then on it does not count as paid. */
  readonly returnedAt: Date | null;
  /** The drawer session that it belongs to; `null` where it belongs to none. */
  readonly drawerSessionId: string | null;
  /** The business day in which the money came in, where that is not the order's own. */
  readonly bookedOn: string | null;
  readonly takenBy: string | null;
}

const CAME_IN: ReadonlySet<PaymentStatus> = new Set(['captured', 'refunded', 'charged_back']);
const LIVE: ReadonlySet<PaymentStatus> = new Set(['initiated', 'pending', 'unknown']);

/** True for money that came in for the order and counts as paid. */
export function counts({ status, returnedAt }: OrderPayment): boolean {
  return returnedAt === null && CAME_IN.has(status);
}

/** True while nobody knows whether the money will come. */
export function isLive({ status }: OrderPayment): boolean {
  return LIVE.has(status);
}

/** True for a payment in cash. */
export function isCash(payment: Pick<OrderPayment, 'tender'> | undefined): boolean {
  return payment?.tender === CASH;
}

/** What payments under way would pay of what is due. */
export function liveAmount(payments: readonly OrderPayment[], currency: string): Money {
  return sum(payments.filter(isLive).map(baseOf), currency);
}

/** What a payment pays of what is due: without the tender's surcharge. */
export function baseOf({ amount, surcharge }: Pick<OrderPayment, 'amount' | 'surcharge'>): Money {
  return subtract(amount, surcharge);
}

/** A payment that has just begun to exist. */
export function freshPayment(
  known: Pick<OrderPayment, 'id' | 'tender' | 'status' | 'amount' | 'reference' | 'ledger' | 'receivedAt'> &
    Partial<OrderPayment>,
): OrderPayment {
  const none = zero(known.amount.currency);
  return {
    surcharge: none,
    change: none,
    refunded: none,
    provider: null,
    failure: null,
    returnedAt: null,
    drawerSessionId: null,
    bookedOn: null,
    takenBy: null,
    ...known,
  };
}
