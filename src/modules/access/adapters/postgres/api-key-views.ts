import { sql } from 'kysely';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ApiKey, ApiKeyId, ApiKeyRefusal, RevokedApiKey } from '../../domain/api-key.js';
import type { ApiKeyFilter, ApiKeyViews, KeyPage } from '../../ports/api-key-views.js';
import { SHOWN, toApiKey, type AccessTables } from './api-key-rows.js';

/** Reads about keys; row security confines them to the tenant. */
export class PostgresApiKeyViews implements ApiKeyViews {
  constructor(private readonly transactor: Transactor) {}

  list(tenantId: TenantId, filter: ApiKeyFilter, { limit, after }: KeyPage): Promise<ApiKey[]> {
    const { status, mode, q, expiringBefore } = filter;
    return this.transactor.read({ tenantId }, async (tx) => {
      // Cursors hold milliseconds, so the order is by milliseconds as well.
      const createdMs = sql<Date>`date_trunc('milliseconds', created_at)`;
      let query = transactionOf<AccessTables>(tx)
        .selectFrom('api_keys')
        .select(SHOWN)
        .orderBy(createdMs, 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) query = query.where('revoked_at', status === 'active' ? 'is' : 'is not', null);
      if (mode !== undefined) query = query.where('mode', '=', mode);
      if (q !== undefined) query = query.where(sql<boolean>`(name ilike ${partOf(q)} or hint = ${q})`);
      if (expiringBefore !== undefined)
        query = query.where('revoked_at', 'is', null).where('expires_at', '<', expiringBefore);
      if (after !== undefined)
        query = query.where(sql<boolean>`(${createdMs}, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await query.execute()).map(toApiKey);
    });
  }

  one(tenantId: TenantId, id: ApiKeyId): Promise<ApiKey> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const row = await transactionOf<AccessTables>(tx)
        .selectFrom('api_keys')
        .select(SHOWN)
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw new Refusal<ApiKeyRefusal>('api_key_not_found', { apiKeyId: id });
      return toApiKey(row);
    });
  }

  revocations(tenantId: TenantId, { limit, after }: KeyPage): Promise<RevokedApiKey[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      let query = transactionOf<AccessTables>(tx)
        .selectFrom('api_keys')
        .select(SHOWN)
        .where('revoked_at', 'is not', null)
        .orderBy('revoked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (after !== undefined)
        query = query.where(sql<boolean>`(revoked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await query.execute()).map(toApiKey).filter((key) => key.status === 'revoked');
    });
  }

  bySecretHash(tenantId: TenantId, secretHash: string): Promise<ApiKey | undefined> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const row = await transactionOf<AccessTables>(tx)
        .selectFrom('api_keys')
        .select(SHOWN)
        .where('secret_hash', '=', Buffer.from(secretHash, 'hex'))
        .executeTakeFirst();
      return row && toApiKey(row);
    });
  }
}

/** A text anywhere in another; what it says of patterns is taken as it stands. */
function partOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
