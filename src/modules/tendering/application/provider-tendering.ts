import type { RequestContext } from '../../../kernel/context.js';
import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import { type Charge, type PaymentId } from '../domain/charge.js';
import { cancel } from '../domain/charge-lifecycle.js';
import { chargeEvents, payoutEvent } from '../domain/event-making.js';
import type { TenderRules } from '../domain/tender.js';
import { newPayout } from '../domain/transfer.js';
import type { Caller, CallerOf } from '../ports/caller.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import { SIMULATOR, type Providers } from './providers.js';
import type { SendCharge, SendingTimes } from './send-charge.js';
import type { SendTransfer } from './send-transfer.js';
import {
  TenderingFacade,
  type KnownCharge,
  type NewCharge,
  type NewPayout,
  type NewProviderRefund,
} from './tendering-facade.js';
import type { TenderBoard } from './tender-board.js';

export interface TenderingParts {
  readonly board: TenderBoard;
  readonly charges: ChargeRepository;
  readonly transfers: TransferRepository;
  readonly providers: Providers;
  readonly sendCharge: SendCharge;
  readonly sendTransfer: SendTransfer;
  readonly outbox: Outbox;
  readonly callerOf: CallerOf;
  readonly times: SendingTimes;
}

/** What other modules may do with tenders, by settings and providers. */
export class ProviderTendering extends TenderingFacade {
  constructor(private readonly parts: TenderingParts) {
    super();
  }

  async rules(tx: Tx, outletId: OutletId): Promise<ReadonlyMap<string, TenderRules>> {
    const rules = await this.parts.board.rules(tx, outletId);
    if (this.parts.callerOf(tx)?.test !== true) return rules;
    return new Map([...rules].map(([code, rule]) => [code, rule.provider === null ? rule : simulated(rule)]));
  }

  assertReachable(provider: string): void {
    this.parts.providers.assertReachable(provider);
  }

  async known(tx: Tx, source: string): Promise<KnownCharge | undefined> {
    const charge = await this.parts.charges.ofSource(tx, source);
    return charge && { paymentId: charge.paymentId, orderId: charge.orderId, fingerprint: charge.fingerprint };
  }

  begin(tx: Tx, wish: NewCharge): void {
    const { charges, outbox } = this.parts;
    const charge = this.created(this.caller(tx), wish);
    const events = chargeEvents(charge, ['pos.payment.initiated'], { status: 'created', sequence: 0 }, null);
    charges.add(tx, charge, { what: 'created', detail: null });
    outbox.append(tx, events);
  }

  send(context: RequestContext, paymentId: PaymentId): Promise<void> {
    return this.parts.sendCharge.send(context, paymentId);
  }

  async cancel(tx: Tx, paymentId: PaymentId): Promise<boolean> {
    const { charges, outbox } = this.parts;
    const charge = await charges.lock(tx, paymentId);
    if (charge === undefined) return false;
    const { state, happenings } = cancel(charge, this.caller(tx).at);
    if (state === charge) return charge.status === 'cancelling';
    const events = chargeEvents(state, happenings, charge, null);
    await charges.save(tx, { ...state, sequence: charge.sequence + events.length }, { what: 'cancel', detail: null });
    outbox.append(tx, events);
    return true;
  }

  beginRefund(tx: Tx, { id, paymentId, orderId, outletId, refundId, amount, reason }: NewProviderRefund): void {
    const { at, by } = this.caller(tx);
    const what = { id, paymentId, orderId, outletId, refundId, reason, ...amount };
    this.parts.transfers.beginRefund(tx, { ...what, at, by, nextTryAt: this.firstLook(at) });
  }

  sendRefund(context: RequestContext, id: Id<'provider-refund'>): Promise<void> {
    return this.parts.sendTransfer.execute(context, 'refund', id);
  }

  async beginPayout(tx: Tx, wish: NewPayout, pointer: string): Promise<void> {
    const { providers, transfers, outbox } = this.parts;
    const caller = this.caller(tx);
    const provider = caller.test ? SIMULATOR : wish.provider;
    providers.assertPays(provider, pointer);
    const payout = newPayout({ ...wish, provider }, caller, this.firstLook(caller.at));
    await transfers.add(tx, payout);
    outbox.append(tx, [payoutEvent(payout, 'requested')]);
  }

  sendPayout(context: RequestContext, id: Id<'payout'>): Promise<void> {
    return this.parts.sendTransfer.execute(context, 'payout', id);
  }

  private created({ by, test, at }: Caller, wish: NewCharge): Charge {
    const none = { requestReference: null, providerReference: null, reason: null, owner: null, amountCaptured: null };
    const never = { askedAt: null, cancelAskedAt: null, unknownSince: null, settledAt: null };
    return {
      ...wish,
      ...none,
      ...never,
      provider: test ? SIMULATOR : wish.provider,
      status: 'created',
      tries: 0,
      nextTryAt: this.firstLook(at),
      createdBy: by,
      createdAt: at,
      test,
      version: 1,
      sequence: 1,
    };
  }

  /** The request that begins it does it; the worker looks when that must have ended. */
  private firstLook(at: Date): Date {
    const { answerMs, spareMs } = this.parts.times;
    return new Date(at.getTime() + answerMs + spareMs);
  }

  private caller(tx: Tx): Caller {
    const caller = this.parts.callerOf(tx);
    if (caller === undefined) throw new Error('a transaction that only reads begins nothing');
    return caller;
  }
}

function simulated(rule: TenderRules): TenderRules {
  return { ...rule, provider: SIMULATOR };
}
