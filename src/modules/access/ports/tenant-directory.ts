import type { LicenceStanding } from '../../../kernel/context.js';
import type { TenantId } from '../../../kernel/ids.js';

/** As much of a tenant as every request needs. */
export interface Tenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly settings: Readonly<Record<string, unknown>>;
  readonly licence: LicenceStanding;
}

/** Whose name is this in the path? */
export interface TenantDirectory {
  bySlug(slug: string): Promise<Tenant | undefined>;
}
