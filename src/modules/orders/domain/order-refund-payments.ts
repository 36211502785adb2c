import { add, isSameMoney, least, subtract, sum, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { OrderPayment, OrderRefusal, RefundableOrder, RefundedPayment } from './order-state.js';
import { isCash } from './order-totals.js';
import { roundCash } from './pricing/cash-rounding.js';

/** Payments after a paying out, and what each paid back. */
export interface PaidOut {
  readonly payments: readonly OrderPayment[];
  readonly refunded: readonly RefundedPayment[];
  /** What cash rounding added to the amount asked for. */
  readonly rounding: Money;
}

/** A payment with what was kept of it: cash less the change it paid for, in whole as captured otherwise. */
interface KeptPayment {
  readonly payment: OrderPayment;
  readonly kept: Money;
  readonly left: Money;
}

/** What was paid for goods and not yet paid back: change is never counted, and the tip is owed to staff. */
export function paymentsLeft(order: RefundableOrder): Money {
  return subtract(leftOf(keptPayments(order), order.currency), order.totals.tip);
}

/**
 * Pays an amount back to where it came from: to the named tender, or else to the other tenders in the order they were taken
 * and then to cash. Only the cash part is rounded, by the rule it was taken under (DOMAIN P6), and never above what was paid.
 * The tip is never paid back, whichever payment had it in.
 * @param amount what the lines give back.
 * @param last true when nothing is left of the lines after it: then exactly what is left of the payments is paid out.
 * @throws Refusal `refund_tender_mismatch` (the order was not paid so), `refund_exceeds_tender`; with pointer `/tender`.
 */
export function payOut(order: RefundableOrder, amount: Money, last: boolean, tender: string | undefined): PaidOut {
  const kept = keptPayments(order);
  const left = subtract(leftOf(kept, order.currency), order.totals.tip);
  const eligible = tender === undefined ? kept : ofTender(order, kept, tender);
  const eligibleLeft = least(leftOf(eligible, order.currency), left);
  const wanted = last ? left : roundedFor(order, amount, eligible);
  // Rounding up may want more than is left, and after many roundings less may be left than the lines are worth.
  const coveredButForRounding = !last && (amount.amount <= eligibleLeft.amount || isSameMoney(eligibleLeft, left));
  if (wanted.amount > eligibleLeft.amount && !coveredButForRounding) exceedsTender(order, tender, eligibleLeft);
  const payout = least(wanted, eligibleLeft);
  const refunded = spread(payout, eligible);
  const payments = kept.map((one) => paidBack(one, refunded));
  return { payments, refunded, rounding: subtract(payout, amount) };
}

// Change is laid on the last cash first: what came before it had not yet covered the bill.
function keptPayments({ payments, totals, currency }: RefundableOrder): KeptPayment[] {
  let change = totals.change;
  const kept: KeptPayment[] = [];
  for (const payment of [...payments].reverse()) {
    const returned = isCash(payment) ? least(change, payment.amount) : zero(currency);
    change = subtract(change, returned);
    const rest = subtract(payment.amount, returned);
    kept.unshift({ payment, kept: rest, left: subtract(rest, payment.refunded) });
  }
  return kept;
}

function ofTender(order: RefundableOrder, kept: readonly KeptPayment[], tender: string): KeptPayment[] {
  const eligible = kept.filter(({ payment }) => payment.tender === tender);
  if (eligible.length > 0) return eligible;
  const used = [...new Set(kept.map(({ payment }) => payment.tender))];
  const field = { pointer: '/tender', message: 'the order was not paid with it' };
  throw new Refusal<OrderRefusal>('refund_tender_mismatch', { orderId: order.id, tender, used }, [field]);
}

function roundedFor(order: RefundableOrder, amount: Money, eligible: readonly KeptPayment[]): Money {
  if (!eligible.some(({ payment }) => isCash(payment))) return amount;
  const others = eligible.filter(({ payment }) => !isCash(payment));
  const inCash = subtract(amount, least(amount, leftOf(others, order.currency)));
  return add(amount, roundCash(inCash, order.settings.cashRounding));
}

function exceedsTender(order: RefundableOrder, tender: string | undefined, remaining: Money): never {
  const field = { pointer: '/tender', message: 'less than that was paid with it' };
  throw new Refusal<OrderRefusal>('refund_exceeds_tender', { orderId: order.id, tender, remaining }, [field]);
}

function spread(payout: Money, eligible: readonly KeptPayment[]): RefundedPayment[] {
  const inTurn = [
    ...eligible.filter(({ payment }) => !isCash(payment)),
    ...eligible.filter(({ payment }) => isCash(payment)),
  ];
  let open = payout;
  const refunded: RefundedPayment[] = [];
  for (const { payment, left } of inTurn) {
    const amount = least(open, left);
    if (amount.amount === 0) continue;
    open = subtract(open, amount);
    refunded.push({ paymentId: payment.id, tender: payment.tender, amount });
  }
  return refunded;
}

function paidBack({ payment, kept }: KeptPayment, refunds: readonly RefundedPayment[]): OrderPayment {
  const back = refunds.find(({ paymentId }) => paymentId === payment.id);
  if (back === undefined) return payment;
  const refunded = add(payment.refunded, back.amount);
  return { ...payment, refunded, status: isSameMoney(refunded, kept) ? 'refunded' : 'captured' };
}

function leftOf(kept: readonly KeptPayment[], currency: string): Money {
  return sum(
    kept.map(({ left }) => left),
    currency,
  );
}
