import type { Tx } from '../../../../kernel/transaction.js';
import type { RuleCopies } from '../../../approvals/index.js';
import type { ApprovalRuleRecord } from '../../domain/snapshot.js';
import type { WholeSource } from '../../ports/master-data.js';

/** When an act needs a reason or a second person. Rules go with the revision of outlets. */
export class ApprovalRuleSection implements WholeSource<'approvalRules'> {
  readonly section = 'approvalRules';
  readonly marks = ['outlets'] as const;

  constructor(private readonly copies: RuleCopies) {}

  async read(tx: Tx): Promise<readonly ApprovalRuleRecord[]> {
    const rules = await this.copies.rules(tx);
    return rules.map(({ action, secondPerson, limits, reasonRequired, reasons }) => {
      return { action, secondPerson, limits, reasonRequired, reasons };
    });
  }
}
