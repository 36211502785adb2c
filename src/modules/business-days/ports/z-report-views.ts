import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { StoredReport } from '../domain/report-chain.js';
import type { ReportScopeName } from '../domain/report-scope.js';
import type { ReportSeries, ZReport } from '../domain/z-report.js';

/** Which reports are listed; the newest day first. */
export interface ZReportQuery {
  readonly outletId?: OutletId | undefined;
  readonly scope?: ReportScopeName | undefined;
  /** Business days, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  /** Business day and id of the last one seen. */
  readonly after?: readonly [string, string] | undefined;
}

/** A business day of an outlet that something was booked into or that has a report. */
export interface DayEntry {
  readonly businessDate: string;
  readonly zReportId: string | null;
}

/** Reads about reports, within what the caller may see. */
export interface ZReportViews {
  /** One more than the limit, to see whether there are more. */
  reports(context: RequestContext, query: ZReportQuery): Promise<readonly ZReport[]>;
  /** Days of an outlet in a period (inclusive) with business or a report, in order. */
  days(tx: Tx, outletId: OutletId, from: string, to: string): Promise<readonly DayEntry[]>;
  /** Series of an outlet as their counters have them, and those that only have reports. */
  series(tx: Tx, outletId: OutletId): Promise<readonly Omit<ReportSeries, 'grandTotal'>[]>;
  /** Reports of a series after a number, in order. */
  stored(
    tx: Tx,
    series: Pick<ReportSeries, 'scope' | 'seriesId'>,
    afterNumber: number,
    limit: number,
  ): Promise<readonly StoredReport[]>;
}
