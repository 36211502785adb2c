import type { TenantId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Business } from '../../domain/business.js';
import type { BusinessRepository } from '../../ports/business-repository.js';
import { BUSINESS_COLUMNS, fromBusiness, toBusiness, type BusinessTables } from './business-rows.js';

const DUE = `select id from businesses where carry_over_at <= $1 order by carry_over_at limit $2`;

/** The list of businesses in PostgreSQL; each has its row of figures from the beginning. */
export class PostgresBusinessRepository implements BusinessRepository {
  async add(tx: Tx, business: Business): Promise<boolean> {
    const database = transactionOf<BusinessTables>(tx);
    const added = await database
      .insertInto('businesses')
      .values({ tenant_id: tenantOf(tx), ...fromBusiness(business) })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) return false;
    const row = { tenant_id: tenantOf(tx), business_id: business.id, due_at: business.registeredAt };
    await database
      .insertInto('business_activity')
      .values(row as never) // the other columns have defaults
      .execute();
    return true;
  }

  async lock(tx: Tx, id: TenantId): Promise<Business | undefined> {
    const row = await this.selectAll(tx).where('id', '=', id).forUpdate().executeTakeFirst();
    return row && toBusiness(row);
  }

  async lockBySlug(tx: Tx, slug: string): Promise<Business | undefined> {
    const row = await this.selectAll(tx).where('slug', '=', slug).forUpdate().executeTakeFirst();
    return row && toBusiness(row);
  }

  async findBySlug(tx: Tx, slug: string): Promise<Business | undefined> {
    const row = await this.selectAll(tx).where('slug', '=', slug).executeTakeFirst();
    return row && toBusiness(row);
  }

  async save(tx: Tx, business: Business): Promise<void> {
    const { id, ...changes } = fromBusiness(business);
    const { numUpdatedRows } = await transactionOf<BusinessTables>(tx)
      .updateTable('businesses')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} businesses instead of one`);
  }

  async dueCarryOvers(tx: Tx, at: Date, limit: number): Promise<readonly TenantId[]> {
    return (await runPrepared<{ id: TenantId }>(tx, 'businesses_carry_over', DUE, [at, limit])).map(({ id }) => id);
  }

  async listed(tx: Tx, ids: readonly TenantId[]): Promise<ReadonlySet<TenantId>> {
    if (ids.length === 0) return new Set();
    const rows = await transactionOf<BusinessTables>(tx)
      .selectFrom('businesses')
      .select('id')
      .where('id', 'in', ids)
      .execute();
    return new Set(rows.map(({ id }) => id as TenantId));
  }

  private selectAll(tx: Tx) {
    return transactionOf<BusinessTables>(tx).selectFrom('businesses').select(BUSINESS_COLUMNS);
  }
}
