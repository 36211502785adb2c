import { Body, Controller, Get, Path, Post, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { mayActFor } from '../../../../kernel/context.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import { visible, type ChangeNotice } from '../../application/change-notice.js';
import type { Notice, NoticeId } from '../../domain/notice.js';
import type { NoticeRepository } from '../../ports/notice-repository.js';
import type { NoticeFilter, NoticeViews } from '../../ports/notice-views.js';
import {
  toNoticeResponse,
  type AcknowledgeNoticeRequest,
  type NoticeKind,
  type NoticeResponse,
  type NoticeSeverity,
  type NoticeStatus,
} from './notice-dtos.js';

const SHOWN: Answer<Notice, NoticeResponse> = {
  status: 200,
  render: toNoticeResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/notices')
@Tags('Notices')
export class NoticesController extends Controller {
  /** @param screen refuses numbers of payment cards in what people type (GUARANTEES G9). */
  constructor(
    private readonly changeNotice: ChangeNotice,
    private readonly transactor: Transactor,
    private readonly notices: NoticeRepository,
    private readonly views: NoticeViews,
    private readonly screen: (text: string, pointer: string) => void,
  ) {
    super();
  }

  /**
   * Lists what calls for a person, newest first. A caller who is bound to outlets sees theirs, and not what concerns the business
   * as a whole.
   * @param from raised then or later
   * @param to raised before then
   */
  @Get()
  @Security('pos', ['notices:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: NoticeStatus,
    @Query() outletId?: Uuid,
    @Query() kind?: NoticeKind,
    @Query() severity?: NoticeSeverity,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<NoticeResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const [raisedAt, id] = (page.after ?? []) as string[];
    const after = raisedAt === undefined || id === undefined ? undefined : { raisedAt, id };
    const filter: NoticeFilter = {
      ...outletsFor(request, outletId),
      ...(status && { status }),
      ...(kind !== undefined && { kind }),
      ...(severity && { severity }),
      ...(from !== undefined && { from: timeFrom(from, '/query/from') }),
      ...(to !== undefined && { to: timeFrom(to, '/query/to') }),
    };
    const rows = await this.transactor.read(request.context, (tx) => this.views.page(tx, filter, after, page.limit));
    return listResponse(rows, page.limit, toNoticeResponse, (notice) => [notice.raisedAt.toISOString(), notice.id]);
  }

  /** Shows a notice. */
  @Get('{noticeId}')
  @Security('pos', ['notices:read'])
  @Response<Problem>(404, 'notice_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() noticeId: Uuid,
    @Request() request: PosRequest,
  ): Promise<NoticeResponse> {
    const id = noticeId as NoticeId;
    const found = await this.transactor.read(request.context, (tx) => this.notices.find(tx, id));
    return answered(request, SHOWN, visible(request.context, found, id));
  }

  /** Says that somebody has seen it, and what was done about it. One that waits to be sent is then not sent any more. */
  @Post('{noticeId}/acknowledge')
  @Security('pos', ['notices:write'])
  @Response<Problem>(404, 'notice_not_found')
  @Response<Problem>(409, 'notice_already_acknowledged')
  @Response<Problem>(422, 'card_data_not_allowed')
  async acknowledge(
    @Path('tenant') _tenant: string,
    @Path() noticeId: Uuid,
    @Body() body: AcknowledgeNoticeRequest,
    @Request() request: PosRequest,
  ): Promise<NoticeResponse> {
    const note = body.note ?? null;
    if (note !== null) this.screen(note, '/note');
    return answer(request, SHOWN, (context) =>
      this.changeNotice.execute(context, noticeId as NoticeId, { verb: 'acknowledge', note }),
    );
  }

  /** Says that it was not dealt with after all. It is not sent again. */
  @Post('{noticeId}/reopen')
  @Security('pos', ['notices:write'])
  @Response<Problem>(404, 'notice_not_found')
  @Response<Problem>(409, 'notice_not_acknowledged')
  reopen(
    @Path('tenant') _tenant: string,
    @Path() noticeId: Uuid,
    @Request() request: PosRequest,
  ): Promise<NoticeResponse> {
    return answer(request, SHOWN, (context) =>
      this.changeNotice.execute(context, noticeId as NoticeId, { verb: 'reopen' }),
    );
  }
}

function outletsFor({ context }: PosRequest, outletId: string | undefined): Pick<NoticeFilter, 'outletIds'> {
  const { outlets } = context.principal;
  if (outletId !== undefined) return { outletIds: mayActFor(context.principal, outletId) ? [outletId] : [] };
  return outlets === undefined ? {} : { outletIds: [...outlets] };
}
