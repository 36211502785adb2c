import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { DayFacts } from '../domain/day-facts.js';
import type { ReportScope } from '../domain/report-scope.js';

/** A drawer session, as far as a report on it depends on it. */
export interface ReportedSession {
  readonly id: string;
  readonly outletId: OutletId;
  readonly drawerId: string;
  readonly currency: string;
  /** Of its opening. */
  readonly businessDate: string;
  readonly closed: boolean;
  /** Nobody who counts it is to know what it should hold. */
  readonly blind: boolean;
}

/** Reads what was sold, paid, given back and moved. */
export interface DayBooks {
  facts(tx: Tx, scope: ReportScope): Promise<DayFacts>;
  /** Days after one (or from the beginning) and before another that something was booked into, in order. */
  daysWithBusiness(
    tx: Tx,
    outletId: OutletId,
    after: string | null,
    before: string,
    limit: number,
  ): Promise<readonly string[]>;
  session(tx: Tx, id: string): Promise<ReportedSession | undefined>;
  /** Drawer sessions of the outlet that are not closed. */
  openSessions(tx: Tx, outletId: OutletId): Promise<readonly ReportedSession[]>;
}
