import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import { UsageMeter } from '../../../licensing/index.js';

const KEPT = 'select count(*)::int as count from webhook_endpoints where deleted_at is null';

/** Counts webhook endpoints, switched on or off. */
export class EndpointMeter extends UsageMeter {
  readonly thing = 'integrations';

  async count(tx: Tx): Promise<number> {
    const [row] = await runPrepared<{ count: number }>(tx, 'webhook_endpoints_kept', KEPT, []);
    return row?.count ?? 0;
  }
}
