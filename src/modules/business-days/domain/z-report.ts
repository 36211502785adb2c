import type { OutletId } from '../../../kernel/ids.js';
import { add, type Money } from '../../../kernel/money.js';
import type { DayFigures } from './day-figures.js';
import type { ReportException } from './report-exceptions.js';
import type { ReportScopeName, ZReportId } from './report-scope.js';

/** The end of the audit's chain: number and hash of its last entry. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** What a Z report says, as it is kept for ever: all that its renders need is in it. */
export interface ZContent {
  /** Of this layout. */
  readonly format: 1;
  readonly id: ZReportId;
  readonly scope: ReportScopeName;
  readonly outletId: OutletId;
  readonly outletName: string;
  readonly timeZone: string;
  readonly currency: string;
  /** How many digits amounts have after the point. */
  readonly minorDigits: number;
  readonly drawerId: string | null;
  readonly sessionId: string | null;
  /** The day that is closed; of a session the day on which it was opened. */
  readonly businessDate: string;
  /** Within its series, from 1 without gaps. */
  readonly number: number;
  readonly previousHash: string | null;
  /** Sales of this report and all before it in its series; never goes back. */
  readonly grandTotal: Money;
  readonly madeAt: string;
  /** On the outlet's wall clock, `YYYY-MM-DD HH:MM`. */
  readonly madeAtLocal: string;
  readonly madeBy: string;
  readonly reason: string | null;
  readonly figures: DayFigures;
  readonly exceptions: readonly ReportException[];
  /** Of a day: the end of the audit when it was closed, kept where the audit's table does not reach (GUARANTEES I4). */
  readonly auditHead: AuditHead | null;
}

/** A report with its seal: the text of the content, and the hash of that. */
export interface ZReport {
  readonly content: ZContent;
  /** Canonical JSON of the content. */
  readonly text: string;
  readonly hash: string;
}

/** Where a series of reports has got to. */
export interface ReportSeries {
  readonly scope: ReportScopeName;
  /** The outlet of days, the drawer of its sessions. */
  readonly seriesId: string;
  readonly outletId: OutletId;
  readonly lastNumber: number;
  readonly lastHash: string | null;
  readonly grandTotal: Money;
}

/** What a report is, before it has its place in a series. */
export type ZDraft = Omit<ZContent, 'format' | 'number' | 'previousHash' | 'grandTotal'>;

/** Gives a report the next place of its series. */
export function numberedReport(draft: ZDraft, series: ReportSeries): ZContent {
  return {
    format: 1,
    ...draft,
    number: series.lastNumber + 1,
    previousHash: series.lastHash,
    grandTotal: add(series.grandTotal, draft.figures.sales.total),
  };
}

/** The series after a report. */
export function seriesAfter(series: ReportSeries, { content, hash }: ZReport): ReportSeries {
  return { ...series, lastNumber: content.number, lastHash: hash, grandTotal: content.grandTotal };
}
