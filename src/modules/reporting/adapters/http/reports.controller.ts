import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReportSales } from '../../application/report-sales.js';
import type { SalesReport } from '../../domain/sales-report.js';
import { CSV_MEDIA_TYPE, toCsv } from './sales-report-csv.js';
import {
  toSalesReport,
  tradingDayFrom,
  type ReportFormat,
  type ReportGrouping,
  type SalesReportResponse,
  type TradingDay,
} from './sales-report-dtos.js';

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
    const days = { from: tradingDayFrom(from, '/query/from'), to: tradingDayFrom(to, '/query/to') };
    const report = await this.reportSales.execute(request.context, { ...days, outletId, groupBy: groupBy ?? 'day' });
    if (formatOf(request, format) === 'csv') sendCsv(request, report);
    return toSalesReport(report); // unused when the answer has gone out as CSV
  }
}

function formatOf(request: PosRequest, format: ReportFormat | undefined): ReportFormat {
  request.res.vary('Accept');
  return format ?? (request.accepts(['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
}

function sendCsv(request: PosRequest, report: SalesReport): void {
  const { from, to } = report.period;
  request.res.setHeader('Content-Type', CSV_MEDIA_TYPE);
  request.res.setHeader('Content-Disposition', `attachment; filename="sales-by-${report.groupBy}-${from}-${to}.csv"`);
  request.res.end(toCsv(report));
}
