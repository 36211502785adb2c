import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Id, IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { chargeKey, type Charge } from '../domain/charge.js';
import { unallocatedEvent } from '../domain/event-making.js';
import type { TenderingRefusal } from '../domain/tendering-refusal.js';
import type { RefundTransfer } from '../domain/transfer.js';
import { resolveUnallocated, type Resolution, type Unallocated, type UnallocatedId } from '../domain/unallocated.js';
import type { ChargeRepository } from '../ports/charge-repository.js';
import type { PaymentAct, SecondPerson } from '../ports/second-person.js';
import type { TransferRepository } from '../ports/transfer-repository.js';
import type { UnallocatedRepository } from '../ports/unallocated-repository.js';
import type { Providers } from './providers.js';
import type { PaymentBook } from './tendering-facade.js';

export interface UnallocatedParts {
  readonly transactor: Transactor;
  readonly unallocated: UnallocatedRepository;
  readonly charges: ChargeRepository;
  readonly transfers: TransferRepository;
  readonly book: () => PaymentBook;
  readonly providers: Providers;
  readonly approvals: SecondPerson;
  readonly outbox: Outbox;
  readonly ids: IdSource;
}

/** What a person wants done with unallocated money. */
export interface UnallocatedWish {
  readonly id: UnallocatedId;
  readonly reason: string | null;
  readonly approvalId: string | undefined;
  /** Where it is accounted for, of money that came for no outlet. */
  readonly outletId: OutletId | null;
}

/** Says whose unallocated money is: an order's, the payer's again, or nobody's. */
export class SettleUnallocated {
  constructor(private readonly parts: UnallocatedParts) {}

  /**
   * Puts it to an order, as a payment of its own.
   * @throws Refusal `unallocated_payment_not_found`, `unallocated_payment_settled`, `order_not_found`, `order_not_open`,
   * `payment_exceeds_due`, and those of approvals.
   */
  allocate(context: RequestContext, wish: UnallocatedWish, orderId: Id<'order'>): Promise<Unallocated> {
    return this.parts.transactor.run(context, async (tx) => {
      const seen = await this.found(tx, context, wish.id);
      const paymentId = this.parts.ids.next<'payment'>();
      const tender = seen.tender ?? 'bank_transfer';
      const { amount, provider, providerReference: reference } = seen;
      const { approvedBy, outletId } = await this.authorise(tx, context, seen, wish, 'payment.allocate');
      // The order first: a payment of it that is being settled holds it while it waits for unallocated money.
      await this.parts.book().allocate(tx, context, { paymentId, orderId, tender, provider, amount, reference });
      const money = await this.settle(tx, context, wish.id, {
        to: 'allocated',
        reason: wish.reason,
        approvedBy,
        orderId,
        became: paymentId,
      });
      this.addCharge(tx, context, { ...money, tender, outletId }, paymentId, orderId);
      return money;
    });
  }

  /** Has the provider give it back. @throws Refusal `unallocated_payment_not_refundable`, and as above. */
  refund(context: RequestContext, wish: UnallocatedWish): Promise<Unallocated> {
    return this.parts.transactor.run(context, async (tx) => {
      const seen = await this.found(tx, context, wish.id);
      if (this.parts.providers.get(seen.provider) === undefined)
        throw new Refusal<TenderingRefusal>('unallocated_payment_not_refundable', { provider: seen.provider });
      const { approvedBy } = await this.authorise(tx, context, seen, wish, 'payment.allocate');
      const became = this.parts.ids.next<'provider-refund'>();
      const money = await this.settle(tx, context, wish.id, {
        to: 'refunded',
        reason: wish.reason,
        approvedBy,
        orderId: null,
        became,
      });
      await this.parts.transfers.add(tx, refundOf(money, became, context));
      return money;
    });
  }

  /** Gives up looking for whose it is. @throws as above. */
  writeOff(context: RequestContext, wish: UnallocatedWish): Promise<Unallocated> {
    return this.parts.transactor.run(context, async (tx) => {
      const seen = await this.found(tx, context, wish.id);
      const { approvedBy } = await this.authorise(tx, context, seen, wish, 'payment.write_off');
      return this.settle(tx, context, wish.id, {
        to: 'written_off',
        reason: wish.reason,
        approvedBy,
        orderId: null,
        became: null,
      });
    });
  }

