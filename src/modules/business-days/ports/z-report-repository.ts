import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { ReportScopeName, ZReportId } from '../domain/report-scope.js';
import type { ReportSeries, ZReport } from '../domain/z-report.js';

/** Where a series stands, as its counter's row says. */
export interface SeriesKey {
  readonly scope: ReportScopeName;
  readonly seriesId: string;
  readonly outletId: OutletId;
  readonly currency: string;
}

/** Keeps Z reports. */
export interface ZReportRepository {
  /**
   * Keeps everybody else from closing days of the outlet, and whatever counts in a day from being recorded, until the transaction
   * ends. Comes before anything else that the close reads.
   * @returns the last day that is closed, as it is now.
   */
  lockDays(tx: Tx, outletId: OutletId): Promise<string | null>;
  /** Locks the counter of a series, which exists from then on. The last lock of a transaction (GUARANTEES G4). */
  lockSeries(tx: Tx, key: SeriesKey): Promise<ReportSeries>;
  /** Adds reports of one series, in order, and moves its counter on. */
  add(tx: Tx, reports: readonly ZReport[], series: ReportSeries): Promise<void>;
  ofDay(tx: Tx, outletId: OutletId, businessDate: string): Promise<ZReport | undefined>;
  ofSession(tx: Tx, sessionId: string): Promise<ZReport | undefined>;
  find(tx: Tx, id: ZReportId): Promise<ZReport | undefined>;
}
