import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { AskedRenewal, DecidedRenewal, Renewal, RenewalId, RenewalRefusal } from '../../domain/api-key-renewal.js';
import type { RenewalRepository } from '../../ports/renewal-repository.js';
import type { AccessTables } from './api-key-rows.js';
import { toRenewal } from './renewal-rows.js';

/** Wishes for renewal in the table api_key_renewals. */
export class PostgresRenewalRepository implements RenewalRepository {
  async get(tx: Tx, id: RenewalId): Promise<Renewal> {
    const row = await transactionOf<AccessTables>(tx)
      .selectFrom('api_key_renewals')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw new Refusal<RenewalRefusal>('api_key_renewal_not_found', { id });
    return toRenewal(row);
  }

  async add(tx: Tx, renewal: AskedRenewal): Promise<void> {
    const { id, apiKeyId, wantedUntil, reason, askedBy, askedAt } = renewal;
    const { numInsertedOrUpdatedRows } = await transactionOf<AccessTables>(tx)
      .insertInto('api_key_renewals')
      .values({
        ...{ tenant_id: tenantOf(tx), id, api_key_id: apiKeyId, status: 'asked', wanted_until: wantedUntil, reason },
        ...{ asked_by: askedBy, asked_at: askedAt },
        ...{ decided_by: null, decided_at: null, note: null, granted_until: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) throw new Refusal<RenewalRefusal>('api_key_renewal_open', { apiKeyId });
  }

  async save(tx: Tx, renewal: DecidedRenewal): Promise<void> {
    const { status, decidedBy, decidedAt, note, grantedUntil } = renewal;
    const { numUpdatedRows } = await transactionOf<AccessTables>(tx)
      .updateTable('api_key_renewals')
      .set({ status, decided_by: decidedBy, decided_at: decidedAt, note, granted_until: grantedUntil })
      .where('id', '=', renewal.id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} renewals instead of one`);
  }
}
