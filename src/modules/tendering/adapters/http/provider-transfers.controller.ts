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
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { HandleRefund } from '../../application/handle-refund.js';
import type { PayOut } from '../../application/pay-out.js';
import type { PayoutTransfer, ProviderRefundId, RefundTransfer } from '../../domain/transfer.js';
import type { PaymentViews } from '../../ports/payment-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  toPayoutResponse,
  toRefundResponse,
  type PayOutRequest,
  type PayoutResponse,
  type ProviderRefundResponse,
  type SettleByHandRequest,
  type TransferStatusName,
} from './payment-dto.js';

const REFUND: Answer<RefundTransfer, ProviderRefundResponse> = { status: 200, render: toRefundResponse };
const PAYOUT: Answer<PayoutTransfer, PayoutResponse> = { status: 201, render: toPayoutResponse };

/** Money that providers move away from the business: back to customers, or out to others. */
@Route('v1/{tenant}/pos')
@Tags('Provider payments')
export class ProviderTransfersController extends Controller {
  constructor(
    private readonly views: PaymentViews,
    private readonly handleRefund: HandleRefund,
    private readonly payOut: PayOut,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Lists what providers are to give back, newest first. Those that failed wait for somebody. */
  @Get('provider-refunds')
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async refunds(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: TransferStatusName,
    @Query() provider?: string,
    @Query() paymentId?: Uuid,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ProviderRefundResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const query = { status, provider, paymentId, limit: page.limit, after };
    const refunds = await this.views.refunds(request.context, query);
    return listResponse(refunds, page.limit, toRefundResponse, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Shows what a provider is to give back. */
  @Get('provider-refunds/{id}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'provider_refund_not_found')
  async refund(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<ProviderRefundResponse> {
    return toRefundResponse(await this.views.refund(request.context, id));
  }

  /** Has the provider asked again. */
  @Post('provider-refunds/{id}/retry')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(404, 'provider_refund_not_found')
  @Response<Problem>(409, 'provider_refund_settled')
  retry(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<ProviderRefundResponse> {
    return answer(request, REFUND, (context) => this.handleRefund.retry(context, id as ProviderRefundId));
  }

  /** Says that the money went back without the provider. */
  @Post('provider-refunds/{id}/settle-by-hand')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(404, 'provider_refund_not_found')
  @Response<Problem>(409, 'provider_refund_settled')
  @Response<Problem>(422, 'card_data_not_allowed')
  settleByHand(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Body() body: SettleByHandRequest,
    @Request() request: PosRequest,
  ): Promise<ProviderRefundResponse> {
    const { reason, reference } = body;
    this.screen.assertHarmless(reason, '/reason');
    if (reference !== undefined) this.screen.assertHarmless(reference, '/reference');
    const how = { reason, reference: reference ?? null };
    return answer(request, REFUND, (context) => this.handleRefund.settleByHand(context, id as ProviderRefundId, how));
  }

  /** Lists payouts, newest first. */
  @Get('payouts')
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async payouts(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: TransferStatusName,
    @Query() provider?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<PayoutResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const payouts = await this.views.payouts(request.context, { status, provider, limit: page.limit, after });
    return listResponse(payouts, page.limit, toPayoutResponse, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Has a provider pay money out: tips, a supplier. What becomes of it is in the payout, within seconds. */
  @Post('payouts')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(422, 'payout_invalid, card_data_not_allowed')
  @Response<Problem>(503, 'payment_provider_unavailable')
  create(
    @Path('tenant') _tenant: string,
    @Body() body: PayOutRequest,
    @Request() request: PosRequest,
  ): Promise<PayoutResponse> {
    const { provider, payee, amount, outletId, reason } = body;
    this.screen.assertHarmless(payee, '/payee');
    this.screen.assertHarmless(reason, '/reason');
    const money = moneyFrom(amount, '/amount');
    const wish = { provider, payee, amount: money, outletId: outletId as OutletId, reason };
    return answer(request, PAYOUT, (context) => this.payOut.execute(context, wish));
  }

  /** Shows a payout. */
  @Get('payouts/{id}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'payout_not_found')
  async payout(
    @Path('tenant') _tenant: string,
    @Path() id: Uuid,
    @Request() request: PosRequest,
  ): Promise<PayoutResponse> {
    return toPayoutResponse(await this.views.payout(request.context, id));
  }
}
