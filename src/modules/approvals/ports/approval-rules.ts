import type { Tx } from '../../../kernel/transaction.js';
import type { Action } from '../domain/act.js';
import type { ApprovalRule } from '../domain/approval-rule.js';

export type RulesByAction = ReadonlyMap<Action, ApprovalRule>;

/** What the business says of acts. */
export interface ApprovalRules {
  /** Keeps every other change of rules out until the transaction ends. */
  lock(tx: Tx): Promise<void>;
  /** As they are now. */
  all(tx: Tx): Promise<RulesByAction>;
  /** As they were when the transaction began; known ones cost no round trip. */
  known(tx: Tx): Promise<RulesByAction>;
  save(tx: Tx, rule: ApprovalRule): Promise<void>;
}
