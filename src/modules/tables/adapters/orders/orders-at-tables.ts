import type { Tx } from '../../../../kernel/transaction.js';
import type { SeatedOrders as SeatedOrdersOfOrders } from '../../../orders/index.js';
import type { DiningTable, TableId } from '../../domain/dining-table.js';
import type { SeatedOrder, SeatedOrders } from '../../ports/seated-orders.js';

/** Orders at tables, as the orders module has them. */
export class OrdersAtTables implements SeatedOrders {
  constructor(private readonly orders: SeatedOrdersOfOrders) {}

  async at(
    tx: Tx,
    tables: readonly Pick<DiningTable, 'id' | 'outletId'>[],
  ): Promise<ReadonlyMap<TableId, readonly SeatedOrder[]>> {
    const outletIds = [...new Set(tables.map(({ outletId }) => outletId))];
    const found = await this.orders.openAtTables(
      tx,
      outletIds,
      tables.map(({ id }) => id),
    );
    const byTable = new Map<TableId, SeatedOrder[]>();
    for (const { tableId, ...order } of found) {
      const seated = byTable.get(tableId as TableId);
      if (seated === undefined) byTable.set(tableId as TableId, [order]);
      else seated.push(order);
    }
    return byTable;
  }
}
