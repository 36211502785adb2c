import type { AuditEntry, ChainHead } from '../domain/entry.js';

/** A chain as it is read to be verified. */
export interface ChainPages {
  head(): Promise<ChainHead>;
  /** All entries, newest first, a page at a time. */
  pages(): AsyncIterable<readonly AuditEntry[]>;
}
