import type { Transactor } from '../../../kernel/transaction.js';
import { PLATFORM } from '../domain/platform.js';
import { UNLIMITED_TERMS, type PlanTerms } from '../domain/plan.js';
import type { PlanRepository } from '../ports/plan-repository.js';

const KEPT_MS = 30_000;

/** What a business may that was never given a plan: the plan DEFAULT_PLAN, or everything. */
export class DefaultTerms {
  private known: { readonly terms: PlanTerms; readonly until: number } | undefined;

  /** @param side transactions over connections of their own: a running one may wait for the answer. */
  constructor(
    private readonly side: Pick<Transactor, 'read'>,
    private readonly plans: PlanRepository,
    private readonly code: string | undefined,
  ) {}

  /** @throws Error when DEFAULT_PLAN names a plan that is not there: the operator's to repair. */
  async terms(at: Date): Promise<PlanTerms> {
    const { code } = this;
    if (code === undefined) return UNLIMITED_TERMS;
    if (this.known !== undefined && at.getTime() < this.known.until) return this.known.terms;
    const plan = await this.side.read({ tenantId: PLATFORM.id }, (tx) => this.plans.find(tx, code));
    if (plan === undefined) throw new Error(`DEFAULT_PLAN names no plan: ${code}`);
    this.known = { terms: plan.terms, until: at.getTime() + KEPT_MS };
    return plan.terms;
  }
}
