import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';

type TenantSettings = Readonly<Record<string, unknown>>;

/** The tenant's own values of the configuration. */
export async function tenantSettings(tx: Tx): Promise<TenantSettings> {
  const [row] = await runPrepared<{ settings: TenantSettings }>(
    tx,
    'tenant_settings',
    'select settings from tenants',
    [],
  );
  return row?.settings ?? {};
}
