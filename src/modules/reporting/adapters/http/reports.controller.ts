import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { calendarDayFrom } from '../../../../platform/http/calendar-day.js';
import { formatOf, sendCsv, type ReportFormat } from '../../../../platform/http/csv.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReportSales } from '../../application/report-sales.js';
import { csvRows } from './sales-report-csv.js';
import { toSalesReport, type ReportGrouping, type SalesReportResponse, type TradingDay } from './sales-report-dtos.js';

@Route('v1/{tenant}/pos/reports')
@Tags('Reports')
export class ReportsController extends Controller {
  constructor(private readonly reportSales: ReportSales) {
    super();
  }

  /**
   * Reports what was sold and given back. Days are trading days of each outlet, in its time zone and cut at its hour; `from`
   * counts, `to` does not. A sale counts on the day of its order, a refund on the day it was given.
   */
  @Get('sales')
  @Security('pos', ['reports:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'report_outlet_not_found')
  @Response<Problem>(422, 'report_period_empty, report_period_too_long')
  async sales(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() from: TradingDay,
    @Query() to: TradingDay,
    @Query() outletId?: Uuid,
    @Query() groupBy?: ReportGrouping,
    @Query() format?: ReportFormat,
  ): Promise<SalesReportResponse> {
    void tenant;
    const days = { from: calendarDayFrom(from, '/query/from'), to: calendarDayFrom(to, '/query/to') };
    const report = await this.reportSales.execute(request.context, { ...days, outletId, groupBy: groupBy ?? 'day' });
    if (formatOf(request, format) === 'csv')
      sendCsv(request, `sales-by-${report.groupBy}-${from}-${to}`, csvRows(report));
    return toSalesReport(report); // unused when the answer has gone out as CSV
  }
}
