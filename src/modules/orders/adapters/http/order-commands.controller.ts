import {
  Body,
  Controller,
  Delete,
  Patch,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { answer } from '../../../../platform/http/answering.js';
import { expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { decimalFrom, type Uuid } from '../../../../platform/http/values.js';
import type { AddLines } from '../../application/add-lines.js';
import type { AddPayment } from '../../application/add-payment.js';
import type { ChangeLine } from '../../application/change-line.js';
import type { CompleteOrder } from '../../application/complete-order.js';
import type { FireOrder } from '../../application/fire-order.js';
import type { HoldOrder } from '../../application/hold-order.js';
import type { OrderTarget } from '../../application/order-commands.js';
import type { RecallOrder } from '../../application/recall-order.js';
import type { RefundOrder } from '../../application/refund-order.js';
import type { RemoveLine } from '../../application/remove-line.js';
import type { VoidOrder } from '../../application/void-order.js';
import type { OrderId, OrderLineId } from '../../domain/order-state.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { ORDER_CHANGED, orderCreated } from './order-answers.js';
import { firingFrom, lineFrom, paymentWishFrom, refundFrom } from '../../application/read-sale.js';
import type { AddLinesRequest, ChangeLineRequest, CommandRequest, FireRequest, LineRequest } from './order-requests.js';
import type { AddPaymentRequest, RefundRequest, VoidRequest } from './payment-requests.js';
import type { OrderResponse } from './order-responses.js';
import { screened } from './screened-texts.js';

/** The use cases behind the commands on an existing order. */
export interface OrderUseCases {
  readonly addLines: AddLines;
  readonly changeLine: ChangeLine;
  readonly removeLine: RemoveLine;
  readonly addPayment: AddPayment;
  readonly complete: CompleteOrder;
  readonly void: VoidOrder;
  readonly fire: FireOrder;
  readonly hold: HoldOrder;
  readonly recall: RecallOrder;
  readonly refund: RefundOrder;
}

/** Commands on an order answer with the order as they left it. `If-Match` refuses a stale one where commands do not commute. */
@Route('v1/{tenant}/pos/orders/{orderId}')
@Tags('Orders')
export class OrderCommandsController extends Controller {
  constructor(
    private readonly useCases: OrderUseCases,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Adds a line, or several, at present prices. Accepted on a newer version than the caller saw. */
  @Post('lines')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(409, 'order_not_open')
  async addLines(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: LineRequest | AddLinesRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const asked = screened(this.screen, body);
    const several = 'lines' in asked;
    const lines = several ? asked.lines.map((line, index) => lineFrom(line, `/lines/${index}`)) : [lineFrom(asked, '')];
    const target = targetOf(orderId, request);
    return answer(request, orderCreated(tenant), (context) => this.useCases.addLines.execute(context, target, lines));
  }

  /**
   * Sets the quantity or the note of a line.
   * @param lineId a line, or a combo with all its parts
   */
  @Patch('lines/{lineId}')
  @Security('pos', ['orders:write'])
  @Response<Problem>(409, 'order_not_open, line_in_combo, paid_exceeds_total')
  @Response<Problem>(412, 'version_mismatch')
  async changeLine(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() lineId: Uuid,
    @Body() body: ChangeLineRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const { quantity, note } = screened(this.screen, body);
    const change = {
      ...(quantity !== undefined && { quantity: decimalFrom(quantity, '/quantity') }),
      ...(note !== undefined && { note }),
    };
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) =>
      this.useCases.changeLine.execute(context, target, lineId as OrderLineId, change),
    );
  }

  /**
   * Takes a line off an open order.
   * @param lineId a line, or a combo with all its parts
   */
  @Delete('lines/{lineId}')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order without the line')
  @Response<Problem>(412, 'version_mismatch')
  async removeLine(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() lineId: Uuid,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) =>
      this.useCases.removeLine.execute(context, target, lineId as OrderLineId),
    );
  }

  /**
   * Takes a payment: cash, a card slip recorded by hand, a gift card, a voucher, points, a house account; or has the tender's
   * provider collect it. Then the answer comes when the provider has answered, or with the payment `pending` after PAYMENT_ANSWER_MS;
   * ask the order again, or watch its events. Accepted on a newer version than the caller saw.
   */
  @Post('payments')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(409, 'payment_in_doubt, drawer_session_not_open')
  @Response<Problem>(422, 'payment_exceeds_due, tender_not_accepted, order_already_paid, drawer_session_required')
  @Response<Problem>(503, 'payment_provider_unavailable')
  async addPayment(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: AddPaymentRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const wish = paymentWishFrom(screened(this.screen, body));
    const target = targetOf(orderId, request);
    return answer(request, orderCreated(tenant), (context) => this.useCases.addPayment.execute(context, target, wish));
  }

  /** Ends a sale that is paid for. */
  @Post('complete')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The completed order')
  @Response<Problem>(422, 'payment_due, order_empty')
  async complete(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Body() _body?: CommandRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.complete.execute(context, target));
  }

  /** Gives up an order before it is settled. Takes the permission orders:void, or an approval. */
  @Post('void')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The voided order')
  @Response<Problem>(403, 'approval_required')
  @Response<Problem>(409, 'order_not_open, order_has_payments')
  async void(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Body() body: VoidRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    const { reason, approvalId } = screened(this.screen, body);
    return answer(request, ORDER_CHANGED, (context) =>
      this.useCases.void.execute(context, target, { reason, approvalId }),
    );
  }

  /**
   * Tells the kitchen to make lines. Quantities are what shall have been fired in all: firing the same again adds nothing. With lines
   * it is accepted on a newer version than the caller saw. An order that is paid may be fired, too.
   */
  @Post('fire')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order with what was fired')
  @Response<Problem>(404, 'line_not_found')
  @Response<Problem>(409, 'order_not_open, nothing_to_fire')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'fire_exceeds_quantity')
  async fire(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Body() body?: FireRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    const wish = firingFrom(body ?? {});
    return answer(request, ORDER_CHANGED, (context) => this.useCases.fire.execute(context, target, wish));
  }

  /** Sets an order aside. */
  @Post('hold')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The held order')
  @Response<Problem>(409, 'order_not_open')
  async hold(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Body() _body?: CommandRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.hold.execute(context, target));
  }

  /** Brings a held order back. */
  @Post('recall')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The open order')
  @Response<Problem>(409, 'order_not_held')
  async recall(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Body() _body?: CommandRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.recall.execute(context, target));
  }

  /**
   * Returns money after settlement: for goods taken back, or an amount. Takes the permission orders:refund, or an approval; cash may
   * come from another drawer session than the one that took it.
   */
  @Post('refunds')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'approval_required')
  @Response<Problem>(409, 'order_not_refundable, drawer_session_not_open')
  @Response<Problem>(422, 'refund_exceeds_remaining, refund_tender_mismatch')
  async refund(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: RefundRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const refund = refundFrom(screened(this.screen, body));
    const target = targetOf(orderId, request);
    return answer(request, orderCreated(tenant), (context) => this.useCases.refund.execute(context, target, refund));
  }
}

/** Which order a request is about, and the version that its sender saw. */
export function targetOf(orderId: string, request: PosRequest): OrderTarget {
  return { orderId: orderId as OrderId, expectedVersion: expectedVersion(request) };
}
