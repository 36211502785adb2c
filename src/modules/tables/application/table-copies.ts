import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DiningTable } from '../domain/dining-table.js';

/** What those need who keep a copy of an outlet's tables, within their own transaction. */
export abstract class TableCopies {
  /** The active ones of the outlet; by position, then by name, at most 500. */
  abstract tables(tx: Tx, outletId: OutletId): Promise<readonly DiningTable[]>;
}
