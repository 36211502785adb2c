import type { OrderEvent } from '../domain/order-events.js';
import type { Approvers } from './sale-rights.js';

/** The events with who stood for what they tell of: a discount that was given, a price that was set. */
export function withApprovers(events: readonly OrderEvent[], approvers: Approvers): readonly OrderEvent[] {
  if (approvers.size === 0) return events;
  return events.map((event) => {
    if (event.type === 'pos.order.discount_given') {
      return { ...event, data: { ...event.data, approvedBy: approvers.get(event.data.discount.id) ?? null } };
    }
    if (event.type === 'pos.order.price_overridden') {
      return { ...event, data: { ...event.data, approvedBy: approvers.get(event.data.override.lineId) ?? null } };
    }
    return event;
  });
}
