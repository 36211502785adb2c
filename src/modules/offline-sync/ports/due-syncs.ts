import type { TenantId } from '../../../kernel/ids.js';

/** A tenant's work in the background. */
export interface DueSync {
  readonly tenantId: TenantId;
  readonly id: string;
}

/** Finds what is due, of all tenants, and of it no more than whose it is. */
export interface DueSyncs {
  /** Held entries that are to be tried again, the most overdue first. */
  entries(now: Date, limit: number): Promise<readonly DueSync[]>;
  /** Devices whose gaps nobody was told of in time. */
  gaps(now: Date, limit: number): Promise<readonly DueSync[]>;
}
