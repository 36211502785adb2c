import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { ApprovalsFacade } from '../../../approvals/index.js';
import type { TipApprovals, TipOutAct } from '../../ports/neighbours.js';

const PAYING = 'tips:manage';
/** A right that nobody has: more than is owed is always a second person's to approve. */
const BEYOND_OWED = 'tips:beyond_owed';

/** Asks the tenant's rules about tip-outs. */
export class TipOutApprovals implements TipApprovals {
  constructor(private readonly approvals: ApprovalsFacade) {}

  async authorise(tx: Tx, context: RequestContext, { beyondOwed, ...act }: TipOutAct): Promise<string | null> {
    const permission = beyondOwed ? BEYOND_OWED : PAYING;
    const { approvedBy } = await this.approvals.authorise(tx, context, {
      ...act,
      action: 'drawer.tip_out',
      permission,
    });
    return approvedBy;
  }
}
