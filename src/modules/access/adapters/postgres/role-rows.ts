import type { TenantId } from '../../../../kernel/ids.js';
import { isTile } from '../../domain/dashboard.js';
import { isPermission } from '../../domain/permissions.js';
import type { OwnRole, OwnRoleId } from '../../domain/role.js';

export interface RoleRow {
  tenant_id: TenantId;
  id: string;
  code: string;
  name: string;
  description: string;
  permissions: string[];
  based_on: string | null;
  template: string | null;
  dashboard: string[];
  created_by: string;
  created_at: Date;
  updated_at: Date;
  version: number;
}

/** A row as the domain knows it. Permissions and tiles that no longer exist give nothing. */
export function toRole(row: RoleRow): OwnRole {
  return {
    ...{ id: row.id as OwnRoleId, code: row.code, name: row.name, description: row.description },
    ...{ permissions: row.permissions.filter(isPermission), dashboard: row.dashboard.filter(isTile) },
    ...{ basedOn: row.based_on, template: row.template, version: row.version },
    ...{ createdBy: row.created_by, createdAt: row.created_at, updatedAt: row.updated_at },
  };
}

/** The columns of a role that can change. */
export function fromRole(role: OwnRole): Omit<RoleRow, 'tenant_id' | 'id' | 'code' | 'created_by' | 'created_at'> {
  return {
    ...{ name: role.name, description: role.description, based_on: role.basedOn, template: role.template },
    ...{ permissions: [...role.permissions], dashboard: [...role.dashboard] },
    ...{ updated_at: role.updatedAt, version: role.version },
  };
}
