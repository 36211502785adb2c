import type { Tx } from '../../../kernel/transaction.js';
import type { ChainHead } from '../domain/entry.js';
import type { AuditLog } from '../ports/audit-log.js';

/** What other modules may ask about the audit, within their own transaction. */
export class AuditFacade {
  constructor(private readonly log: AuditLog) {}

  /** The end of the tenant's chain, to be written down where it cannot be changed: whatever is cut off later shows. */
  head(tx: Tx): Promise<ChainHead> {
    return this.log.head(tx);
  }
}
