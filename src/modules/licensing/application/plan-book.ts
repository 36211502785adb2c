import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { LicensingRefusal } from '../domain/licensing-refusal.js';
import { PLATFORM } from '../domain/platform.js';
import type { Plan } from '../domain/plan.js';
import type { PlanRepository } from '../ports/plan-repository.js';

/** Reads plans, for the vendor and for whoever wants to choose one: what is sold is no secret. */
export class PlanBook {
  constructor(
    private readonly transactor: Pick<Transactor, 'read'>,
    private readonly plans: PlanRepository,
  ) {}

  all(): Promise<readonly Plan[]> {
    return this.transactor.read({ tenantId: PLATFORM.id }, (tx) => this.plans.all(tx));
  }

  /** Those that can be chosen. */
  async onSale(): Promise<readonly Plan[]> {
    return (await this.all()).filter(({ archived }) => !archived);
  }

  /** @throws Refusal `plan_not_found`. */
  async get(code: string): Promise<Plan> {
    const plan = await this.transactor.read({ tenantId: PLATFORM.id }, (tx) => this.plans.find(tx, code));
    if (plan === undefined) throw new Refusal<LicensingRefusal>('plan_not_found', { plan: code });
    return plan;
  }

  /** One that can be had by whoever does not have it. @throws Refusal `plan_not_found`, `plan_archived`. */
  async onSaleBy(code: string): Promise<Plan> {
    const plan = await this.get(code);
    if (plan.archived) throw new Refusal<LicensingRefusal>('plan_archived', { plan: code });
    return plan;
  }
}
