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
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { ReceiveSettlement } from '../../application/receive-settlement.js';
import type { ReconcileSettlement } from '../../application/reconcile-settlement.js';
import { LINES_MAX, type Settlement, type SettlementId } from '../../domain/settlement.js';
import type { SettlementViews } from '../../ports/settlement-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { pageFrom, positionAt } from './paging.js';
import {
  settlementFrom,
  toDetailResponse,
  toLineResponse,
  toSettlementResponse,
  type ProviderName,
  type ReceiveSettlementRequest,
  type SettlementDetailResponse,
  type SettlementLineResponse,
  type SettlementResponse,
} from './settlement-dtos.js';

const SHOWN: Answer<Settlement, SettlementResponse> = {
  status: 200,
  render: toSettlementResponse,
  etag: ({ version }) => version,
};
const DETAIL: Answer<SettlementDetailResponse, SettlementDetailResponse> = {
  status: 200,
  render: (detail) => detail,
  etag: ({ version }) => version,
};
/** Differences that a settlement is shown with; the list has all. */
const DIFFERENCES_SHOWN = 100;

@Route('v1/{tenant}/pos/settlements')
@Tags('Settlements')
export class SettlementsController extends Controller {
  constructor(
    private readonly receive: ReceiveSettlement,
    private readonly reconcile: ReconcileSettlement,
    private readonly views: SettlementViews,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Takes in what a provider says it pays out, and holds it against the payments. The same content under the same reference again is
   * the same settlement; other content is refused.
   */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(409, 'settlement_differs')
  @Response<Problem>(422, 'settlement_invalid, unknown_currency, card_data_not_allowed')
  receiveSettlement(
    @Path() tenant: string,
    @Body() body: ReceiveSettlementRequest,
    @Request() request: PosRequest,
  ): Promise<SettlementResponse> {
    const command = settlementFrom(body, this.screen);
    const location = ({ id }: Settlement): string => `/v1/${tenant}/pos/settlements/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.receive.execute(context, command));
  }

  /** Lists settlements, newest first. `from` and `to` are about when they came in. */
  @Get()
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listSettlements(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() provider?: ProviderName,
    @Query() outletId?: Uuid,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SettlementResponse>> {
    const page = pageFrom({ provider, outletId, from, to, limit, cursor });
    const found = await this.views.settlements(request.context, page);
    return listResponse(found, page.limit, toSettlementResponse, ({ receivedAt, id }) => positionAt(receivedAt, id));
  }

  /** Shows a settlement: what it comes to, and what is not as known here. */
  @Get('{settlementId}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'settlement_not_found')
  async showSettlement(
    @Path('tenant') _tenant: string,
    @Path() settlementId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SettlementDetailResponse> {
    const summary = await this.views.summary(request.context, settlementId as SettlementId);
    const page = pageFrom({ limit: DIFFERENCES_SHOWN });
    const about = { settlementId, status: undefined, kind: undefined };
    const differences = await this.views.differences(request.context, { ...page, ...about });
    return answered(request, DETAIL, toDetailResponse(summary, differences.slice(0, DIFFERENCES_SHOWN)));
  }

  /** Lists the lines of a settlement by their numbers. */
  @Get('{settlementId}/lines')
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'settlement_not_found')
  async listSettlementLines(
    @Path('tenant') _tenant: string,
    @Path() settlementId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SettlementLineResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const after = Math.min(Math.max(Math.trunc(Number(page.after?.[0] ?? 0)), 0), LINES_MAX);
    const lines = await this.views.lines(request.context, settlementId as SettlementId, { limit: page.limit, after });
    return listResponse(lines, page.limit, toLineResponse, ({ number }) => [number]);
  }

  /** Holds a settlement against the payments again. What is as it was stays; what is as known by now counts as explained. */
  @Post('{settlementId}/reconcile')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'settlement_not_found')
  reconcileSettlement(
    @Path('tenant') _tenant: string,
    @Path() settlementId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SettlementResponse> {
    return answer(request, SHOWN, (context) => this.reconcile.execute(context, settlementId as SettlementId));
  }
}
