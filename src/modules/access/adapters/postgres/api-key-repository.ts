import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { InsertShape } from '../../../../platform/postgres/deferred-inserts.js';
import { appendRows, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ActiveApiKey, ApiKey, ApiKeyId, ApiKeyRefusal } from '../../domain/api-key.js';
import type { ApiKeyRepository } from '../../ports/api-key-repository.js';
import { SHOWN, toApiKey, type AccessTables } from './api-key-rows.js';

interface NewApiKeyRow {
  tenant_id: string;
  id: string;
  name: string;
  mode: string;
  /** `\x` and hexadecimal: how JSON carries bytea. */
  secret_hash: string;
  hint: string;
  permissions: readonly string[];
  outlet_ids: readonly string[] | null;
  expires_at: Date | null;
  created_by: string;
  created_at: Date;
  reminded_days: number | null;
  version: number;
}
const API_KEYS: InsertShape<NewApiKeyRow> = {
  table: 'api_keys',
  columns: [
    'tenant_id',
    'id',
    'name',
    'mode',
    'secret_hash',
    'hint',
    'permissions',
    'outlet_ids',
    'expires_at',
    'created_by',
    'created_at',
    'reminded_days',
    'version',
  ],
  onDuplicate: { api_keys_pkey: ({ id }) => new Refusal<ApiKeyRefusal>('api_key_already_exists', { apiKeyId: id }) },
};

/** Keys in the table api_keys. */
export class PostgresApiKeyRepository implements ApiKeyRepository {
  async get(tx: Tx, id: ApiKeyId): Promise<ApiKey> {
    const row = await transactionOf<AccessTables>(tx)
      .selectFrom('api_keys')
      .select(SHOWN)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<ApiKeyRefusal>('api_key_not_found', { apiKeyId: id });
    return toApiKey(row);
  }

  async lock(tx: Tx, ids: readonly ApiKeyId[]): Promise<readonly ApiKey[]> {
    const rows = await transactionOf<AccessTables>(tx)
      .selectFrom('api_keys')
      .select(SHOWN)
      .where('id', 'in', [...ids])
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.map(toApiKey);
  }

  add(tx: Tx, key: ActiveApiKey, secretHash: string): void {
    const { id, name, mode, hint, permissions, outlets, expiresAt, createdBy, createdAt } = key;
    const row: NewApiKeyRow = {
      tenant_id: tenantOf(tx),
      id,
      name,
      mode,
      secret_hash: `\\x${secretHash}`,
      hint,
      permissions,
      outlet_ids: outlets,
      expires_at: expiresAt,
      created_by: createdBy,
      created_at: createdAt,
      reminded_days: key.remindedDays,
      version: key.version,
    };
    appendRows(tx, API_KEYS, [row]);
  }

  async save(tx: Tx, key: ApiKey): Promise<void> {
    const revoked = key.status === 'revoked' ? key : undefined;
    const changes = {
      ...{ name: key.name, permissions: [...key.permissions], expires_at: key.expiresAt, version: key.version },
      ...{ reminded_days: key.remindedDays, revoked_at: revoked?.revokedAt ?? null },
      ...{ revoked_by: revoked?.revokedBy ?? null, revoke_reason: revoked?.revokeReason ?? null },
    };
    const { numUpdatedRows } = await transactionOf<AccessTables>(tx)
      .updateTable('api_keys')
      .set(changes)
      .where('id', '=', key.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} API keys instead of one`);
  }
}
