import type { Money } from '../../../kernel/money.js';
import type { Entry } from './membership.js';
import { pointsEarned, type Programme } from './programme.js';

/** A sale as far as points depend on it, read from the order's events. Amounts in minor units of one currency. */
export interface EarningSale {
  readonly orderId: string;
  readonly customerId: string;
  /** What the guest paid for goods and service: without tip and cash rounding, and without gift cards, which are money. */
  readonly goods: Money;
  /** Paid with points: earns none. */
  readonly paidWithPoints: Money;
}

/** What a sale earns. */
export function earnedBy(programme: Programme, { goods, paidWithPoints }: EarningSale): number {
  return pointsEarned(programme, { amount: goods.amount - paidWithPoints.amount, currency: goods.currency });
}

/**
 * What a refund takes back of the points that a sale earned: in proportion to all that has been given back, less what earlier
 * refunds took; with the last of the goods goes the last of the points.
 * @param earned by the whole sale.
 * @param returned of the goods' amount, this refund and those before it.
 * @param goods that earned them.
 * @param taken back by earlier refunds.
 */
export function takenBackBy(earned: number, returned: Money, goods: Money, taken: number): number {
  if (earned === 0 || goods.amount <= 0) return 0;
  if (returned.amount >= goods.amount) return earned - taken;
  const due = Number((BigInt(earned) * BigInt(returned.amount)) / BigInt(goods.amount));
  return Math.max(0, due - taken);
}

/**
 * The points that go back for a refunded part of a payment with points: in proportion, and with the last of the money the last
 * of the points, at what they were worth when they were spent.
 * @param burnt its points signed, as a ledger has them.
 * @param earlier what refunds before this one gave back.
 */
export function pointsGivenBack(
  burnt: Pick<Entry, 'points' | 'worth'>,
  earlier: { readonly points: number; readonly worth: number },
  amount: Money,
): number {
  const spent = -burnt.points;
  const worth = burnt.worth ?? 0;
  if (earlier.worth + amount.amount >= worth) return spent - earlier.points;
  return Number((BigInt(spent) * BigInt(amount.amount)) / BigInt(worth));
}
