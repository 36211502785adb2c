import {
  Body,
  Controller,
  Delete,
  Get,
  Path,
  Post,
  Put,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { Transactor } from '../../../../kernel/transaction.js';
import { answer } from '../../../../platform/http/answering.js';
import { etagOf } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { AddPromoCode } from '../../application/add-promo-code.js';
import type { ChangeTip } from '../../application/change-tip.js';
import type { GiveDiscount } from '../../application/give-discount.js';
import type { RemoveDiscount } from '../../application/remove-discount.js';
import type { RemovePromoCode } from '../../application/remove-promo-code.js';
import type { DiscountId } from '../../domain/manual-discount.js';
import { discountSnapshot } from '../../domain/order-line-snapshot.js';
import type { OrderId } from '../../domain/order-state.js';
import type { OrderRepository } from '../../ports/order-repository.js';
import type { TextScreen } from '../../ports/text-screen.js';
import { ORDER_CHANGED, orderCreated } from './order-answers.js';
import { targetOf } from './order-commands.controller.js';
import { discountFrom } from '../../application/read-sale.js';
import type { DiscountRequest, PromoCodeRequest, TipRequest } from './order-requests.js';
import type { ReferenceText } from './payment-requests.js';
import type { DiscountsResponse, OrderResponse } from './order-responses.js';
import { visibleTo } from './orders.controller.js';
import { screened } from './screened-texts.js';

/** The use cases behind what comes off an order, and on top of it. */
export interface OrderExtras {
  readonly giveDiscount: GiveDiscount;
  readonly removeDiscount: RemoveDiscount;
  readonly addPromoCode: AddPromoCode;
  readonly removePromoCode: RemovePromoCode;
  readonly changeTip: ChangeTip;
}

/** What people take off an open order, promotion codes, and the tip. Commands answer with the order as they left it. */
@Route('v1/{tenant}/pos/orders/{orderId}')
@Tags('Orders')
export class OrderExtrasController extends Controller {
  constructor(
    private readonly useCases: OrderExtras,
    private readonly transactor: Transactor,
    private readonly orders: OrderRepository,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** What people took off the order. */
  @Get('discounts')
  @Security('pos', ['orders:read'])
  @Response<Problem>(404, 'order_not_found')
  async discounts(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Request() request: PosRequest,
  ): Promise<DiscountsResponse> {
    const order = await this.transactor.read(request.context, (tx) => this.orders.find(tx, orderId as OrderId));
    const visible = visibleTo(request, order, orderId);
    this.setHeader('ETag', etagOf(visible.version));
    return { data: visible.discounts.map(discountSnapshot) };
  }

  /**
   * Takes something off a line, a combo or the order. Needs orders:discount as well, and orders:comp where goods are given away.
   * Accepted on a newer version than the caller saw.
   */
  @Post('discounts')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(403, 'permission_missing')
  @Response<Problem>(409, 'order_not_open, paid_exceeds_total')
  @Response<Problem>(422, 'discount_value_invalid, line_not_discountable')
  async giveDiscount(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: DiscountRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const discount = discountFrom(screened(this.screen, body));
    const target = targetOf(orderId, request);
    return answer(request, orderCreated(tenant), (context) =>
      this.useCases.giveDiscount.execute(context, target, discount),
    );
  }

  /** Puts back what a person took off. */
  @Delete('discounts/{discountId}')
  @Security('pos', ['orders:discount'])
  @SuccessResponse(200, 'The order without the discount')
  @Response<Problem>(404, 'discount_not_found')
  @Response<Problem>(412, 'version_mismatch')
  async removeDiscount(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() discountId: Uuid,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) =>
      this.useCases.removeDiscount.execute(context, target, discountId as DiscountId),
    );
  }

  /** Accepts a promotion code, whether or not it takes anything off yet. Accepted on a newer version than the caller saw. */
  @Post('promo-codes')
  @Security('pos', ['orders:write'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(409, 'order_not_open')
  @Response<Problem>(422, 'promo_code_unknown, promo_code_exhausted, …')
  async addPromoCode(
    @Path() tenant: string,
    @Path() orderId: Uuid,
    @Body() body: PromoCodeRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const { code } = screened(this.screen, body);
    const target = targetOf(orderId, request);
    return answer(request, orderCreated(tenant), (context) =>
      this.useCases.addPromoCode.execute(context, target, code),
    );
  }

  /** Gives a promotion code back. */
  @Delete('promo-codes/{code}')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order without the code')
  @Response<Problem>(404, 'promo_code_not_on_order')
  @Response<Problem>(412, 'version_mismatch')
  async removePromoCode(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Path() code: ReferenceText,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.removePromoCode.execute(context, target, code));
  }

  /** Sets the tip. */
  @Put('tip')
  @Security('pos', ['orders:write'])
  @SuccessResponse(200, 'The order with the tip')
  @Response<Problem>(409, 'order_not_open, paid_exceeds_total')
  @Response<Problem>(412, 'version_mismatch')
  async changeTip(
    @Path('tenant') _tenant: string,
    @Path() orderId: Uuid,
    @Body() body: TipRequest,
    @Request() request: PosRequest,
  ): Promise<OrderResponse> {
    const tip = moneyFrom(body.tip, '/tip');
    const target = targetOf(orderId, request);
    return answer(request, ORDER_CHANGED, (context) => this.useCases.changeTip.execute(context, target, tip));
  }
}
