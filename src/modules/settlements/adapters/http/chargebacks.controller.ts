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
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { KeepChargebacks } from '../../application/keep-chargebacks.js';
import type { Chargeback, ChargebackId } from '../../domain/chargeback.js';
import type { SettlementViews } from '../../ports/settlement-views.js';
import type { TextScreen } from '../../ports/text-screen.js';
import {
  openingFrom,
  toChargebackResponse,
  type AddEvidenceRequest,
  type ChargebackResponse,
  type ChargebackStatus,
  type CloseChargebackRequest,
  type OpenChargebackRequest,
} from './chargeback-dtos.js';
import { pageFrom, positionAt } from './paging.js';
import type { ProviderName } from './settlement-dtos.js';

const SHOWN: Answer<Chargeback, ChargebackResponse> = {
  status: 200,
  render: toChargebackResponse,
  etag: ({ version }) => version,
};

@Route('v1/{tenant}/pos/chargebacks')
@Tags('Settlements')
export class ChargebacksController extends Controller {
  constructor(
    private readonly chargebacks: KeepChargebacks,
    private readonly views: SettlementViews,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /** Lists payments that banks took back, newest first. `from` and `to` are about when that was told. */
  @Get()
  @Security('pos', ['payments:read'])
  @Response<Problem>(400, 'cursor_invalid')
  async listChargebacks(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: ChargebackStatus,
    @Query() paymentId?: Uuid,
    @Query() provider?: ProviderName,
    @Query() outletId?: Uuid,
    @Query() from?: Timestamp,
    @Query() to?: Timestamp,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ChargebackResponse>> {
    const page = pageFrom({ provider, outletId, from, to, limit, cursor });
    const found = await this.views.chargebacks(request.context, { ...page, status, paymentId });
    return listResponse(found, page.limit, toChargebackResponse, ({ openedAt, id }) => positionAt(openedAt, id));
  }

  /** Tells of a chargeback that no event told of: of a provider that calls or writes instead. */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'chargeback_payment_unknown')
  @Response<Problem>(409, 'chargeback_exists')
  @Response<Problem>(422, 'chargeback_exceeds_payment, unknown_currency, card_data_not_allowed')
  openChargeback(
    @Path() tenant: string,
    @Body() body: OpenChargebackRequest,
    @Request() request: PosRequest,
  ): Promise<ChargebackResponse> {
    const command = openingFrom(body, this.screen);
    const location = ({ id }: Chargeback): string => `/v1/${tenant}/pos/chargebacks/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.chargebacks.open(context, command));
  }

  /** Shows a chargeback with its evidence. */
  @Get('{chargebackId}')
  @Security('pos', ['payments:read'])
  @Response<Problem>(404, 'chargeback_not_found')
  async showChargeback(
    @Path('tenant') _tenant: string,
    @Path() chargebackId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ChargebackResponse> {
    return answered(request, SHOWN, await this.views.chargeback(request.context, chargebackId as ChargebackId));
  }

  /** Adds a note of what speaks for the business. */
  @Post('{chargebackId}/evidence')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'chargeback_not_found')
  @Response<Problem>(409, 'chargeback_closed, chargeback_evidence_full')
  @Response<Problem>(422, 'card_data_not_allowed')
  addChargebackEvidence(
    @Path('tenant') _tenant: string,
    @Path() chargebackId: Uuid,
    @Body() body: AddEvidenceRequest,
    @Request() request: PosRequest,
  ): Promise<ChargebackResponse> {
    const note = this.screen(body.note, '/note');
    const id = chargebackId as ChargebackId;
    return answer(request, SHOWN, (context) => this.chargebacks.addEvidence(context, id, note));
  }

  /** Takes down how the provider decided. */
  @Post('{chargebackId}/close')
  @Security('pos', ['settlements:write'])
  @Response<Problem>(404, 'chargeback_not_found')
  @Response<Problem>(409, 'chargeback_closed')
  @Response<Problem>(422, 'card_data_not_allowed')
  closeChargeback(
    @Path('tenant') _tenant: string,
    @Path() chargebackId: Uuid,
    @Body() body: CloseChargebackRequest,
    @Request() request: PosRequest,
  ): Promise<ChargebackResponse> {
    const note = body.note == null ? null : this.screen(body.note, '/note');
    const id = chargebackId as ChargebackId;
    return answer(request, SHOWN, (context) => this.chargebacks.close(context, id, body.outcome, note));
  }
}
