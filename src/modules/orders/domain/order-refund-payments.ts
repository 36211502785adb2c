import { add, isSameMoney, least, subtract, sum, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { counts, isCash, type OrderPayment } from './order-payment.js';
import type { OrderRefusal, RefundableOrder, RefundedPayment } from './order-state.js';
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

/** Where money is to go back to, when somebody says so. */
export interface RefundTarget {
  readonly tender: string;
  /** True: the order was not paid by it, or not for that much, and a person was permitted to use it all the same. */
  readonly other: boolean;
  /** At most so much goes by the tender, the rest to where it came from: what an exchange leaves over. */
  readonly limit?: Money;
}

/**
 * What was paid for goods and not yet paid back: change is never counted, the tip is owed to staff, and a surcharge was the
 * price of paying in that way.
 */
export function paymentsLeft(order: RefundableOrder): Money {
  return forGoods(order, leftOf(keptPayments(order), order.currency));
}

/** True when a refund to the tender takes a person who may send money elsewhere than it came from. */
export function isOtherTender(order: RefundableOrder, tender: string | undefined): boolean {
  return tender !== undefined && !order.payments.some((payment) => counts(payment) && payment.tender === tender);
}

function forGoods({ totals }: RefundableOrder, left: Money): Money {
  return subtract(subtract(left, totals.tip), totals.surcharge);
}

/**
 * Pays an amount back to where it came from: to the named tender, or else to the other tenders in the order they were taken
 * and then to cash. Only the cash part is rounded, by the rule it was taken under (DOMAIN P6), and never above what was paid.
 * Tip and surcharges are never paid back, whichever payment had them in, nor what the bank took back already.
 * @param amount what the lines give back.
 * @param last true when nothing is left of the lines after it: then exactly what is left of the payments is paid out.
 * @throws Refusal `refund_tender_mismatch` (the order was not paid so), `refund_exceeds_tender`; with pointer `/tender`.
 */
export function payOut(
  order: RefundableOrder,
  amount: Money,
  last: boolean,
  target: RefundTarget | undefined,
): PaidOut {
  const kept = keptPayments(order);
  const left = forGoods(order, leftOf(kept, order.currency));
  const tender = target?.tender;
  const eligible = tender === undefined || target?.other === true ? kept : ofTender(order, kept, tender);
  const eligibleLeft = least(leftOf(eligible, order.currency), left);
  const wanted = last ? left : rounded(order, amount, eligible, target);
  // Rounding up may want more than is left, and after many roundings less may be left than the lines are worth.
  const coveredButForRounding = !last && (amount.amount <= eligibleLeft.amount || isSameMoney(eligibleLeft, left));
  if (wanted.amount > eligibleLeft.amount && !coveredButForRounding) exceedsTender(order, tender, eligibleLeft);
  const payout = least(wanted, eligibleLeft);
  const parts = spread(payout, eligible);
  const refunded = target?.other === true ? sentTo(parts, target, payout) : parts;
  const ofPayment = new Map(kept.map((one) => [one.payment, one]));
  const payments = order.payments.map((payment) => {
    const one = ofPayment.get(payment);
    return one === undefined ? payment : paidBack(one, parts);
  });
  return { payments, refunded, rounding: subtract(payout, amount) };
}

/** The parts under the tender that they go by; where it takes only some of it, a payment may be in two parts. */
function sentTo(parts: readonly RefundedPayment[], { tender, limit }: RefundTarget, payout: Money): RefundedPayment[] {
  let room = limit === undefined ? payout : least(limit, payout);
  return parts.flatMap((part) => {
    const there = least(room, part.amount);
    room = subtract(room, there);
    const rest = subtract(part.amount, there);
    return [
      ...(there.amount > 0 ? [{ ...part, tender, amount: there }] : []),
      ...(rest.amount > 0 ? [{ ...part, amount: rest }] : []),
    ];
  });
}

function rounded(
  order: RefundableOrder,
  amount: Money,
  eligible: readonly KeptPayment[],
  target: RefundTarget | undefined,
): Money {
  if (target?.other !== true) return roundedFor(order, amount, eligible, zero(order.currency));
  if (isCash(target)) return inCoins(order, amount);
  return roundedFor(order, amount, eligible, least(target.limit ?? amount, amount));
}

// Change is laid on the last cash first: what came before it had not yet covered the bill.
function keptPayments({ payments, totals, currency }: RefundableOrder): KeptPayment[] {
  let change = totals.change;
  const kept: KeptPayment[] = [];
  for (const payment of payments.filter(counts).reverse()) {
    const returned = isCash(payment) ? least(change, payment.amount) : zero(currency);
    change = subtract(change, returned);
    const rest = subtract(payment.amount, returned);
    const left = payment.status === 'charged_back' ? zero(currency) : subtract(rest, payment.refunded);
    kept.unshift({ payment, kept: rest, left });
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

/** @param elsewhere how much of it goes by a tender that is not rounded. */
function roundedFor(order: RefundableOrder, amount: Money, eligible: readonly KeptPayment[], elsewhere: Money): Money {
  if (!eligible.some(({ payment }) => isCash(payment))) return amount;
  const others = eligible.filter(({ payment }) => !isCash(payment));
  const unrounded = leftOf(others, order.currency);
  const inCash = subtract(amount, least(amount, unrounded.amount > elsewhere.amount ? unrounded : elsewhere));
  return add(amount, roundCash(inCash, order.settings.cashRounding));
}

function inCoins(order: RefundableOrder, amount: Money): Money {
  return add(amount, roundCash(amount, order.settings.cashRounding));
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
  return { ...payment, refunded, status: isSameMoney(refunded, kept) ? 'refunded' : payment.status };
}

function leftOf(kept: readonly KeptPayment[], currency: string): Money {
  return sum(
    kept.map(({ left }) => left),
    currency,
  );
}
