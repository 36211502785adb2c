import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { UsageMeter } from '../../../licensing/index.js';

const PLACED = 'select count(*)::int as count from pos_orders where placed_at >= $1 and placed_at < $2';

/** Counts orders by the time at which they were placed, whatever became of them. */
export class OrderMeter extends UsageMeter {
  readonly thing = 'orders';

  async count(tx: Tx, from: Date, to: Date): Promise<number> {
    const [row] = await runPrepared<{ count: number }>(tx, 'pos_orders_placed', PLACED, [from, to]);
    return row?.count ?? 0;
  }
}
