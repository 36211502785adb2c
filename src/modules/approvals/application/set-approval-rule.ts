import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Action } from '../domain/act.js';
import { actorOf } from '../domain/actor.js';
import type { ApprovalRule, ApprovalRuleDraft } from '../domain/approval-rule.js';
import { setRule } from '../domain/set-rule.js';
import type { ApprovalRules, RulesByAction } from '../ports/approval-rules.js';
import type { TextScreen } from '../ports/text-screen.js';

export interface SetRuleCommand {
  readonly action: Action;
  readonly draft: ApprovalRuleDraft;
  /** 0: that nobody has set one yet. */
  readonly expectedVersion: number | undefined;
}

/** Says when an act takes a second person, and which reasons count. */
export class SetApprovalRule {
  constructor(
    private readonly transactor: Transactor,
    private readonly rules: ApprovalRules,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `approval_rule_invalid`, `version_mismatch`, `card_data_not_allowed`. */
  execute(context: RequestContext, { action, draft, expectedVersion }: SetRuleCommand): Promise<ApprovalRule> {
    for (const [index, reason] of draft.reasons.entries()) this.screen.assertHarmless(reason, `/reasons/${index}`);
    const said = { by: actorOf(context.principal), at: context.at, expectedVersion };
    return this.transactor.run(context, async (tx) => {
      await this.rules.lock(tx);
      const before = (await this.rules.all(tx)).get(action);
      const { state, events } = setRule(before, action, draft, this.ids.next<'approval-rule'>(), said);
      if (events.length > 0) await this.rules.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }

  /** The rules that were set. */
  show(context: RequestContext): Promise<RulesByAction> {
    return this.transactor.read(context, (tx) => this.rules.all(tx));
  }
}
