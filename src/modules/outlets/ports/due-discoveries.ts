import type { OutletId, TenantId } from '../../../kernel/ids.js';
import type { DiscoveryId } from '../domain/discovery.js';

/** A question that waits for another try. */
export interface DueDiscovery {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly id: DiscoveryId;
  readonly outletId: OutletId;
}

/** Finds what is due, of all tenants, and takes it in hand for a while. */
export interface DueDiscoveries {
  claim(limit: number, at: Date): Promise<readonly DueDiscovery[]>;
}
