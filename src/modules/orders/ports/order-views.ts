import type { Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId, OrderStatus } from '../domain/order-state.js';

/** Which orders are asked for. Times are half-open: from inclusive, to exclusive, by the till's clock. */
export interface OrderFilter {
  /** Only these outlets; absent is all. */
  readonly outletIds?: readonly string[];
  readonly status?: OrderStatus;
  readonly from?: Date;
  readonly to?: Date;
  /** Part of an order's or a receipt's number, or a customer's id. */
  readonly q?: string;
  /** The table, exactly. */
  readonly tableId?: string;
  /** What a device printed on the receipt, exactly. */
  readonly receiptNumber?: string;
}

/** The last entry of the page before. */
export interface OrderPosition {
  readonly placedAt: string;
  readonly id: string;
}

/** One entry of an order's history. */
export interface OrderHistoryEntry {
  readonly id: string;
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
  readonly occurredAt: Date;
  readonly data: object;
}

/** Answers questions about orders. */
export interface OrderViews {
  /** Newest first, at most `limit` + 1 entries: the one more tells that there is a next page. */
  page(tx: Tx, filter: OrderFilter, after: OrderPosition | undefined, limit: number): Promise<Order[]>;
  /** Oldest first, at most `limit` + 1 entries above the sequence. */
  history(tx: Tx, id: OrderId, afterSequence: number, limit: number): Promise<OrderHistoryEntry[]>;
}
