import type { RequestContext } from '../../../../kernel/context.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { ApprovalsFacade, Authorised } from '../../../approvals/index.js';
import type { ApprovalDesk, OrderAct } from '../../ports/approval-desk.js';

/** Rights and second persons as the approvals module has them. */
export class SecondPersons implements ApprovalDesk {
  constructor(private readonly approvals: ApprovalsFacade) {}

  authorise(tx: Tx, context: RequestContext, act: OrderAct): Promise<Authorised> {
    return this.approvals.authorise(tx, context, act);
  }
}
