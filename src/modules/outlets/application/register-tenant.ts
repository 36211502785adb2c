import type { RequestContext } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { registerTenant, type Tenant, type TenantDraft } from '../domain/tenant.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** Takes a business in. The context's tenant is the new one: its id is the caller's to choose. */
export class RegisterTenant {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, draft: Omit<TenantDraft, 'id'>): Promise<Tenant> {
    const id: TenantId = context.tenantId;
    return this.transactor.run(context, async (tx) => {
      const { state, events } = registerTenant({ ...draft, id });
      await this.tenants.add(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
