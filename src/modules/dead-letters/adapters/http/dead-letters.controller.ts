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
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { RedriveDeadLetter } from '../../application/redrive-dead-letter.js';
import type { RedriveDeadLetters } from '../../application/redrive-dead-letters.js';
import type { DeadLetter, DeadLetterStatus } from '../../domain/dead-letter.js';
import type { DeadLetterViews } from '../../ports/dead-letter-views.js';
import {
  deadLetterIdFrom,
  toDeadLetterResponse,
  toOutboxStatus,
  type DeadLetterResponse,
  type OutboxStatusResponse,
  type RedriveRequest,
  type RedriveResponse,
} from './dead-letter-dtos.js';

const QUEUED: Answer<DeadLetter, DeadLetterResponse> = { status: 202, render: toDeadLetterResponse };
const ALL_QUEUED: Answer<RedriveResponse, RedriveResponse> = { status: 202, render: (result) => result };

@Route('v1/{tenant}/pos/outbox')
@Tags('Events')
export class DeadLettersController extends Controller {
  constructor(
    private readonly views: DeadLetterViews,
    private readonly redriveOne: RedriveDeadLetter,
    private readonly redriveAll: RedriveDeadLetters,
  ) {
    super();
  }

  /** Says for each way out of events how far it is behind, what waits and what was given up. */
  @Get('status')
  @Security('pos', ['dead_letters:read'])
  async showStatus(@Path() tenant: string, @Request() request: PosRequest): Promise<OutboxStatusResponse> {
    void tenant;
    return toOutboxStatus(await this.views.status(request.context.tenantId));
  }

  /** Lists events that were given up, newest first. */
  @Get('dead-letters')
  @Security('pos', ['dead_letters:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listDeadLetters(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() sink?: string,
    @Query() type?: string,
    @Query() status?: DeadLetterStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<DeadLetterResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after && { deadAt: String(page.after[0]), id: String(page.after[1]) };
    const letters = await this.views.list(request.context.tenantId, { sink, type, status, limit: page.limit, after });
    return listResponse(letters, page.limit, toDeadLetterResponse, ({ deadAt, id }) => [deadAt.toISOString(), id]);
  }

  /** Shows one of them. */
  @Get('dead-letters/{id}')
  @Security('pos', ['dead_letters:read'])
  @Response<Problem>(404, 'dead_letter_not_found')
  async showDeadLetter(
    @Path() tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<DeadLetterResponse> {
    void tenant;
    return toDeadLetterResponse(await this.views.get(request.context.tenantId, deadLetterIdFrom(id)));
  }

  /** Asks for another try of all that were given up, or of those of a sink or a type. The events keep their ids. */
  @Post('dead-letters/redrive')
  @SuccessResponse(202, 'Accepted')
  @Security('pos', ['dead_letters:write'])
  async redriveDeadLetters(
    @Path() tenant: string,
    @Body() body: RedriveRequest,
    @Request() request: PosRequest,
  ): Promise<RedriveResponse> {
    void tenant;
    const filter = { sink: body.sink, type: body.type };
    return answer(request, ALL_QUEUED, (context) => this.redriveAll.execute(context, filter));
  }

  /** Asks for another try of one of them. It is made within seconds; look at its status. */
  @Post('dead-letters/{id}/redrive')
  @SuccessResponse(202, 'Accepted')
  @Security('pos', ['dead_letters:write'])
  @Response<Problem>(404, 'dead_letter_not_found')
  @Response<Problem>(409, 'dead_letter_already_redriven')
  async redriveDeadLetter(
    @Path() tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<DeadLetterResponse> {
    void tenant;
    const command = { id: deadLetterIdFrom(id) };
    return answer(request, QUEUED, (context) => this.redriveOne.execute(context, command));
  }
}
