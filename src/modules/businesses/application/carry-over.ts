import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { carriedOver, followTenant, type TenantFacts } from '../domain/business-lifecycle.js';
import type { Business } from '../domain/business.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { Tenancy } from '../ports/tenancy.js';
import { businessContext, decider } from './contexts.js';

/** Carries what the vendor decided over to the business's own row, in the name of who decided. Done twice it is done once. */
export class CarryOver {
  constructor(
    private readonly transactor: Transactor,
    private readonly businesses: BusinessRepository,
    private readonly outbox: Outbox,
    private readonly tenancy: Tenancy,
  ) {}

  /** Does nothing where nothing waits. */
  async execute({ idempotency: _, ...context }: RequestContext, id: TenantId): Promise<void> {
    const decided = await this.transactor.run(context, (tx) => this.businesses.lock(tx, id));
    if (decided?.carryOver == null) return;
    const inside = businessContext(context, decided, decider(decided.carryOver.decidedBy));
    const { facts, isRefused } = await this.turned(inside, decided);
    this.tenancy.recall(id);
    await this.transactor.run(context, async (tx) => {
      const present = await this.businesses.lock(tx, id);
      if (present === undefined) return;
      if (!isRefused) {
        const after = carriedOver(present, decided.status, facts.version);
        if (after !== present) await this.businesses.save(tx, after);
        return;
      }
      // Its own row can no longer become so: somebody closed it meanwhile. The list follows.
      const free = { ...present, carryOver: null, tenantVersion: facts.version - 1 };
      const { state, events } = followTenant(free, facts, 'changed elsewhere', context.at);
      await this.businesses.save(tx, state);
      this.outbox.append(tx, events);
    });
  }

  private async turned(
    inside: RequestContext,
    { status, statusReason }: Business,
  ): Promise<{ readonly facts: TenantFacts; readonly isRefused: boolean }> {
    try {
      return { facts: await this.tenancy.turn(inside, status, statusReason ?? 'decided'), isRefused: false };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { facts: await this.tenancy.facts(inside), isRefused: true };
    }
  }
}
