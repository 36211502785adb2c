import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { isInDoubt, isOverdue, nextLook, type Charge, type Patience } from './charge.js';
import type { TenderingRefusal } from './tendering-refusal.js';

/** What is heard of a charge: a provider's answer, a notice that is to be trusted, or a person's finding. */
export type Heard =
  | { readonly kind: 'captured'; readonly amount: Money | null; readonly reference: string | null }
  | { readonly kind: 'pending'; readonly reference: string | null }
  | { readonly kind: 'failed'; readonly reason: string; readonly reference: string | null }
  | { readonly kind: 'unknown'; readonly error: string }
  | { readonly kind: 'absent'; readonly error: string }
  | { readonly kind: 'charged_back'; readonly reason: string | null }
  | { readonly kind: 'chargeback_won' };

export type ChargeHappening =
  | 'pos.payment.pending'
  | 'pos.payment.captured'
  | 'pos.payment.failed'
  | 'pos.payment.unknown'
  | 'pos.payment.resolved'
  | 'pos.payment.cancelled'
  | 'pos.payment.charged_back'
  | 'pos.payment.chargeback_won';

/** What the order is to be told. */
export interface BookChange {
  readonly to: 'pending' | 'captured' | 'failed' | 'unknown' | 'charged_back' | 'chargeback_won';
  readonly amount: Money | null;
  readonly reference: string | null;
  readonly reason: string | null;
}

/** Money that came and that is not the order's. */
export interface StrayMoney {
  readonly amount: Money;
  readonly reason: 'captured_twice' | 'amount_differs';
  readonly reference: string | null;
}

export interface ChargeDecision {
  /** The same object when nothing changed. */
  readonly state: Charge;
  readonly change: BookChange | null;
  readonly stray: StrayMoney | null;
  readonly happenings: readonly ChargeHappening[];
}

const LATE_LOOKS_MAX = 60; // for some hours

/** Why a charge failed that the provider surely never had. */
export const NOT_REACHED = 'provider_unavailable';

/** Takes down what is heard of a charge. Heard twice it changes nothing. */
export function hear(charge: Charge, heard: Heard, at: Date, patience: Patience): ChargeDecision {
  switch (charge.status) {
    case 'created':
    case 'sent':
    case 'pending':
    case 'unknown':
      return hearLive(charge, heard, at, patience);
    case 'cancelling':
      return hearCancelling(charge, heard, at, patience);
    case 'failed':
    case 'cancelled':
      return hearAfterwards(charge, heard, at, patience);
    case 'captured':
      return hearCaptured(charge, heard, at);
    case 'charged_back':
      return heard.kind === 'chargeback_won' ? chargebackWon(charge, at) : nothing(charge);
  }
}

/** About to call the provider. @returns `undefined` when it is not to be called: it was, or the charge is settled. */
export function send(charge: Charge, at: Date, leaseMs: number): Charge | undefined {
  if (charge.status !== 'created') return undefined;
  const nextTryAt = new Date(at.getTime() + leaseMs);
  return { ...charge, status: 'sent', askedAt: charge.askedAt ?? at, nextTryAt, version: charge.version + 1 };
}

/** The order gives the payment up. One that the provider surely has not got is cancelled at once. */
export function cancel(charge: Charge, at: Date): ChargeDecision {
  if (!isInDoubt(charge) || charge.status === 'cancelling') return nothing(charge);
  if (charge.status === 'created') return ended(charge, 'cancelled', 'cancelled', null, at, null);
  const next = { status: 'cancelling', cancelAskedAt: at, tries: 0, nextTryAt: at, unknownSince: null } as const;
  return decided(charge, next, null, []);
}

/** A person says what became of a charge that nobody knows of. @throws Refusal `payment_not_in_doubt`. */
export function resolve(
  charge: Charge,
  finding: { readonly as: 'captured' | 'failed'; readonly amount: Money | null; readonly reference: string | null },
  at: Date,
): ChargeDecision {
  if (charge.status !== 'unknown' && (charge.status !== 'cancelling' || charge.unknownSince === null)) {
    const { paymentId, status } = charge;
    throw new Refusal<TenderingRefusal>('payment_not_in_doubt', { paymentId, status });
  }
  const { as, amount, reference } = finding;
  if (as === 'captured') return captured(charge, { amount, reference }, at);
  if (charge.status === 'cancelling') return ended(charge, 'cancelled', 'cancelled', reference, at, null);
  return ended(charge, 'failed', 'resolved_as_failed', reference, at, 'failed');
}

