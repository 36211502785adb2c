import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { lockRevision, raiseRevision, RevisionCache } from '../../../../platform/postgres/revisions.js';
import { runPrepared, tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import { POLICY_DEFAULTS, type DrawerPolicy } from '../../domain/drawer-policy.js';
import type { PolicyRepository } from '../../ports/drawer-repository.js';
import { fromPolicy, toPolicy, type DrawerTables, type PolicyRow } from './drawer-rows.js';

const POLICIES_MAX = 5_000;
const ONE = `select outlet_id, session_required, variance_limit, cash_limit, denominations, blind_count, forced_count_sales,
  forced_count_minutes, float_default, version from drawer_policies where outlet_id = $1`;

/** Policies in PostgreSQL, and in memory for as long as nothing of the tenant's outlets has changed. */
export class PostgresPolicyRepository implements PolicyRepository {
  private readonly cache = new RevisionCache<DrawerPolicy>('outlets', POLICIES_MAX);

  of(tx: Tx, outletId: OutletId): Promise<DrawerPolicy> {
    return this.cache.get(tx, outletId, () => read(tx, outletId));
  }

  async lock(tx: Tx, outletId: OutletId): Promise<DrawerPolicy> {
    await lockRevision(tx, 'outlets');
    return read(tx, outletId);
  }

  async save(tx: Tx, policy: DrawerPolicy): Promise<void> {
    const row = fromPolicy(policy);
    await transactionOf<DrawerTables>(tx)
      .insertInto('drawer_policies')
      .values({ tenant_id: tenantOf(tx), ...row })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'outlet_id']).doUpdateSet(row))
      .execute();
    await raiseRevision(tx, 'outlets');
  }
}

async function read(tx: Tx, outletId: OutletId): Promise<DrawerPolicy> {
  const [row] = await runPrepared<PolicyRow>(tx, 'drawer_policy', ONE, [outletId]);
  return row === undefined ? { ...POLICY_DEFAULTS, outletId, version: 0 } : toPolicy(row);
}
