import type { RequestContext } from '../../../kernel/context.js';
import type { Id } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import { isCash } from '../domain/order-payment.js';
import type { Order, PaymentId, RefundedPayment } from '../domain/order-state.js';
import type { DrawerDesk } from '../ports/drawer-desk.js';
import type { TenderDesk } from '../ports/tender-desk.js';
import { refuseAt } from './sale-refusal.js';

/** Money on its way out: what for, and from where. */
export interface Payout {
  /** The refund, or the return of a payment. */
  readonly id: string;
  readonly reason: string;
  readonly drawerSessionId: string | null;
  readonly parts: readonly RefundedPayment[];
}

/** Takes money that goes back out of the drawer, and has providers give back what they collected. */
export class PayingOut {
  constructor(
    private readonly drawers: DrawerDesk,
    private readonly tenders: TenderDesk,
  ) {}

  /**
   * Books with the caller's transaction: cash out of the drawer session, and the intents to have providers give back.
   * @throws Refusal `drawer_session_required` where cash goes out and the outlet keeps its cash in sessions.
   */
  async book(tx: Tx, order: Order, { id: refundId, reason, drawerSessionId: sessionId, parts }: Payout): Promise<void> {
    const { id: orderId, outletId, currency } = order;
    const cash = parts.filter(isCash);
    if (cash.length > 0 && sessionId === null && (await this.drawers.sessionRequired(tx, outletId))) {
      refuseAt('drawer_session_required', {}, '/drawerSessionId', 'names the open drawer session that pays it out');
    }
    if (sessionId !== null) {
      const out = cash.map(({ paymentId, amount }) => ({
        kind: 'refund' as const,
        amount,
        orderId,
        paymentId,
        refundId,
      }));
      this.drawers.book(tx, { sessionId, outletId, currency, cash: out });
    }
    for (const { paymentId, amount } of this.byProviders(order, parts)) {
      const id = providerRefundOf(refundId, paymentId);
      this.tenders.beginRefund(tx, { id, paymentId, orderId, outletId, refundId, amount, reason });
    }
  }

  /** Calls the providers, after the transaction; whatever they do, the money is given back on our side. */
  async send(context: RequestContext, refundId: string, order: Order, payments: readonly PaymentId[]): Promise<void> {
    const { idempotency: _, ...keyless } = context;
    const collected = order.payments.filter(({ id, provider }) => provider !== null && payments.includes(id));
    await Promise.all(collected.map(({ id }) => this.tenders.sendRefund(keyless, providerRefundOf(refundId, id))));
  }

  private byProviders({ payments }: Order, parts: readonly RefundedPayment[]): readonly RefundedPayment[] {
    return parts.filter(({ paymentId, tender }) => {
      const payment = payments.find(({ id }) => id === paymentId);
      // What goes back by another tender is not the provider's.
      return payment !== undefined && payment.provider !== null && payment.tender === tender;
    });
  }
}

/**
 * The part of a refund that one provider carries out. A refund names a payment once, so its id is made of both: the payment's, with
 * the refund's last twelve digits, so that a repeat begins the same one.
 */
function providerRefundOf(refundId: string, paymentId: PaymentId): Id<'provider-refund'> {
  return `${paymentId.slice(0, 24)}${refundId.slice(24)}` as Id<'provider-refund'>;
}
