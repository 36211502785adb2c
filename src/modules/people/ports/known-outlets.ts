import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** The outlets of the business. */
export interface KnownOutlets {
  /** Which of these the business does not have. */
  unknown(tx: Tx, ids: readonly OutletId[]): Promise<readonly OutletId[]>;
}
