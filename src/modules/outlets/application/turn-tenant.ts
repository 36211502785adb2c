import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { TENANT_TURNS, type Tenant, type TenantStatus } from '../domain/tenant.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** What the business is to be. Doing it again changes nothing. */
export interface TurnTenantCommand {
  readonly to: TenantStatus;
  readonly reason: string;
}

/** Suspends, resumes or closes a business: the context's tenant. Who calls then recalls `tenant:<id>`. */
export class TurnTenant {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `tenant_closed_for_good`, `tenant_is_platform`. */
  execute(context: RequestContext, { to, reason }: TurnTenantCommand): Promise<Tenant> {
    return this.transactor.run(context, async (tx) => {
      const { state, events } = TENANT_TURNS[to](await this.tenants.get(tx), { reason, at: context.at });
      if (events.length > 0) await this.tenants.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
