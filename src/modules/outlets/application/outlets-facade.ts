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
  /**
   * Says that a business day and those before it are closed. Whoever calls has the outlet's days locked (`lock_business_days`).
   * From this transaction's commit on, what is recorded for them is late.
   */
  abstract closeThrough(tx: Tx, id: OutletId, businessDate: string): Promise<void>;
  /** Says which day's closure is overdue, or that none is. Sales of later days are refused until it is closed. */
  abstract setClosureDue(tx: Tx, id: OutletId, businessDate: string | null): Promise<void>;
}
