import type { Decision } from '../../../kernel/decision.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { type DiscountSnapshot, type FiredLineSnapshot, type LineSnapshot } from './order-line-snapshot.js';
import {
  orderSnapshot,
  orderSummary,
  type OrderSnapshot,
  type OrderSummary,
  type PaymentSnapshot,
  type RefundSnapshot,
} from './order-snapshot.js';
import type { PriceOverride } from './order-line.js';
import type { Order } from './order-state.js';

/** The data of an order's events by their types: the order as the command left it, and what is special to the type. */
export interface OrderEvents {
  /** An order was opened. Where the same command also completed it, `order` is a summary: the completion carries the whole. */
  'pos.order.created': { readonly order: OrderSnapshot | OrderSummary };
  /** A line was added to an open order. */
  'pos.order.line_added': { readonly order: OrderSnapshot; readonly line: LineSnapshot };
  /** A person set a price in place of the house's; both prices, and why. */
  'pos.order.price_overridden': {
    readonly order: OrderSnapshot;
    readonly override: PriceOverride;
    readonly approvedBy: string | null;
  };
  /** A person took something off: what, on what, and why. */
  'pos.order.discount_given': {
    readonly order: OrderSnapshot;
    readonly discount: DiscountSnapshot;
    readonly approvedBy: string | null;
  };
  /** What a person had taken off was put back. */
  'pos.order.discount_removed': { readonly order: OrderSnapshot; readonly discount: DiscountSnapshot };
  /** A promotion code was accepted, whether or not it takes anything off. */
  'pos.order.promo_code_added': { readonly order: OrderSnapshot; readonly code: string };
  /** A promotion code was given back. */
  'pos.order.promo_code_removed': { readonly order: OrderSnapshot; readonly code: string };
  /** The guest's gift was set; `before` is what it was. */
  'pos.order.tip_changed': { readonly order: OrderSnapshot; readonly before: Money; readonly tip: Money };
  /** Quantity or note of a line was changed; `line` shows it after that. */
  'pos.order.line_changed': {
    readonly order: OrderSnapshot;
    readonly line: LineSnapshot;
    /**
     * How much of what was fired is not to be made any more; absent: nothing.
     * @pattern ^-?\d+(\.\d+)?$
     */
    readonly voidedInKitchen?: string;
  };
  /** A line was taken off an open order; `line` shows it as it was. */
  'pos.order.line_removed': {
    readonly order: OrderSnapshot;
    readonly line: LineSnapshot;
    /**
     * How much of what was fired is not to be made any more; absent: nothing.
     * @pattern ^-?\d+(\.\d+)?$
     */
    readonly voidedInKitchen?: string;
  };
  /** The kitchen was told to make lines, or more of them; `lines` say what is to be made now. */
  'pos.order.fired': { readonly order: OrderSnapshot; readonly lines: readonly FiredLineSnapshot[] };
  /** Money was taken in for an order that is not completed yet. */
  'pos.order.payment_captured': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A provider was asked to collect money for an order; it pays nothing yet. */
  'pos.order.payment_initiated': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A provider works on a payment, or waits for the customer. */
  'pos.order.payment_pending': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** Nobody can say whether a payment was made: until that is known, the same money is not asked for again. */
  'pos.order.payment_unknown': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A payment under way came to nothing; `payment.failure` says why. */
  'pos.order.payment_failed': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A person gave up a payment that a provider was asked for. */
  'pos.order.payment_cancelled': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A payment was given back whole before the order was settled. */
  'pos.order.payment_returned': {
    readonly order: OrderSnapshot;
    readonly payment: PaymentSnapshot;
    readonly returned: Money;
    readonly reason: string;
    readonly approvedBy: string | null;
  };
  /** The bank took a payment back. The sale stands; the money is gone. */
  'pos.order.payment_charged_back': {
    readonly order: OrderSnapshot;
    readonly payment: PaymentSnapshot;
    readonly reason: string | null;
  };
  /** The bank gave back a payment that it had taken back. */
  'pos.order.payment_chargeback_won': { readonly order: OrderSnapshot; readonly payment: PaymentSnapshot };
  /** A tip was added to a card payment after it was authorised; `before` is the order's tip before. */
  'pos.order.tip_adjusted': {
    readonly order: OrderSnapshot;
    readonly paymentId: string;
    readonly before: Money;
    readonly tip: Money;
    readonly reason: string | null;
  };
  /** An order was settled: it is a sale from now on and only refunds can change it. */
  'pos.order.completed': { readonly order: OrderSnapshot };
  /** An order was called off before it was completed. */
  'pos.order.voided': { readonly order: OrderSnapshot; readonly reason: string; readonly approvedBy: string | null };
  /** An open order was set aside. */
  'pos.order.held': { readonly order: OrderSnapshot };
  /** An order that was set aside is open again. */
  'pos.order.recalled': { readonly order: OrderSnapshot };
  /** Goods or money of a completed sale were given back, all or in part. */
  'pos.order.refunded': { readonly order: OrderSnapshot; readonly refund: RefundSnapshot };
}

export type OrderEventType = keyof OrderEvents;

/** What each event of an order says beside the order itself. */
type Details<Type extends OrderEventType> = Omit<OrderEvents[Type], 'order'>;

export type OrderEvent = { [Type in OrderEventType]: DomainEvent<Type, OrderEvents[Type]> }[OrderEventType];

/** Something that a command did, before it is numbered. */
export type OrderHappening = {
  [Type in OrderEventType]: { readonly type: Type; readonly details: Details<Type> };
}[OrderEventType];

/**
 * Ends a command: the order gets its next version, each happening its place in the order's history. All events of one
 * command show the order as the command left it.
 */
export function commit<State extends Order>(
  state: State,
  happenings: readonly OrderHappening[],
): Decision<State, OrderEvent> {
  const { version, eventSequence } = state;
  const next = { ...state, version: version + 1, eventSequence: eventSequence + happenings.length };
  const snapshot = orderSnapshot(next);
  const completed = happenings.some(({ type }) => type === 'pos.order.completed');
  const events = happenings.map(({ type, details }, index) => {
    // A completed sale is the hot path, and its second event carries the whole: the first need not say it all again.
    const order = completed && type === 'pos.order.created' ? orderSummary(snapshot) : snapshot;
    return {
      type,
      aggregate: 'orders',
      aggregateId: next.id,
      sequence: eventSequence + index + 1,
      outletId: next.outletId,
      data: { order, ...details },
    } as OrderEvent;
  });
  return { state: next, events };
}
