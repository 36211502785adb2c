import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { DecideOnVariance } from '../../application/decide-on-variance.js';
import type { CountShown, SessionShown } from '../../application/session-desk.js';
import type { SessionCommand, WorkSession } from '../../application/work-session.js';
import type { SessionId } from '../../domain/drawer-session.js';
import type { TrayId } from '../../domain/drawer.js';
import { countFrom, someMoney } from './drawer-reading.js';
import {
  toCounted,
  toSessionResponse,
  type CountedDrawerResponse,
  type DrawerSessionResponse,
} from './session-dtos.js';
import type {
  CloseDrawerRequest,
  DrawerCountRequest,
  DrawerHandoverRequest,
  DrawerSwapTrayRequest,
  DrawerVarianceVerdictRequest,
} from './session-requests.js';

const etag = ({ session }: SessionShown): number => session.version;
const CHANGED: Answer<SessionShown, DrawerSessionResponse> = { status: 200, render: toSessionResponse, etag };
const COUNTED: Answer<CountShown, CountedDrawerResponse> = { status: 200, render: toCounted, etag };
const RIGHTS = 'permission_missing, …';
const BAD_COUNT = 'drawer_count_invalid, currency_mismatch, unknown_currency';

/** Counting, handing over and closing: done by the session's cashier, or by anybody with `drawers:move`. */
@Route('v1/{tenant}/pos/drawer-sessions/{sessionId}')
@Tags('Drawers')
export class SessionCountsController extends Controller {
  constructor(
    private readonly workSession: WorkSession,
    private readonly decide: DecideOnVariance,
  ) {
    super();
  }

  /** Takes a count down while the drawer is in use. Of a blind one the answer tells what was counted, not what was expected. */
  @Post('counts')
  @Security('pos', ['drawers:open'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open')
  @Response<Problem>(422, BAD_COUNT)
  count(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerCountRequest,
    @Request() request: PosRequest,
  ): Promise<CountedDrawerResponse> {
    const command = { verb: 'count', draft: countFrom(body) } as const;
    return answer(request, { ...COUNTED, status: 201 }, (context) =>
      this.workSession.execute(context, sessionId as SessionId, command),
    );
  }

  /** Gives the drawer to another cashier in mid-shift, counted or not. */
  @Post('handover')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open')
  @Response<Problem>(422, BAD_COUNT)
  handOver(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerHandoverRequest,
    @Request() request: PosRequest,
  ): Promise<CountedDrawerResponse> {
    const draft = body.count === undefined ? null : countFrom(body.count, '/count');
    const command = { verb: 'hand_over', cashierId: body.cashierId, draft } as const;
    return answer(request, COUNTED, (context) => this.workSession.execute(context, sessionId as SessionId, command));
  }

  /** Puts another tray into the drawer, or none, and counts what is there. */
  @Post('tray')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found, drawer_tray_not_found')
  @Response<Problem>(409, 'drawer_session_not_open, drawer_tray_in_use, drawer_tray_inactive, drawer_tray_of_another')
  @Response<Problem>(422, BAD_COUNT)
  swapTray(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerSwapTrayRequest,
    @Request() request: PosRequest,
  ): Promise<CountedDrawerResponse> {
    const trayId = body.trayId as TrayId | null;
    const command = { verb: 'swap_tray', trayId, draft: countFrom(body.count, '/count') } as const;
    return answer(request, COUNTED, (context) => this.workSession.execute(context, sessionId as SessionId, command));
  }

  /** Begins the closing count. Nothing is booked into the drawer from now on. */
  @Post('count')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open')
  startCount(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    return this.change(request, sessionId, { verb: 'start_count' });
  }

  /** Breaks the closing count off: the drawer is in use again. */
  @Post('reopen-count')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_counting')
  reopenCount(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    return this.change(request, sessionId, { verb: 'reopen_count' });
  }

  /**
   * Hands the closing count in and ends the session. Any count is accepted; this answer is the first to tell what was expected. A
   * variance above the outlet's limit is an exception that somebody has to decide on.
   */
  @Post('close')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_counting')
  @Response<Problem>(422, `drawer_float_too_high, ${BAD_COUNT}`)
  close(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: CloseDrawerRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const keepAsFloat = someMoney(body.keepAsFloat, '/keepAsFloat');
    return this.change(request, sessionId, { verb: 'close', draft: countFrom(body), keepAsFloat });
  }

  /** Accepts a variance above the limit. Takes `drawers:approve`; never by who counted. */
  @Post('variance/approve')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, 'drawer_variance_own_count, permission_missing, …')
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_variance_not_pending, …')
  @Response<Problem>(422, 'card_data_not_allowed, …')
  approve(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerVarianceVerdictRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    return this.judge(request, sessionId, 'approved', body);
  }

  /** Does not accept a variance above the limit. Takes `drawers:approve`; never by who counted. */
  @Post('variance/reject')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, 'drawer_variance_own_count, permission_missing, …')
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_variance_not_pending, …')
  @Response<Problem>(422, 'card_data_not_allowed, …')
  reject(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerVarianceVerdictRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    return this.judge(request, sessionId, 'rejected', body);
  }

  private change(request: PosRequest, sessionId: Uuid, command: SessionCommand): Promise<DrawerSessionResponse> {
    return answer(request, CHANGED, (context) => this.workSession.execute(context, sessionId as SessionId, command));
  }

  private judge(
    request: PosRequest,
    sessionId: Uuid,
    verdict: 'approved' | 'rejected',
    { reason, approvalId }: DrawerVarianceVerdictRequest,
  ): Promise<DrawerSessionResponse> {
    const command = { verdict, reason, approvalId };
    return answer(request, CHANGED, (context) => this.decide.execute(context, sessionId as SessionId, command));
  }
}
