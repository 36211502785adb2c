import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What people do with orders that may take a right, a reason, a limit or a second person (GUARANTEES G11). */
export type OrderAction =
  | 'order.refund'
  | 'order.refund_other_tender'
  | 'order.void'
  | 'order.discount'
  | 'order.comp'
  | 'order.price_override'
  | 'order.payment_return';

export interface OrderAct {
  readonly action: OrderAction;
  /** What the caller needs to do it alone. */
  readonly permission: string;
  readonly targetId: string;
  readonly outletId: OutletId;
  readonly amount: Money | null;
  readonly reason: string | null;
  readonly approvalId: string | undefined;
}

/** Decides whether somebody may do it, alone or with a second person. */
export interface ApprovalDesk {
  /** @throws Refusal `permission_missing`, `approval_required`, `approval_invalid`, `reason_required`, `reason_not_listed`. */
  authorise(tx: Tx, context: RequestContext, act: OrderAct): Promise<{ readonly approvedBy: string | null }>;
}
