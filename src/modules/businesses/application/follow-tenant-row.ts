import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { BusinessEvent } from '../domain/business-events.js';
import { followTenant, listBusiness, type TenantFacts } from '../domain/business-lifecycle.js';
import type { Business } from '../domain/business.js';
import { PLATFORM } from '../domain/platform.js';
import type { BusinessRepository } from '../ports/business-repository.js';
import type { RegistrationRepository } from '../ports/registration-repository.js';

/**
 * Puts a business on the vendor's list, or brings its row there to what its own row says. However a business came into
 * being, it appears; what is told twice or late changes nothing.
 */
export class FollowTenantRow {
  constructor(
    private readonly transactor: Transactor,
    private readonly businesses: BusinessRepository,
    private readonly registrations: RegistrationRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @param context the vendor's. The vendor itself is no business: nothing is done. */
  async execute(
    { idempotency: _, ...context }: RequestContext,
    tenant: TenantFacts,
    reason: string,
  ): Promise<Business | undefined> {
    if (tenant.id === PLATFORM.id) return undefined;
    return this.transactor.run(context, async (tx) => {
      const present = (await this.businesses.lock(tx, tenant.id)) ?? (await this.added(tx, tenant, context.at));
      const { state, events }: Decision<Business, BusinessEvent> = followTenant(present, tenant, reason, context.at);
      if (state !== present) await this.businesses.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }

  private async added(tx: Tx, tenant: TenantFacts, at: Date): Promise<Business> {
    const { state, events } = listBusiness(tenant, await this.registrations.ofBusiness(tx, tenant.id), at);
    if (await this.businesses.add(tx, state)) {
      this.outbox.append(tx, events);
      return state;
    }
    const present = await this.businesses.lock(tx, tenant.id); // somebody else was first
    if (present === undefined) throw new Error('a business is on the list and is not');
    return present;
  }
}
