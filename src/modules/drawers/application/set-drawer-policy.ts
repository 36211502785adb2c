import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { countable, setPolicy, type DrawerPolicy, type DrawerPolicySettings } from '../domain/drawer-policy.js';
import { policyChanged } from '../domain/master-events.js';
import type { PolicyRepository } from '../ports/drawer-repository.js';
import type { SessionDesk } from './session-desk.js';

/** A policy, and what a count at its outlet may name. */
export interface PolicyShown {
  readonly policy: DrawerPolicy;
  readonly currency: string;
  readonly denominations: readonly number[];
}

/** Says how drawers of an outlet are run. Sessions that are open keep being blind or not as they began. */
export class SetDrawerPolicy {
  constructor(
    private readonly transactor: Transactor,
    private readonly policies: PolicyRepository,
    private readonly desk: SessionDesk,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `outlet_not_found`, `drawer_policy_invalid`, `version_mismatch`. */
  execute(
    context: RequestContext,
    outletId: OutletId,
    settings: DrawerPolicySettings,
    expected?: number,
  ): Promise<PolicyShown> {
    return this.transactor.run(context, async (tx) => {
      const outlet = await this.desk.outlet(tx, context, outletId);
      const before = await this.policies.lock(tx, outletId);
      if (expected !== undefined && expected !== before.version)
        throw new Refusal('version_mismatch', { currentVersion: before.version });
      const policy = setPolicy(before, settings);
      await this.policies.save(tx, policy);
      this.outbox.append(tx, [policyChanged(policy, before)]);
      return policyShown(policy, outlet.currency);
    });
  }

  /** Shows the policy in force. @throws Refusal `outlet_not_found`. */
  show(context: RequestContext, outletId: OutletId): Promise<PolicyShown> {
    return this.transactor.read(context, async (tx) => {
      const outlet = await this.desk.outlet(tx, context, outletId);
      return policyShown(await this.policies.of(tx, outletId), outlet.currency);
    });
  }
}

function policyShown(policy: DrawerPolicy, currency: string): PolicyShown {
  return { policy, currency, denominations: countable(policy, currency) };
}
