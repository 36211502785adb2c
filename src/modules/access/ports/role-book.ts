import type { TenantId } from '../../../kernel/ids.js';
import type { Permission } from '../domain/permissions.js';

/** What the roles of a business allow: those that are built in, and its own. */
export interface RoleBook {
  /** Of all these roles together; a role that is not known gives nothing. */
  permissionsOf(tenantId: TenantId, roles: readonly string[]): Promise<ReadonlySet<Permission>>;
}
