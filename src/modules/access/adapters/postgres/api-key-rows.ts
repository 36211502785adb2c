import type { ActiveApiKey, ApiKey, ApiKeyId } from '../../domain/api-key.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { KeyMode } from '../../domain/token-text.js';
import { isPermission } from '../../domain/permissions.js';
import type { RenewalRow } from './renewal-rows.js';
import type { RoleRow } from './role-rows.js';

/** The tables of this module, for kysely. */
export interface AccessTables {
  api_keys: ApiKeyRow;
  roles: RoleRow;
  api_key_renewals: RenewalRow;
}

export interface ApiKeyRow {
  tenant_id: TenantId;
  id: string;
  name: string;
  mode: KeyMode;
  secret_hash: Buffer;
  hint: string;
  permissions: string[];
  outlet_ids: string[] | null;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
  created_by: string;
  created_at: Date;
  version: number;
  revoked_by: string | null;
  revoke_reason: string | null;
  reminded_days: number | null;
}

export const SHOWN = [
  'id',
  'name',
  'mode',
  'hint',
  'permissions',
  'outlet_ids',
  'expires_at',
  'revoked_at',
  'last_used_at',
  'created_by',
  'created_at',
  'version',
  'revoked_by',
  'revoke_reason',
  'reminded_days',
] as const;

export type ShownRow = Pick<ApiKeyRow, (typeof SHOWN)[number]>;

/** A row as the domain knows it. Permissions that no longer exist give nothing. */
export function toApiKey(row: ShownRow): ApiKey {
  const base: Omit<ActiveApiKey, 'status'> = {
    id: row.id as ApiKeyId,
    name: row.name,
    mode: row.mode,
    hint: row.hint,
    permissions: row.permissions.filter(isPermission),
    outlets: row.outlet_ids as OutletId[] | null,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    remindedDays: row.reminded_days as ApiKey['remindedDays'],
    version: row.version,
  };
  if (row.revoked_at === null) return { ...base, status: 'active' };
  const revoked = { revokedAt: row.revoked_at, revokedBy: row.revoked_by, revokeReason: row.revoke_reason };
  return { ...base, status: 'revoked', ...revoked };
}
