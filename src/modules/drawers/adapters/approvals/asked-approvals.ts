import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { ApprovalsFacade } from '../../../approvals/index.js';
import type { DrawerAct, SecondPerson } from '../../ports/second-person.js';

/** Asks the approvals of the tenant. */
export class AskedApprovals implements SecondPerson {
  constructor(private readonly approvals: ApprovalsFacade) {}

  authorise(tx: Tx, context: RequestContext, act: DrawerAct): Promise<{ readonly approvedBy: string | null }> {
    return this.approvals.authorise(tx, context, act);
  }
}
