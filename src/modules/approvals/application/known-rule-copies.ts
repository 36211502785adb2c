import type { Tx } from '../../../kernel/transaction.js';
import type { ApprovalRule } from '../domain/approval-rule.js';
import type { ApprovalRules } from '../ports/approval-rules.js';
import { RuleCopies } from './rule-copies.js';

/** Rules as those who act know them. */
export class KnownRuleCopies extends RuleCopies {
  constructor(private readonly known: Pick<ApprovalRules, 'known'>) {
    super();
  }

  async rules(tx: Tx): Promise<readonly ApprovalRule[]> {
    const rules = [...(await this.known.known(tx)).values()];
    return rules.sort((a, b) => (a.action < b.action ? -1 : 1));
  }
}
