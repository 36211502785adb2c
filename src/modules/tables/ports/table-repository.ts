import type { Tx } from '../../../kernel/transaction.js';
import type { DiningTable, TableId } from '../domain/dining-table.js';

/** Tables as commands need them: locked until the transaction ends. */
export interface TableRepository {
  /** @throws Refusal `table_not_found`. */
  get(tx: Tx, id: TableId): Promise<DiningTable>;
  /** @throws Refusal `table_id_taken`, `table_name_taken`. */
  add(tx: Tx, table: DiningTable): Promise<void>;
  /** @throws Refusal `table_name_taken`. */
  save(tx: Tx, table: DiningTable): Promise<void>;
}
