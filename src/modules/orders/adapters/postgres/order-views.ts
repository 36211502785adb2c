import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Order, OrderId } from '../../domain/order-state.js';
import type { OrderFilter, OrderHistoryEntry, OrderPosition, OrderViews } from '../../ports/order-views.js';
import { readOrders } from './order-rows-reader.js';
import type { OrderTables } from './order-tables.js';

/** The columns of the event log that an order's history shows. */
interface HistoryTables {
  events: {
    id: string;
    aggregate: string;
    aggregate_id: string;
    sequence: number;
    type: string;
    actor: string;
    occurred_at: Date;
    data: object;
  };
}

/** Answers questions about orders: one query finds them, one round trip reads them. */
export class PostgresOrderViews implements OrderViews {
  async page(tx: Tx, filter: OrderFilter, after: OrderPosition | undefined, limit: number): Promise<Order[]> {
    let query = transactionOf<OrderTables>(tx).selectFrom('pos_orders').select('id');
    if (filter.outletIds !== undefined) query = query.where('outlet_id', 'in', [...filter.outletIds, NO_OUTLET]);
    if (filter.status !== undefined) query = query.where('status', '=', filter.status);
    if (filter.from !== undefined) query = query.where('placed_at', '>=', filter.from);
    if (filter.to !== undefined) query = query.where('placed_at', '<', filter.to);
    if (filter.q !== undefined) {
      const part = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where(
        sql<boolean>`(number ilike ${part} or receipt_number ilike ${part} or customer_id = ${filter.q})`,
      );
    }
    if (filter.tableId !== undefined) query = query.where('table_id', '=', filter.tableId);
    if (filter.receiptNumber !== undefined) query = query.where('receipt_number', '=', filter.receiptNumber);
    if (after !== undefined)
      query = query.where(sql<boolean>`(placed_at, id) < (${after.placedAt}::timestamptz, ${after.id}::uuid)`);
    const rows = await query
      .orderBy('placed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return readOrders(
      tx,
      rows.map(({ id }) => id),
    );
  }

  async history(tx: Tx, id: OrderId, afterSequence: number, limit: number): Promise<OrderHistoryEntry[]> {
    const rows = await transactionOf<HistoryTables>(tx)
      .selectFrom('events')
      .select(['id', 'sequence', 'type', 'actor', 'occurred_at', 'data'])
      .where('aggregate', '=', 'orders')
      .where('aggregate_id', '=', id)
      .where('sequence', '>', afterSequence)
      .orderBy('sequence')
      .limit(limit + 1)
      .execute();
    return rows.map(({ occurred_at: occurredAt, ...entry }) => ({ ...entry, occurredAt }));
  }
}

// An empty list of outlets means none, and SQL has no empty list: this id is nobody's.
const NO_OUTLET = '00000000-0000-0000-0000-000000000000';
