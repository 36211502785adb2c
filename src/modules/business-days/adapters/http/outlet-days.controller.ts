import { Body, Controller, Get, Path, Post, Put, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { calendarDayFrom } from '../../../../platform/http/calendar-day.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { CloseDay } from '../../application/close-day.js';
import type { ReadXReport } from '../../application/read-x-report.js';
import type { SetDayPolicy } from '../../application/set-day-policy.js';
import type { ShowDays } from '../../application/show-days.js';
import type { DayPolicy } from '../../domain/day-policy.js';
import type { ZReport } from '../../domain/z-report.js';
import type { BusinessDay } from './business-day.js';
import {
  toClosed,
  toDays,
  toPolicy,
  toXReport,
  type CloseDayRequest,
  type CloseDayResponse,
  type DayPolicyRequest,
  type DayPolicyResponse,
  type DaysResponse,
  type XReportResponse,
} from './day-dtos.js';

const POLICY: Answer<DayPolicy, DayPolicyResponse> = { status: 200, render: toPolicy, etag: ({ version }) => version };
const CLOSED: Answer<readonly ZReport[], CloseDayResponse> = { status: 201, render: toClosed };

@Route('v1/{tenant}/pos/outlets/{outletId}')
@Tags('Business days')
export class OutletDaysController extends Controller {
  constructor(
    private readonly readXReport: ReadXReport,
    private readonly closeDay: CloseDay,
    private readonly showDays: ShowDays,
    private readonly setDayPolicy: SetDayPolicy,
  ) {
    super();
  }

  /**
   * The X report of a business day: the figures that its Z would have now. Reading it changes nothing. While a drawer that is
   * counted blind is open, callers without drawers:approve are shown neither tenders nor cash.
   * @param date the running day when absent
   */
  @Get('x-report')
  @Security('pos', ['days:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async xReport(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() date?: BusinessDay,
  ): Promise<XReportResponse> {
    const day = date === undefined ? undefined : calendarDayFrom(date, '/query/date');
    return toXReport(await this.readXReport.day(request.context, outletId as OutletId, day));
  }

  /**
   * Closes a business day: its Z report is made, numbered and kept for ever. Earlier days that are open and had business are
   * closed first, one report each. What is recorded for the day from now on is late and counts in the next. A day can be closed
   * before its cut. Nothing odd about an order keeps a day open: the report lists it among its exceptions.
   */
  @Post('days/{date}/close')
  @Security('pos', ['days:close'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'day_already_closed, drawer_sessions_open, too_many_open_days')
  @Response<Problem>(422, 'day_in_future, card_data_not_allowed')
  close(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() date: BusinessDay,
    @Body() body: CloseDayRequest,
    @Request() request: PosRequest,
  ): Promise<CloseDayResponse> {
    const { reason, acceptOpenSessions } = body;
    const day = calendarDayFrom(date, '/path/date');
    const wish = { reason: reason ?? null, acceptOpenSessions: acceptOpenSessions ?? false };
    const command = { outletId: outletId as OutletId, date: day, ...wish };
    return answer(request, CLOSED, (context) => this.closeDay.execute(context, command));
  }

  /**
   * The business days of an outlet that something was booked into, and the running one.
   * @param from counts, too
   * @param to counts, too; at most 366 days
   */
  @Get('days')
  @Security('pos', ['days:read'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(422, 'days_period_invalid')
  async days(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() from: BusinessDay,
    @Query() to: BusinessDay,
  ): Promise<DaysResponse> {
    const [first, last] = [calendarDayFrom(from, '/query/from'), calendarDayFrom(to, '/query/to')];
    return toDays(await this.showDays.execute(request.context, outletId as OutletId, first, last));
  }

  /** How the outlet's days are closed when nobody does it. */
  @Get('day-policy')
  @Security('pos', ['days:read'])
  @Response<Problem>(404, 'outlet_not_found')
  async policy(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DayPolicyResponse> {
    return answered(request, POLICY, await this.setDayPolicy.read(request.context, outletId as OutletId));
  }

  /** Sets how the outlet's days are closed when nobody does it. */
  @Put('day-policy')
  @Security('pos', ['days:close'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'day_policy_invalid')
  putPolicy(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: DayPolicyRequest,
    @Request() request: PosRequest,
  ): Promise<DayPolicyResponse> {
    const command = { ...body, outletId: outletId as OutletId, expectedVersion: expectedVersion(request) };
    return answer(request, POLICY, (context) => this.setDayPolicy.execute(context, command));
  }
}
