import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Outlet } from '../domain/outlet.js';
import type { Tenant } from '../domain/tenant.js';

/**
 * What other modules may ask about the tenant and its outlets, within their own transaction. Answers are frozen and never
 * older than the transaction; those known already cost no round trip. Ask before changing outlets in the same transaction.
 */
export abstract class OutletsFacade {
  /** The outlet, active or not; `undefined` when the tenant has none of that id. */
  abstract outlet(tx: Tx, id: OutletId): Promise<Outlet | undefined>;
  /** All outlets of the tenant by name, then id. */
  abstract list(tx: Tx): Promise<readonly Outlet[]>;
  abstract tenant(tx: Tx): Promise<Tenant>;
}
