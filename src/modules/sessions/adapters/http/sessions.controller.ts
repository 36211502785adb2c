import {
  Body,
  Controller,
  Delete,
  Get,
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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { CurrentSession } from '../../application/current-session.js';
import type { EndSessions } from '../../application/end-sessions.js';
import type { SignedIn, SignIn } from '../../application/sign-in.js';
import type { Session, SessionId } from '../../domain/session.js';
import type { SessionViews } from '../../ports/session-views.js';
import {
  toHeartbeat,
  toSessionResponse,
  toSignedIn,
  type EndedSessionsResponse,
  type EndSessionsRequest,
  type SessionHeartbeatRequest,
  type SessionHeartbeatResponse,
  type SessionMethodDto,
  type SessionReason,
  type SessionResponse,
  type SessionStatusDto,
  type SignedInResponse,
  type SignInRequest,
  type UnlockSessionRequest,
} from './session-dtos.js';
import { credentialsFrom, whichFrom } from './session-reading.js';

/** What the routes do. */
export interface SessionUseCases {
  readonly signIn: SignIn;
  readonly current: CurrentSession;
  readonly end: EndSessions;
  readonly views: SessionViews;
  readonly hoursFor: (request: PosRequest) => number;
}

@Route('v1/{tenant}/pos/sessions')
@Tags('Sessions')
export class SessionsController extends Controller {
  constructor(private readonly use: SessionUseCases) {
    super();
  }

  /**
   * Signs somebody in at the device that asks. The session that was open on it ends, or with `keepOther` locks. Needs no
   * Idempotency-Key: a repeat signs in again.
   */
  @Post()
  @Security('pos', ['devices:self'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(403, 'device_required, sign_in_closed')
  @Response<Problem>(423, 'sign_in_locked')
  @Response<Problem>(503, 'secrets_not_configured, auth_service_unavailable')
  async signIn(
    @Path() tenant: string,
    @Body() body: SignInRequest,
    @Request() request: PosRequest,
  ): Promise<SignedInResponse> {
    const { replaces, keepOther = false } = body;
    const wish = { credentials: credentialsFrom(body), hours: this.use.hoursFor(request), replaces, keepOther };
    const shape: Answer<SignedIn, SignedInResponse> = {
      status: 201,
      render: (signedIn) => toSignedIn(signedIn, request.context.at),
      location: ({ session }) => `/v1/${tenant}/pos/sessions/${session.id}`,
      etag: ({ session }) => session.version,
    };
    return answered(request, shape, await this.use.signIn.execute(request.context, wish));
  }

  /**
   * Lists sessions, newest first.
   * @param status as it is now
   * @param from begun then or later
   * @param to begun before then
   */
  @Get()
  @Security('pos', ['sessions:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() deviceId?: Uuid,
    @Query() personId?: Uuid,
    @Query() status?: SessionStatusDto,
    @Query() method?: SessionMethodDto,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SessionResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const sessions = await this.use.views.sessions(request.context, {
      ...{ outletId, deviceId, personId, status, method, limit: page.limit },
      ...{ from: from === undefined ? undefined : timeFrom(from, '/query/from') },
      ...{ to: to === undefined ? undefined : timeFrom(to, '/query/to') },
      after: page.after as [string, string] | undefined,
    });
    const toItem = (session: Session): SessionResponse => toSessionResponse(session, request.context.at);
    return listResponse(sessions, page.limit, toItem, ({ begunAt, id }) => [begunAt.toISOString(), id]);
  }

  /** Shows the session of the caller. */
  @Get('current')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(403, 'session_required')
  async current(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<SessionResponse> {
    return answered(request, shown(request), await this.use.current.show(request.context));
  }

  /** Signs out. */
  @Delete('current')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(403, 'session_required')
  @Response<Problem>(409, 'session_over')
  signOut(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<SessionResponse> {
    return answer(request, shown(request), (context) => this.use.current.end(context));
  }

  /**
   * Tells every minute or so that the session is in use; answers how it is, and what its person should know in time. A session
   * that has locked stays locked.
   */
  @Post('current/heartbeat')
  @Security('pos', ['sessions:own'])
  @SuccessResponse(200, 'OK')
  @Response<Problem>(403, 'session_required')
  async heartbeat(
    @Path('tenant') _tenant: string,
    @Body() body: SessionHeartbeatRequest,
    @Request() request: PosRequest,
  ): Promise<SessionHeartbeatResponse> {
    const { context } = request;
    const session = await this.use.current.touch(context, timeFrom(body.lastTouchAt, '/lastTouchAt'));
    return toHeartbeat(session, context.at, context.licence);
  }

  /** Locks the session until its person enters the PIN. */
  @Post('current/lock')
  @Security('pos', ['sessions:own'])
  @SuccessResponse(200, 'OK')
  @Response<Problem>(403, 'session_required, device_required')
  @Response<Problem>(409, 'session_over')
  async lock(@Path('tenant') _tenant: string, @Request() request: PosRequest): Promise<SessionResponse> {
    return answered(request, shown(request), await this.use.current.lock(request.context));
  }

  /** Opens the session again with the PIN of its person. Tries count as for signing in. */
  @Post('current/unlock')
  @Security('pos', ['sessions:own'])
  @SuccessResponse(200, 'OK')
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(403, 'session_required, device_required, sign_in_closed')
  @Response<Problem>(409, 'session_over')
  @Response<Problem>(423, 'sign_in_locked')
  @Response<Problem>(503, 'secrets_not_configured')
  async unlock(
    @Path('tenant') _tenant: string,
    @Body() body: UnlockSessionRequest,
    @Request() request: PosRequest,
  ): Promise<SessionResponse> {
    return answered(request, shown(request), await this.use.current.unlock(request.context, body.pin));
  }

  /** Ends all sessions of a person, of a device or at an outlet, within a minute everywhere. At most 1,000 at once. */
  @Post('end')
  @Security('pos', ['sessions:manage'])
  @SuccessResponse(200, 'OK')
  @Response<Problem>(422, 'card_data_not_allowed')
  endMany(
    @Path('tenant') _tenant: string,
    @Body() body: EndSessionsRequest,
    @Request() request: PosRequest,
  ): Promise<EndedSessionsResponse> {
    const command = { which: whichFrom(body), reason: body.reason };
    const { at } = request.context;
    const render = (ended: readonly Session[]): EndedSessionsResponse => ({
      data: ended.map((session) => toSessionResponse(session, at)),
    });
    return answer(request, { status: 200, render }, (context) => this.use.end.many(context, command));
  }

  /** Shows a session. */
  @Get('{sessionId}')
  @Security('pos', ['sessions:read'])
  @Response<Problem>(404, 'session_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SessionResponse> {
    return answered(request, shown(request), await this.use.views.session(request.context, sessionId as SessionId));
  }

  /** Signs somebody out, within a minute everywhere. */
  @Delete('{sessionId}')
  @Security('pos', ['sessions:manage'])
  @Response<Problem>(404, 'session_not_found')
  @Response<Problem>(409, 'session_over')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  end(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
    @Query() reason?: SessionReason,
  ): Promise<SessionResponse> {
    const command = { id: sessionId as SessionId, reason: reason ?? null, expectedVersion: expectedVersion(request) };
    return answer(request, shown(request), (context) => this.use.end.one(context, command));
  }
}

function shown(request: PosRequest): Answer<Session, SessionResponse> {
  const { at } = request.context;
  return { status: 200, render: (session) => toSessionResponse(session, at), etag: ({ version }) => version };
}
