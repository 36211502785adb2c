import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What this module asks about outlets. */
export interface AccountOutlets {
  /** All outlets of the tenant, open or not. */
  all(tx: Tx): Promise<readonly OutletId[]>;
}
