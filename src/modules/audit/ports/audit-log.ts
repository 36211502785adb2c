import type { Tx } from '../../../kernel/transaction.js';
import type { ChainHead } from '../domain/entry.js';

/** Where entries are kept. */
export interface AuditLog {
  /** Appends an entry; one whose event has an entry already is left out. @returns its number, or `undefined`. */
  append(tx: Tx, payload: string): Promise<number | undefined>;
  /** The end of the tenant's chain. */
  head(tx: Tx): Promise<ChainHead>;
}
