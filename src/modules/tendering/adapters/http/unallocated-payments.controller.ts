import { Body, Controller, Get, Path, Post, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { Id, OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { SettleUnallocated, UnallocatedWish } from '../../application/settle-unallocated.js';
import type { Unallocated, UnallocatedId } from '../../domain/unallocated.js';
import type { PaymentViews } from '../../ports/payment-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  toUnallocatedResponse,
  type AllocateRequest,
  type UnallocatedReasonRequest,
  type UnallocatedResponse,
  type UnallocatedStatusName,
} from './payment-dto.js';

const MONEY: Answer<Unallocated, UnallocatedResponse> = {
  status: 200,
  render: toUnallocatedResponse,
  etag: ({ version }) => version,
};

/** Money that came and that no order took. */
@Route('v1/{tenant}/pos/unallocated-payments')
@Tags('Provider payments')
export class UnallocatedPaymentsController extends Controller {
  constructor(
    private readonly views: PaymentViews,
    private readonly settle: SettleUnallocated,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Lists unallocated money, newest first.
   * @param from arrived then or later
   * @param to arrived before then
   */
  @Get()
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: UnallocatedStatusName,
    @Query() provider?: string,
    @Query() outletId?: Uuid,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<UnallocatedResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const found = await this.views.unallocated(request.context, {
      ...{ status, provider, outletId, limit: page.limit, after: page.after as [string, string] | undefined },
      from: from === undefined ? undefined : timeFrom(from, '/query/from'),
      to: to === undefined ? undefined : timeFrom(to, '/query/to'),
    });
    return listResponse(found, page.limit, toUnallocatedResponse, ({ arrivedAt, id }) => [arrivedAt.toISOString(), id]);
  }

  /** Shows unallocated money. */
  @Get('{id}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'unallocated_payment_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<UnallocatedResponse> {
    return answered(request, MONEY, await this.views.oneUnallocated(request.context, id as UnallocatedId));
  }

  /** Puts it to an order, as a payment of its own. */
  @Post('{id}/allocate')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(403, 'approval_required, approval_invalid')
  @Response<Problem>(404, 'unallocated_payment_not_found, order_not_found')
  @Response<Problem>(409, 'unallocated_payment_settled, order_not_open')
  @Response<Problem>(422, 'payment_exceeds_due, card_data_not_allowed, reason_not_listed')
  allocate(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: AllocateRequest,
    @Request() request: PosRequest,
  ): Promise<UnallocatedResponse> {
    const wish = this.wishOf(id, body);
    return answer(request, MONEY, (context) => this.settle.allocate(context, wish, body.orderId as Id<'order'>));
  }

  /** Has the provider give it back. */
  @Post('{id}/refund')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(403, 'approval_required, approval_invalid')
  @Response<Problem>(404, 'unallocated_payment_not_found')
  @Response<Problem>(409, 'unallocated_payment_settled, unallocated_payment_not_refundable')
  @Response<Problem>(422, 'card_data_not_allowed, reason_not_listed')
  refund(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: UnallocatedReasonRequest,
    @Request() request: PosRequest,
  ): Promise<UnallocatedResponse> {
    const wish = this.wishOf(id, body);
    return answer(request, MONEY, (context) => this.settle.refund(context, wish));
  }

  /** Gives up looking for whose it is. */
  @Post('{id}/write-off')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(403, 'approval_required, approval_invalid')
  @Response<Problem>(404, 'unallocated_payment_not_found')
  @Response<Problem>(409, 'unallocated_payment_settled')
  @Response<Problem>(422, 'card_data_not_allowed, reason_not_listed')
  writeOff(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: UnallocatedReasonRequest,
    @Request() request: PosRequest,
  ): Promise<UnallocatedResponse> {
    const wish = this.wishOf(id, body);
    return answer(request, MONEY, (context) => this.settle.writeOff(context, wish));
  }

  private wishOf(id: Uuid, body: AllocateRequest | UnallocatedReasonRequest): UnallocatedWish {
    const { reason, approvalId, outletId } = body;
    if (reason !== undefined) this.screen.assertHarmless(reason, '/reason');
    const where = (outletId ?? null) as OutletId | null;
    return { id: id as UnallocatedId, reason: reason ?? null, approvalId, outletId: where };
  }
}
