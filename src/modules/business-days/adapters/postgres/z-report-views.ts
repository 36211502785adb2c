import { sql } from 'kysely';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { transactionOf } from '../../../../platform/postgres/transaction.js';
import type { StoredReport } from '../../domain/report-chain.js';
import type { ReportSeries, ZReport } from '../../domain/z-report.js';
import type { DayEntry, ZReportQuery, ZReportViews } from '../../ports/z-report-views.js';
import { businessDays } from './business-days-query.js';
import { toReport, type ReportTables } from './z-report-rows.js';

/** Reads about Z reports; row security confines it to the tenant. */
export class PostgresZReportViews implements ZReportViews {
  constructor(private readonly transactor: Transactor) {}

  reports(context: RequestContext, query: ZReportQuery): Promise<readonly ZReport[]> {
    const { outlets } = context.principal;
    const { outletId, scope, from, to, limit, after } = query;
    return this.transactor.read(context, async (tx) => {
      let select = transactionOf<ReportTables>(tx)
        .selectFrom('z_reports')
        .select(['content', 'hash'])
        .orderBy('business_date', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (outlets !== undefined) select = select.where(sql<boolean>`outlet_id = any(${[...outlets]}::uuid[])`);
      if (outletId !== undefined) select = select.where('outlet_id', '=', outletId);
      if (scope !== undefined) select = select.where('scope', '=', scope);
      if (from !== undefined) select = select.where('business_date', '>=', from);
      if (to !== undefined) select = select.where('business_date', '<=', to);
      if (after !== undefined)
        select = select.where(sql<boolean>`(business_date, id) < (${after[0]}::date, ${after[1]}::uuid)`);
      return (await select.execute()).map(toReport);
    });
  }

  async days(tx: Tx, outletId: OutletId, from: string, to: string): Promise<readonly DayEntry[]> {
    const { rows } = await sql<DayEntry>`
      with reports as (
        select business_date as day, id from z_reports
         where scope = 'day' and outlet_id = ${outletId} and business_date between ${from}::date and ${to}::date)
      select day as "businessDate", reports.id as "zReportId"
        from (${businessDays(outletId, { from, to, inclusive: true })}) b full join reports using (day)
       order by day`.execute(transactionOf<unknown>(tx));
    return rows;
  }

  async series(tx: Tx, outletId: OutletId): Promise<readonly Omit<ReportSeries, 'grandTotal'>[]> {
    const { rows } = await sql<Omit<ReportSeries, 'grandTotal'>>`
      select scope, series_id as "seriesId", ${outletId}::uuid as "outletId", coalesce(last_number, 0) as "lastNumber",
             last_hash as "lastHash"
        from (select distinct scope, series_id from z_reports where outlet_id = ${outletId}
              union select scope, series_id from z_report_series where outlet_id = ${outletId}) known
        left join z_report_series using (scope, series_id)
       order by scope, series_id`.execute(transactionOf<unknown>(tx));
    return rows;
  }

  async stored(
    tx: Tx,
    { scope, seriesId }: Pick<ReportSeries, 'scope' | 'seriesId'>,
    afterNumber: number,
    limit: number,
  ): Promise<readonly StoredReport[]> {
    const rows = await transactionOf<ReportTables>(tx)
      .selectFrom('z_reports')
      .select(['id', 'number', 'business_date', 'content', 'hash', 'previous_hash', 'grand_total'])
      .where('scope', '=', scope)
      .where('series_id', '=', seriesId)
      .where('number', '>', afterNumber)
      .orderBy('number')
      .limit(limit)
      .execute();
    return rows.map(({ id, number, business_date: businessDate, content: text, hash, ...row }) => {
      return { id, number, businessDate, text, hash, previousHash: row.previous_hash, grandTotal: row.grand_total };
    });
  }
}
