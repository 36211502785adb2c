import type { RequestContext } from '../../../kernel/context.js';
import { isSameMoney, subtract, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { chargeKey, type Charge, type Patience, type PaymentId } from '../domain/charge.js';
import { hear, type BookChange, type ChargeDecision, type Heard } from '../domain/charge-lifecycle.js';
import { chargeEvents, type Finding } from '../domain/event-making.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { PaymentClock } from '../ports/payment-clock.js';
import type { PaymentObserver } from '../ports/payment-observer.js';
import type { StrayMoney } from './stray-money.js';
import type { Applied, PaymentBook } from './tendering-facade.js';

/** For how long a charge of the transaction's tenant may be pending. */
export type UnknownMsOf = (tx: Tx) => Promise<number>;

/** How to decide about a charge as it is. Asked again, of the charge as it was locked, where it had changed meanwhile. */
export type Decide = (charge: Charge, patience: Patience) => ChargeDecision;

/** What is to be written down beside the decision. */
export interface Circumstances {
  /** A word for the charge's history. */
  readonly what: string;
  readonly detail: string | null;
  readonly payerHint: string | null;
  /** With a person's finding. */
  readonly finding: Finding | null;
}

const TOOK_NOTHING: Applied = { taken: null, refused: null };

/**
 * Takes down what became of a charge: on its order, on itself, and, where the order did not take the money, as unallocated, all
 * in one transaction. Lock order: the order (by the book), the charge, unallocated money.
 */
export class SettleCharge {
  /** @param book asked for when it is needed: the orders module, which is behind it, is wired after this one. */
  constructor(
    private readonly charges: ChargeRepository,
    private readonly book: () => PaymentBook,
    private readonly stray: StrayMoney,
    private readonly outbox: Outbox,
    private readonly observer: PaymentObserver,
    private readonly unknownMsOf: UnknownMsOf,
    private readonly clock: PaymentClock,
  ) {}

  /** Takes down what was heard. @returns the charge as it is then; `undefined` when there is none. */
  hear(
    tx: Tx,
    context: RequestContext,
    id: PaymentId,
    heard: Heard,
    payerHint: string | null = null,
  ): Promise<Charge | undefined> {
    const told = { what: heard.kind, detail: detailOf(heard), payerHint, finding: null };
    const { at } = context;
    return this.decide(tx, context, id, (charge, patience) => hear(charge, heard, at, patience), told);
  }

  /** Takes down what `decide` says. */
  async decide(
    tx: Tx,
    context: RequestContext,
    id: PaymentId,
    decide: Decide,
    told: Circumstances,
  ): Promise<Charge | undefined> {
    const seen = await this.charges.find(tx, id);
    if (seen === undefined) return undefined;
    const patience = { unknownMs: await this.unknownMsOf(tx), chance: this.clock.chance() };
    const first = decide(seen, patience);
    if (first.state === seen && first.stray === null) return seen;
    // The book locks the order: before the charge, as a cancellation does.
    const applied = await this.apply(tx, context, seen, first.change);
    const charge = await this.charges.lock(tx, id);
    if (charge === undefined) throw new Error('a charge is never removed');
    const decision = charge.version === seen.version ? first : decide(charge, patience);
    const outcome = isSame(decision.change, first.change)
      ? applied
      : await this.apply(tx, context, charge, decision.change);
    await this.write(tx, context, charge, decision, outcome, told);
    return decision.state;
  }

  private apply(tx: Tx, context: RequestContext, charge: Charge, change: BookChange | null): Promise<Applied> {
    if (change === null) return Promise.resolve(TOOK_NOTHING);
    const { paymentId, orderId, completeOrder } = charge;
    return this.book().apply(tx, context, { paymentId, orderId, completeOrder, ...change });
  }

  private async write(
    tx: Tx,
    context: RequestContext,
    before: Charge,
    decision: ChargeDecision,
    applied: Applied,
    told: Circumstances,
  ): Promise<void> {
    const { state, change, stray, happenings } = decision;
    if (state.version !== before.version) {
      const events = chargeEvents(state, happenings, before, told.finding);
      const saved = { ...state, sequence: before.sequence + events.length };
      await this.charges.save(tx, saved, { what: told.what, detail: told.detail });
      this.outbox.append(tx, events);
      if (state.status !== before.status) this.observer.came(state.provider, state.status);
    }
    if (stray !== null) await this.keep(tx, context, state, stray.amount, stray.reason, stray.reference, told);
    const left = change?.to === 'captured' ? leftOf(change.amount ?? state.amount, applied) : null;
    if (left !== null) {
      const reason = applied.refused ?? 'exceeds_asked';
      await this.keep(tx, context, state, left, reason, state.providerReference, told);
    }
  }

  private keep(
    tx: Tx,
    { at }: RequestContext,
    charge: Charge,
    amount: Money,
    reason: string,
    reference: string | null,
    { payerHint }: Circumstances,
  ): Promise<void> {
    const { paymentId, orderId, outletId, provider, tender, test } = charge;
    const providerReference = reference ?? chargeKey(paymentId);
    const of = { paymentId, orderId, outletId, provider, tender, test };
    return this.stray.keep(tx, { ...of, amount, reason, providerReference, payerHint }, at);
  }
}

/** What the order did not take of captured money. */
function leftOf(came: Money, { taken, refused }: Applied): Money | null {
  if (taken !== null) return taken.amount < came.amount ? subtract(came, taken) : null;
  return refused === null ? null : came;
}

function isSame(a: BookChange | null, b: BookChange | null): boolean {
  if (a === null || b === null) return a === b;
  const sameAmount = a.amount === null || b.amount === null ? a.amount === b.amount : isSameMoney(a.amount, b.amount);
  return a.to === b.to && sameAmount && a.reference === b.reference && a.reason === b.reason;
}

function detailOf(heard: Heard): string | null {
  if ('error' in heard) return heard.error;
  return 'reason' in heard ? heard.reason : null;
}
