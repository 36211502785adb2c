import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** What this module asks about outlets. */
export interface Workplaces {
  exists(tx: Tx, id: OutletId): Promise<boolean>;
}
