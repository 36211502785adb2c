import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { OutletTables } from './outlet-rows.js';

/** Makes what caches of every process hold about this tenant's outlets stale, from this transaction's commit on. */
export async function raiseOutletsRevision(tx: Tx): Promise<void> {
  const { numUpdatedRows } = await transactionOf<OutletTables>(tx)
    .updateTable('master_data_revisions')
    .set((eb) => ({ outlets: eb('outlets', '+', 1) }))
    .where('tenant_id', '=', tenantOf(tx))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('the tenant has no revisions of its master data');
}
