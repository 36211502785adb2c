import {
  Body,
  Controller,
  Get,
  Patch,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ClockInPerson } from '../../application/clock-in-person.js';
import type { CorrectShift } from '../../application/correct-shift.js';
import type { ReadShifts } from '../../application/read-shifts.js';
import type { WorkClock } from '../../application/work-clock.js';
import type { Shift, ShiftId } from '../../domain/shift.js';
import {
  toShiftResponse,
  type ClockInRequest,
  type ClockOutRequest,
  type CorrectShiftRequest,
  type PersonReference,
  type ShiftResponse,
  type ShiftStatus,
} from './shift-dtos.js';
import type { ShiftDay } from './cashier-report-dtos.js';
import { clockInFrom, correctionFrom, declaredFrom, queryFrom } from './shift-reading.js';

/** What the routes do. */
export interface ShiftUseCases {
  readonly clockIn: ClockInPerson;
  readonly clock: WorkClock;
  readonly correct: CorrectShift;
  readonly read: ReadShifts;
}

const SHOWN: Answer<Shift, ShiftResponse> = { status: 200, render: toShiftResponse, etag: ({ version }) => version };
const positionOf = ({ clockedInAt, id }: Shift): [string, string] => [clockedInAt.toISOString(), id];

@Route('v1/{tenant}/pos/shifts')
@Tags('Shifts')
export class ShiftsController extends Controller {
  constructor(private readonly useCases: ShiftUseCases) {
    super();
  }

  /** Clocks in: the caller, or with `personId` and the permission `shifts:manage` somebody else. A person works one shift at a time. */
  @Post()
  @Security('pos', ['shifts:clock'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'permission_missing')
  @Response<Problem>(404, 'shift_outlet_not_found')
  @Response<Problem>(409, 'shift_already_open, shift_id_taken')
  @Response<Problem>(422, 'card_data_not_allowed')
  clockIn(
    @Path() tenant: string,
    @Body() body: ClockInRequest,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    const location = ({ id }: Shift): string => `/v1/${tenant}/pos/shifts/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) =>
      this.useCases.clockIn.execute(context, clockInFrom(body)),
    );
  }

  /**
   * Lists shifts, newest first.
   * @param from the first trading day
   * @param to the first trading day not to show
   */
  @Get()
  @Security('pos', ['shifts:read'])
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() personId?: PersonReference,
    @Query() status?: ShiftStatus,
    @Query() from?: ShiftDay,
    @Query() to?: ShiftDay,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ShiftResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const filter = queryFrom({ outletId: outletId as OutletId | undefined, personId, status, from, to });
    const query = { ...filter, limit: page.limit, after: page.after as [string, string] | undefined };
    const shifts = await this.useCases.read.list(request.context, query);
    return listResponse(shifts, page.limit, toShiftResponse, positionOf);
  }

  /** Lists the caller's own shifts, newest first. */
  @Get('mine')
  @Security('pos', ['shifts:clock'])
  async mine(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: ShiftStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ShiftResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const query = { ...queryFrom({ status }), limit: page.limit, after: page.after as [string, string] | undefined };
    const shifts = await this.useCases.read.mine(request.context, query);
    return listResponse(shifts, page.limit, toShiftResponse, positionOf);
  }

  /** Shows a shift: the caller's own, or with the permission `shifts:read` any. */
  @Get('{shiftId}')
  @Security('pos', ['shifts:clock'])
  @Response<Problem>(404, 'shift_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    return answered(request, SHOWN, await this.useCases.read.shift(request.context, shiftId as ShiftId));
  }

  /** Begins a break. */
  @Post('{shiftId}/breaks/start')
  @Security('pos', ['shifts:clock'])
  @SuccessResponse(200, 'The shift on a break')
  @Response<Problem>(404, 'shift_not_found')
  @Response<Problem>(409, 'shift_on_break, shift_ended')
  startBreak(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    return this.worked(request, shiftId, { verb: 'start-break' });
  }

  /** Ends the break. */
  @Post('{shiftId}/breaks/end')
  @Security('pos', ['shifts:clock'])
  @SuccessResponse(200, 'The shift going on')
  @Response<Problem>(404, 'shift_not_found')
  @Response<Problem>(409, 'shift_not_on_break, shift_ended')
  endBreak(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    return this.worked(request, shiftId, { verb: 'end-break' });
  }

  /** Clocks out, also from a break, and says what was got in tips. */
  @Post('{shiftId}/clock-out')
  @Security('pos', ['shifts:clock'])
  @SuccessResponse(200, 'The shift that ended')
  @Response<Problem>(404, 'shift_not_found')
  @Response<Problem>(409, 'shift_ended')
  @Response<Problem>(422, 'currency_mismatch')
  clockOut(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Body() body: ClockOutRequest,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    return this.worked(request, shiftId, { verb: 'clock-out', declaredTips: declaredFrom(body.declaredTips) ?? null });
  }

  /** Puts right what the clock says, with a reason. What it said before is kept in `edits`. */
  @Patch('{shiftId}')
  @Security('pos', ['shifts:manage'])
  @Response<Problem>(404, 'shift_not_found')
  @Response<Problem>(409, 'shift_overlaps')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'shift_times_invalid, currency_mismatch, card_data_not_allowed')
  correct(
    @Path('tenant') _tenant: string,
    @Path() shiftId: Uuid,
    @Body() body: CorrectShiftRequest,
    @Request() request: PosRequest,
  ): Promise<ShiftResponse> {
    const expected = expectedVersion(request);
    const wish = correctionFrom(body);
    return answer(request, SHOWN, (context) =>
      this.useCases.correct.execute(context, shiftId as ShiftId, wish, expected),
    );
  }

  private worked(
    request: PosRequest,
    shiftId: Uuid,
    command: Parameters<WorkClock['execute']>[2],
  ): Promise<ShiftResponse> {
    return answer(request, SHOWN, (context) => this.useCases.clock.execute(context, shiftId as ShiftId, command));
  }
}
