import type { EventSubscriber, PublishedEvent } from '../../../../kernel/outbox.js';
import { decider, platformContext } from '../../application/contexts.js';
import type { FollowTenantRow } from '../../application/follow-tenant-row.js';
import type { TenantFacts } from '../../domain/business-lifecycle.js';
import type { Tenancy } from '../../ports/tenancy.js';

/** Hears of every change of a business's own row, whoever made it, and brings the vendor's list to it. */
export class TenantRowsListener implements EventSubscriber {
  readonly pattern = 'pos.tenant.*';

  constructor(
    private readonly follow: Pick<FollowTenantRow, 'execute'>,
    private readonly tenancy: Pick<Tenancy, 'recall'>,
    private readonly now: () => number,
  ) {}

  async handle({ type, data, actor, requestId }: PublishedEvent): Promise<void> {
    const { tenant, reason } = data as { tenant: TenantFacts; reason?: string };
    // Doors forget at once also where the registry of businesses has decided: nobody else tells them.
    if (type !== 'pos.tenant.registered') this.tenancy.recall(tenant.id);
    const context = platformContext(requestId, new Date(this.now()), decider(actor));
    await this.follow.execute(context, tenant, reason ?? type);
  }
}
