import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { SeatedOrders, type SeatedOrder } from '../../application/seated-orders.js';

interface SeatedRow extends Omit<SeatedOrder, 'total' | 'due'> {
  readonly currency: string;
  readonly total: number;
  readonly due: number;
}

// The index pos_orders_unsettled finds what outlets have open, which is little; the tables are picked out of that.
const SEATED = `
  select o."tableId", o.id, o.number, o.status, o.currency, o.total, o.due, o."placedAt", o."cashierId"
    from (
      select table_id as "tableId", id, number, status, currency, total, due, placed_at as "placedAt", cashier_id as "cashierId",
             row_number() over (partition by table_id order by placed_at, id) as place
        from pos_orders
       where outlet_id = any($1::uuid[]) and status in ('open', 'held') and table_id = any($2::text[])) o
   where o.place <= $3
   order by o."placedAt", o.id`;

const OF_TABLE_MAX = 50;

/** Orders at tables, in PostgreSQL. */
export class PostgresSeatedOrders extends SeatedOrders {
  async openAtTables(
    tx: Tx,
    outletIds: readonly OutletId[],
    tableIds: readonly string[],
  ): Promise<readonly SeatedOrder[]> {
    const rows = await runPrepared<SeatedRow>(tx, 'seated_orders', SEATED, [outletIds, tableIds, OF_TABLE_MAX]);
    return rows.map(({ currency, total, due, ...order }) => {
      return { ...order, total: money(total, currency), due: money(due, currency) };
    });
  }
}
