import { Refusal } from '../../../../kernel/refusal.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { violatedConstraint } from '../../../../platform/postgres/database-errors.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { Tenant, TenantRefusal } from '../../domain/tenant.js';
import type { TenantRepository } from '../../ports/tenant-repository.js';
import { TENANT_COLUMNS, toTenant, type OutletTables, type TenantRow } from './outlet-rows.js';
import { raiseOutletsRevision } from './outlets-revision.js';

const GET = `select ${TENANT_COLUMNS} from tenants for update`;

/** Tenants in PostgreSQL: row security shows a transaction its own and no other. */
export class PostgresTenantRepository implements TenantRepository {
  async get(tx: Tx): Promise<Tenant> {
    const [row] = await runPrepared<TenantRow>(tx, 'tenant_for_update', GET, []);
    if (row === undefined) throw new Error('the tenant of the transaction does not exist');
    return toTenant(row);
  }

  async add(tx: Tx, { id, slug, name, currency, status, minorDigits, version }: Tenant): Promise<void> {
    const database = transactionOf<OutletTables>(tx);
    const settings = JSON.stringify({ minorDigits });
    try {
      await database
        .insertInto('tenants')
        .values({
          tenant_id: id,
          slug,
          name,
          currency,
          status,
          settings,
          closed_at: null,
          version,
          updated_at: new Date(),
        })
        .execute();
    } catch (error) {
      if (violatedConstraint(error) === undefined) throw error;
      throw new Refusal<TenantRefusal>('tenant_slug_taken', { slug }, [{ pointer: '/slug', message: 'is taken' }]);
    }
    await database.insertInto('master_data_revisions').values({ tenant_id: id, outlets: 1 }).execute();
  }

  async save(tx: Tx, { name, currency, status, closedAt, version }: Tenant): Promise<void> {
    const { numUpdatedRows } = await transactionOf<OutletTables>(tx)
      .updateTable('tenants')
      .set({ name, currency, status, closed_at: closedAt, version, updated_at: new Date() })
      .where('tenant_id', '=', tenantOf(tx))
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`saved ${numUpdatedRows} tenants instead of one`);
    await raiseOutletsRevision(tx);
  }
}
