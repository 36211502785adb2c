import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { sayLabelRules, type LabelRules, type LabelRulesDraft } from '../domain/label-rules.js';
import type { LabelRulesRepository } from '../ports/label-rules.js';
import type { SellingPlaces } from '../ports/selling-places.js';
import { atOutlet } from './at-outlet.js';

export interface SayLabelRulesCommand {
  readonly outletId: OutletId;
  readonly draft: LabelRulesDraft;
  readonly expectedVersion?: number;
}

/** Sets how an outlet reads the labels of its scales. */
export class SayLabelRules {
  constructor(
    private readonly transactor: Transactor,
    private readonly rules: LabelRulesRepository,
    private readonly places: SellingPlaces,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `outlet_not_found`, `version_mismatch`, `label_rules_invalid`. */
  execute(context: RequestContext, { outletId, draft, expectedVersion }: SayLabelRulesCommand): Promise<LabelRules> {
    const said = { by: `${context.principal.kind}:${context.principal.id}`, at: context.at, expectedVersion };
    return this.transactor.run(context, async (tx) => {
      await atOutlet(tx, context, this.places, outletId);
      await this.rules.lock(tx);
      const before = await this.rules.find(tx, outletId);
      const place = { id: this.ids.next<'label_rules'>(), outletId };
      const { state, events } = sayLabelRules(before, place, draft, said);
      if (events.length > 0) await this.rules.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }

  /** The rules of an outlet; `undefined` when nobody has set any. @throws Refusal `outlet_not_found`. */
  show(context: RequestContext, outletId: OutletId): Promise<LabelRules | undefined> {
    return this.transactor.read(context, async (tx) => {
      await atOutlet(tx, context, this.places, outletId);
      return this.rules.find(tx, outletId);
    });
  }
}
