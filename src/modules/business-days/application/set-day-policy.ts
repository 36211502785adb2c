import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { policyChanged } from '../domain/day-events.js';
import { defaultPolicy, setPolicy, type DayPolicy, type PolicySettings } from '../domain/day-policy.js';
import type { DayOutlets } from '../ports/day-outlets.js';
import type { DayPolicies } from '../ports/day-policies.js';
import { knownOutlet } from './known-outlet.js';

/** Reads and sets how days of an outlet are closed when nobody does it. */
export class SetDayPolicy {
  constructor(
    private readonly transactor: Transactor,
    private readonly outlets: DayOutlets,
    private readonly policies: DayPolicies,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `outlet_not_found`. */
  read(context: RequestContext, outletId: OutletId): Promise<DayPolicy> {
    return this.transactor.read(context, async (tx) => {
      const outlet = await knownOutlet(this.outlets, tx, context, outletId);
      return (await this.policies.find(tx, outlet.id)) ?? defaultPolicy(outlet.id);
    });
  }

  /**
   * Sets the policy. Where a closed day is no longer required, a closure that is overdue stops no sale any more.
   * @throws Refusal `outlet_not_found`, `version_mismatch`, `day_policy_invalid`.
   */
  execute(
    context: RequestContext,
    {
      outletId,
      expectedVersion,
      ...settings
    }: PolicySettings & { readonly outletId: OutletId; readonly expectedVersion?: number | undefined },
  ): Promise<DayPolicy> {
    return this.transactor.run(context, async (tx) => {
      const outlet = await knownOutlet(this.outlets, tx, context, outletId);
      const before = (await this.policies.lock(tx, outlet.id)) ?? defaultPolicy(outlet.id);
      const after = setPolicy(before, settings, expectedVersion);
      if (after === before) return before;
      const numbered = { ...after, eventSequence: before.eventSequence + 1 };
      await this.policies.save(tx, numbered, context.at);
      if (numbered.closure !== 'required' && outlet.closureDue !== null)
        await this.outlets.setClosureDue(tx, outlet.id, null);
      this.outbox.append(tx, [policyChanged(numbered, before)]);
      return numbered;
    });
  }
}
