import { Controller, Get, Path, Post, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadXReport } from '../../application/read-x-report.js';
import type { ReportSession } from '../../application/report-session.js';
import type { ZReport } from '../../domain/z-report.js';
import { toSummary, toXReport, type XReportResponse, type ZReportSummaryResponse } from './day-dtos.js';

const REPORTED: Answer<ZReport, ZReportSummaryResponse> = { status: 200, render: toSummary };

@Route('v1/{tenant}/pos/drawer-sessions/{sessionId}')
@Tags('Business days')
export class SessionReportsController extends Controller {
  constructor(
    private readonly readXReport: ReadXReport,
    private readonly reportSession: ReportSession,
  ) {
    super();
  }

  /**
   * The X report of a drawer session. Reading it changes nothing. While a session that is counted blind is open, callers without
   * drawers:approve are shown neither tenders nor cash.
   */
  @Get('x-report')
  @Security('pos', ['days:read'])
  @Response<Problem>(404, 'report_session_not_found')
  async xReport(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<XReportResponse> {
    return toXReport(await this.readXReport.session(request.context, sessionId));
  }

  /** The Z report of a closed drawer session. It is made by itself soon after the closing; this makes it at once, or shows it. */
  @Post('z-report')
  @Security('pos', ['days:close'])
  @Response<Problem>(404, 'report_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_closed')
  zReport(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ZReportSummaryResponse> {
    return answer(request, REPORTED, (context) => this.reportSession.execute(context, sessionId));
  }
}
