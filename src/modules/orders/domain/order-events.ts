import type { Decision } from '../../../kernel/decision.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import {
  orderSnapshot,
  orderSummary,
  type LineSnapshot,
  type OrderSnapshot,
  type OrderSummary,
  type PaymentSnapshot,
  type RefundSnapshot,
} from './order-snapshot.js';
import type { Order } from './order-state.js';

/** What each event of an order says beside the order itself. */
export interface OrderEventDetails {
  'pos.order.created': object;
  'pos.order.line_added': { readonly line: LineSnapshot };
  'pos.order.line_changed': { readonly line: LineSnapshot };
  'pos.order.line_removed': { readonly line: LineSnapshot };
  'pos.order.payment_captured': { readonly payment: PaymentSnapshot };
  'pos.order.completed': object;
  'pos.order.voided': { readonly reason: string };
  'pos.order.held': object;
  'pos.order.recalled': object;
  'pos.order.refunded': { readonly refund: RefundSnapshot };
}

export type OrderEventType = keyof OrderEventDetails;

/** `order` is the whole order, but for the creation of a sale that is completed by the same command: there, a summary. */
export type OrderEvent = {
  [Type in OrderEventType]: DomainEvent<
    Type,
    {
      readonly order: Type extends 'pos.order.created' ? OrderSnapshot | OrderSummary : OrderSnapshot;
    } & OrderEventDetails[Type]
  >;
}[OrderEventType];

/** Something that a command did, before it is numbered. */
export type OrderHappening = {
  [Type in OrderEventType]: { readonly type: Type; readonly details: OrderEventDetails[Type] };
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
