import type { Generated } from 'kysely';
import type { ReportScopeName } from '../../domain/report-scope.js';
import type { ZContent, ZReport } from '../../domain/z-report.js';

interface ZReportsTable {
  tenant_id: string;
  id: string;
  scope: ReportScopeName;
  outlet_id: string;
  drawer_id: string | null;
  session_id: string | null;
  series_id: Generated<string>;
  business_date: string;
  number: number;
  content: string;
  hash: string;
  previous_hash: string | null;
  grand_total: number;
  exceptions: number;
  made_at: string;
  made_by: string;
}

interface SeriesTable {
  tenant_id: string;
  scope: ReportScopeName;
  series_id: string;
  outlet_id: string;
  last_number: Generated<number>;
  last_hash: string | null;
  grand_total: Generated<number>;
}

/** The tables of this module that its repository writes. */
export interface ReportTables {
  z_reports: ZReportsTable;
  z_report_series: SeriesTable;
}

/** The report that a row holds. */
export function toReport({ content, hash }: { readonly content: string; readonly hash: string }): ZReport {
  return { content: JSON.parse(content) as ZContent, text: content, hash };
}

/** A report's row. */
export function reportRow(tenantId: string, { content, text, hash }: ZReport): Omit<ZReportsTable, 'series_id'> {
  return {
    tenant_id: tenantId,
    id: content.id,
    scope: content.scope,
    outlet_id: content.outletId,
    drawer_id: content.drawerId,
    session_id: content.sessionId,
    business_date: content.businessDate,
    number: content.number,
    content: text,
    hash,
    previous_hash: content.previousHash,
    grand_total: content.grandTotal.amount,
    exceptions: content.exceptions.length,
    made_at: content.madeAt,
    made_by: content.madeBy,
  };
}
