import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import { TableCopies } from '../../application/table-copies.js';
import type { DiningTable } from '../../domain/dining-table.js';
import { toTable, type TableTables } from './table-rows.js';

const TABLES_MAX = 500;

/** Tables for those who keep a copy. */
export class PostgresTableCopies extends TableCopies {
  async tables(tx: Tx, outletId: OutletId): Promise<readonly DiningTable[]> {
    const rows = await transactionOf<TableTables>(tx)
      .selectFrom('dining_tables')
      .selectAll()
      .where('outlet_id', '=', outletId)
      .where('active', '=', true)
      .orderBy('position')
      .orderBy('name')
      .orderBy('id')
      .limit(TABLES_MAX)
      .execute();
    return rows.map(toTable);
  }
}
