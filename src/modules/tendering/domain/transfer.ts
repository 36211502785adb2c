import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

export type ProviderRefundId = Id<'provider-refund'>;
export type PayoutId = Id<'payout'>;

/**
 * `created`: surely not with the provider. `sent`: it was called, nothing was heard yet. `pending`: it has the wish, or may have it.
 * `unknown`: for long nobody knows. `failed`: it said no, for good.
 */
export const TRANSFER_STATUSES = ['created', 'sent', 'pending', 'done', 'failed', 'unknown'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** Money that a provider is to move away from the business. */
interface TransferBase {
  readonly outletId: OutletId | null;
  readonly provider: string;
  readonly amount: Money;
  /** Why, in a person's words. */
  readonly reason: string;
  readonly status: TransferStatus;
  /** From 1. A wish that was refused is made again under another key. */
  readonly attempt: number;
  readonly providerReference: string | null;
  /** Why it failed, or what is not known. A word. */
  readonly failure: string | null;
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly createdAt: Date;
  readonly askedAt: Date | null;
  readonly settledAt: Date | null;
  readonly createdBy: string;
  /** Who made sure by hand that the money is where it belongs, and what they wrote. */
  readonly settledBy: string | null;
  readonly settledReason: string | null;
  readonly test: boolean;
  readonly version: number;
  /** Sequence of the last event; of refunds, those of their charge count theirs. */
  readonly sequence: number;
}

/** Money that goes back to a customer. */
export interface RefundTransfer extends TransferBase {
  readonly kind: 'refund';
  readonly id: ProviderRefundId;
  /** `null` of money that came for no charge of ours. */
  readonly paymentId: Id<'payment'> | null;
  readonly orderId: Id<'order'> | null;
  /** The refund or the return of a payment that it is a part of, or the unallocated money. */
  readonly refundId: string;
  readonly chargeKey: string;
  readonly chargeReference: string | null;
}

/** Money for somebody else: tips, a supplier. */
export interface PayoutTransfer extends TransferBase {
  readonly kind: 'payout';
  readonly id: PayoutId;
  /** A phone number, or an account that the provider knows. */
  readonly payee: string;
}

export type Transfer = RefundTransfer | PayoutTransfer;
export type TransferKind = Transfer['kind'];

/** A payout that nobody was asked for yet. @param firstLook when the worker looks at it. */
export function newPayout(
  what: Pick<PayoutTransfer, 'id' | 'outletId' | 'provider' | 'amount' | 'reason' | 'payee'>,
  { by, test, at }: { readonly by: string; readonly test: boolean; readonly at: Date },
  firstLook: Date,
): PayoutTransfer {
  return {
    ...{ kind: 'payout', ...what, status: 'created', attempt: 1, providerReference: null, failure: null, tries: 0 },
    ...{ nextTryAt: firstLook, createdAt: at, askedAt: null, settledAt: null, createdBy: by },
    ...{ settledBy: null, settledReason: null, test, version: 1, sequence: 1 },
  };
}

/** The key under which providers know a transfer. */
export function transferKey({ kind, id, attempt }: Pick<Transfer, 'kind' | 'id' | 'attempt'>): string {
  return attempt === 1 ? `${kind}-${id}` : `${kind}-${id}-${attempt}`;
}

/** True while it is not known what becomes of it. */
export function isUnderWay({ status }: Pick<Transfer, 'status'>): boolean {
  return status !== 'done' && status !== 'failed';
}

const HINT_DIGITS = 4;

/** The end of an account or phone number, for people who look for it. */
export function hintOf(account: string): string {
  return account.length <= HINT_DIGITS ? '…' : `…${account.slice(-HINT_DIGITS)}`;
}
