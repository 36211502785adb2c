import type { Decision } from '../../../kernel/decision.js';
import { add, subtract, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import {
  CASH,
  freshPayment,
  isLive,
  liveAmount,
  type OrderPayment,
  type PaymentId,
  type PaymentLedger,
} from './order-payment.js';
import { paymentSnapshot } from './order-snapshot.js';
import { inStatus, type OpenOrder, type Order, type OrderRefusal } from './order-state.js';
import { chargeOfTotals, dueUnrounded, settle } from './order-totals.js';

/** A payment that has been received, such as cash in hand or a card slip recorded by hand, or that a provider is to collect. */
export interface NewPayment {
  readonly id: PaymentId;
  readonly tender: string;
  /** What it pays of what is due, as tendered; of cash it may exceed that. */
  readonly amount: Money;
  /** What the tender adds to it. */
  readonly surcharge?: Money;
  readonly reference: string | null;
  /** The ledger of ours that it takes value from. */
  readonly ledger: PaymentLedger | null;
  /** Who is to collect it: it stands `initiated` until they have. */
  readonly provider?: string | null;
  readonly receivedAt: Date;
  readonly drawerSessionId?: string | null;
  readonly bookedOn?: string | null;
  readonly takenBy?: string | null;
  /** True: a person knows that another payment may still come, and takes this one all the same. */
  readonly acceptDoubt?: boolean;
}

/** What the outlet takes, and where in the request a payment stands. */
export interface PaymentTerms {
  /** The tenders that the outlet accepts. */
  readonly tenders: readonly string[];
  /** JSON Pointer to the payment at an index; by default `/payments/<index>`. */
  readonly pointerTo?: (index: number) => string;
}

/**
 * Takes payments in turn. Cash above what is due is handed back as change and adds to `totals.change`. What a provider is to
 * collect pays nothing yet, but nothing else may take its place while it is under way.
 * @throws Refusal `order_not_open`, `currency_mismatch`, `amount_not_positive`, `tender_not_accepted`, `order_already_paid`
 * (nothing is due), `payment_exceeds_due` (other tenders than cash, DOMAIN "Orders, payments, refunds"), `payment_in_doubt` (what is
 * due is being paid already).
 */
export function addPayments(
  order: Order,
  payments: readonly NewPayment[],
  terms: PaymentTerms,
): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const paid = capture(open, payments, terms);
  return commit(paid, paymentsTaken(paid.payments.slice(open.payments.length)));
}

/** Money that is in already, whoever collected it. */
export type ReceivedMoney = Pick<NewPayment, 'id' | 'tender' | 'amount' | 'reference' | 'receivedAt'> & {
  readonly provider: string | null;
  readonly bookedOn: string | null;
  readonly takenBy: string;
};

/**
 * Puts money that came for no payment to an order, by a person's decision: more than is due is not taken.
 * @throws Refusal `order_not_open`, `currency_mismatch`, `amount_not_positive`, `order_already_paid`, `payment_exceeds_due`.
 */
export function addReceived(order: Order, received: ReceivedMoney): Decision<OpenOrder, OrderEvent> {
  const open = inStatus(order, ['open'], 'order_not_open');
  const wanted = { ...received, ledger: null, acceptDoubt: true, provider: null };
  assertPayable(open, wanted, [received.tender], '');
  const paid = withCaptured(open, freshPayment({ ...received, ledger: null, status: 'captured' }));
  return commit(paid, paymentsTaken(paid.payments.slice(open.payments.length)));
}

/** What happened where payments were taken or begun. */
export function paymentsTaken(payments: readonly OrderPayment[]): OrderHappening[] {
  return payments.map((payment) => {
    const type = payment.status === 'initiated' ? 'pos.order.payment_initiated' : 'pos.order.payment_captured';
    return { type, details: { payment: paymentSnapshot(payment) } };
  });
}

/** The order with payments taken, not yet committed: for commands that do more than take a payment. */
export function capture(order: OpenOrder, payments: readonly NewPayment[], terms: PaymentTerms): OpenOrder {
  const pointerTo = terms.pointerTo ?? ((index) => `/payments/${index}`);
  return payments.reduce((paid, payment, index) => captureOne(paid, payment, terms.tenders, pointerTo(index)), order);
}

function captureOne(order: OpenOrder, payment: NewPayment, tenders: readonly string[], pointer: string): OpenOrder {
  assertPayable(order, payment, tenders, pointer);
  const { acceptDoubt: _, surcharge = zero(order.currency), ...known } = payment;
  const provider = payment.provider ?? null;
  const status = provider === null ? 'captured' : 'initiated';
  const amount = add(payment.amount, surcharge);
  return withCaptured(order, freshPayment({ ...known, provider, status, amount, surcharge }));
}

/** The order with one more payment, and the change that it gives where it is cash. */
export function withCaptured<State extends Order>(order: State, payment: OrderPayment): State {
  const payments = [...order.payments, payment];
  const charge = chargeOfTotals(order.totals);
  const { totals, overpaid } = settle(charge, payments, order.totals.change, order.settings.cashRounding);
  if (overpaid.amount === 0) return { ...order, payments, totals };
  payments[payments.length - 1] = { ...payment, change: overpaid };
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
  const live = liveAmount(order.payments, order.currency);
  if (live.amount === 0 || (payment.acceptDoubt === true && (payment.provider ?? null) === null)) return;
  const free = subtract(limit, live);
  if (amount.amount > free.amount) {
    const facts = { due: limit, inDoubt: live, payments: order.payments.filter(isLive).map(({ id }) => id) };
    refuse('payment_in_doubt', facts, '/amount/amount', 'what is due is being paid already');
  }
}
