import type { Tx } from '../../../kernel/transaction.js';
import type { TimedBooks } from '../domain/book-in-force.js';
import type { EntryLookup } from '../domain/price-choice.js';
import type { VersionId } from '../domain/pricebook.js';

/** An entry that has to be known. */
export interface WantedEntry {
  readonly versionId: VersionId;
  readonly sku: string;
}

/** What was released, as sales need it: never older than the transaction, and in memory when it was asked before. */
export interface ReleasedBooks {
  /** All books of the tenant, also those of which nothing was released or that were archived. */
  all(tx: Tx): Promise<TimedBooks>;
  /** Knows the wanted entries afterwards; those that are not in memory cost one round trip together. */
  entries(tx: Tx, wanted: readonly WantedEntry[]): Promise<EntryLookup>;
}
