import type { Decision } from '../../../kernel/decision.js';
import { add, zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { commit, type OrderEvent } from './order-events.js';
import {
  linesLeft,
  takeBackAmount,
  takeBackQuantities,
  type LineToRefund,
  type TakenBack,
} from './order-refund-lines.js';
import { paymentsLeft, payOut, type RefundTarget } from './order-refund-payments.js';
import { refundSnapshot } from './order-snapshot.js';
import {
  inStatus,
  type Order,
  type OrderRefund,
  type OrderRefusal,
  type PartiallyRefundedOrder,
  type RefundableOrder,
  type RefundedOrder,
  type RefundId,
} from './order-state.js';

export interface RefundOrder {
  readonly id: RefundId;
  /** Goods taken back, or money given back without goods. */
  readonly of: { readonly lines: readonly LineToRefund[] } | { readonly amount: Money };
  readonly reason: string;
  /** Where the money goes; absent: to where it came from. */
  readonly target?: RefundTarget;
  readonly refundedBy: string;
  readonly at: Date;
  readonly businessDate: string;
  readonly localHour: number;
  /** In which day it counts, and in which drawer session; absent: its own day, no session. */
  readonly booking?: Pick<OrderRefund, 'bookedOn' | 'late' | 'drawerSessionId'>;
  readonly approvedBy?: string | null;
}

const OWN_DAY = { bookedOn: null, late: false, drawerSessionId: null };

/**
 * Gives money back, by lines or by amount, never more than is left of a line, a tender or the order. A sequence of refunds,
 * however it is cut, gives back every line's total and tax, and pays out what was paid, to the minor unit. An amount that
 * reaches what is left of the payments or of the lines (they differ by the sale's cash rounding) takes all that is left.
 * The order is `refunded` when nothing is left of its lines' amounts.
 * @throws Refusal `order_not_refundable`; by lines `refund_empty`, `line_not_found`, `quantity_not_positive`; by amount
 * `currency_mismatch`, `amount_not_positive`; `refund_exceeds_remaining`, `refund_tender_mismatch`, `refund_exceeds_tender`.
 */
export function refund(
  order: Order,
  command: RefundOrder,
): Decision<PartiallyRefundedOrder | RefundedOrder, OrderEvent> {
  const paid = inStatus(order, ['completed', 'partially_refunded'], 'order_not_refundable');
  const taken = takeBack(paid, command.of);
  const lines = taken.refunded;
  const amount = lines.reduce((total, line) => add(total, line.amount), zero(order.currency));
  const tax = lines.reduce((total, line) => add(total, line.tax), zero(order.currency));
  const last = linesLeft(taken.lines, order.currency).amount === 0;
  const { payments, refunded, rounding } = payOut(paid, amount, last, command.target);
  const { id, reason, refundedBy, at, businessDate, localHour } = command;
  const made: OrderRefund = {
    id,
    amount,
    tax,
    reason,
    lines,
    payments: refunded,
    rounding,
    refundedBy,
    at,
    businessDate,
    localHour,
    ...(command.booking ?? OWN_DAY),
    approvedBy: command.approvedBy ?? null,
  };
  const state: PartiallyRefundedOrder | RefundedOrder = {
    ...paid,
    lines: taken.lines,
    payments,
    refunds: [...paid.refunds, made],
    status: last ? 'refunded' : 'partially_refunded',
  };
  return commit(state, [{ type: 'pos.order.refunded', details: { refund: refundSnapshot(made) } }]);
}

function takeBack(order: RefundableOrder, of: RefundOrder['of']): TakenBack {
  return 'lines' in of ? takeBackQuantities(order, of.lines) : takeBackAmount(order, amountToTake(order, of.amount));
}

function amountToTake(order: RefundableOrder, amount: Money): Money {
  const refuse = (code: OrderRefusal, facts: object, pointer: string, message: string): never => {
    throw new Refusal<OrderRefusal>(code, { orderId: order.id, ...facts }, [{ pointer, message }]);
  };
  if (amount.currency !== order.currency) {
    const facts = { expected: order.currency, actual: amount.currency };
    refuse('currency_mismatch', facts, '/amount/currency', `the order is in ${order.currency}`);
  }
  if (amount.amount <= 0) refuse('amount_not_positive', {}, '/amount/amount', 'must be above zero');
  const ofLines = linesLeft(order.lines, order.currency);
  const remaining = paymentsLeft(order);
  if (remaining.amount === 0 || amount.amount > Math.max(ofLines.amount, remaining.amount)) {
    refuse('refund_exceeds_remaining', { remaining }, '/amount/amount', 'more than is left');
  }
  return amount.amount >= Math.min(ofLines.amount, remaining.amount) ? ofLines : amount;
}
