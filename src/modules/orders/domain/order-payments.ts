import type { Decision } from '../../../kernel/decision.js';
import { add, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commit, type OrderEvent } from './order-events.js';
import { paymentSnapshot } from './order-snapshot.js';
import {
  CASH,
  inStatus,
  type OpenOrder,
  type Order,
  type OrderPayment,
  type OrderRefusal,
  type PaymentId,
  type PaymentLedger,
} from './order-state.js';
import { chargeOfTotals, dueUnrounded, settle } from './order-totals.js';

/** A payment that has been received: cash in hand, or a card slip recorded by hand. */
export interface NewPayment {
  readonly id: PaymentId;
  readonly tender: string;
  /** As tendered; of cash it may exceed what is due. */
  readonly amount: Money;
  readonly reference: string | null;
  /** The ledger of ours that it takes value from. */
  readonly ledger: PaymentLedger | null;
  readonly receivedAt: Date;
}

/** What the outlet takes, and where in the request a payment stands. */
export interface PaymentTerms {
  /** The tenders that the outlet accepts. */
  readonly tenders: readonly string[];
  /** JSON Pointer to the payment at an index; by default `/payments/<index>`. */
  readonly pointerTo?: (index: number) => string;
}

/**
 * Takes payments in turn. Cash above what is due is handed back as change and adds to `totals.change`.
 * @throws Refusal `order_not_open`, `currency_mismatch`, `amount_not_positive`, `tender_not_accepted`, `order_already_paid`
 * (nothing is due), `payment_exceeds_due` (other tenders than cash, DOMAIN "Orders, payments, refunds").
 */
export function addPayments(
  order: Order,
  payments: readonly NewPayment[],
  terms: PaymentTerms,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const paid = capture(open, payments, terms);
  const captured = paid.payments.slice(open.payments.length);
  return commit(
    paid,
    captured.map((payment) => ({ type: 'pos.order.payment_captured', details: { payment: paymentSnapshot(payment) } })),
  );
}

/** The order with payments taken, not yet committed: for commands that do more than take a payment. */
export function capture(order: OpenOrder, payments: readonly NewPayment[], terms: PaymentTerms): OpenOrder {
  const pointerTo = terms.pointerTo ?? ((index) => `/payments/${index}`);
  return payments.reduce((paid, payment, index) => captureOne(paid, payment, terms.tenders, pointerTo(index)), order);
}

function captureOne(order: OpenOrder, payment: NewPayment, tenders: readonly string[], pointer: string): OpenOrder {
  assertPayable(order, payment, tenders, pointer);
  const captured: OrderPayment = {
    id: payment.id,
    tender: payment.tender,
    status: 'captured',
    amount: payment.amount,
    refunded: zero(order.currency),
    reference: payment.reference,
    ledger: payment.ledger,
    receivedAt: payment.receivedAt,
  };
  const payments = [...order.payments, captured];
  const charge = chargeOfTotals(order.totals);
  const { cashRounding } = order.settings;
  const { totals, overpaid } = settle(charge, payments, order.totals.change, cashRounding);
  if (overpaid.amount === 0) return { ...order, payments, totals };
  return { ...order, payments, totals: { ...totals, change: add(totals.change, overpaid) } };
}

function assertPayable(order: OpenOrder, payment: NewPayment, tenders: readonly string[], pointer: string): void {
  const { amount, tender } = payment;
  const refuse = (code: OrderRefusal, facts: object, at: string, message: string): never => {
    throw new Refusal<OrderRefusal>(code, { orderId: order.id, ...facts }, [{ pointer: `${pointer}${at}`, message }]);
  };
  if (amount.currency !== order.currency) {
    const facts = { expected: order.currency, actual: amount.currency };
    refuse('currency_mismatch', facts, '/amount/currency', `the order is in ${order.currency}`);
  }
  if (amount.amount <= 0) refuse('amount_not_positive', {}, '/amount/amount', 'must be above zero');
  if (!tenders.includes(tender))
    refuse('tender_not_accepted', { tender, tenders }, '/tender', 'not accepted at this outlet');
  const { due } = order.totals;
  if (due.amount === 0) refuse('order_already_paid', { due }, '', 'nothing is due');
  const limit = dueUnrounded(order.totals);
  if (tender !== CASH && amount.amount > limit.amount) {
    refuse('payment_exceeds_due', { due: limit }, '/amount/amount', 'only cash may exceed the amount due');
  }
}
