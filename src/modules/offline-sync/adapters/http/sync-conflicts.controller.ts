import {
  Body,
  Controller,
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
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { ConflictDecision, DecideOnConflict } from '../../application/decide-on-conflict.js';
import type { ConflictId, SyncConflict } from '../../domain/sync-conflict.js';
import type { SyncViews } from '../../ports/sync-views.js';
import {
  toConflictResponse,
  type ReopenConflictRequest,
  type ResolveConflictRequest,
  type SyncConflictResponse,
  type SyncConflictStatusDto,
} from './sync-entry-dtos.js';

/**
 * What does not agree.
 * @pattern ^[a-z][a-z0-9_]{0,79}$ must be a word
 */
type ConflictCause = string;

const SHOWN: Answer<SyncConflict, SyncConflictResponse> = {
  status: 200,
  render: toConflictResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/sync/conflicts')
@Tags('Offline sync')
export class SyncConflictsController extends Controller {
  constructor(
    private readonly views: SyncViews,
    private readonly decideOnConflict: DecideOnConflict,
  ) {
    super();
  }

  /** Lists what devices did that does not agree with what was known here, the latest first. It was taken all the same. */
  @Get()
  @Security('pos', ['sync:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async conflicts(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: SyncConflictStatusDto,
    @Query() cause?: ConflictCause,
    @Query() outletId?: Uuid,
    @Query() deviceId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SyncConflictResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const conflicts = await this.views.conflicts(request.context, {
      ...{ status, cause, outletId, deviceId, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(conflicts, page.limit, toConflictResponse, ({ openedAt, id }) => [openedAt.toISOString(), id]);
  }

  /** Shows a conflict. */
  @Get('{conflictId}')
  @Security('pos', ['sync:read'])
  @Response<Problem>(404, 'sync_conflict_not_found')
  async conflict(
    @Path('tenant') _tenant: string,
    @Path() conflictId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SyncConflictResponse> {
    return answered(request, SHOWN, await this.views.conflict(request.context, conflictId));
  }

  /** Takes note of a decision. What is to be undone or corrected is done with the commands for that, such as a refund. */
  @Post('{conflictId}/resolve')
  @SuccessResponse(200, 'Decided')
  @Security('pos', ['sync:resolve'])
  @Response<Problem>(404, 'sync_conflict_not_found')
  @Response<Problem>(409, 'sync_conflict_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  resolve(
    @Path('tenant') _tenant: string,
    @Path() conflictId: Uuid,
    @Body() body: ResolveConflictRequest,
    @Request() request: PosRequest,
  ): Promise<SyncConflictResponse> {
    return this.decide(request, conflictId, { choice: body.choice, note: body.note ?? null });
  }

  /** Takes a decision back. */
  @Post('{conflictId}/reopen')
  @SuccessResponse(200, 'Decided')
  @Security('pos', ['sync:resolve'])
  @Response<Problem>(404, 'sync_conflict_not_found')
  @Response<Problem>(409, 'sync_conflict_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  reopen(
    @Path('tenant') _tenant: string,
    @Path() conflictId: Uuid,
    @Body() body: ReopenConflictRequest,
    @Request() request: PosRequest,
  ): Promise<SyncConflictResponse> {
    return this.decide(request, conflictId, { choice: undefined, note: body.note ?? null });
  }

  private decide(request: PosRequest, id: string, decision: ConflictDecision): Promise<SyncConflictResponse> {
    return answer(request, SHOWN, (context) => this.decideOnConflict.execute(context, id as ConflictId, decision));
  }
}
