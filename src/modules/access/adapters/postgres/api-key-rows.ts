import type { ActiveApiKey, ApiKey, ApiKeyId } from '../../domain/api-key.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { KeyMode } from '../../domain/key-text.js';
import { isPermission } from '../../domain/permissions.js';

/** The tables of this module, for kysely. */
export interface AccessTables {
  api_keys: ApiKeyRow;
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
  };
  return row.revoked_at === null
    ? { ...base, status: 'active' }
    : { ...base, status: 'revoked', revokedAt: row.revoked_at };
}
