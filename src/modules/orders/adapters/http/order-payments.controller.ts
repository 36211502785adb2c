import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { AdjustTip } from '../../application/adjust-tip.js';
import type { CancelPayment } from '../../application/cancel-payment.js';
import type { ReturnPayment } from '../../application/return-payment.js';
import type { PaymentId } from '../../domain/order-state.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { ORDER_CHANGED } from './order-answers.js';
import { targetOf } from './order-commands.controller.js';
import type { CommandRequest } from './order-requests.js';
import type { OrderResponse } from './order-responses.js';
import type { AdjustTipRequest, ReturnPaymentRequest } from './payment-requests.js';
import { screened } from './screened-texts.js';

/** The use cases behind a payment that is there already. */
export interface OrderPaymentUseCases {
  readonly cancel: CancelPayment;
  readonly giveBack: ReturnPayment;
  readonly adjustTip: AdjustTip;
}

/** What can be done to one payment of an order. Commands answer with the order as they left it. */
@Route('v1/{tenant}/pos/orders/{orderId}/payments/{paymentId}')
@Tags('Orders')
export class OrderPaymentsController extends Controller {
  constructor(
    private readonly useCases: OrderPaymentUseCases,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Gives up a payment that a provider was asked for. Money that comes for it later is unallocated, and somebody is told. */
  @Post('cancel')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order')
  @Response<Problem>(404, 'payment_not_found')
  @Response<Problem>(409, 'payment_not_pending')
  async cancel(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() paymentId: Uuid,
    @Request() request: PosRequest,
    @Body() _body?: CommandRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) =>
      this.useCases.cancel.execute(context, target, paymentId as PaymentId),
    );
  }

  /**
   * Gives a payment back whole, before the order is settled: a deposit, or what stands in the way of a void. Takes the permission
   * orders:refund, or an approval.
   */
  @Post('return')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order')
  @Response<Problem>(403, 'approval_required')
  @Response<Problem>(404, 'payment_not_found')
  @Response<Problem>(409, 'payment_not_returnable, order_not_open, drawer_session_not_open')
  async giveBack(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() paymentId: Uuid,
    @Body() body: ReturnPaymentRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const { id, reason, drawerSessionId = null, approvalId } = screened(this.screen, body);
    const wish = { id, reason, drawerSessionId, approvalId, paymentId: paymentId as PaymentId };
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.giveBack.execute(context, target, wish));
  }

  /** Adds the tip that the guest wrote on the slip to a card payment of a settled order. */
  @Post('tip')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order')
  @Response<Problem>(409, 'tip_not_adjustable, tip_too_late, order_not_refundable')
  async adjustTip(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() paymentId: Uuid,
    @Body() body: AdjustTipRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const { reason = null } = screened(this.screen, body);
    const wish = { paymentId: paymentId as PaymentId, tip: moneyFrom(body.tip, '/tip'), reason };
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.adjustTip.execute(context, target, wish));
  }
}
