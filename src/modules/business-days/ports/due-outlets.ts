import type { OutletId, TenantId } from '../../../kernel/ids.js';

/** An outlet whose days somebody should look at. */
export interface DueOutlet {
  readonly tenantId: TenantId;
  readonly tenantSlug: string;
  readonly outletId: OutletId;
}

/** Finds outlets that are to be looked at, of all tenants. */
export interface DueOutlets {
  /** The next of them, in an order of their own. @param after the last one of the page before. */
  due(limit: number, after: DueOutlet | undefined): Promise<readonly DueOutlet[]>;
}
