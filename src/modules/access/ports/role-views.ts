import type { TenantId } from '../../../kernel/ids.js';
import type { OwnRole } from '../domain/role.js';

/** Questions about the roles that businesses have made, which change nothing. */
export interface RoleViews {
  /** By code; a business has no more than `ROLES_MAX`. */
  all(tenantId: TenantId): Promise<readonly OwnRole[]>;
  /** Of these codes, those that there are: one question to the database. */
  some(tenantId: TenantId, codes: readonly string[]): Promise<readonly OwnRole[]>;
}
