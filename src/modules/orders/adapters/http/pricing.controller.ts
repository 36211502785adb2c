import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import { mayActFor, type RequestContext } from '../../../../kernel/context.js';
import { etagOf } from '../../../../platform/http/etag.js';
import { listResponse, pageOf } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue, timeFrom, type Uuid } from '../../../../platform/http/values.js';
import type { ReplayOrders } from '../../application/replay-orders.js';
import type { OrderId } from '../../domain/order-state.js';
import type { PricedPeriod } from '../../ports/pricing-history.js';
import {
  toExplanationResponse,
  toReplayedResponse,
  type ExplanationResponse,
  type ReplayRequest,
  type ReplayResponse,
} from './pricing-dto.js';

@Route('v1/{tenant}/pos')
@Tags('Pricing')
export class PricingController extends Controller {
  constructor(private readonly replays: ReplayOrders) {
    super();
  }

  /** Tells how an order came to its total, step by step: `adds` over all steps is the total. */
  @Get('orders/{orderId}/explanation')
  @Security('pos', ['orders:read'])
  @Response<Problem>(404, 'order_not_found')
  async explain(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ExplanationResponse> {
    const [found] = await this.replays.ofOrders(request.context, [orderId as OrderId]);
    if (found === undefined) throw new Error('an order was neither found nor refused');
    this.setHeader('ETag', etagOf(found.order.version));
    return toExplanationResponse(found);
  }

  /**
   * Prices orders again by the engine of their day and says where that differs from what was kept: nowhere, if all is well.
   * Name the orders, or a period, which is read page by page. Writes nothing.
   */
  @Post('pricing/replay')
  @Security('pos', ['reports:read'])
  @SuccessResponse(200)
  @Response<Problem>(404, 'order_not_found')
  async replay(
    @Path('tenant') _tenant: string,
    @Body() body: ReplayRequest,
    @Request() request: PosRequest,
  ): Promise<ReplayResponse> {
    const { context } = request;
    if (body.orderIds !== undefined) {
      if (body.from !== undefined || body.to !== undefined) throw badValue('/orderIds', 'goes without from and to');
      const replayed = await this.replays.ofOrders(context, [...new Set(body.orderIds)] as OrderId[]);
      return { data: replayed.map(toReplayedResponse), nextCursor: null };
    }
    const page = pageOf(body.limit, body.cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const replayed = await this.replays.ofPeriod(context, periodOf(context, body, after), page.limit);
    return listResponse(replayed, page.limit, toReplayedResponse, ({ order }) => [
      order.placedAt.toISOString(),
      order.id,
    ]);
  }
}

function periodOf(
  { principal }: RequestContext,
  { from, to, outletId }: ReplayRequest,
  after: [string, string] | undefined,
): PricedPeriod {
  if (from === undefined) throw badValue('/from', 'is needed where no orders are named');
  if (to === undefined) throw badValue('/to', 'is needed where no orders are named');
  const allowed =
    outletId === undefined
      ? principal.outlets && [...principal.outlets]
      : mayActFor(principal, outletId)
        ? [outletId]
        : [];
  return {
    from: timeFrom(from, '/from'),
    to: timeFrom(to, '/to'),
    ...(allowed && { outletIds: allowed }),
    ...(after && { after }),
  };
}
