import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Something done with a drawer that may need a right, a reason or a second person. */
export interface DrawerAct {
  readonly action:
    | 'drawer.no_sale'
    | 'drawer.paid_in'
    | 'drawer.paid_out'
    | 'drawer.skim'
    | 'drawer.tip_out'
    | 'drawer.transfer'
    | 'drawer.variance';
  readonly permission: 'drawers:no_sale' | 'drawers:move' | 'drawers:approve';
  /** The session's id. */
  readonly targetId: string;
  readonly outletId: OutletId;
  readonly amount: Money | null;
  readonly reason: string | null;
  readonly approvalId: string | undefined;
}

/** Says whether somebody may do it, and who stands for it beside them. */
export interface SecondPerson {
  /** @throws Refusal of approvals, such as `permission_missing` and `approval_required`. */
  authorise(tx: Tx, context: RequestContext, act: DrawerAct): Promise<{ readonly approvedBy: string | null }>;
}
