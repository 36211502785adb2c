import type { Tx } from '../../../kernel/transaction.js';
import type { Approval, ApprovalId } from '../domain/approval.js';
import type { ApprovalUse } from '../domain/approval-use.js';

/** Where approvals are kept. */
export interface ApprovalRepository {
  /** With the commit. @throws Refusal `approval_id_taken`, then. */
  add(tx: Tx, approval: Approval): void;
  find(tx: Tx, id: ApprovalId): Promise<Approval | undefined>;
  /** Those that there are, locked until the transaction ends. */
  lock(tx: Tx, ids: readonly ApprovalId[]): Promise<readonly Approval[]>;
  save(tx: Tx, approval: Approval): Promise<void>;
  /**
   * Uses an approval up, if it stands for the act: one statement, so that of two acts racing for it one gets it.
   * @returns it as it then is; `undefined` when it does not stand for the act.
   */
  use(tx: Tx, id: string, use: ApprovalUse): Promise<Approval | undefined>;
}
