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
import type { IdSource } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answered, answering, type Answer } from '../../../../platform/http/answering.js';
import type { RequestRefusal } from '../../../../platform/http/edge-problems.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { StartSync } from '../../application/start-sync.js';
import type { SyncRunner } from '../../application/sync-runner.js';
import type { RunningSync, SyncId } from '../../domain/catalog-sync.js';
import type { SyncViews } from '../../ports/sync-views.js';
import {
  toSyncResponse,
  toSyncStateResponse,
  toSyncSummary,
  type StartSyncRequest,
  type SyncResponse,
  type SyncStateResponse,
  type SyncSummary,
} from './sync-dto.js';

@Route('v1/{tenant}/pos/catalog/syncs')
@Tags('Catalogue')
export class SyncsController extends Controller {
  constructor(
    private readonly views: SyncViews,
    private readonly startSync: StartSync,
    private readonly runner: SyncRunner,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /** Fetches items from the source of the catalogue. The run goes on after the answer; its progress is shown at Location. */
  @Post()
  @Security('pos', ['catalog:write'])
  @SuccessResponse(202)
  @Response<Problem>(409, 'catalog_source_not_configured, sync_running')
  async start(
    @Path() tenant: string,
    @Body() body: StartSyncRequest,
    @Request() request: PosRequest,
  ): Promise<SyncResponse> {
    const location = ({ id }: RunningSync): string => `/v1/${tenant}/pos/catalog/syncs/${id}`;
    const shape: Answer<RunningSync, SyncResponse> = { status: 202, render: toSyncResponse, location };
    const context = answering(request, shape);
    if (this.runner.isFull) throw new Refusal<RequestRefusal>('overloaded');
    const command = { syncId: this.ids.next<'catalog_sync'>(), mode: body.mode, trigger: 'manual' } as const;
    const started = await this.startSync.execute(context, command);
    const response = answered(request, shape, started);
    this.runner.goOn(context, started);
    return response;
  }

  /** Lists runs, newest first. Looks of the schedule that found nothing new leave none. */
  @Get()
  @Security('pos', ['catalog:read'])
  async list(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SyncSummary>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const syncs = await this.views.syncs(request.context, { limit: page.limit, after });
    return listResponse(syncs, page.limit, toSyncSummary, ({ startedAt, id }) => [startedAt.toISOString(), id]);
  }

  /** Shows how far the copy of the source's items has come, and since when the source is away. */
  @Get('state')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(409, 'catalog_source_not_configured')
  async state(@Path() tenant: string, @Request() request: PosRequest): Promise<SyncStateResponse> {
    void tenant;
    return toSyncStateResponse(await this.views.state(request.context), request.context.at);
  }

  /** Shows a run and how far it has come. */
  @Get('{syncId}')
  @Security('pos', ['catalog:read'])
  @Response<Problem>(404, 'sync_not_found')
  async show(@Path() tenant: string, @Path() syncId: Uuid, @Request() request: PosRequest): Promise<SyncResponse> {
    void tenant;
    return toSyncResponse(await this.views.sync(request.context, syncId as SyncId));
  }
}
