import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';

/** An outlet, as far as its days depend on it. */
export interface DayOutlet {
  readonly id: OutletId;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly dayCutMinutes: number;
  /** As the transaction found it when it began. */
  readonly closedThrough: string | null;
  readonly closureDue: string | null;
}

/** Knows the outlets of the transaction's tenant. */
export interface DayOutlets {
  outlet(tx: Tx, id: OutletId): Promise<DayOutlet | undefined>;
  /** Digits after the point in amounts of the outlet's currency. */
  minorDigits(tx: Tx, currency: string): Promise<number>;
  closeThrough(tx: Tx, id: OutletId, businessDate: string): Promise<void>;
  setClosureDue(tx: Tx, id: OutletId, businessDate: string | null): Promise<void>;
}
