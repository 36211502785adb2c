import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { calendarDayFrom } from '../../../../platform/http/calendar-day.js';
import { formatOf, sendCsv, type ReportFormat } from '../../../../platform/http/csv.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadTips } from '../../application/read-tips.js';
import type { TipDay } from './tip-dtos.js';
import { tipsCsv, toTipReport, type TipReportResponse } from './tip-report-dtos.js';

@Route('v1/{tenant}/pos/reports')
@Tags('Reports')
export class TipReportController extends Controller {
  constructor(private readonly read: ReadTips) {
    super();
  }

  /**
   * Reports tips by person and trading day: earned, pooled, got out of the pool, paid and owed, beside sales and what people declared
   * at clock-out. `from` counts, `to` does not.
   */
  @Get('tips')
  @Security('pos', ['tips:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(422, 'tip_period_invalid')
  async tips(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() from: TipDay,
    @Query() to: TipDay,
    @Query() outletId?: Uuid,
    @Query() format?: ReportFormat,
  ): Promise<TipReportResponse> {
    const days = { from: calendarDayFrom(from, '/query/from'), to: calendarDayFrom(to, '/query/to') };
    const report = await this.read.report(request.context, outletId as OutletId | undefined, days);
    if (formatOf(request, format) === 'csv') sendCsv(request, `tips-${from}-${to}`, tipsCsv(report));
    return toTipReport(days, report); // unused when the answer has gone out as CSV
  }
}
