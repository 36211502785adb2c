import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId, PaymentId } from '../domain/order-state.js';

/** The request that created an order: what tells a repeat of it from another one with the same id. */
export interface OrderOrigin {
  readonly key: string | null;
  readonly fingerprint: string | null;
  /** The linked device at which it was rung up. */
  readonly deviceId?: string | null;
}

/** A payment that was given back whole before its order was settled. */
export interface PaymentReturn {
  readonly id: string;
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly outletId: OutletId;
  readonly tender: string;
  readonly amount: Money;
  readonly reason: string;
  readonly returnedBy: string;
  readonly approvedBy: string | null;
  readonly returnedAt: Date;
  /** The day in which it counts. */
  readonly businessDate: string;
  readonly late: boolean;
  readonly drawerSessionId: string | null;
}

/** Keeps orders. */
export interface OrderRepository {
  /** Adds an order that was just placed. Its id being taken shows at commit, as the refusal `order_id_taken`. */
  add(tx: Tx, order: Order, origin: OrderOrigin): void;
  /** The order, locked until the transaction ends. @throws Refusal `order_not_found`. */
  get(tx: Tx, id: OrderId): Promise<Order>;
  /** The order as it is now, not locked; `undefined` when there is none. */
  find(tx: Tx, id: OrderId): Promise<Order | undefined>;
  /** Saves what a command changed, with the commit. `before` is what `get` gave in this transaction. */
  save(tx: Tx, before: Order, after: Order): void;
  /** Keeps a payment's return, with the commit. */
  addReturn(tx: Tx, made: PaymentReturn): void;
  /**
   * Says that something of this transaction counts in a business day of the outlet. When the day is closed before this commits, the
   * transaction is undone and its work runs again, to count in the next.
   */
  countsIn(tx: Tx, outletId: OutletId, businessDate: string): void;
  /** The order of an outlet whose receipt has this number of a device's series. */
  withReceipt(tx: Tx, outletId: OutletId, receiptNumber: string): Promise<OrderId | undefined>;
  /** How an order came to be. */
  originOf(tx: Tx, id: OrderId): Promise<OrderOrigin | undefined>;
}
