import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { changeTenant, type Tenant, type TenantChanges } from '../domain/tenant.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** Changes the tenant's own settings. */
export class ChangeTenant {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
  ) {}

  execute(context: RequestContext, command: { changes: TenantChanges; expectedVersion?: number }): Promise<Tenant> {
    return this.transactor.run(context, async (tx) => {
      const { state, events } = changeTenant(await this.tenants.get(tx), command.changes, command.expectedVersion);
      if (events.length > 0) await this.tenants.save(tx, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
