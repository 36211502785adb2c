import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { OrderId } from '../../domain/order-state.js';
import type { PricedOrder, PricedPeriod, PricingHistory } from '../../ports/pricing-history.js';
import type { PricingRecords } from '../../ports/pricing-records.js';
import { readOrders } from './order-rows-reader.js';
import type { OrderTables } from './order-tables.js';

/** Reads orders with what they were priced from: one query finds them, one round trip reads all that belongs to them. */
export class PostgresPricingHistory implements PricingHistory {
  constructor(private readonly records: PricingRecords) {}

  async ofOrders(tx: Tx, ids: readonly OrderId[]): Promise<PricedOrder[]> {
    if (ids.length === 0) return [];
    const [orders, records] = await Promise.all([readOrders(tx, ids), this.records.pricingOf(tx, ids)]);
    const kept = new Map(records.map((record) => [record.orderId, record]));
    return orders.flatMap((order) => {
      const record = kept.get(order.id);
      if (record === undefined) return [];
      const { input } = record;
      return [{ order: input === null ? order : { ...order, pricing: { input } }, kept: record }];
    });
  }

  async ofPeriod(tx: Tx, period: PricedPeriod, limit: number): Promise<PricedOrder[]> {
    const { from, to, outletIds, settledOnly, after } = period;
    let query = transactionOf<OrderTables>(tx)
      .selectFrom('pos_orders')
      .select('id')
      .where('placed_at', '>=', from)
      .where('placed_at', '<', to);
    if (outletIds !== undefined) query = query.where(sql<boolean>`outlet_id = any(${[...outletIds]}::uuid[])`);
    if (settledOnly) query = query.where('status', 'in', ['completed', 'partially_refunded', 'refunded']);
    if (after !== undefined)
      query = query.where(sql<boolean>`(placed_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`);
    const rows = await query
      .orderBy('placed_at')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return this.ofOrders(
      tx,
      rows.map(({ id }) => id as OrderId),
    );
  }
}
