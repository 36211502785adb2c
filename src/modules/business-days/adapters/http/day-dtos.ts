import { moneyDto, type MoneyDto, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { VerifiedSeries } from '../../application/verify-reports.js';
import type { XReport } from '../../application/read-x-report.js';
import type { DayPolicy } from '../../domain/day-policy.js';
import type { DayStatus } from '../../application/show-days.js';
import type { ZReport } from '../../domain/z-report.js';
import type { BusinessDay } from './business-day.js';
import type { DayFiguresDto, FigureCount } from './day-figures-dtos.js';

/** `day`: all of an outlet's business day; `drawer_session`: what one session of a drawer took. */
export type ReportScopeDto = 'day' | 'drawer_session';

/** Something odd that kept nothing from being closed. */
export interface ReportExceptionDto {
  code:
    | 'order_totals_differ'
    | 'order_discounts_differ'
    | 'order_payments_differ'
    | 'money_unexplained'
    | 'payment_in_doubt'
    | 'drawer_session_open'
    | 'drawer_variance_pending'
    | 'closed_before_the_cut';
  /** Id of the order, payment or drawer session. */
  subject: string | null;
  detail: string;
}

/** How things stand; nothing is changed by reading it. */
export interface XReportResponse {
  scope: ReportScopeDto;
  outletId: Uuid;
  outletName: string;
  currency: string;
  businessDate: BusinessDay;
  drawerId: Uuid | null;
  sessionId: Uuid | null;
  at: Timestamp;
  /** The day or session is closed. */
  closed: boolean;
  /** Figures that would tell what a drawer under a blind count holds were left out. */
  withheld: boolean;
  figures: DayFiguresDto;
  exceptions: readonly ReportExceptionDto[];
}

/** A Z report in brief. */
export interface ZReportSummaryResponse {
  id: Uuid;
  scope: ReportScopeDto;
  outletId: Uuid;
  drawerId: Uuid | null;
  sessionId: Uuid | null;
  businessDate: BusinessDay;
  /** From 1 without gaps: of the outlet's days, or of the drawer's sessions. */
  number: FigureCount;
  madeAt: Timestamp;
  madeBy: string;
  /** How many. */
  exceptions: FigureCount;
  total: MoneyDto;
  grandTotal: MoneyDto;
  /** SHA-256 of the content, in hexadecimal. */
  hash: string;
}

/** The end of the audit's chain; `posctl audit verify --head <number>:<hash>` finds what was cut off after it. */
export interface ReportAuditHead {
  /** 0: there was no entry. */
  number: FigureCount;
  /** SHA-256, in hexadecimal. */
  hash: string;
}

/** A Z report. It never changes. */
export interface ZReportResponse {
  /** Of this layout. */
  format: 1;
  id: Uuid;
  scope: ReportScopeDto;
  outletId: Uuid;
  outletName: string;
  timeZone: string;
  currency: string;
  minorDigits: FigureCount;
  drawerId: Uuid | null;
  sessionId: Uuid | null;
  businessDate: BusinessDay;
  number: FigureCount;
  /** Hash of the report before it in its series. */
  previousHash: string | null;
  /** Sales of this report and all before it in its series. */
  grandTotal: MoneyDto;
  madeAt: Timestamp;
  /** On the outlet's wall clock. */
  madeAtLocal: string;
  madeBy: string;
  reason: string | null;
  figures: DayFiguresDto;
  exceptions: readonly ReportExceptionDto[];
  /** Of a day: where the audit ended when it was closed. */
  auditHead: ReportAuditHead | null;
  /** SHA-256 of the rest as canonical JSON (sorted members, no blanks), in hexadecimal. */
  hash: string;
}

/** The day that was closed, and earlier ones that were closed with it. */
export interface CloseDayResponse {
  report: ZReportSummaryResponse;
  /** All reports made, in the order of their days; the last is `report`. */
  closed: readonly ZReportSummaryResponse[];
}

export interface CloseDayRequest {
  /** @maxLength 500 */
  reason?: string;
  /** Close although drawer sessions are open; what they take from now on counts in the next day. */
  acceptOpenSessions?: boolean;
}

export interface DayResponse {
  businessDate: BusinessDay;
  /** `due`: its time is past by the outlet's policy, and it is not closed. */
  status: 'open' | 'closed' | 'due';
  /** Null also for a day without business that was closed with a later one. */
  zReportId: Uuid | null;
}

export interface DaysResponse {
  data: readonly DayResponse[];
}

/** How days are closed when nobody does it. */
export interface DayPolicyResponse {
  outletId: Uuid;
  closure: DayClosure;
  graceMinutes: FigureCount;
  /** 0 as long as nobody has set one. */
  version: FigureCount;
}

/** `automatic`: days close by themselves; `required`: without a closed day nothing is sold on the next. */
export type DayClosure = 'off' | 'automatic' | 'required';

export interface DayPolicyRequest {
  closure: DayClosure;
  /**
   * Minutes after the day cut.
   * @isInt must be an integer
   * @minimum 0
   * @maximum 1440
   */
  graceMinutes: number;
}

/** Something that is wrong with a series of reports. */
export interface ChainFaultDto {
  reportId: string | null;
  number: FigureCount;
  fault: 'content_changed' | 'row_changed' | 'number_missing' | 'chain_broken' | 'grand_total_wrong' | 'head_missing';
}

export interface VerifiedSeriesDto {
  scope: ReportScopeDto;
  /** The outlet, or the drawer. */
  seriesId: Uuid;
  reports: FigureCount;
  /** The first hundred; empty where all is as it was made. */
  faults: readonly ChainFaultDto[];
}

export interface VerifyReportsResponse {
  /** True when no report of the outlet was changed, added or taken away. */
  intact: boolean;
  series: readonly VerifiedSeriesDto[];
}

/** Shows an X report. */
export function toXReport({
  scope,
  outlet,
  at,
  drawerId,
  closed,
  withheld,
  figures,
  exceptions,
}: XReport): XReportResponse {
  const { name, businessDate, sessionId, currency } = scope;
  const about = { scope: name, outletId: outlet.id, outletName: outlet.name, currency, businessDate };
  return { ...about, drawerId, sessionId, at: at.toISOString(), closed, withheld, figures, exceptions };
}

/** Shows a Z report whole. */
export function toZReport({ content, hash }: ZReport): ZReportResponse {
  return { ...content, hash };
}

/** Shows a Z report in brief. */
export function toSummary({ content, hash }: ZReport): ZReportSummaryResponse {
  const { id, scope, outletId, drawerId, sessionId, businessDate, number, madeAt, madeBy, grandTotal } = content;
  const about = { id, scope, outletId, drawerId, sessionId, businessDate, number, madeAt, madeBy, hash };
  const exceptions = content.exceptions.length;
  return { ...about, exceptions, total: moneyDto(content.figures.sales.total), grandTotal: moneyDto(grandTotal) };
}

/** Shows what a close made. */
export function toClosed(reports: readonly ZReport[]): CloseDayResponse {
  const closed = reports.map(toSummary);
  const report = closed.at(-1);
  if (report === undefined) throw new Error('a day was closed without a report');
  return { report, closed };
}

/** Shows days. */
export function toDays(days: readonly DayStatus[]): DaysResponse {
  return { data: days };
}

/** Shows a policy. */
export function toPolicy({ outletId, closure, graceMinutes, version }: DayPolicy): DayPolicyResponse {
  return { outletId, closure, graceMinutes, version };
}

/** Shows what a check found. */
export function toVerified(series: readonly VerifiedSeries[]): VerifyReportsResponse {
  return { intact: series.every(({ faults }) => faults.length === 0), series };
}
