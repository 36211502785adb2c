import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** An outlet as drawers need it. */
export interface DrawerOutlet {
  readonly id: OutletId;
  readonly currency: string;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
  /** The last business day that was closed. */
  readonly closedThrough: string | null;
}

/** The outlets of the tenant. */
export interface DrawerOutlets {
  outlet(tx: Tx, id: OutletId): Promise<DrawerOutlet | undefined>;
  /** Makes sure, as the transaction commits, that the business day is not closed meanwhile: or the work runs again. */
  keepDayOpen(tx: Tx, id: OutletId, businessDate: string): void;
}
