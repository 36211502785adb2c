import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import {
  SYNC_HEARTBEAT_TIMEOUT_MS,
  type CatalogSync,
  type RunningSync,
  type SyncRefusal,
} from '../../domain/catalog-sync.js';
import type { SyncRepository } from '../../ports/sync-repository.js';
import { columnsOfSync, toRunningSync, type SyncRecord, type SyncTables } from './sync-rows.js';

/** True for a run whose process is gone. */
export const DEAD_SYNC = `(status = 'running' and heartbeat_at < now() - interval '${SYNC_HEARTBEAT_TIMEOUT_MS} milliseconds')`;
const FIND_DEAD = `select *, true as dead from catalog_syncs where ${DEAD_SYNC} for update`;

// The database's clock alone says who is alive: those of two processes may differ.
const ALIVE = { heartbeat_at: sql<Date>`now()` };

/** Runs in PostgreSQL. */
export class PostgresSyncRepository implements SyncRepository {
  async dead(tx: Tx): Promise<RunningSync[]> {
    return (await runPrepared<SyncRecord>(tx, 'catalog_syncs_dead', FIND_DEAD, [])).map(toRunningSync);
  }

  async add(tx: Tx, started: RunningSync): Promise<void> {
    const { id, trigger, startedBy, startedAt } = started;
    const place = { tenant_id: tenantOf(tx), id, trigger, started_by: startedBy, started_at: startedAt };
    try {
      await transactionOf<SyncTables>(tx)
        .insertInto('catalog_syncs')
        .values({ ...place, ...columnsOfSync(started), ...ALIVE })
        .execute();
    } catch (error) {
      if (violatedConstraint(error) !== 'catalog_syncs_running_key') throw error;
      throw new Refusal<SyncRefusal>('sync_running');
    }
  }

  async save(tx: Tx, state: CatalogSync): Promise<boolean> {
    const { numUpdatedRows } = await transactionOf<SyncTables>(tx)
      .updateTable('catalog_syncs')
      .set({ ...columnsOfSync(state), ...ALIVE })
      .where('id', '=', state.id)
      .where('status', '=', 'running')
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}
