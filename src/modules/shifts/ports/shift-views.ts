import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { CashierFacts, CashierScope } from '../domain/cashier-report.js';
import type { Shift, ShiftId } from '../domain/shift.js';

export interface ShiftQuery {
  readonly outletId?: OutletId;
  readonly personId?: string;
  readonly status?: Shift['status'];
  /** Trading days, `from` inclusive, `to` exclusive. */
  readonly from?: string;
  readonly to?: string;
  /** The outlets that the caller may act for; null is all. */
  readonly outletIds: readonly string[] | null;
  readonly limit: number;
  /** Clock-in and id of the last shift of the page before. */
  readonly after?: readonly [clockedInAt: string, id: string];
}

/** What callers ask about shifts. */
export interface ShiftViews {
  /** @throws Refusal `shift_not_found`. */
  shift(tx: Tx, id: ShiftId): Promise<Shift>;
  /** Newest first, one more than the limit when there are more. */
  shifts(tx: Tx, query: ShiftQuery): Promise<readonly Shift[]>;
  /** Shifts of one outlet and trading day, the person's that worked there. */
  ofDay(tx: Tx, outletId: OutletId, businessDate: string): Promise<readonly Shift[]>;
  /** What people did at the till, as the tables say. */
  cashiers(tx: Tx, scope: CashierScope): Promise<CashierFacts>;
}
