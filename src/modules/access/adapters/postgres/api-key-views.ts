import { sql } from 'kysely';
import type { TenantId } from '../../../../kernel/ids.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ApiKey } from '../../domain/api-key.js';
import type { ApiKeyViews } from '../../ports/api-key-views.js';
import { SHOWN, toApiKey, type AccessTables } from './api-key-rows.js';

/** Reads about keys; row security confines them to the tenant. */
export class PostgresApiKeyViews implements ApiKeyViews {
  constructor(private readonly transactor: Transactor) {}

  list(tenantId: TenantId, { limit, after }: Parameters<ApiKeyViews['list']>[1]): Promise<ApiKey[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      // Cursors hold milliseconds, so the order is by milliseconds as well.
      const createdMs = sql<Date>`date_trunc('milliseconds', created_at)`;
      let query = transactionOf<AccessTables>(tx)
        .selectFrom('api_keys')
        .select(SHOWN)
        .orderBy(createdMs, 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (after !== undefined)
        query = query.where(sql<boolean>`(${createdMs}, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`);
      return (await query.execute()).map(toApiKey);
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
