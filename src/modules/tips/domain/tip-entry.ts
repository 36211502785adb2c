import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { TipMeans } from './tip-rules.js';

export type TipEntryId = Id<'tip-entry'>;
export type TipAccountId = Id<'tip-account'>;
export type PoolRunId = Id<'tip-pool-run'>;

/**
 * What moved an account. `earned`: a guest's gift. `pool_in`, `pool_out`: into the pool and out of it, written on both sides.
 * `reversed`: takes a `pool_out` back. `payout_returned`: takes a `paid_payout` back whose provider did not pay.
 */
export type TipEntryKind =
  'earned' | 'pool_in' | 'pool_out' | 'paid_cash' | 'paid_payout' | 'payout_returned' | 'adjusted' | 'reversed';

/** Whom an outlet owes tips: a person, or with `personId` null the pool. */
export interface TipAccount {
  readonly id: TipAccountId;
  readonly outletId: OutletId;
  readonly personId: string | null;
  readonly currency: string;
  /** Counts its events. */
  readonly eventSequence: number;
}

/** Who is to pay a tip out, and to where. */
export interface PayoutWish {
  readonly provider: string;
  readonly payee: string;
}

/** Where a tip was paid out to by somebody else than a drawer. */
export interface Payout extends PayoutWish {
  /** Of the payout as the payments know it. */
  readonly id: string;
}

/** What entries of a payout come from: that it was begun, that it failed, and that it was paid after all. */
export function payoutSource(what: 'begun' | 'failed' | 'paid', payoutId: string): string {
  return `payout_${what}:${payoutId}`;
}

/** A line of the ledger; never changed. */
export interface TipEntry {
  readonly id: TipEntryId;
  readonly accountId: TipAccountId;
  readonly outletId: OutletId;
  readonly personId: string | null;
  readonly businessDate: string;
  readonly kind: TipEntryKind;
  /** Above zero: more is owed. Never zero. */
  readonly amount: Money;
  /** What the guest paid it with, where a guest did. */
  readonly means: TipMeans | null;
  /** What it comes from, once only. */
  readonly source: string;
  readonly orderId: string | null;
  readonly paymentId: string | null;
  readonly poolRunId: PoolRunId | null;
  readonly drawerSessionId: string | null;
  readonly payout: Payout | null;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly actor: string;
  readonly at: Date;
}

const NOTHING_BESIDE = {
  means: null,
  orderId: null,
  paymentId: null,
  poolRunId: null,
  drawerSessionId: null,
  payout: null,
  reason: null,
  approvedBy: null,
} as const;

type Given = Pick<TipEntry, 'id' | 'businessDate' | 'kind' | 'amount' | 'source' | 'actor' | 'at'> & Partial<TipEntry>;

/** An entry of an account; what is not given is not there. */
export function entryOf({ id: accountId, outletId, personId }: TipAccount, given: Given): TipEntry {
  return { ...NOTHING_BESIDE, ...given, accountId, outletId, personId };
}
