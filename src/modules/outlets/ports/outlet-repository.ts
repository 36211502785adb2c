import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Outlet } from '../domain/outlet.js';

/** Outlets as commands need them: locked until the transaction ends. Every write makes the outlets' revision one higher. */
export interface OutletRepository {
  /** `undefined` when the tenant has none of that id. */
  find(tx: Tx, id: OutletId): Promise<Outlet | undefined>;
  /** @throws Refusal `outlet_not_found`. */
  get(tx: Tx, id: OutletId): Promise<Outlet>;
  /** Adds a new outlet; `false` when one with its id is there already. @throws Refusal `receipt_prefix_taken`. */
  add(tx: Tx, outlet: Outlet): Promise<boolean>;
  /** @throws Refusal `receipt_prefix_taken`. */
  save(tx: Tx, outlet: Outlet): Promise<void>;
}
