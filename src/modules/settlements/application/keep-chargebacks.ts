import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Chargeback, ChargebackId, ChargebackRefusal } from '../domain/chargeback.js';
import {
  addEvidence,
  closeChargeback,
  openChargeback,
  type ChargebackDecision,
} from '../domain/chargeback-lifecycle.js';
import type { ChargebackRepository } from '../ports/chargeback-repository.js';
import type { PaymentLedger } from '../ports/payment-ledger.js';

export interface OpenChargebackCommand {
  readonly id: ChargebackId | undefined;
  readonly paymentId: string;
  /** Null: all of the payment. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly dueBy: Date | null;
}

/** A chargeback that tendering heard of. */
export interface ToldChargeback {
  readonly paymentId: string;
  readonly orderId: string;
  readonly outletId: OutletId;
  readonly provider: string;
  readonly reference: string | null;
  readonly amount: Money;
  readonly reason: string;
}

/** Keeps what banks take back, what speaks against it, and how it ends. */
export class KeepChargebacks {
  constructor(
    private readonly transactor: Transactor,
    private readonly chargebacks: ChargebackRepository,
    private readonly ledger: PaymentLedger,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /**
   * By a person, for providers that tell nothing.
   * @throws Refusal `chargeback_payment_unknown`, `chargeback_exceeds_payment`, `chargeback_exists`.
   */
  open(context: RequestContext, command: OpenChargebackCommand): Promise<Chargeback> {
    const { id = this.ids.next<'chargeback'>(), paymentId, reason, dueBy } = command;
    return this.transactor.run(context, async (tx) => {
      const payment = await this.ledger.captured(tx, paymentId);
      if (payment === undefined || !mayActFor(context.principal, payment.outletId))
        throw new Refusal<ChargebackRefusal>('chargeback_payment_unknown', { paymentId });
      const amount = command.amount ?? payment.amount;
      if (amount.currency !== payment.amount.currency || amount.amount > payment.amount.amount)
        throw new Refusal<ChargebackRefusal>('chargeback_exceeds_payment', { paymentId });
      const { orderId, provider, reference } = payment;
      const outletId = payment.outletId as OutletId;
      const told = { paymentId, orderId, outletId, provider, reference, amount, reason };
      const opened = await this.add(tx, context, id, told, dueBy);
      if (opened === undefined) throw new Refusal<ChargebackRefusal>('chargeback_exists', { paymentId });
      return opened;
    });
  }

  /** Heard of from tendering, maybe twice, maybe after a person told of it. */
  async hear(context: RequestContext, told: ToldChargeback): Promise<void> {
    await this.transactor.run(context, (tx) => this.add(tx, context, this.ids.next<'chargeback'>(), told, null));
  }

  /** Heard of from tendering: the money stays. Of a payment without a chargeback it says nothing new. */
  async hearWon(context: RequestContext, paymentId: string): Promise<void> {
    await this.transactor.run(context, async (tx) => {
      const chargeback = await this.chargebacks.ofPayment(tx, paymentId);
      if (chargeback?.status === 'opened') await this.save(tx, closeChargeback(chargeback, 'won', null, context.at));
    });
  }

  /** @throws Refusal `chargeback_not_found`, `chargeback_closed`, `chargeback_evidence_full`. */
  addEvidence(context: RequestContext, id: ChargebackId, note: string): Promise<Chargeback> {
    return this.change(context, id, (now) => addEvidence(now, note, context.principal.id, context.at));
  }

  /** @throws Refusal `chargeback_not_found`, `chargeback_closed`. */
  close(
    context: RequestContext,
    id: ChargebackId,
    status: 'won' | 'lost',
    outcome: string | null,
  ): Promise<Chargeback> {
    return this.change(context, id, (now) => closeChargeback(now, status, outcome, context.at));
  }

  private change(
    context: RequestContext,
    id: ChargebackId,
    decision: (now: Chargeback) => ChargebackDecision,
  ): Promise<Chargeback> {
    return this.transactor.run(context, async (tx) => {
      const chargeback = await this.chargebacks.find(tx, id);
      if (chargeback === undefined || !isWithin(context, chargeback))
        throw new Refusal<ChargebackRefusal>('chargeback_not_found', { chargebackId: id });
      return this.save(tx, decision(chargeback));
    });
  }

  private async save(tx: Tx, { state, events }: ChargebackDecision): Promise<Chargeback> {
    if (events.length > 0) await this.chargebacks.save(tx, state);
    this.outbox.append(tx, events);
    return state;
  }

  private async add(
    tx: Tx,
    { principal, at }: RequestContext,
    id: ChargebackId,
    told: ToldChargeback,
    dueBy: Date | null,
  ): Promise<Chargeback | undefined> {
    const { state, events } = openChargeback({ ...told, id, dueBy, openedAt: at, openedBy: principal.id });
    if (!(await this.chargebacks.add(tx, state))) return undefined;
    this.outbox.append(tx, events);
    return state;
  }
}

function isWithin({ principal }: RequestContext, { outletId }: Chargeback): boolean {
  return outletId === null ? principal.outlets === undefined : mayActFor(principal, outletId);
}
