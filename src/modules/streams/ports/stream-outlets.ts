import type { OutletId, TenantId } from '../../../kernel/ids.js';

/** The tenant's places of sale. */
export interface StreamOutlets {
  exists(tenantId: TenantId, id: OutletId): Promise<boolean>;
}
