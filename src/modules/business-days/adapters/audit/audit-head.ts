import type { Tx } from '../../../../kernel/transaction.js';
import type { AuditFacade } from '../../../audit/index.js';
import type { AuditHead } from '../../domain/z-report.js';
import type { AuditAnchor } from '../../ports/audit-anchor.js';

/** The end of the audit as the audit module has it. */
export class RecordedAuditHead implements AuditAnchor {
  constructor(private readonly audit: AuditFacade) {}

  async head(tx: Tx): Promise<AuditHead> {
    const { number, hash } = await this.audit.head(tx);
    return { number, hash };
  }
}
