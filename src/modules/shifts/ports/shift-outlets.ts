import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** A place of work, as far as shifts there depend on it. */
export interface ShiftOutlet {
  readonly id: OutletId;
  readonly currency: string;
  readonly active: boolean;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
}

/** Knows the outlets of the transaction's tenant. */
export interface ShiftOutlets {
  outlet(tx: Tx, id: OutletId): Promise<ShiftOutlet | undefined>;
}
