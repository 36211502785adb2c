import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import { zero } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Channel } from './channel.js';
import { commit, type OrderEvent, type OrderHappening } from './order-events.js';
import { priceNewLines, type NewLine } from './order-lines.js';
import { capture, type NewPayment } from './order-payments.js';
import { paymentSnapshot } from './order-snapshot.js';
import {
  inStatus,
  type CompletedOrder,
  type HeldOrder,
  type OpenOrder,
  type Order,
  type OrderId,
  type OrderRefusal,
  type OrderSettings,
  type VoidedOrder,
} from './order-state.js';
import { chargeOf, settle } from './order-totals.js';
import type { Step } from './pricing/explanation.js';

/** A sale in one call: whatever is left out may come later by commands of its own. */
export interface PlaceOrder {
  readonly id: OrderId;
  readonly number: string;
  readonly outletId: OutletId;
  readonly channel: Channel;
  readonly currency: string;
  readonly customerId: string | null;
  readonly tableId: string | null;
  readonly cashierId: string;
  readonly note: string | null;
  /** The till's clock. */
  readonly placedAt: Date;
  /** The server's clock. */
  readonly recordedAt: Date;
  readonly businessDate: string;
  readonly localHour: number;
  /** The outlet's rules of now, which the order keeps. */
  readonly settings: OrderSettings;
  readonly lines: readonly NewLine[];
  readonly payments: readonly NewPayment[];
  /** The tenders that the outlet accepts. */
  readonly tenders: readonly string[];
  readonly complete: boolean;
}

/**
 * Opens an order; with payments and `complete` it is a whole sale, at version 1 and with two events.
 * @throws Refusal of adding lines (`quantity_not_positive`, `currency_mismatch`), of taking payments (see `addPayments`) and
 * of completing (`order_empty`, `payment_due`), with pointers into the request of API.md "The sale".
 */
export function placeOrder(command: PlaceOrder): Decision<OpenOrder | CompletedOrder, OrderEvent> {
  const { order: opened } = open(command);
  const paid = capture(opened, command.payments, { tenders: command.tenders });
  const created: OrderHappening = { type: 'pos.order.created', details: {} };
  if (command.complete) {
    return commit(completed(paid, command.recordedAt), [created, { type: 'pos.order.completed', details: {} }]);
  }
  const captured = paid.payments.map((payment): OrderHappening => {
    return { type: 'pos.order.payment_captured', details: { payment: paymentSnapshot(payment) } };
  });
  return commit<OpenOrder | CompletedOrder>(paid, [created, ...captured]);
}

/**
 * Prices an order without opening it, and says how (DOMAIN P11). Payments are left aside.
 * @throws Refusal `quantity_not_positive`, `currency_mismatch`.
 */
export function quoteOrder(command: PlaceOrder): { order: OpenOrder; explanation: readonly Step[] } {
  return open(command);
}

function open(command: PlaceOrder): { order: OpenOrder; explanation: readonly Step[] } {
  const { lines, basket } = priceNewLines(command, command.lines);
  const { totals } = settle(chargeOf(basket.totals), [], zero(command.currency), command.settings.cashRounding);
  const order: OpenOrder = {
    status: 'open',
    id: command.id,
    number: command.number,
    outletId: command.outletId,
    channel: command.channel,
    currency: command.currency,
    customerId: command.customerId,
    tableId: command.tableId,
    cashierId: command.cashierId,
    note: command.note,
    placedAt: command.placedAt,
    recordedAt: command.recordedAt,
    businessDate: command.businessDate,
    localHour: command.localHour,
    settings: command.settings,
    lines,
    taxes: basket.taxes,
    totals,
    payments: [],
    refunds: [],
    version: 0,
    eventSequence: 0,
  };
  return { order, explanation: basket.explanation };
}

/**
 * Ends the sale. What was paid covers the total exactly, change handed back.
 * @throws Refusal `order_not_open`, `order_empty`, `payment_due` (its facts say how much).
 */
export function complete(order: Order, completedAt: Date): Decision<CompletedOrder, OrderEvent> {
  const paid = inStatus(order, ['open'], 'order_not_open');
  return commit(completed(paid, completedAt), [{ type: 'pos.order.completed', details: {} }]);
}

function completed(order: OpenOrder, completedAt: Date): CompletedOrder {
  const { due } = order.totals;
  if (order.lines.length === 0) throw new Refusal<OrderRefusal>('order_empty', { orderId: order.id });
  if (due.amount > 0) throw new Refusal<OrderRefusal>('payment_due', { orderId: order.id, due });
  return { ...order, status: 'completed', completedAt };
}

/**
 * Gives an order up before it is settled. Money taken is never given up: such an order is cut to what was paid, completed
 * and refunded.
 * @throws Refusal `order_not_open`, `order_has_payments`.
 */
export function voidOrder(order: Order, voidReason: string): Decision<VoidedOrder, OrderEvent> {
  const unsettled = inStatus(order, ['open', 'held'], 'order_not_open');
  if (unsettled.payments.length > 0) {
    throw new Refusal<OrderRefusal>('order_has_payments', { orderId: order.id, paid: order.totals.paid });
  }
  const state: VoidedOrder = { ...unsettled, status: 'voided', voidReason };
  return commit(state, [{ type: 'pos.order.voided', details: { reason: voidReason } }]);
}

/**
 * Sets an open order aside. Until it is recalled it can only be voided.
 * @throws Refusal `order_not_open`.
 */
export function hold(order: Order): Decision<HeldOrder, OrderEvent> {
  const state: HeldOrder = { ...inStatus(order, ['open'], 'order_not_open'), status: 'held' };
  return commit(state, [{ type: 'pos.order.held', details: {} }]);
}

/**
 * Brings a held order back.
 * @throws Refusal `order_not_held`.
 */
export function recall(order: Order): Decision<OpenOrder, OrderEvent> {
  const state: OpenOrder = { ...inStatus(order, ['held'], 'order_not_held'), status: 'open' };
  return commit(state, [{ type: 'pos.order.recalled', details: {} }]);
}
