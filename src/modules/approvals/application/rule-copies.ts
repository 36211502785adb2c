import type { Tx } from '../../../kernel/transaction.js';
import type { ApprovalRule } from '../domain/approval-rule.js';

/** What the business says of acts, for those who keep a copy of it, within their own transaction. */
export abstract class RuleCopies {
  /** By act. From memory: costs no round trip. */
  abstract rules(tx: Tx): Promise<readonly ApprovalRule[]>;
}
