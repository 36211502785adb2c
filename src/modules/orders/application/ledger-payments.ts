import type { IdSource } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { NewPayment } from '../domain/order-payments.js';
import { cardValues, cardValuesTakenBack } from '../domain/order-gift-cards.js';
import type { Order, OrderRefund, PaymentLedger } from '../domain/order-state.js';
import type { GiftCardDesk } from '../ports/gift-card-desk.js';
import type { Members } from '../ports/members.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt } from './sale-refusal.js';

/** What ledger a tender takes value from; others are recorded by hand. */
const LEDGERS: Readonly<Record<string, PaymentLedger>> = {
  gift_card: 'gift_card',
  voucher: 'gift_card',
  loyalty: 'loyalty',
};

/** Moves value between orders and the ledgers of ours that pay for them, in the order's own transaction (DOMAIN P7). */
export class LedgerPayments {
  constructor(
    private readonly cards: GiftCardDesk,
    private readonly members: Members,
    private readonly ids: IdSource,
  ) {}

  /**
   * Makes a payment of what the caller tells of it. Nothing is taken yet.
   * @throws Refusal `gift_card_code_required`, `customer_required`.
   */
  paymentOf(payment: RequestedPayment, customerId: string | null, receivedAt: Date): NewPayment {
    const { id = this.ids.next<'payment'>(), tender, amount, giftCardCode, pointer } = payment;
    const ledger = LEDGERS[tender] ?? null;
    if (ledger === 'gift_card' && giftCardCode === undefined) {
      refuseAt('gift_card_code_required', {}, `${pointer}/giftCard`, 'names the card that pays');
    }
    if (ledger === 'loyalty' && customerId === null) {
      refuseAt('customer_required', {}, `${pointer}/tender`, 'points are of a customer, and the order has none');
    }
    return { id, tender, amount, reference: payment.reference, ledger, receivedAt };
  }

  /**
   * Takes the value of payments that the domain has found well, in turn. They come back with what may be shown of the card,
   * or with the points, as their reference.
   * @throws Refusal of gift cards and of loyalty.
   */
  async take(
    tx: Tx,
    order: Order,
    requested: readonly RequestedPayment[],
    payments: readonly NewPayment[],
  ): Promise<NewPayment[]> {
    const taken: NewPayment[] = [];
    for (const [index, payment] of payments.entries()) {
      const reference = await this.takeOne(tx, order, requested[index]?.giftCardCode, payment);
      taken.push({ ...payment, reference });
    }
    return taken;
  }

  /** Puts value on the gift cards that a completed order sold. */
  async completed(tx: Tx, order: Order): Promise<void> {
    const cards = cardValues(order);
    if (cards.length > 0) await this.cards.sold(tx, cards);
  }

  /**
   * Gives what a refund pays out back to the ledgers that it came from, and takes the value off gift cards that come back.
   * @param before the order as it was before the refund.
   * @throws Refusal `gift_card_balance_too_low` when a card that comes back has been spent.
   */
  async refunded(tx: Tx, before: Order, refund: OrderRefund): Promise<void> {
    const { id: refundId } = refund;
    const cards = cardValuesTakenBack(before, refund);
    if (cards.length > 0) {
      await this.cards.unsold(
        tx,
        cards.map((card) => ({ ...card, refundId })),
      );
    }
    for (const { paymentId, amount } of refund.payments) {
      const ledger = before.payments.find(({ id }) => id === paymentId)?.ledger ?? null;
      if (ledger === null) continue;
      const back = { refundId, paymentId, orderId: before.id, outletId: before.outletId, amount };
      const { customerId } = before;
      if (ledger === 'gift_card') await this.cards.giveBack(tx, back);
      // An order that was paid in points has a customer: it was refused otherwise.
      else if (customerId !== null) await this.members.giveBack(tx, { ...back, customerId });
    }
  }

  private async takeOne(
    tx: Tx,
    { id: orderId, outletId, customerId }: Order,
    code: string | undefined,
    { id: paymentId, tender, amount, reference, ledger }: NewPayment,
  ): Promise<string | null> {
    if (ledger === 'gift_card' && code !== undefined) {
      const kind = tender === 'voucher' ? 'voucher' : 'gift_card';
      const { last4 } = await this.cards.redeem(tx, { orderId, paymentId, outletId, code, kind, amount });
      return `…${last4}`;
    }
    if (ledger === 'loyalty' && customerId !== null) {
      const { points } = await this.members.burn(tx, { orderId, paymentId, customerId, amount, reference });
      return `${points} points`;
    }
    return reference;
  }
}
