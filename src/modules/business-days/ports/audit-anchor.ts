import type { Tx } from '../../../kernel/transaction.js';
import type { AuditHead } from '../domain/z-report.js';

/** Knows how far the tenant's audit has got. */
export interface AuditAnchor {
  head(tx: Tx): Promise<AuditHead>;
}