  private async settle(
    tx: Tx,
    context: RequestContext,
    id: UnallocatedId,
    resolution: Omit<Resolution, 'by'>,
  ): Promise<Unallocated> {
    const before = await this.parts.unallocated.lock(tx, id);
    if (before === undefined) throw new Error('unallocated money is never removed');
    const money = resolveUnallocated(before, { ...resolution, by: actorOf(context) }, context.at);
    await this.parts.unallocated.save(tx, money);
    this.parts.outbox.append(tx, [unallocatedEvent(money, before)]);
    return money;
  }

  private async found(tx: Tx, { principal }: RequestContext, id: UnallocatedId): Promise<Unallocated> {
    const money = await this.parts.unallocated.find(tx, id);
    const isTheirs = money?.outletId == null ? principal.outlets === undefined : mayActFor(principal, money.outletId);
    if (money === undefined || !isTheirs) throw new Refusal<TenderingRefusal>('unallocated_payment_not_found', { id });
    const { status } = money;
    if (status !== 'open') throw new Refusal<TenderingRefusal>('unallocated_payment_settled', { id, status });
    return money;
  }

  private async authorise(
    tx: Tx,
    context: RequestContext,
    money: Unallocated,
    wish: UnallocatedWish,
    action: PaymentAct['action'],
  ): Promise<{ readonly approvedBy: string | null; readonly outletId: OutletId }> {
    const outletId = money.outletId ?? wish.outletId;
    if (outletId === null) {
      const field = { pointer: '/outletId', message: 'is required: the money came for no outlet' };
      throw new Refusal('validation_failed', {}, [field]);
    }
    const { reason, approvalId } = wish;
    const act = { action, permission: 'payments:resolve', targetId: money.id, outletId, amount: money.amount };
    const { approvedBy } = await this.parts.approvals.authorise(tx, context, { ...act, reason, approvalId });
    return { approvedBy, outletId };
  }

  /** The payment that it became is known to the provider: refunds of it find the way back. Nobody began it, so nothing tells of it. */
  private addCharge(
    tx: Tx,
    context: RequestContext,
    money: Unallocated & { readonly tender: string; readonly outletId: OutletId },
    paymentId: Id<'payment'>,
    orderId: Id<'order'>,
  ): void {
    const { amount, provider, tender, providerReference, outletId, test, arrivedAt } = money;
    const never = {
      askedAt: null,
      cancelAskedAt: null,
      unknownSince: null,
      nextTryAt: null,
      owner: null,
      reason: null,
    };
    const charge: Charge = {
      ...{ paymentId, orderId, orderNumber: '', outletId, tender, provider, amount },
      ...{ payer: {}, source: `allocated:${money.id}`, fingerprint: '', completeOrder: false, status: 'captured' },
      ...{ requestReference: providerReference, providerReference, tries: 0, settledAt: context.at },
      ...{ ...never, amountCaptured: amount, createdBy: actorOf(context), createdAt: arrivedAt, test, version: 1 },
      sequence: 0,
    };
    this.parts.charges.add(tx, charge, { what: 'allocated', detail: money.id });
  }
}

function refundOf(money: Unallocated, id: Id<'provider-refund'>, context: RequestContext): RefundTransfer {
  const { amount, provider, providerReference, outletId, orderId, test } = money;
  const open = { failure: null, askedAt: null, settledAt: null, settledBy: null, settledReason: null };
  return {
    ...{ kind: 'refund', id, outletId, provider, amount, reason: money.resolvedReason ?? money.reason },
    ...{ status: 'created', attempt: 1, providerReference: null, tries: 0, nextTryAt: context.at },
    ...{ ...open, createdAt: context.at, createdBy: actorOf(context), test, version: 1, sequence: 0 },
    ...{ paymentId: null, orderId, refundId: money.id, chargeReference: providerReference },
    chargeKey: money.paymentId === null ? '' : chargeKey(money.paymentId),
  };
}

function actorOf({ principal }: RequestContext): string {
  return `${principal.kind}:${principal.id}`;
}
