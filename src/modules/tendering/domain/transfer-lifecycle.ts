import { Refusal } from '../../../kernel/refusal.js';
import { GIVE_UP_MS, type Patience } from './charge.js';
import { NOT_REACHED } from './charge-lifecycle.js';
import type { TenderingRefusal } from './tendering-refusal.js';
import { isUnderWay, type Transfer } from './transfer.js';

/** What is heard of a transfer. */
export type TransferHeard =
  | { readonly kind: 'done'; readonly reference: string | null }
  | { readonly kind: 'pending'; readonly reference: string | null }
  | { readonly kind: 'failed'; readonly reason: string; readonly reference: string | null }
  | { readonly kind: 'unknown'; readonly error: string }
  | { readonly kind: 'absent'; readonly error: string };

export type TransferHappening = 'done' | 'failed' | 'retried' | 'settled_by_hand';

export interface TransferDecision {
  /** The same object when nothing changed. */
  readonly state: Transfer;
  readonly happening: TransferHappening | null;
}

const LOOK_MS = { first: 1_000, max: 300_000 };

/** Takes down what is heard of a transfer. Money that went, went: it settles even what had failed. */
export function hearTransfer(transfer: Transfer, heard: TransferHeard, at: Date, patience: Patience): TransferDecision {
  if (heard.kind === 'done' && transfer.status !== 'done') {
    const providerReference = heard.reference ?? transfer.providerReference;
    return settled(transfer, { status: 'done', failure: null, providerReference }, at, 'done');
  }
  if (!isUnderWay(transfer) || heard.kind === 'done') return { state: transfer, happening: null };
  switch (heard.kind) {
    case 'failed': {
      const providerReference = heard.reference ?? transfer.providerReference;
      return settled(transfer, { status: 'failed', failure: heard.reason, providerReference }, at, 'failed');
    }
    case 'absent':
      if (isGivenUp(transfer, at)) return settled(transfer, { status: 'failed', failure: NOT_REACHED }, at, 'failed');
      return later({ ...transfer, status: 'created' }, at, patience, heard.error);
    case 'pending':
    case 'unknown':
      return hearNothingFinal(transfer, heard, at, patience);
  }
}

/** About to call the provider. @returns `undefined` when it is not to be called with the wish itself. */
export function sendTransfer(transfer: Transfer, at: Date, leaseMs: number): Transfer | undefined {
  if (transfer.status !== 'created') return undefined;
  const nextTryAt = new Date(at.getTime() + leaseMs);
  return { ...transfer, status: 'sent', askedAt: transfer.askedAt ?? at, nextTryAt, version: transfer.version + 1 };
}

/** Makes the wish again: under another key where it was refused. @throws Refusal `provider_refund_settled`. */
export function retryTransfer(transfer: Transfer, at: Date): TransferDecision {
  assertStuck(transfer);
  const attempt = transfer.status === 'failed' ? transfer.attempt + 1 : transfer.attempt;
  const status = transfer.status === 'failed' ? 'created' : 'pending';
  const again = { attempt, status, failure: null, tries: 0 } as const;
  const open = { askedAt: at, settledAt: null, nextTryAt: at, version: transfer.version + 1 };
  return { state: { ...transfer, ...again, ...open }, happening: 'retried' };
}

/** A person made sure that the money is where it belongs. @throws Refusal `provider_refund_settled`. */
export function settleByHand(
  transfer: Transfer,
  by: { readonly actor: string; readonly reason: string; readonly reference: string | null },
  at: Date,
): TransferDecision {
  assertStuck(transfer);
  const hand = { settledBy: by.actor, settledReason: by.reason };
  const providerReference = by.reference ?? transfer.providerReference;
  return settled(transfer, { ...hand, status: 'done', failure: null, providerReference }, at, 'settled_by_hand');
}

function assertStuck({ id, status }: Transfer): void {
  if (status !== 'failed' && status !== 'unknown')
    throw new Refusal<TenderingRefusal>('provider_refund_settled', { id, status });
}

function hearNothingFinal(
  transfer: Transfer,
  heard: Extract<TransferHeard, { kind: 'pending' | 'unknown' }>,
  at: Date,
  patience: Patience,
): TransferDecision {
  const reference = heard.kind === 'pending' ? heard.reference : null;
  const told = { ...transfer, providerReference: reference ?? transfer.providerReference };
  const failure = heard.kind === 'unknown' ? heard.error : null;
  const asked = transfer.askedAt ?? transfer.createdAt;
  const overdue = at.getTime() >= asked.getTime() + patience.unknownMs;
  const next: Transfer = { ...told, status: overdue || transfer.status === 'unknown' ? 'unknown' : 'pending' };
  if (!isGivenUp(transfer, at)) return later(next, at, patience, failure);
  const given = { ...next, status: 'unknown', failure: 'no_answer', nextTryAt: null } as const;
  return { state: { ...given, version: transfer.version + 1 }, happening: 'failed' };
}

function isGivenUp({ askedAt, createdAt }: Transfer, at: Date): boolean {
  return at.getTime() >= (askedAt ?? createdAt).getTime() + GIVE_UP_MS;
}

function later(transfer: Transfer, at: Date, { chance }: Patience, failure: string | null): TransferDecision {
  const ceiling = Math.min(LOOK_MS.max, LOOK_MS.first * 2 ** Math.min(transfer.tries, 16));
  const nextTryAt = new Date(at.getTime() + ceiling * (0.5 + chance / 2));
  const state = { ...transfer, failure, tries: transfer.tries + 1, nextTryAt, version: transfer.version + 1 };
  return { state, happening: null };
}

function settled(
  transfer: Transfer,
  next: Pick<Transfer, 'status'> &
    Partial<Pick<Transfer, 'failure' | 'providerReference' | 'settledBy' | 'settledReason'>>,
  at: Date,
  happening: TransferHappening,
): TransferDecision {
  const state = { ...transfer, ...next, nextTryAt: null, settledAt: at, version: transfer.version + 1 };
  return { state, happening };
}
