import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId } from '../domain/order-state.js';

/** The request that created an order: what tells a repeat of it from another one with the same id. */
export interface OrderOrigin {
  readonly key: string | null;
  readonly fingerprint: string | null;
}

/** Keeps orders. */
export interface OrderRepository {
  /** Adds an order that was just placed. Its id being taken shows at commit, as the refusal `order_id_taken`. */
  add(tx: Tx, order: Order, origin: OrderOrigin): void;
  /** The order, locked until the transaction ends. @throws Refusal `order_not_found`. */
  get(tx: Tx, id: OrderId): Promise<Order>;
  /** The order as it is now, not locked; `undefined` when there is none. */
  find(tx: Tx, id: OrderId): Promise<Order | undefined>;
  /** Saves what a command changed. `before` is what `get` gave in this transaction. */
  save(tx: Tx, before: Order, after: Order): Promise<void>;
  /** How an order came to be. */
  originOf(tx: Tx, id: OrderId): Promise<OrderOrigin | undefined>;
}
