import { allocate } from '../../../kernel/allocation.js';
import type { Decision } from '../../../kernel/decision.js';
import { add, isSameMoney, least, subtract, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import { baseOf, counts, isLive, type OrderPayment, type PaymentId } from './order-payment.js';
import { paymentSnapshot } from './order-snapshot.js';
import { inStatus, type CompletedOrder, type Order, type OrderRefusal } from './order-state.js';
import { chargeOfTotals, dueUnrounded, settle } from './order-totals.js';

/** What became of a payment that a provider was to collect. */
export interface PaymentOutcome {
  readonly paymentId: PaymentId;
  readonly to: 'pending' | 'captured' | 'failed' | 'unknown' | 'charged_back' | 'chargeback_won';
  /** What came in, with `captured`; `null`: what was asked. */
  readonly amount: Money | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly at: Date;
  /** The business day in which the money came in, where that is not the order's own. */
  readonly bookedOn: string | null;
  /** The drawer session that it belongs to; `null` where that was closed meanwhile. */
  readonly drawerSessionId: string | null;
  /** True: the order is completed as soon as nothing is due. */
  readonly completeOrder: boolean;
}

/** What an order made of it. `decision` is `undefined` where it changed nothing. */
export interface AppliedOutcome {
  readonly decision: Decision<Order, OrderEvent> | undefined;
  readonly taken: Money | null;
  readonly refused: string | null;
}

const NOTHING: AppliedOutcome = { decision: undefined, taken: null, refused: null };

/**
 * Applies what became of a provider's payment. Told twice it changes nothing. Money that the order cannot take, because it was
 * settled or voided, the payment given up, or less is due by now, is not taken: the caller keeps it as unallocated.
 */
export function applyOutcome(order: Order, outcome: PaymentOutcome): AppliedOutcome {
  const payment = order.payments.find(({ id }) => id === outcome.paymentId);
  if (payment === undefined) return { ...NOTHING, refused: 'order_not_found' };
  switch (outcome.to) {
    case 'captured':
      return applyCapture(order, payment, outcome);
    case 'charged_back':
      return counts(payment) && payment.status !== 'charged_back' ? chargedBack(order, payment, outcome) : NOTHING;
    case 'chargeback_won':
      return payment.status === 'charged_back' ? chargebackWon(order, payment) : NOTHING;
    default:
      if (!isLive(payment) || payment.status === outcome.to) return NOTHING;
      return moved(order, payment, outcome.to, outcome);
  }
}

/**
 * Gives up a payment that is under way. Money that comes for it later is not the order's.
 * @throws Refusal `payment_not_found`, `payment_not_pending`.
 */
export function cancelPayment(order: Order, paymentId: PaymentId): Decision<Order, OrderEvent> {
  const payment = paymentOf(order, paymentId);
  if (!isLive(payment)) {
    throw new Refusal<OrderRefusal>('payment_not_pending', { orderId: order.id, status: payment.status });
  }
  return givenUp(order, [payment]);
}

/** The payment. @throws Refusal `payment_not_found`. */
export function paymentOf(order: Order, paymentId: PaymentId): OrderPayment {
  const payment = order.payments.find(({ id }) => id === paymentId);
  if (payment === undefined) throw new Refusal<OrderRefusal>('payment_not_found', { orderId: order.id, paymentId });
  return payment;
}

/**
 * Gives a payment back whole before the order is settled: a deposit, or what stands in the way of a void.
 * @returns also how much goes back: of cash, without the change.
 * @throws Refusal `order_not_open`, `payment_not_found`, `payment_not_returnable`.
 */
export function returnPayment(
  order: Order,
  paymentId: PaymentId,
  at: Date,
  why: { readonly reason: string; readonly approvedBy: string | null },
): Decision<Order, OrderEvent> & { readonly returned: Money } {
  const open = inStatus(order, ['open', 'held'], 'order_not_open');
  const payment = paymentOf(open, paymentId);
  if (!counts(payment) || payment.status !== 'captured') {
    throw new Refusal<OrderRefusal>('payment_not_returnable', { orderId: order.id, status: payment.status });
  }
  const change = payment.change ?? subtract(payment.amount, payment.amount);
  const returned = subtract(payment.amount, change);
  const back: OrderPayment = { ...payment, status: 'refunded', refunded: returned, returnedAt: at };
  const payments = replaced(open, back);
  const { totals } = settle(
    chargeOfTotals(open.totals),
    payments,
    subtract(open.totals.change, change),
    open.settings.cashRounding,
  );
  const details = { payment: paymentSnapshot(back), returned, ...why };
  const state = { ...open, payments, totals };
  return { ...commit(state, [{ type: 'pos.order.payment_returned', details }]), returned };
}

function applyCapture(order: Order, payment: OrderPayment, outcome: PaymentOutcome): AppliedOutcome {
  if (counts(payment) || payment.returnedAt !== null) return { ...NOTHING, refused: 'already_captured' };
  if (!isLive(payment)) return { ...NOTHING, refused: 'payment_cancelled' };
  const room = add(dueUnrounded(order.totals), payment.surcharge);
  const unsettled = order.status === 'open' || order.status === 'held';
  if (!unsettled || baseOf({ ...payment, amount: room }).amount <= 0) {
    return { ...moved(order, payment, 'failed', { ...outcome, reason: 'order_settled' }), refused: 'order_settled' };
  }
  const came = outcome.amount ?? payment.amount;
  const taken = least(came, least(payment.amount, room));
  const captured: OrderPayment = {
    ...payment,
    status: 'captured',
    amount: taken,
    surcharge: surchargeIn(payment, taken),
    reference: outcome.reference ?? payment.reference,
    failure: null,
    receivedAt: outcome.at,
    bookedOn: outcome.bookedOn,
    drawerSessionId: outcome.drawerSessionId,
  };
  const decision = withMoney(order, captured, outcome);
  return { decision, taken, refused: taken.amount < came.amount ? 'exceeds_asked' : null };
}

function withMoney(order: Order, captured: OrderPayment, { completeOrder, at }: PaymentOutcome) {
  const payments = replaced(order, captured);
  const { totals } = settle(chargeOfTotals(order.totals), payments, order.totals.change, order.settings.cashRounding);
  const paid = { ...order, payments, totals };
  const happenings: OrderHappening[] = [
    { type: 'pos.order.payment_captured', details: { payment: paymentSnapshot(captured) } },
  ];
  if (!completeOrder || paid.status !== 'open' || totals.due.amount > 0 || paid.lines.length === 0) {
    return commit<Order>(paid, happenings);
  }
  const { bookedOn, drawerSessionId } = captured;
  const state: CompletedOrder = { ...paid, status: 'completed', completedAt: at, bookedOn, drawerSessionId };
  return commit<Order>(state, [...happenings, { type: 'pos.order.completed', details: {} }]);
}

// A part of what was asked has its part of the surcharge (DOMAIN P4).
function surchargeIn(payment: OrderPayment, taken: Money): Money {
  if (taken.amount >= payment.amount.amount) return payment.surcharge;
  const weights = [baseOf(payment), payment.surcharge].map(({ amount }) => BigInt(amount));
  return allocate(taken, weights)[1] as Money;
}

function chargedBack(order: Order, payment: OrderPayment, { reason }: PaymentOutcome): AppliedOutcome {
  const lost: OrderPayment = { ...payment, status: 'charged_back', failure: reason };
  const details = { payment: paymentSnapshot(lost), reason };
  const state = { ...order, payments: replaced(order, lost) };
  return { ...NOTHING, decision: commit<Order>(state, [{ type: 'pos.order.payment_charged_back', details }]) };
}

function chargebackWon(order: Order, payment: OrderPayment): AppliedOutcome {
  const kept = subtract(payment.amount, payment.change ?? zero(order.currency));
  const isPaidBack = payment.refunded.amount > 0 && isSameMoney(payment.refunded, kept);
  const back: OrderPayment = { ...payment, status: isPaidBack ? 'refunded' : 'captured', failure: null };
  const details = { payment: paymentSnapshot(back) };
  const state = { ...order, payments: replaced(order, back) };
  return { ...NOTHING, decision: commit<Order>(state, [{ type: 'pos.order.payment_chargeback_won', details }]) };
}

function moved(
  order: Order,
  payment: OrderPayment,
  status: 'pending' | 'failed' | 'unknown',
  { reference, reason }: Pick<PaymentOutcome, 'reference' | 'reason'>,
): AppliedOutcome {
  const next: OrderPayment = {
    ...payment,
    status,
    reference: reference ?? payment.reference,
    failure: status === 'pending' ? null : reason,
  };
  const happening: OrderHappening = {
    type: `pos.order.payment_${status}`,
    details: { payment: paymentSnapshot(next) },
  };
  return { ...NOTHING, decision: commit<Order>({ ...order, payments: replaced(order, next) }, [happening]) };
}

function givenUp(order: Order, live: readonly OrderPayment[]): Decision<Order, OrderEvent> {
  const failed = live.map((payment): OrderPayment => ({ ...payment, status: 'failed', failure: 'cancelled' }));
  const byId = new Map(failed.map((payment) => [payment.id, payment]));
  const payments = order.payments.map((payment) => byId.get(payment.id) ?? payment);
  return commit<Order>(
    { ...order, payments },
    failed.map((payment) => ({ type: 'pos.order.payment_cancelled', details: { payment: paymentSnapshot(payment) } })),
  );
}

function replaced(order: Order, payment: OrderPayment): OrderPayment[] {
  return order.payments.map((one) => (one.id === payment.id ? payment : one));
}
