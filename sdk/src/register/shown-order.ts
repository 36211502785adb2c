import { orderSnapshot } from '../../../src/modules/orders/domain/order-snapshot.js';
import type { Order as OrderState } from '../../../src/modules/orders/domain/order-state.js';
import type { Order } from '../contract/models.js';

/** An order as the API shows it. The contract's types are the snapshot's, but for lists that callers may change: it is theirs alone. */
export function shownOrder(order: OrderState): Order {
  return orderSnapshot(order) as unknown as Order;
}
