import {
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
import type { TenantId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { InboxDeadLetter, InboxDeadLetters } from '../../../../platform/inbox/ports.js';
import type { DeadLetterRefusal } from '../../domain/dead-letter.js';
import { deadLetterIdFrom } from './dead-letter-dtos.js';

/** A message of a sibling service that could not be dealt with and was given up. */
export interface InboxDeadLetterResponse {
  id: Uuid;
  /** Who sent it: `treasury`, `inventory`, `logistics`, `auth`. */
  source: string;
  eventId: string;
  /** Null when the message could not be read so far. */
  type: string | null;
  /** The event as one JSON document, or the text as it came. */
  envelope: string;
  /** True when the envelope was cut, so that it cannot be tried again. */
  truncated: boolean;
  /** Why the last try failed. */
  reason: string;
  /** @isInt */
  attempts: number;
  status: InboxDeadLetterStatus;
  receivedAt: Timestamp;
  redrivenAt: Timestamp | null;
}

export type InboxDeadLetterStatus = 'dead' | 'redriven';

const TRIED: Answer<InboxDeadLetter, InboxDeadLetterResponse> = { status: 200, render: toResponse };

@Route('v1/{tenant}/pos/inbox/dead-letters')
@Tags('Events')
export class InboxDeadLettersController extends Controller {
  constructor(private readonly letters: InboxDeadLetters) {
    super();
  }

  /** Lists messages of sibling services that were given up, newest first. */
  @Get()
  @Security('pos', ['dead_letters:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listInboxDeadLetters(
    @Path() tenant: string,
    @Request() request: PosRequest,
    @Query() status?: InboxDeadLetterStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<InboxDeadLetterResponse>> {
    void tenant;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const letters = await this.letters.list(request.context.tenantId, {
      limit: page.limit,
      ...(page.after === undefined
        ? {}
        : { after: { receivedAt: new Date(String(page.after[0])), id: String(page.after[1]) } }),
      ...(status === undefined ? {} : { status }),
    });
    return listResponse(letters, page.limit, toResponse, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
  }

  /** Shows one of them. */
  @Get('{id}')
  @Security('pos', ['dead_letters:read'])
  @Response<Problem>(404, 'dead_letter_not_found')
  async showInboxDeadLetter(
    @Path() tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<InboxDeadLetterResponse> {
    void tenant;
    return toResponse(found(await this.letters.get(request.context.tenantId, deadLetterIdFrom(id)), id));
  }

  /** Deals with the message again, now. The answer says whether it worked; one that had its effect has it only once. */
  @Post('{id}/redrive')
  @SuccessResponse(200, 'Ok')
  @Security('pos', ['dead_letters:write'])
  @Response<Problem>(404, 'dead_letter_not_found')
  async redriveInboxDeadLetter(
    @Path() tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<InboxDeadLetterResponse> {
    void tenant;
    // Harmless to repeat: what was redriven stays so, hence nothing has to be remembered under the key.
    return answer(request, TRIED, ({ tenantId }) => this.redrive(tenantId, id));
  }

  private async redrive(tenantId: TenantId, id: string): Promise<InboxDeadLetter> {
    return found(await this.letters.redrive(tenantId, deadLetterIdFrom(id)), id);
  }
}

function found(letter: InboxDeadLetter | undefined, id: string): InboxDeadLetter {
  if (letter === undefined) throw new Refusal<DeadLetterRefusal>('dead_letter_not_found', { deadLetterId: id });
  return letter;
}

function toResponse(letter: InboxDeadLetter): InboxDeadLetterResponse {
  const { id, source, eventId, type, envelope, truncated, reason, attempts, status, receivedAt, redrivenAt } = letter;
  return {
    ...{ id, source, eventId, type, envelope, truncated, reason, attempts, status },
    receivedAt: receivedAt.toISOString(),
    redrivenAt: redrivenAt === null ? null : redrivenAt.toISOString(),
  };
}
