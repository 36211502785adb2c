import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import { ROLES_MAX, type OwnRole } from '../../domain/role.js';
import type { RoleViews } from '../../ports/role-views.js';
import type { AccessTables } from './api-key-rows.js';
import { toRole } from './role-rows.js';

/** Reads about roles; row security confines them to the tenant. */
export class PostgresRoleViews implements RoleViews {
  constructor(private readonly transactor: Transactor) {}

  all(tenantId: TenantId): Promise<readonly OwnRole[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const rows = await transactionOf<AccessTables>(tx)
        .selectFrom('roles')
        .selectAll()
        .orderBy('code')
        .limit(ROLES_MAX)
        .execute();
      return rows.map(toRole);
    });
  }

  some(tenantId: TenantId, codes: readonly string[]): Promise<readonly OwnRole[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const rows = await transactionOf<AccessTables>(tx)
        .selectFrom('roles')
        .selectAll()
        .where('code', 'in', [...codes])
        .execute();
      return rows.map(toRole);
    });
  }
}
