import { sql } from 'kysely';
import type { OutletId } from '../../../../kernel/ids.js';
import { money } from '../../../../kernel/money.js';
import type { Tx } from '../../../../kernel/transaction.js';
import { tenantOf, transactionOf } from '../../../../platform/postgres/transaction.js';
import type { ZReportId } from '../../domain/report-scope.js';
import type { ReportSeries, ZReport } from '../../domain/z-report.js';
import type { SeriesKey, ZReportRepository } from '../../ports/z-report-repository.js';
import { reportRow, toReport, type ReportTables } from './z-report-rows.js';

/** Z reports in their table, their series in counters. */
export class PostgresZReportRepository implements ZReportRepository {
  async lockDays(tx: Tx, outletId: OutletId): Promise<string | null> {
    await sql`select lock_business_days(${outletId}::uuid)`.execute(transactionOf<unknown>(tx));
    // Only what is read after the lock is as it is now; what the outlets module has in memory may be older.
    const { rows } = await sql<{ day: string | null }>`
      select closed_through as day from outlets where id = ${outletId}::uuid`.execute(transactionOf<unknown>(tx));
    return rows[0]?.day ?? null;
  }

  async lockSeries(tx: Tx, { scope, seriesId, outletId, currency }: SeriesKey): Promise<ReportSeries> {
    const tables = transactionOf<ReportTables>(tx);
    const key = { tenant_id: tenantOf(tx), scope, series_id: seriesId };
    await tables
      .insertInto('z_report_series')
      .values({ ...key, outlet_id: outletId })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'scope', 'series_id']).doNothing())
      .execute();
    const row = await tables
      .selectFrom('z_report_series')
      .select(['last_number', 'last_hash', 'grand_total'])
      .where('scope', '=', scope)
      .where('series_id', '=', seriesId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const grandTotal = money(row.grand_total, currency);
    return { scope, seriesId, outletId, lastNumber: row.last_number, lastHash: row.last_hash, grandTotal };
  }

  async add(tx: Tx, reports: readonly ZReport[], series: ReportSeries): Promise<void> {
    const tables = transactionOf<ReportTables>(tx);
    const rows = reports.map((report) => reportRow(tenantOf(tx), report));
    await tables.insertInto('z_reports').values(rows).execute();
    await tables
      .updateTable('z_report_series')
      .set({ last_number: series.lastNumber, last_hash: series.lastHash, grand_total: series.grandTotal.amount })
      .where('scope', '=', series.scope)
      .where('series_id', '=', series.seriesId)
      .execute();
  }

  async ofDay(tx: Tx, outletId: OutletId, businessDate: string): Promise<ZReport | undefined> {
    const row = await select(tx)
      .where('scope', '=', 'day')
      .where('outlet_id', '=', outletId)
      .where('business_date', '=', businessDate)
      .executeTakeFirst();
    return row && toReport(row);
  }

  async ofSession(tx: Tx, sessionId: string): Promise<ZReport | undefined> {
    const row = await select(tx).where('session_id', '=', sessionId).executeTakeFirst();
    return row && toReport(row);
  }

  async find(tx: Tx, id: ZReportId): Promise<ZReport | undefined> {
    const row = await select(tx).where('id', '=', id).executeTakeFirst();
    return row && toReport(row);
  }
}

function select(tx: Tx) {
  return transactionOf<ReportTables>(tx).selectFrom('z_reports').select(['content', 'hash']);
}
