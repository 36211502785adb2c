import { Controller, Get, Path, Produces, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { calendarDayFrom, calendarDaysFrom } from '../../../../platform/http/calendar-day.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ShowReport } from '../../application/show-report.js';
import type { VerifyReports } from '../../application/verify-reports.js';
import type { DayRefusal } from '../../domain/day-refusal.js';
import { layoutReport } from '../../domain/report-layout.js';
import type { ZReportId } from '../../domain/report-scope.js';
import { reportText } from '../../domain/report-text.js';
import type { ZReport } from '../../domain/z-report.js';
import type { ReportRender } from '../../ports/report-renders.js';
import type { ZReportViews } from '../../ports/z-report-views.js';
import type { BusinessDay } from './business-day.js';
import {
  toSummary,
  toVerified,
  toZReport,
  type ReportScopeDto,
  type VerifyReportsResponse,
  type ZReportResponse,
  type ZReportSummaryResponse,
} from './day-dtos.js';
import { HTML_POLICY, reportHtml } from './report-html.js';

const JSON_TYPE = 'application/json';
const FORMATS = [JSON_TYPE, 'text/plain', 'text/html', 'application/pdf'];

@Route('v1/{tenant}/pos/z-reports')
@Tags('Business days')
export class ZReportsController extends Controller {
  constructor(
    private readonly views: ZReportViews,
    private readonly showReport: ShowReport,
    private readonly verifyReports: VerifyReports,
    private readonly pdf: ReportRender,
  ) {
    super();
  }

  /**
   * Z reports, the newest business day first.
   * @param from business day; counts, too
   * @param to business day; counts, too
   */
  @Get()
  @Security('pos', ['days:read'])
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() scope?: ReportScopeDto,
    @Query() from?: BusinessDay,
    @Query() to?: BusinessDay,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ZReportSummaryResponse>> {
    const page = pageOf(limit, cursor, ['text', 'uuid']);
    const rows = await this.views.reports(request.context, {
      outletId: outletId as OutletId | undefined,
      scope,
      ...calendarDaysFrom(from, to),
      limit: page.limit,
      after: page.after && [calendarDayFrom(String(page.after[0]), '/query/cursor'), String(page.after[1])],
    });
    return listResponse(rows, page.limit, toSummary, ({ content }) => [content.businessDate, content.id]);
  }

  /** Checks that no Z report of an outlet was changed, added, swapped or taken away since it was made. */
  @Get('verify')
  @Security('pos', ['days:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async verify(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId: Uuid,
  ): Promise<VerifyReportsResponse> {
    return toVerified(await this.verifyReports.execute(request.context, outletId as OutletId));
  }

  /** A Z report, by `Accept` as JSON, as text of 48 columns, as a page, or as PDF: the same bytes each time, for ever. */
  @Get('{reportId}')
  @Security('pos', ['days:read'])
  @Produces('application/json')
  @Produces('text/plain')
  @Produces('text/html')
  @Produces('application/pdf')
  @Response<Problem>(404, 'z_report_not_found')
  @Response<Problem>(406, 'z_report_format_unavailable')
  async show(
    @Path('tenant') _tenant: string,
    @Path() reportId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ZReportResponse> {
    request.res.vary('Accept');
    const format = request.accepts(FORMATS);
    if (format === false) throw new Refusal<DayRefusal>('z_report_format_unavailable');
    const report = await this.showReport.execute(request.context, reportId as ZReportId);
    if (format !== JSON_TYPE) this.send(request, format, report);
    return toZReport(report); // unused when the answer has gone out
  }

  private send({ res }: PosRequest, format: string, { content, hash }: ZReport): void {
    const layout = layoutReport(content, hash);
    if (format === 'text/plain') return void res.type(format).send(reportText(layout));
    if (format === 'text/html') {
      res.setHeader('Content-Security-Policy', HTML_POLICY);
      return void res.type(format).send(reportHtml(layout));
    }
    const name = `z-report-${content.businessDate}-${content.number}.pdf`;
    res.setHeader('Content-Disposition', `inline; filename="${name}"`);
    res.type(format).send(Buffer.from(this.pdf(layout, content)));
  }
}
