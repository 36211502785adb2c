import type { Decision } from '../../../kernel/decision.js';
import { add, subtract, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { assertTip } from './order-discounts.js';
import { commit, type OrderEvent } from './order-events.js';
import { isCash, type OrderPayment, type PaymentId } from './order-payment.js';
import { paymentOf } from './order-provider-payments.js';
import { inStatus, type CompletedOrder, type Order, type OrderRefusal } from './order-state.js';

/**
 * Adds a tip to a card payment after it was authorised, as the guest wrote it on the slip (GLOSSARY "Tip adjust"): payment, tip and
 * total grow alike. Only what was recorded by hand can be adjusted: what a provider captured is captured.
 * @param tip the order's tip, all of it, as it shall be.
 * @throws Refusal `order_not_refundable` (it is not settled, or money was given back already), `payment_not_found`,
 * `tip_not_adjustable`, `tip_negative`, `currency_mismatch`.
 */
export function adjustTip(
  order: Order,
  paymentId: PaymentId,
  tip: Money,
  reason: string | null,
): Decision<CompletedOrder, OrderEvent> {
  const settled = inStatus(order, ['completed'], 'order_not_refundable');
  assertTip(tip, settled.currency);
  const payment = paymentOf(settled, paymentId);
  const before = settled.totals.tip;
  const more = subtract(tip, before);
  const amount = add(payment.amount, more);
  const refuse = (facts: object): never => {
    throw new Refusal<OrderRefusal>('tip_not_adjustable', { orderId: order.id, ...facts });
  };
  if (payment.status !== 'captured' || payment.provider !== null || payment.ledger !== null || isCash(payment)) {
    refuse({ tender: payment.tender, status: payment.status });
  }
  if (amount.amount <= 0) refuse({ amount: payment.amount, before });
  const adjusted: OrderPayment = { ...payment, amount };
  const { totals } = settled;
  const state: CompletedOrder = {
    ...settled,
    payments: settled.payments.map((one) => (one.id === paymentId ? adjusted : one)),
    totals: { ...totals, tip, total: add(totals.total, more), paid: add(totals.paid, more) },
  };
  return commit(state, [{ type: 'pos.order.tip_adjusted', details: { paymentId, before, tip, reason } }]);
}
