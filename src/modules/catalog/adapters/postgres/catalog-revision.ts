import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { CatalogTables } from './catalog-rows.js';

/** Keeps every other writer of this tenant's catalogue out until the transaction ends. */
export async function lockCatalog(tx: Tx): Promise<void> {
  const row = await transactionOf<CatalogTables>(tx)
    .selectFrom('master_data_revisions')
    .select('catalog')
    .where('tenant_id', '=', tenantOf(tx))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Error('the tenant has no revisions of its master data');
}

/** Makes what caches of every process hold about this tenant's items stale, from this transaction's commit on. */
export async function raiseCatalogRevision(tx: Tx): Promise<void> {
  await transactionOf<CatalogTables>(tx)
    .updateTable('master_data_revisions')
    .set((eb) => ({ catalog: eb('catalog', '+', 1) }))
    .where('tenant_id', '=', tenantOf(tx))
    .execute();
}
