import type { Tx } from '../../../../kernel/transaction.js';
import type { RolesFacade } from '../../../access/index.js';
import type { RoleRights } from '../../ports/role-rights.js';

/** Roles that are built in and the business's own. */
export class TenantRoleRights implements RoleRights {
  constructor(private readonly roles: RolesFacade) {}

  permissionsOf(tx: Tx, roles: readonly string[]): Promise<ReadonlySet<string>> {
    return this.roles.permissionsOf(tx, roles);
  }

  unknown(tx: Tx, roles: readonly string[]): Promise<readonly string[]> {
    return this.roles.exists(tx, roles);
  }
}
