import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { NewPayment } from '../domain/order-payments.js';
import { cardValues, cardValuesTakenBack } from '../domain/order-gift-cards.js';
import type { Order, OrderPayment, OrderRefund, PaymentLedger } from '../domain/order-state.js';
import type { GiftCardDesk } from '../ports/gift-card-desk.js';
import type { HouseAccountDesk } from '../ports/house-account-desk.js';
import type { Members } from '../ports/members.js';
import type { RequestedPayment } from './requested-payment.js';
import { refuseAt } from './sale-refusal.js';

/** What ledger a kind of tender takes value from; others are recorded by hand, or collected by a provider. */
export const LEDGERS: Readonly<Record<string, PaymentLedger>> = {
  gift_card: 'gift_card',
  voucher: 'gift_card',
  loyalty: 'loyalty',
  house_account: 'house_account',
};

/** Moves value between orders and the ledgers of ours that pay for them, in the order's own transaction (DOMAIN P7). */
export class LedgerPayments {
  constructor(
    private readonly cards: GiftCardDesk,
    private readonly members: Members,
    private readonly accounts: HouseAccountDesk,
  ) {}

  /**
   * The ledger that pays, of what the caller tells of a payment. Nothing is taken yet.
   * @throws Refusal `gift_card_code_required`, `customer_required`.
   */
  ledgerOf(
    { giftCardCode, account, pointer }: RequestedPayment,
    kind: string,
    customerId: string | null,
  ): PaymentLedger | null {
    const ledger = LEDGERS[kind] ?? null;
    if (ledger === 'gift_card' && giftCardCode === undefined) {
      refuseAt('gift_card_code_required', {}, `${pointer}/giftCard`, 'names the card that pays');
    }
    if (ledger === 'loyalty' && customerId === null) {
      refuseAt('customer_required', {}, `${pointer}/tender`, 'points are of a customer, and the order has none');
    }
    if (ledger === 'house_account' && customerId === null && account === undefined) {
      refuseAt('customer_required', {}, `${pointer}/houseAccount`, 'names the account, as the order has no customer');
    }
    return ledger;
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
      const reference = await this.takeOne(tx, order, requested[index], payment);
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
    for (const { paymentId, tender, amount } of refund.payments) {
      const payment = before.payments.find(({ id }) => id === paymentId);
      // What goes back by another tender is not the ledger's.
      if (payment?.tender === tender) await this.giveBack(tx, before, payment, refundId, amount);
    }
  }

  /** Gives an amount back to the ledger that a payment took it from, if it took it from one. */
  async giveBack(tx: Tx, order: Order, { id, ledger }: OrderPayment, refundId: string, amount: Money): Promise<void> {
    const back = { refundId, paymentId: id, orderId: order.id, outletId: order.outletId, amount };
    const { customerId } = order;
    if (ledger === 'gift_card') await this.cards.giveBack(tx, back);
    if (ledger === 'house_account') await this.accounts.giveBack(tx, back);
    // An order that was paid in points has a customer: it was refused otherwise.
    if (ledger === 'loyalty' && customerId !== null) await this.members.giveBack(tx, { ...back, customerId });
  }

  private async takeOne(
    tx: Tx,
    { id: orderId, outletId, customerId }: Order,
    requested: RequestedPayment | undefined,
    { id: paymentId, tender, amount, reference, ledger }: NewPayment,
  ): Promise<string | null> {
    const code = requested?.giftCardCode;
    if (ledger === 'gift_card' && code !== undefined) {
      const kind = tender === 'voucher' ? 'voucher' : 'gift_card';
      const { last4 } = await this.cards.redeem(tx, { orderId, paymentId, outletId, code, kind, amount });
      return `…${last4}`;
    }
    if (ledger === 'loyalty' && customerId !== null) {
      const { points } = await this.members.burn(tx, { orderId, paymentId, customerId, amount, reference });
      return `${points} points`;
    }
    if (ledger === 'house_account') {
      const account = requested?.account ?? null;
      const { number } = await this.accounts.charge(tx, { orderId, paymentId, outletId, account, customerId, amount });
      return number;
    }
    return reference;
  }
}
