import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { archivePlan, changePlan, createPlan } from '../domain/plan-lifecycle.js';
import type { Plan, PlanTerms } from '../domain/plan.js';
import type { PlanRepository } from '../ports/plan-repository.js';
import { assertAllRegions } from './reached-business.js';

export type PlanChanges = Partial<Omit<PlanTerms, 'code'>>;

const MANAGES = 'plans:manage';

/** Makes, changes and archives plans, in the vendor's own tenant: for those who act for all of its regions, as plans do. */
export class ManagePlans {
  constructor(
    private readonly transactor: Transactor,
    private readonly plans: PlanRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `plan_invalid`, `plan_code_taken`. */
  async create(context: RequestContext, terms: PlanTerms): Promise<Plan> {
    assertAllRegions(context, MANAGES);
    return this.transactor.run(context, async (tx) => {
      const { state, events } = createPlan(this.ids.next<'plan'>(), terms);
      const known = await this.plans.find(tx, terms.code);
      if (known !== undefined || !(await this.plans.add(tx, state)))
        throw new Refusal<LicensingRefusal>('plan_code_taken', { plan: terms.code });
      this.outbox.append(tx, events);
      return state;
    });
  }

  /** @param checkVersion throws when the caller saw another. @throws Refusal `plan_not_found`, `plan_invalid`. */
  change(
    context: RequestContext,
    code: string,
    changes: PlanChanges,
    checkVersion: (version: number) => void,
  ): Promise<Plan> {
    return this.decide(context, code, (plan) => {
      checkVersion(plan.version);
      return changePlan(plan, changes);
    });
  }

  /** @throws Refusal `plan_not_found`, `plan_archived`, `plan_not_archived`. */
  archive(context: RequestContext, code: string, archived: boolean): Promise<Plan> {
    return this.decide(context, code, (plan) => archivePlan(plan, archived));
  }

  private async decide(
    context: RequestContext,
    code: string,
    decide: (plan: Plan) => ReturnType<typeof changePlan>,
  ): Promise<Plan> {
    assertAllRegions(context, MANAGES);
    return this.transactor.run(context, async (tx) => {
      const { state, events } = decide(await lockedPlan(this.plans, tx, code));
      if (events.length > 0) await this.plans.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}

async function lockedPlan(plans: PlanRepository, tx: Tx, code: string): Promise<Plan> {
  const plan = await plans.lock(tx, code);
  if (plan === undefined) throw new Refusal<LicensingRefusal>('plan_not_found', { plan: code });
  return plan;
}
