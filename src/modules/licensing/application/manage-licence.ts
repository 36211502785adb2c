import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { checkedOverride } from '../domain/override.js';
import type { Override, Subscription } from '../domain/subscription.js';
import {
  assign,
  cancel,
  extend,
  removeOverride,
  restore,
  revoke,
  setOverride,
  type LicenceDecision,
} from '../domain/subscription-lifecycle.js';
import type { Businesses } from '../ports/businesses.js';
import type { Recall } from '../ports/recall.js';
import type { LicenceKeeper } from './licence-keeper.js';
import type { PlanBook } from './plan-book.js';
import { reachedBusiness } from './reached-business.js';

export interface AssignCommand {
  readonly plan: string;
  /** Absent: the plan's trial, else without end; null: without end. */
  readonly paidUntil?: Date | null;
  readonly reason?: string | null;
  /** Throws when the caller saw another version. */
  readonly checkVersion: (version: number) => void;
}

/** What the vendor does to the licence of a business: each under the business's own tenant. */
export class ManageLicence {
  /** @param isRemote the subscription service decides who has which plan, and nobody here. */
  constructor(
    private readonly transactor: Transactor,
    private readonly keeper: LicenceKeeper,
    private readonly plans: PlanBook,
    private readonly businesses: Businesses,
    private readonly recall: Recall,
    private readonly isRemote: boolean,
  ) {}

  /**
   * @throws Refusal `plan_not_found`, `plan_archived`, `licence_state_conflict`, `licence_invalid`, `licence_kept_elsewhere`;
   * of all commands: `licence_business_unknown`.
   */
  async assign(context: RequestContext, slug: string, command: AssignCommand): Promise<Subscription> {
    this.assertLocal();
    const { terms, archived } = await this.plans.get(command.plan);
    return this.decide(context, slug, (licence) => {
      command.checkVersion(licence.version);
      // Who has a plan keeps it when it is not sold any more.
      if (archived && licence.terms.code !== terms.code)
        throw new Refusal<LicensingRefusal>('plan_archived', { plan: terms.code });
      const { paidUntil, reason = null } = command;
      return assign(licence, { terms, reason, ...(paidUntil !== undefined && { paidUntil }) }, context.at);
    });
  }

  extend(context: RequestContext, slug: string, paidUntil: Date, reason: string | null): Promise<Subscription> {
    return this.decideHere(context, slug, (licence) => extend(licence, paidUntil, context.at, reason));
  }

  cancel(context: RequestContext, slug: string, reason: string): Promise<Subscription> {
    return this.decideHere(context, slug, (licence) => cancel(licence, reason, context.at));
  }

  revoke(context: RequestContext, slug: string, reason: string): Promise<Subscription> {
    return this.decideHere(context, slug, (licence) => revoke(licence, reason, context.at));
  }

  restore(context: RequestContext, slug: string, reason: string): Promise<Subscription> {
    return this.decideHere(context, slug, (licence) => restore(licence, reason, context.at));
  }

  /** @throws Refusal `licence_invalid`. */
  setOverride(context: RequestContext, slug: string, override: Override): Promise<Subscription> {
    const checked = checkedOverride(override, context.at);
    return this.decide(context, slug, (licence) => setOverride(licence, checked, context.at));
  }

  /** @throws Refusal `licence_override_not_found`. */
  removeOverride(context: RequestContext, slug: string, name: string, reason: string | null): Promise<Subscription> {
    return this.decide(context, slug, (licence) => removeOverride(licence, name, context.at, reason));
  }

  private async decideHere(
    context: RequestContext,
    slug: string,
    decide: (licence: Subscription) => LicenceDecision,
  ): Promise<Subscription> {
    this.assertLocal();
    return this.decide(context, slug, decide);
  }

  private async decide(
    context: RequestContext,
    slug: string,
    decide: (licence: Subscription) => LicenceDecision,
  ): Promise<Subscription> {
    const own = await reachedBusiness(this.businesses, context, slug);
    const licence = await this.transactor.run(
      own,
      async (tx) => (await this.keeper.change(tx, own.at, decide)).licence,
    );
    this.recall.licence(own.tenantId);
    return licence;
  }

  private assertLocal(): void {
    if (this.isRemote) throw new Refusal<LicensingRefusal>('licence_kept_elsewhere');
  }
}
