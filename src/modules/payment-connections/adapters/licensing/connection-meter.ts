import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { UsageMeter } from '../../../licensing/index.js';

const ACTIVE = 'select count(*)::int as count from payment_connections where active';

/** Counts the connections to payment companies that are in use. */
export class ConnectionMeter extends UsageMeter {
  readonly thing = 'integrations';

  async count(tx: Tx): Promise<number> {
    const [row] = await runPrepared<{ count: number }>(tx, 'payment_connections_active', ACTIVE, []);
    return row?.count ?? 0;
  }
}
