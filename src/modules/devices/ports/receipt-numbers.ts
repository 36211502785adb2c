import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** Knows what devices have printed. */
export interface ReceiptNumbers {
  /** The highest number of a series that is on an order of the outlet; 0 when there is none. */
  last(tx: Tx, outletId: OutletId, series: string): Promise<number>;
}
