import { Body, Controller, Get, Path, Post, Query, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { ResolveCharge } from '../../application/resolve-charge.js';
import type { ShowCharge, ShownCharge } from '../../application/show-charge.js';
import type { Charge, PaymentId } from '../../domain/charge.js';
import type { PaymentViews } from '../../ports/payment-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  toChargeHistory,
  toChargeResponse,
  type ChargeHistoryResponse,
  type ChargeResponse,
  type ChargeStatusName,
  type ResolveChargeRequest,
} from './payment-dto.js';

const HISTORY: Answer<ShownCharge, ChargeHistoryResponse> = {
  status: 200,
  render: toChargeHistory,
  etag: ({ charge }) => charge.version,
};
const CHARGE: Answer<Charge, ChargeResponse> = {
  status: 200,
  render: toChargeResponse,
  etag: ({ version }) => version,
};

/** Payments that providers collect, from our side: what was asked, heard and found out. */
@Route('v1/{tenant}/pos/charges')
@Tags('Provider payments')
export class ChargesController extends Controller {
  constructor(
    private readonly views: PaymentViews,
    private readonly showCharge: ShowCharge,
    private readonly resolveCharge: ResolveCharge,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Lists charges, newest first.
   * @param inDoubt only those of which it is not known what becomes of them
   */
  @Get()
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: ChargeStatusName,
    @Query() orderId?: Uuid,
    @Query() outletId?: Uuid,
    @Query() provider?: string,
    @Query() inDoubt?: boolean,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ChargeResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const after = page.after as [string, string] | undefined;
    const query = { status, orderId, outletId, provider, inDoubt, limit: page.limit, after };
    const charges = await this.views.charges(request.context, query);
    return listResponse(charges, page.limit, toChargeResponse, (charge) => [
      charge.createdAt.toISOString(),
      charge.paymentId,
    ]);
  }

  /** Shows a charge, its history, and with some providers the page on which the customer pays. */
  @Get('{paymentId}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'charge_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() paymentId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ChargeHistoryResponse> {
    return answered(request, HISTORY, await this.showCharge.execute(request.context, paymentId as PaymentId));
  }

  /** Asks the provider now what became of a charge, and shows it. */
  @Post('{paymentId}/check')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(404, 'charge_not_found')
  check(
    @Path('tenant') _tenant: string,
    @Path() paymentId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ChargeResponse> {
    return answer(request, CHARGE, (context) => this.resolveCharge.check(context, paymentId as PaymentId));
  }

  /** Ends a charge that is unknown, by what a person found out. */
  @Post('{paymentId}/resolve')
  @Security('pos', ['payments:resolve'])
  @Response<Problem>(403, 'approval_required, approval_invalid')
  @Response<Problem>(404, 'charge_not_found')
  @Response<Problem>(409, 'payment_not_in_doubt')
  @Response<Problem>(422, 'charge_amount_invalid, card_data_not_allowed, reason_not_listed')
  resolve(
    @Path('tenant') _tenant: string,
    @Path() paymentId: Uuid,
    @Body() body: ResolveChargeRequest,
    @Request() request: PosRequest,
  ): Promise<ChargeResponse> {
    const { as, amount, reference, reason, approvalId } = body;
    this.screen.assertHarmless(reason, '/reason');
    if (reference !== undefined) this.screen.assertHarmless(reference, '/reference');
    const came = amount === undefined ? null : moneyFrom(amount, '/amount');
    const finding = { as, amount: came, reference: reference ?? null, reason, approvalId };
    return answer(request, CHARGE, (context) => this.resolveCharge.execute(context, paymentId as PaymentId, finding));
  }
}
