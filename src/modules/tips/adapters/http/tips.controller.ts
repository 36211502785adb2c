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
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { calendarDaysFrom } from '../../../../platform/http/calendar-day.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { PayTipsOut, TipMoved } from '../../application/pay-tips-out.js';
import type { ReadTips } from '../../application/read-tips.js';
import type { PoolRunId } from '../../domain/tip-entry.js';
import {
  toBalanceResponse,
  toEntryResponse,
  toMovedResponse,
  toRunResponse,
  type CorrectOwedTipsRequest,
  type PoolRunResponse,
  type TipBalanceResponse,
  type TipDay,
  type TipEntryKindName,
  type TipEntryResponse,
  type TipMovedResponse,
  type PayTipsOutRequest,
  type TipPerson,
} from './tip-dtos.js';
import { adjustmentFrom, personFrom, tipOutFrom } from './tip-reading.js';

const MOVED: Answer<TipMoved, TipMovedResponse> = { status: 201, render: toMovedResponse };

@Route('v1/{tenant}/pos/tips')
@Tags('Tips')
export class TipsController extends Controller {
  constructor(
    private readonly pay: PayTipsOut,
    private readonly read: ReadTips,
  ) {
    super();
  }

  /** Lists what people are owed. */
  @Get('balances')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  async balances(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() personId?: TipPerson,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<TipBalanceResponse>> {
    const page = pageOf(limit, cursor, ['uuid']);
    const query = { outletId: outletId as OutletId | undefined, personId: personFrom(personId), limit: page.limit };
    const rows = await this.read.balances(request.context, { ...query, after: page.after?.[0] as string | undefined });
    return listResponse(rows, page.limit, toBalanceResponse, ({ accountId }) => [accountId]);
  }

  /** Lists what the caller is owed. */
  @Get('balances/mine')
  @Security('pos', ['shifts:clock'])
  async mine(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<TipBalanceResponse>> {
    const page = pageOf(limit, cursor, ['uuid']);
    const after = page.after?.[0] as string | undefined;
    const rows = await this.read.mine(request.context, { limit: page.limit, after });
    return listResponse(rows, page.limit, toBalanceResponse, ({ accountId }) => [accountId]);
  }

  /**
   * Lists the lines of the ledger, newest first; those of pools have no person.
   * @param from the first trading day
   * @param to the first trading day not to show
   */
  @Get('entries')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  async entries(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() personId?: TipPerson,
    @Query() kind?: TipEntryKindName,
    @Query() orderId?: Uuid,
    @Query() from?: TipDay,
    @Query() to?: TipDay,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<TipEntryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const rows = await this.read.entries(request.context, {
      ...{ outletId: outletId as OutletId | undefined, personId: personFrom(personId), kind, orderId },
      ...calendarDaysFrom(from, to),
      ...{ limit: page.limit, after: page.after as [string, string] | undefined },
    });
    return listResponse(rows, page.limit, toEntryResponse, ({ at, id }) => [at.toISOString(), id]);
  }

  /**
   * Pays tips to whom they are owed: in cash out of a drawer, or by a provider. Never more than is owed, unless a second person has
   * approved it (action `drawer.tip_out`).
   */
  @Post('tip-outs')
  @Security('pos', ['tips:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'approval_required')
  @Response<Problem>(404, 'tip_outlet_not_found, drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open, drawer_cash_too_low, tip_session_elsewhere, approval_invalid')
  @Response<Problem>(
    422,
    'tip_out_too_high, tip_out_way_invalid, payout_invalid, currency_mismatch, card_data_not_allowed',
  )
  @Response<Problem>(503, 'payment_provider_unavailable')
  tipOut(
    @Path('tenant') _tenant: string,
    @Body() body: PayTipsOutRequest,
    @Request() request: PosRequest,
  ): Promise<TipMovedResponse> {
    const wish = tipOutFrom(body);
    return answer(request, MOVED, (context) => this.pay.execute(context, wish));
  }

  /** Corrects by hand what somebody is owed, with a reason. */
  @Post('adjustments')
  @Security('pos', ['tips:manage'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'tip_outlet_not_found')
  @Response<Problem>(422, 'currency_mismatch, card_data_not_allowed')
  adjust(
    @Path('tenant') _tenant: string,
    @Body() body: CorrectOwedTipsRequest,
    @Request() request: PosRequest,
  ): Promise<TipMovedResponse> {
    const wish = adjustmentFrom(body);
    return answer(request, MOVED, (context) => this.pay.adjust(context, wish));
  }

  /** Lists pools that were shared out, newest first, also those that were taken back. */
  @Get('pool-runs')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_outlet_not_found')
  async runs(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() from?: TipDay,
    @Query() to?: TipDay,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PoolRunResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const rows = await this.read.runs(request.context, {
      ...{ outletId: outletId as OutletId | undefined, ...calendarDaysFrom(from, to) },
      ...{ limit: page.limit, after: page.after as [string, string] | undefined },
    });
    return listResponse(rows, page.limit, toRunResponse, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  /** Shows a pool that was shared out. */
  @Get('pool-runs/{runId}')
  @Security('pos', ['tips:read'])
  @Response<Problem>(404, 'tip_pool_run_not_found')
  async run(
    @Path('tenant') _tenant: string,
    @Path() runId: Uuid,
    @Request() request: PosRequest,
  ): Promise<PoolRunResponse> {
    return toRunResponse(await this.read.run(request.context, runId as PoolRunId));
  }
}
