import type { RequestContext } from '../../../kernel/context.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Act } from '../domain/act.js';

/** Who stands for an act beside the one who does it. */
export interface Authorised {
  /** The second person; `null` when none was needed. */
  readonly approvedBy: string | null;
}

/** Decides whether somebody may do an act, alone or with a second person. */
export abstract class ApprovalsFacade {
  /**
   * Call it in the transaction of the act, before deciding. An approval that is used is used up with it.
   * @throws Refusal `permission_missing` (the caller lacks the right, and carries no approval), `approval_required` (the tenant's
   * rule wants a second person; facts: action, limit), `approval_invalid` (not granted, expired, used, of another act, target or
   * amount, or given by the caller), `reason_required`, `reason_not_listed`.
   */
  abstract authorise(tx: Tx, context: RequestContext, act: Act): Promise<Authorised>;
}