/**
 * Somebody claims to know what became of it, and nobody can prove it: the provider is to be asked as soon as possible, also about
 * money for a charge that was given up.
 */
export function lookAgain(charge: Charge, claimed: Heard['kind'], at: Date): Charge {
  const soon = { nextTryAt: at, version: charge.version + 1 };
  if (isInDoubt(charge)) return charge.status === 'created' ? charge : { ...charge, ...soon };
  const isGivenUp = charge.status === 'failed' || charge.status === 'cancelled';
  if (claimed !== 'captured' || !isGivenUp) return charge;
  return { ...charge, ...soon, tries: 0, settledAt: null };
}

/** Somebody claims another amount, and nobody can prove it: a person must look. */
export function doubt(charge: Charge, at: Date, stray: StrayMoney): ChargeDecision {
  const flagged = { ...nothing(charge), stray };
  if (!isInDoubt(charge) || charge.status === 'cancelling' || charge.status === 'unknown') return flagged;
  const change = bookChange('unknown', null, null, 'amount_differs');
  const next = { status: 'unknown', unknownSince: at, owner: charge.createdBy, reason: 'amount_differs' } as const;
  return { ...decided(charge, { ...next, nextTryAt: null }, change, ['pos.payment.unknown']), stray };
}

function hearLive(charge: Charge, heard: Heard, at: Date, patience: Patience): ChargeDecision {
  switch (heard.kind) {
    case 'captured':
      return captured(charge, heard, at);
    case 'failed':
      return ended(charge, 'failed', heard.reason, heard.reference, at, 'failed');
    case 'absent':
      if (charge.status === 'unknown' || isOverdue(charge, at, patience))
        return ended(charge, 'failed', NOT_REACHED, null, at, 'failed');
      return waiting({ ...charge, status: 'created' }, at, patience, heard.error);
    case 'pending':
    case 'unknown':
      return hearNothingFinal(charge, heard, at, patience);
    case 'charged_back':
      return chargedBack(charge, heard.reason, at, 'failed');
    case 'chargeback_won':
      return nothing(charge);
  }
}

function hearNothingFinal(
  charge: Charge,
  heard: Extract<Heard, { kind: 'pending' | 'unknown' }>,
  at: Date,
  patience: Patience,
): ChargeDecision {
  const told = named(charge, heard.kind === 'pending' ? heard.reference : null);
  const reason = heard.kind === 'unknown' ? heard.error : null;
  if (charge.status === 'unknown') return waiting(told, at, patience, reason ?? charge.reason);
  if (isOverdue(charge, at, patience)) {
    const since = { ...told, status: 'unknown', unknownSince: at, owner: charge.createdBy, tries: 0 } as const;
    const change = bookChange('unknown', null, told.providerReference, reason ?? 'no_answer');
    const state = { reason: reason ?? 'no_answer', nextTryAt: nextLook(since, at, patience) };
    return decided(charge, { ...since, ...state }, change, ['pos.payment.unknown']);
  }
  const known = charge.status === 'pending';
  const change = known ? null : bookChange('pending', null, told.providerReference, reason);
  const { state } = waiting({ ...told, status: 'pending' }, at, patience, reason);
  return { state, change, stray: null, happenings: known ? [] : ['pos.payment.pending'] };
}

function hearCancelling(charge: Charge, heard: Heard, at: Date, patience: Patience): ChargeDecision {
  switch (heard.kind) {
    case 'captured':
      return captured(charge, heard, at);
    case 'failed':
    case 'absent':
      return ended(charge, 'cancelled', 'cancelled', heard.kind === 'failed' ? heard.reference : null, at, null);
    case 'pending':
    case 'unknown': {
      const reason = heard.kind === 'unknown' ? heard.error : charge.reason;
      if (charge.unknownSince !== null || !isOverdue(charge, at, patience))
        return waiting(charge, at, patience, reason);
      const since = { ...charge, unknownSince: at, owner: charge.createdBy, tries: 0 };
      const state = { ...since, reason, nextTryAt: nextLook(since, at, patience) };
      return decided(charge, state, null, ['pos.payment.unknown']);
    }
    case 'charged_back':
      return chargedBack(charge, heard.reason, at, null);
    case 'chargeback_won':
      return nothing(charge);
  }
}

