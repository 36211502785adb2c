import type { Id, OutletId } from '../../../kernel/ids.js';

export type ZReportId = Id<'z_report'>;

/** What a report is about: all of an outlet's business day, or one drawer session from its opening to its closing. */
export const REPORT_SCOPES = ['day', 'drawer_session'] as const;
export type ReportScopeName = (typeof REPORT_SCOPES)[number];

/** What is counted: everything booked into a business day of the outlet, or what a drawer session took, whenever that was. */
export interface ReportScope {
  readonly name: ReportScopeName;
  readonly outletId: OutletId;
  readonly currency: string;
  /** Of a session: that of its opening. */
  readonly businessDate: string;
  /** Of a session, else `null`. */
  readonly sessionId: string | null;
}

const DAY_MS = 86_400_000;

/** How many days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
