import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { Exchanged, ExchangeOrder } from '../../application/exchange-order.js';
import { orderSnapshot } from '../../domain/order-snapshot.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { exchangeFrom } from './exchange-reading.js';
import type { ExchangeRequest } from './exchange-requests.js';
import { targetOf } from './order-commands.controller.js';
import type { OrderResponse } from './order-responses.js';
import { screened } from './screened-texts.js';

/** Both sides of an exchange. */
export interface ExchangeResponse {
  /** The new order. */
  order: OrderResponse;
  /** The order that goods came back from. */
  returned: OrderResponse;
}

/** Goods that come back for others. */
@Route('v1/{tenant}/pos/orders/{orderId}/exchanges')
@Tags('Orders')
export class ExchangesController extends Controller {
  constructor(
    private readonly exchange: ExchangeOrder,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Takes goods back and sells others, in one act. What comes back pays for the new order by the tender `exchange`; more than that
   * goes back to where it came from. Takes the permission orders:refund, or an approval.
   */
  @Post()
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'approval_required')
  @Response<Problem>(409, 'order_not_refundable, drawer_session_not_open')
  @Response<Problem>(422, 'payment_due, refund_exceeds_remaining, exchange_payment_by_provider')
  async exchangeGoods(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: ExchangeRequest,
    @Request() request: PosRequest,
  ): Promise<ExchangeResponse> {
    const wish = exchangeFrom(screened(this.screen, body));
    const target = targetOf(orderId, request);
    const created = {
      status: 201,
      render: ({ order, returned }: Exchanged) => ({ order: orderSnapshot(order), returned: orderSnapshot(returned) }),
      location: ({ order }: Exchanged) => `/v1/${tenant}/pos/orders/${order.id}`,
    };
    return answer(request, created, (context) => this.exchange.execute(context, target, wish));
  }
}
