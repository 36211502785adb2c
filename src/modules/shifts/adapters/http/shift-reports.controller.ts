import {
  Body,
  Controller,
  Get,
  Path,
  Produces,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  Tags,
} from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { calendarDayFrom } from '../../../../platform/http/calendar-day.js';
import { formatOf, sendCsv, type ReportFormat } from '../../../../platform/http/csv.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ReadShifts } from '../../application/read-shifts.js';
import type { SetShiftPolicy } from '../../application/set-shift-policy.js';
import type { ShiftPolicy } from '../../domain/shift-policy.js';
import type { ShiftId } from '../../domain/shift.js';
import {
  cashiersCsv,
  toFigures,
  toShiftReport,
  type CashierReportResponse,
  type ShiftDay,
  type ShiftReportResponse,
} from './cashier-report-dtos.js';
import {
  toPolicyResponse,
  type PersonReference,
  type ShiftPolicyRequest,
  type ShiftPolicyResponse,
} from './shift-dtos.js';
import { assertPerson } from './shift-reading.js';

const POLICY: Answer<ShiftPolicy, ShiftPolicyResponse> = {
  status: 200,
  render: toPolicyResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos')
@Tags('Shifts')
export class ShiftReportsController extends Controller {
  constructor(
    private readonly read: ReadShifts,
    private readonly policies: SetShiftPolicy,
  ) {
    super();
  }

  /** Reports what a person did in a shift up to now. Changes nothing, and may be asked for as often as one likes. */
  @Get('shifts/{shiftId}/report')
  @Security('pos', ['shifts:clock'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'shift_not_found')
  async report(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Request() request: PosRequest,
    @Query() format?: ReportFormat,
  ): Promise<ShiftReportResponse> {
    const report = await this.read.report(request.context, shiftId as ShiftId);
    if (formatOf(request, format) === 'csv') sendCsv(request, `shift-${shiftId}`, cashiersCsv([report.figures]));
    return toShiftReport(report); // unused when the answer has gone out as CSV
  }

  /**
   * Reports what people did at the till. Days are trading days of each outlet; `from` counts, `to` does not. An order counts for
   * the person who opened it; what was given back, away or off, for the person who gave it.
   */
  @Get('reports/cashiers')
  @Security('pos', ['reports:read'])
  @Produces('application/json')
  @Produces('text/csv')
  @Response<Problem>(404, 'shift_outlet_not_found')
  @Response<Problem>(422, 'shift_period_invalid')
  async cashiers(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() from: ShiftDay,
    @Query() to: ShiftDay,
    @Query() outletId?: Uuid,
    @Query() personId?: PersonReference,
    @Query() format?: ReportFormat,
  ): Promise<CashierReportResponse> {
    const days = { from: calendarDayFrom(from, '/query/from'), to: calendarDayFrom(to, '/query/to') };
    assertPerson(personId);
    const wish = { ...days, outletId: outletId as OutletId | undefined, personId };
    const rows = await this.read.cashiers(request.context, wish);
    if (formatOf(request, format) === 'csv') sendCsv(request, `cashiers-${from}-${to}`, cashiersCsv(rows));
    return { ...days, data: rows.map(toFigures) }; // unused when the answer has gone out as CSV
  }

  /** Shows when somebody is reminded of a shift at the outlet. */
  @Get('outlets/{outletId}/shift-policy')
  @Security('pos', ['shifts:read'])
  @Response<Problem>(404, 'shift_outlet_not_found')
  async policy(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ShiftPolicyResponse> {
    return answered(request, POLICY, await this.policies.show(request.context, outletId as OutletId));
  }

  /** Sets when somebody is reminded of a shift at the outlet; shifts that are going on are measured by it, too. */
  @Put('outlets/{outletId}/shift-policy')
  @Security('pos', ['shifts:manage'])
  @Response<Problem>(404, 'shift_outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  setPolicy(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: ShiftPolicyRequest,
    @Request() request: PosRequest,
  ): Promise<ShiftPolicyResponse> {
    const expected = expectedVersion(request);
    return answer(request, POLICY, (context) =>
      this.policies.execute(context, outletId as OutletId, body.longestMinutes, expected),
    );
  }
}
