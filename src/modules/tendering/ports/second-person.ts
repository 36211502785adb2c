import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** An act of this module that a tenant may want a second person for. */
export interface PaymentAct {
  readonly action: 'payment.resolve' | 'payment.allocate' | 'payment.write_off';
  readonly permission: string;
  readonly targetId: string;
  readonly outletId: OutletId;
  readonly amount: Money | null;
  readonly reason: string | null;
  readonly approvalId: string | undefined;
}

/** Decides whether somebody may do an act, alone or with a second person. */
export interface SecondPerson {
  /** In the transaction of the act. @throws Refusal of approvals, such as `approval_required`. */
  authorise(tx: Tx, context: RequestContext, act: PaymentAct): Promise<{ readonly approvedBy: string | null }>;
}
