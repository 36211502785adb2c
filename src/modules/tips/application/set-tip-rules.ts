import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { rulesChanged } from '../domain/tip-events.js';
import type { TipRefusal } from '../domain/tip-refusal.js';
import { assertSound, type TipRules } from '../domain/tip-rules.js';
import type { TipOutlets } from '../ports/neighbours.js';
import type { TextScreen } from '../ports/text-screen.js';
import type { TipRulesRepository } from '../ports/tip-ledger.js';
import { workplace } from './tip-workplace.js';

/** Shows and sets how an outlet pools tips. Tips given before stay where they are. */
export class SetTipRules {
  constructor(
    private readonly transactor: Transactor,
    private readonly rules: TipRulesRepository,
    private readonly outlets: TipOutlets,
    private readonly outbox: Outbox,
    private readonly screen: TextScreen,
  ) {}

  /** @throws Refusal `tip_outlet_not_found`, `tip_rules_not_set`. */
  show(context: RequestContext, outletId: OutletId): Promise<TipRules> {
    return this.transactor.read(context, async (tx) => {
      await workplace(tx, context, this.outlets, outletId);
      const rules = await this.rules.find(tx, outletId);
      if (rules === undefined) throw new Refusal<TipRefusal>('tip_rules_not_set', { outletId });
      return rules;
    });
  }

  /** @throws Refusal `tip_outlet_not_found`, `tip_rules_invalid`, `version_mismatch`, `card_data_not_allowed`. */
  execute(context: RequestContext, draft: Omit<TipRules, 'version'>, expectedVersion?: number): Promise<TipRules> {
    this.screen.assertHarmless(draft.name, '/name');
    return this.transactor.run(context, async (tx) => {
      await workplace(tx, context, this.outlets, draft.outletId);
      const before = (await this.rules.lock(tx, draft.outletId)) ?? null;
      const currentVersion = before?.version ?? 0;
      if (expectedVersion !== undefined && expectedVersion !== currentVersion)
        throw new Refusal('version_mismatch', { currentVersion });
      const rules = { ...draft, version: currentVersion + 1 };
      assertSound(rules);
      await this.rules.save(tx, rules);
      this.outbox.append(tx, [rulesChanged(rules, before)]);
      return rules;
    });
  }
}
