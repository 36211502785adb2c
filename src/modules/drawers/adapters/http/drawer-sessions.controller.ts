import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { OutletId } from '../../../../kernel/ids.js';
import { answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { SessionId } from '../../domain/drawer-session.js';
import type { DrawerId } from '../../domain/drawer.js';
import { seesExpected } from '../../domain/session-access.js';
import type { DrawerViews, SessionFact } from '../../ports/drawer-views.js';
import {
  toEntryResponse,
  toListedCount,
  toSeenSession,
  type DrawerEntryResponse,
  type DrawerSessionResponse,
  type DrawerSessionStatus,
  type ListedDrawerCountResponse,
  type DrawerVarianceState,
} from './session-dtos.js';

/** What is read of sessions. Without `drawers:read` a caller sees their own. */
@Route('v1/{tenant}/pos/drawer-sessions')
@Tags('Drawers')
export class DrawerSessionsController extends Controller {
  constructor(private readonly views: DrawerViews) {
    super();
  }

  /**
   * Lists sessions, those opened last first. Without `drawers:read` a caller sees their own.
   * @param from opened then or later
   * @param to opened before then
   */
  @Get()
  @Security('pos', ['drawers:open'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() drawerId?: Uuid,
    @Query() status?: DrawerSessionStatus,
    @Query() cashierId?: string,
    @Query() varianceState?: DrawerVarianceState,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DrawerSessionResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const sessions = await this.views.sessions(request.context, {
      ...{ outletId: outletId as OutletId | undefined, drawerId: drawerId as DrawerId | undefined, status },
      ...{ cashierId, varianceState, limit: page.limit, after: page.after as [string, string] | undefined },
      from: from === undefined ? undefined : timeFrom(from, '/query/from'),
      to: to === undefined ? undefined : timeFrom(to, '/query/to'),
    });
    const shown = (fact: SessionFact): DrawerSessionResponse => toSeenSession(request.context.principal, fact);
    return listResponse(sessions, page.limit, shown, ({ session }) => [session.openedAt.toISOString(), session.id]);
  }

  /** Shows a session. While it is in use and blind, what the drawer should hold is shown to those with `drawers:approve` only. */
  @Get('{sessionId}')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(404, 'drawer_session_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const shape: Answer<SessionFact, DrawerSessionResponse> = {
      ...{ status: 200, render: (fact) => toSeenSession(request.context.principal, fact) },
      etag: ({ session }) => session.version,
    };
    return answered(request, shape, await this.views.session(request.context, sessionId as SessionId));
  }

  /**
   * Lists the entries of a session's drawer, newest first, each with what was in it after. While it is in use and blind, those
   * without `drawers:approve` are shown neither that nor what orders have moved.
   */
  @Get('{sessionId}/entries')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'drawer_session_not_found')
  async entries(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DrawerEntryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const found = await this.views.entries(request.context, sessionId as SessionId, { limit: page.limit, after });
    const isTold = seesExpected(request.context.principal, found.session);
    return listResponse(
      found.entries,
      page.limit,
      (entry) => toEntryResponse(entry, isTold),
      ({ at, id }) => [at.toISOString(), id],
    );
  }

  /** Lists the counts of a session, newest first. What was expected is shown as with the session. */
  @Get('{sessionId}/counts')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'drawer_session_not_found')
  async counts(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ListedDrawerCountResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const found = await this.views.counts(request.context, sessionId as SessionId, { limit: page.limit, after });
    const isTold = seesExpected(request.context.principal, found.session);
    return listResponse(
      found.counts,
      page.limit,
      (count) => toListedCount(count, isTold),
      ({ at, id }) => [at.toISOString(), id],
    );
  }
}
