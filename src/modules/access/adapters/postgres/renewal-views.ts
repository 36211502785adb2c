import { sql } from 'kysely';
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Renewal, RenewalId, RenewalRefusal } from '../../domain/api-key-renewal.js';
import type { KeyPage, RenewalFilter, RenewalViews } from '../../ports/api-key-views.js';
import type { AccessTables } from './api-key-rows.js';
import { toRenewal } from './renewal-rows.js';

/** Reads about wishes for renewal; row security confines them to the tenant. */
export class PostgresRenewalViews implements RenewalViews {
  constructor(private readonly transactor: Transactor) {}

  renewals(tenantId: TenantId, { status, apiKeyId }: RenewalFilter, { limit, after }: KeyPage): Promise<Renewal[]> {
    return this.transactor.read({ tenantId }, async (tx) => {
      let query = transactionOf<AccessTables>(tx)
        .selectFrom('api_key_renewals')
        .selectAll()
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (status !== undefined) query = query.where('status', '=', status);
      if (apiKeyId !== undefined) query = query.where('api_key_id', '=', apiKeyId);
      if (after !== undefined)
        query = query.where(sql<boolean>`(asked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
      return (await query.execute()).map(toRenewal);
    });
  }

  renewal(tenantId: TenantId, id: RenewalId): Promise<Renewal> {
    return this.transactor.read({ tenantId }, async (tx) => {
      const row = await transactionOf<AccessTables>(tx)
        .selectFrom('api_key_renewals')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw new Refusal<RenewalRefusal>('api_key_renewal_not_found', { id });
      return toRenewal(row);
    });
  }
}
