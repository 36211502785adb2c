import type { Answer } from '../../../../platform/http/answering.js';
import { explanationSnapshot, orderSnapshot } from '../../domain/order-snapshot.js';
import type { PricedOrder } from '../../domain/order.js';
import type { Order } from '../../domain/order-state.js';
import type { OrderHistoryEntry } from '../../ports/order-views.js';
import type { OrderEventResponse, OrderResponse, OrderSummaryResponse, QuoteResponse } from './order-responses.js';

/** An order after a command. */
export const ORDER_CHANGED: Answer<Order, OrderResponse> = {
  status: 200,
  render: orderSnapshot,
  etag: ({ version }) => version,
};

/** What may be shown with each order of a list. */
export type OrderExpansion = 'lines' | 'payments';

/** An order that was just made, with where it is to be found. */
export function orderCreated(tenant: string): Answer<Order, OrderResponse> {
  return { ...ORDER_CHANGED, status: 201, location: ({ id }) => `/v1/${tenant}/pos/orders/${id}` };
}

/** An entry of a list. */
export function summaryOf(order: Order, expand: ReadonlySet<OrderExpansion>): OrderSummaryResponse {
  const { lines, payments, taxes: _taxes, refunds: _refunds, note: _note, ...rest } = orderSnapshot(order);
  const {
    promoCodes: _codes,
    discounts: _discounts,
    taxExemption: _exemption,
    serviceChargeWaived: _waived,
    cashierId: _cashier,
    drawerSessionId: _session,
    late: _late,
    bookedOn: _booked,
    ...summary
  } = rest;
  return { ...summary, ...(expand.has('lines') && { lines }), ...(expand.has('payments') && { payments }) };
}

/** A quote: the order that would be, without what only an order has. */
export function quoteOf({ order, explanation }: PricedOrder): QuoteResponse {
  const { outletId, channel, promoCodes, lines, taxes, totals } = orderSnapshot(order);
  return { outletId, channel, promoCodes, lines, taxes, totals, explanation: explanationSnapshot(explanation) };
}

/** An entry of an order's history. */
export function historyEntryOf({ id, sequence, type, actor, occurredAt, data }: OrderHistoryEntry): OrderEventResponse {
  return { id, sequence, type, actor, time: occurredAt.toISOString(), data: data as Record<string, unknown> };
}
