import { sql, type RawBuilder } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import {
  HEARTBEAT_TIMEOUT_MS,
  type CatalogImport,
  type ImportRefusal,
  type RunningImport,
} from '../../domain/catalog-import.js';
import type { ImportRepository } from '../../ports/import-repository.js';
import { toRunningImport, type CatalogTables, type ImportRecord } from './catalog-rows.js';

/** True for an import whose process is gone. */
export const DEAD = `(status = 'running' and heartbeat_at < now() - interval '${HEARTBEAT_TIMEOUT_MS} milliseconds')`;
const FIND_DEAD = `select *, true as dead from catalog_imports where ${DEAD} for update`;

/** Imports in PostgreSQL. */
export class PostgresImportRepository implements ImportRepository {
  async dead(tx: Tx): Promise<RunningImport[]> {
    return (await runPrepared<ImportRecord>(tx, 'catalog_imports_dead', FIND_DEAD, [])).map(toRunningImport);
  }

  async add(tx: Tx, started: RunningImport): Promise<void> {
    const { id, startedBy, startedAt, format } = started;
    const place = { tenant_id: tenantOf(tx), id, format, started_by: startedBy, started_at: startedAt };
    try {
      await transactionOf<CatalogTables>(tx)
        .insertInto('catalog_imports')
        .values({ ...place, ...columnsOf(started) })
        .execute();
    } catch (error) {
      if (violatedConstraint(error) !== 'catalog_imports_running_key') throw error;
      throw new Refusal<ImportRefusal>('import_running');
    }
  }

  async save(tx: Tx, state: CatalogImport): Promise<boolean> {
    const { numUpdatedRows } = await transactionOf<CatalogTables>(tx)
      .updateTable('catalog_imports')
      .set(columnsOf(state))
      .where('id', '=', state.id)
      .where('status', '=', 'running')
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

type Fixed = 'tenant_id' | 'id' | 'format' | 'started_by' | 'started_at';
type Written = Omit<CatalogTables['catalog_imports'], Fixed | 'heartbeat_at'> & { heartbeat_at: RawBuilder<Date> };

function columnsOf(state: CatalogImport): Written {
  const { status, total, created, updated, unchanged, rejected, errors } = state;
  return {
    status,
    total,
    created,
    updated,
    unchanged,
    rejected,
    errors: JSON.stringify(errors),
    failure: state.status === 'failed' ? state.failure : null,
    finished_at: state.status === 'running' ? null : state.finishedAt,
    // The database's clock alone says who is alive: those of two processes may differ.
    heartbeat_at: sql<Date>`now()`,
  };
}
