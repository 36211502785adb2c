import type { Tx } from '../../../../kernel/transaction.js';
import { revisionsOf, runPrepared } from '../../../../platform/postgres/transaction.js';
import type { HubDatabase } from '../../ports/hub-surroundings.js';

/** Figures of the hub's own database. */
export class PostgresHubDatabase implements HubDatabase {
  async figures(tx: Tx): Promise<{ readonly catalog: number; readonly pricing: number; readonly bytes: number }> {
    const text = 'select pg_database_size(current_database()) as bytes';
    const [row] = await runPrepared<{ bytes: number }>(tx, 'hub_database_size', text, []);
    const { catalog, pricing } = revisionsOf(tx);
    return { catalog, pricing, bytes: row?.bytes ?? 0 };
  }
}
