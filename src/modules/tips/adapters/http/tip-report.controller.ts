import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadTips } from '../../application/read-tips.js';
import type { TipDay } from './tip-dtos.js';
import { tipDayFrom } from './tip-reading.js';
import {
  CSV_MEDIA_TYPE,
  tipsCsv,
  toTipReport,
  type TipReportFormat,
  type TipReportResponse,
} from './tip-report-dtos.js';

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
    @Query() format?: TipReportFormat,
  ): Promise<TipReportResponse> {
    const days = { from: tipDayFrom(from, '/query/from'), to: tipDayFrom(to, '/query/to') };
    const report = await this.read.report(request.context, outletId as OutletId | undefined, days);
    if (formatOf(request, format) === 'csv') {
      request.res.setHeader('Content-Type', CSV_MEDIA_TYPE);
      request.res.setHeader('Content-Disposition', `attachment; filename="tips-${from}-${to}.csv"`);
      request.res.end(tipsCsv(report));
    }
    return toTipReport(days, report); // unused when the answer has gone out as CSV
  }
}

function formatOf(request: PosRequest, format: TipReportFormat | undefined): TipReportFormat {
  request.res.vary('Accept');
  return format ?? (request.accepts(['application/json', 'text/csv']) === 'text/csv' ? 'csv' : 'json');
}
