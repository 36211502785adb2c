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
import { mayActFor } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer } from '../../../../platform/http/answering.js';
import { etagOf } from '../../../../platform/http/etag.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { badValue, timeFrom, type Timestamp, type Uuid } from '../../../../platform/http/values.js';
import type { PlaceOrder } from '../../application/place-order.js';
import type { QuoteOrder } from '../../application/quote-order.js';
import type { SaleRefusal } from '../../application/sale-refusal.js';
import { orderSnapshot } from '../../domain/order-snapshot.js';
import type { Order, OrderId } from '../../domain/order-state.js';
import type { OrderRepository } from '../../ports/order-repository.js';
import type { OrderFilter, OrderViews } from '../../ports/order-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { historyEntryOf, orderCreated, quoteOf, summaryOf, type OrderExpansion } from './order-answers.js';
import { saleFrom } from '../../application/read-sale.js';
import type { ReferenceText } from './payment-requests.js';
import type { PlaceOrderRequest, QuoteRequest, ReceiptNumber } from './order-requests.js';
import type {
  OrderEventResponse,
  OrderResponse,
  OrderStatusName,
  OrderSummaryResponse,
  QuoteResponse,
} from './order-responses.js';
import { screened } from './screened-texts.js';

@Route('v1/{tenant}/pos')
@Tags('Orders')
export class OrdersController extends Controller {
  constructor(
    private readonly placeOrder: PlaceOrder,
    private readonly quoteOrder: QuoteOrder,
    private readonly transactor: Transactor,
    private readonly orders: OrderRepository,
    private readonly views: OrderViews,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Takes an order. With payments and `complete` it is a whole sale: priced, paid and ended in one transaction. */
  @Post('orders')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(409, 'order_id_taken, receipt_number_taken')
  @Response<Problem>(422, 'item_unknown, payment_due, payment_exceeds_due, card_data_not_allowed, …')
  async place(
    @Path() tenant: string,
    @Body() body: PlaceOrderRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const sale = saleFrom(screened(this.screen, body));
    return answer(request, orderCreated(tenant), (context) => this.placeOrder.execute(context, sale));
  }

  /** Prices a basket, explains every step, stores nothing. */
  @Post('quotes')
  @Security('pos', ['orders:read'])
  @Response<Problem>(422, 'item_unknown, …')
  async quote(
    @Path('tenant') _tenant: string,
    @Body() body: QuoteRequest,
    @Request() request: PosRequest,
  ): Promise<QuoteResponse> {
    return quoteOf(await this.quoteOrder.execute(request.context, saleFrom(screened(this.screen, body))));
  }

  /**
   * Lists orders, newest first by the till's clock.
   * @param from inclusive
   * @param to exclusive
   * @param q part of an order's or a receipt's number, or a customer's id
   * @param tableId the table, exactly
   * @param receiptNumber what a device printed on the receipt, exactly; each outlet has its own
   * @param expand `lines`, `payments` or both, separated by a comma
   */
  @Get('orders')
  @Security('pos', ['orders:read'])
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() outletId?: Uuid,
    @Query() status?: OrderStatusName,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() q?: string,
    @Query() tableId?: ReferenceText,
    @Query() receiptNumber?: ReceiptNumber,
    @Query() expand?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<OrderSummaryResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const [placedAt, id] = (page.after ?? []) as string[];
    const after = placedAt === undefined || id === undefined ? undefined : { placedAt, id };
    const filter = filterOf(request, { outletId, status, from, to, q, tableId, receiptNumber });
    const shown = expansionsOf(expand);
    const rows = await this.transactor.read(request.context, (tx) => this.views.page(tx, filter, after, page.limit));
    return listResponse(
      rows,
      page.limit,
      (order) => summaryOf(order, shown),
      (order) => [order.placedAt.toISOString(), order.id],
    );
  }

  /** Shows an order. */
  @Get('orders/{orderId}')
  @Security('pos', ['orders:read'])
  @Response<Problem>(404, 'order_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const order = await this.transactor.read(request.context, (tx) => this.orders.find(tx, orderId as OrderId));
    const visible = visibleTo(request, order, orderId);
    this.setHeader('ETag', etagOf(visible.version));
    return orderSnapshot(visible);
  }

  /** What happened to an order, oldest first. */
  @Get('orders/{orderId}/events')
  @Security('pos', ['orders:read'])
  @Response<Problem>(404, 'order_not_found')
  async events(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<OrderEventResponse>> {
    const page = pageOf(limit, cursor, ['number']);
    const [after = 0] = (page.after ?? []) as number[];
    const rows = await this.transactor.read(request.context, async (tx) => {
      visibleTo(request, await this.orders.find(tx, orderId as OrderId), orderId);
      return this.views.history(tx, orderId as OrderId, after, page.limit);
    });
    return listResponse(rows, page.limit, historyEntryOf, ({ sequence }) => [sequence]);
  }
}

/** The order, if the caller may see it. @throws Refusal `order_not_found`, alike for absent and for another outlet's. */
export function visibleTo({ context }: PosRequest, order: Order | undefined, orderId: string): Order {
  if (order === undefined || !mayActFor(context.principal, order.outletId)) {
    throw new Refusal<SaleRefusal>('order_not_found', { orderId });
  }
  return order;
}

interface ListQuery {
  readonly outletId: string | undefined;
  readonly status: OrderStatusName | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly q: string | undefined;
  readonly tableId: string | undefined;
  readonly receiptNumber: string | undefined;
}

function filterOf({ context }: PosRequest, query: ListQuery): OrderFilter {
  const { outletId, status, from, to, q, tableId, receiptNumber } = query;
  const { outlets } = context.principal;
  const allowed =
    outletId === undefined ? outlets && [...outlets] : mayActFor(context.principal, outletId) ? [outletId] : [];
  return {
    ...(allowed && { outletIds: allowed }),
    ...(status && { status }),
    ...(from !== undefined && { from: timeFrom(from, '/query/from') }),
    ...(to !== undefined && { to: timeFrom(to, '/query/to') }),
    ...(q !== undefined && { q: searchOf(q) }),
    ...(tableId !== undefined && { tableId }),
    ...(receiptNumber !== undefined && { receiptNumber }),
  };
}

const SEARCH_MAX = 100;

function searchOf(q: string): string {
  if (q.length > SEARCH_MAX || q.includes('\0'))
    throw badValue('/query/q', `must be at most ${SEARCH_MAX} characters of text`);
  return q;
}

function expansionsOf(expand: string | undefined): ReadonlySet<OrderExpansion> {
  const names = expand === undefined ? [] : expand.split(',');
  for (const name of names)
    if (name !== 'lines' && name !== 'payments') throw badValue('/query/expand', 'must be lines, payments or both');
  return new Set(names as OrderExpansion[]);
}
