import { Body, Controller, Get, Path, Post, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { DecideDifference } from '../../application/decide-difference.js';
import type { Difference, DifferenceId } from '../../domain/difference.js';
import type { SettlementViews } from '../../ports/settlement-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { pageFrom, positionAt } from './paging.js';
import {
  toDifferenceResponse,
  type ExplainDifferenceRequest,
  type ProviderName,
  type SettlementDifferenceKind,
  type SettlementDifferenceResponse,
  type SettlementDifferenceStatus,
} from './settlement-dtos.js';

const SHOWN: Answer<Difference, SettlementDifferenceResponse> = {
  status: 200,
  render: toDifferenceResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/settlement-differences')
@Tags('Settlements')
export class SettlementDifferencesController extends Controller {
  constructor(
    private readonly decide: DecideDifference,
    private readonly views: SettlementViews,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Lists what was not as known here, newest first. `from` and `to` are about when it was found. */
  @Get()
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listSettlementDifferences(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: SettlementDifferenceStatus,
    @Query() kind?: SettlementDifferenceKind,
    @Query() settlementId?: Uuid,
    @Query() provider?: ProviderName,
    @Query() outletId?: Uuid,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<SettlementDifferenceResponse>> {
    const page = pageFrom({ provider, outletId, from, to, limit, cursor });
    const found = await this.views.differences(request.context, { ...page, status, kind, settlementId });
    return listResponse(found, page.limit, toDifferenceResponse, ({ foundAt, id }) => positionAt(foundAt, id));
  }

  /** Shows a difference. */
  @Get('{differenceId}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'settlement_difference_not_found')
  async showSettlementDifference(
    @Path('tenant') _tenant: string,
    @Path() differenceId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SettlementDifferenceResponse> {
    return answered(request, SHOWN, await this.views.difference(request.context, differenceId as DifferenceId));
  }

  /** Says why there is a difference; it is open no longer. */
  @Post('{differenceId}/explain')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'settlement_difference_not_found')
  @Response<Problem>(409, 'settlement_difference_explained')
  @Response<Problem>(422, 'card_data_not_allowed')
  explainSettlementDifference(
    @Path('tenant') _tenant: string,
    @Path() differenceId: Uuid,
    @Body() body: ExplainDifferenceRequest,
    @Request() request: PosRequest,
  ): Promise<SettlementDifferenceResponse> {
    const reason = this.screen(body.reason, '/reason');
    return answer(request, SHOWN, (context) => this.decide.explain(context, differenceId as DifferenceId, reason));
  }

  /** Takes an explanation back: the difference is open again. */
  @Post('{differenceId}/reopen')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'settlement_difference_not_found')
  @Response<Problem>(409, 'settlement_difference_open')
  reopenSettlementDifference(
    @Path('tenant') _tenant: string,
    @Path() differenceId: Uuid,
    @Request() request: PosRequest,
  ): Promise<SettlementDifferenceResponse> {
    return answer(request, SHOWN, (context) => this.decide.reopen(context, differenceId as DifferenceId));
  }
}
