import type { Tx } from '../../../kernel/transaction.js';
import type { Tenant } from '../domain/tenant.js';

/** The transaction's own tenant, locked until the transaction ends. Every write makes the outlets' revision one higher. */
export interface TenantRepository {
  get(tx: Tx): Promise<Tenant>;
  /** Adds the tenant together with the revisions of its master data. @throws Refusal `tenant_slug_taken`. */
  add(tx: Tx, tenant: Tenant): Promise<void>;
  save(tx: Tx, tenant: Tenant): Promise<void>;
}
