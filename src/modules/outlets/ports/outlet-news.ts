import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** In which order the registry told of outlets, by events and by answers. */
export interface OutletNews {
  /** Takes down that it told of an outlet. @returns false when it has told something newer already. */
  isNewest(tx: Tx, outletId: OutletId, at: Date): Promise<boolean>;
}
