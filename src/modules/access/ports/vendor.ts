import type { TenantId } from '../../../kernel/ids.js';

/** True for the vendor's own tenant, where the permissions of the platform are given out. */
export type IsPlatform = (tenantId: TenantId) => boolean;
