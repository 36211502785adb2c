import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { DiningTable, TableId } from '../../domain/dining-table.js';
import type { TableRefusal } from '../../domain/table-refusal.js';
import type { TableRepository } from '../../ports/table-repository.js';
import { fromTable, toTable, type TableTables } from './table-rows.js';

const TAKEN: Readonly<Record<string, readonly [code: TableRefusal, pointer: string]>> = {
  dining_tables_pkey: ['table_id_taken', '/id'],
  dining_tables_name_key: ['table_name_taken', '/name'],
};

/** Tables in PostgreSQL. */
export class PostgresTableRepository implements TableRepository {
  async get(tx: Tx, id: TableId): Promise<DiningTable> {
    const row = await transactionOf<TableTables>(tx)
      .selectFrom('dining_tables')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<TableRefusal>('table_not_found', { tableId: id });
    return toTable(row);
  }

  async add(tx: Tx, table: DiningTable): Promise<void> {
    const row = { tenant_id: tenantOf(tx), ...fromTable(table) };
    await inWords(() => transactionOf<TableTables>(tx).insertInto('dining_tables').values(row).execute());
  }

  async save(tx: Tx, table: DiningTable): Promise<void> {
    const { id, ...changes } = fromTable(table);
    await inWords(() =>
      transactionOf<TableTables>(tx).updateTable('dining_tables').set(changes).where('id', '=', id).execute(),
    );
  }
}

async function inWords(statement: () => Promise<unknown>): Promise<void> {
  try {
    await statement();
  } catch (error) {
    const taken = TAKEN[violatedConstraint(error) ?? ''];
    if (taken === undefined) throw error;
    const [code, pointer] = taken;
    throw new Refusal<TableRefusal>(code, {}, [{ pointer, message: 'is taken' }]);
  }
}