/** After the order gave it up, or the provider said no: only money changes anything; other answers end the look for it. */
function hearAfterwards(charge: Charge, heard: Heard, at: Date, patience: Patience): ChargeDecision {
  if (heard.kind === 'captured') return captured(charge, heard, at);
  if (charge.nextTryAt === null) return nothing(charge);
  const isOpen = (heard.kind === 'pending' || heard.kind === 'unknown') && charge.tries < LATE_LOOKS_MAX;
  if (!isOpen) return decided(charge, { nextTryAt: null, settledAt: at }, null, []);
  const nextTryAt = nextLook({ ...charge, unknownSince: at }, at, patience);
  return decided(charge, { tries: charge.tries + 1, nextTryAt }, null, []);
}

function hearCaptured(charge: Charge, heard: Heard, at: Date): ChargeDecision {
  if (heard.kind === 'charged_back') return chargedBack(charge, heard.reason, at, 'charged_back');
  if (heard.kind !== 'captured') return nothing(charge);
  const { reference } = heard;
  if (reference === null || reference === charge.providerReference || reference === charge.requestReference)
    return nothing(charge);
  // Money that was captured without a name gets it by the next that is heard of it.
  if (charge.providerReference === null) return decided(charge, named(charge, reference), null, []);
  const stray = { amount: heard.amount ?? charge.amount, reason: 'captured_twice', reference } as const;
  return { ...nothing(charge), stray };
}

function captured(
  charge: Charge,
  { amount, reference }: { readonly amount: Money | null; readonly reference: string | null },
  at: Date,
): ChargeDecision {
  const came = amount ?? charge.amount;
  if (came.currency !== charge.amount.currency)
    return doubt(charge, at, { amount: came, reason: 'amount_differs', reference });
  const told = named(charge, reference);
  const state = { ...closed(told, at), status: 'captured', amountCaptured: came, reason: null } as const;
  const change = bookChange('captured', came, told.providerReference, null);
  return decided(charge, state, change, withResolved(charge, 'pos.payment.captured'));
}

function ended(
  charge: Charge,
  status: 'failed' | 'cancelled',
  reason: string,
  reference: string | null,
  at: Date,
  to: 'failed' | null,
): ChargeDecision {
  const told = named(charge, reference);
  const change = to === null ? null : bookChange(to, null, told.providerReference, reason);
  const state = { ...closed(told, at), status, reason };
  const happening = status === 'failed' ? 'pos.payment.failed' : 'pos.payment.cancelled';
  return decided(charge, state, change, withResolved(charge, happening));
}

function chargedBack(
  charge: Charge,
  reason: string | null,
  at: Date,
  to: 'failed' | 'charged_back' | null,
): ChargeDecision {
  const word = reason ?? 'charged_back';
  const change = to === null ? null : bookChange(to, null, charge.providerReference, word);
  return decided(charge, { ...closed(charge, at), status: 'charged_back', reason: word }, change, [
    'pos.payment.charged_back',
  ]);
}

// Money that was charged back before anybody had told of it comes in by this.
function chargebackWon(charge: Charge, at: Date): ChargeDecision {
  if (charge.amountCaptured === null) return captured(charge, { amount: null, reference: null }, at);
  const change = bookChange('chargeback_won', null, charge.providerReference, null);
  return decided(charge, { status: 'captured', reason: null }, change, ['pos.payment.chargeback_won']);
}

function waiting(charge: Charge, at: Date, patience: Patience, reason: string | null): ChargeDecision {
  const state = { ...charge, reason, tries: charge.tries + 1, nextTryAt: nextLook(charge, at, patience) };
  return decided(charge, state, null, []);
}

function closed(charge: Charge, at: Date): Charge {
  const { token: _notNeededAnyMore, ...payer } = charge.payer;
  return { ...charge, payer, nextTryAt: null, settledAt: charge.settledAt ?? at, owner: null };
}

function named(charge: Charge, reference: string | null): Charge {
  if (reference === null) return charge;
  return { ...charge, requestReference: charge.requestReference ?? reference, providerReference: reference };
}

function withResolved(charge: Charge, happening: ChargeHappening): readonly ChargeHappening[] {
  return charge.unknownSince === null || !isInDoubt(charge) ? [happening] : [happening, 'pos.payment.resolved'];
}

function bookChange(
  to: BookChange['to'],
  amount: Money | null,
  reference: string | null,
  reason: string | null,
): BookChange {
  return { to, amount, reference, reason };
}

function decided(
  charge: Charge,
  next: Partial<Charge>,
  change: BookChange | null,
  happenings: readonly ChargeHappening[],
): ChargeDecision {
  return { state: { ...charge, ...next, version: charge.version + 1 }, change, stray: null, happenings };
}

function nothing(charge: Charge): ChargeDecision {
  return { state: charge, change: null, stray: null, happenings: [] };
}
