import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import {
  changeTenant,
  TENANT_TURNS,
  type Tenant,
  type TenantChanges,
  type TenantEvent,
  type TenantStatus,
} from '../domain/tenant.js';
import type { TenantRepository } from '../ports/tenant-repository.js';

/** What the registry of businesses says of one. What it leaves out stays. */
export interface AnnouncedTenant extends TenantChanges {
  readonly status?: TenantStatus;
  readonly reason: string;
}

/** Follows the registry of businesses: the transaction's tenant is as it says. Joins its caller's transaction. */
export class FollowTenant {
  constructor(
    private readonly tenants: TenantRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `tenant_invalid`, `tenant_closed_for_good`, `tenant_is_platform`. */
  async execute(tx: Tx, { at }: RequestContext, { status, reason, ...changes }: AnnouncedTenant): Promise<void> {
    const present = await this.tenants.get(tx);
    const changed = changeTenant(present, changes);
    const turned: Decision<Tenant, TenantEvent> =
      status === undefined ? { state: changed.state, events: [] } : TENANT_TURNS[status](changed.state, { reason, at });
    const events = [...changed.events, ...turned.events];
    if (events.length > 0) await this.tenants.save(tx, turned.state);
    this.outbox.append(tx, events);
  }
}
