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
import type { IdSource, OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyDto, moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { DepositCommand, KeepSafe } from '../../application/keep-safe.js';
import type { SetDrawerPolicy } from '../../application/set-drawer-policy.js';
import type { BankDeposit, DepositId } from '../../domain/bank-deposit.js';
import type { Entry } from '../../domain/drawer-ledger.js';
import type { DrawerViews } from '../../ports/drawer-views.js';
import {
  toAdjustment,
  toDepositResponse,
  type AdjustSafeRequest,
  type BankDepositResponse,
  type BankDepositStatus,
  type CancelDepositRequest,
  type ConfirmDepositRequest,
  type HandInDepositRequest,
  type PrepareDepositRequest,
  type SafeAdjustmentResponse,
  type SafeResponse,
} from './safe-dtos.js';
import { toEntryResponse } from './session-dtos.js';

const SHOWN: Answer<BankDeposit, BankDepositResponse> = {
  ...{ status: 200, render: toDepositResponse },
  etag: ({ version }) => version,
};
const ADJUSTED: Answer<Entry, SafeAdjustmentResponse> = { status: 201, render: toAdjustment };

@Route('v1/{tenant}/pos/outlets/{outletId}')
@Tags('Drawers')
export class SafeController extends Controller {
  constructor(
    private readonly views: DrawerViews,
    private readonly keepSafe: KeepSafe,
    private readonly outlets: Pick<SetDrawerPolicy, 'show'>,
    private readonly ids: IdSource,
  ) {
    super();
  }

  /** Shows what the books say is in the safe, and what went in and out, newest first. */
  @Get('safe')
  @Security('pos', ['drawers:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'outlet_not_found')
  async safe(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<SafeResponse> {
    const { context } = request;
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const { currency } = await this.outlets.show(context, outletId as OutletId);
    const after = page.after as [string, string] | undefined;
    const found = await this.views.safe(context, outletId as OutletId, currency, { limit: page.limit, after });
    const list = listResponse(
      found.entries,
      page.limit,
      (entry) => toEntryResponse(entry, true),
      ({ at, id }) => [at.toISOString(), id],
    );
    return { outletId, balance: moneyDto(found.balance), ...list };
  }

  /** Corrects what the books say is in the safe, such as the cash that a shop begins with. */
  @Post('safe/adjustments')
  @Security('pos', ['drawers:approve'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(422, 'drawer_amount_invalid, currency_mismatch, unknown_currency, card_data_not_allowed')
  adjust(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Body() body: AdjustSafeRequest,
    @Request() request: PosRequest,
  ): Promise<SafeAdjustmentResponse> {
    const wish = {
      ...{ id: this.ids.next<'safe-adjustment'>(), outletId: outletId as OutletId },
      ...{ amount: moneyFrom(body.amount, '/amount'), reason: body.reason },
    };
    return answer(request, ADJUSTED, (context) => this.keepSafe.adjust(context, wish));
  }

  /** Lists what was prepared for the bank, newest first. */
  @Get('deposits')
  @Security('pos', ['drawers:read'])
  @Response<Problem>(400, 'cursor_invalid')
  @Response<Problem>(404, 'outlet_not_found')
  async deposits(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Request() request: PosRequest,
    @Query() status?: BankDepositStatus,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<BankDepositResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    await this.outlets.show(request.context, outletId as OutletId); // or there is no such outlet
    const deposits = await this.views.deposits(request.context, {
      ...{ outletId: outletId as OutletId, status, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    return listResponse(deposits, page.limit, toDepositResponse, ({ preparedAt, id }) => [
      preparedAt.toISOString(),
      id,
    ]);
  }

  /** Puts money of the safe into a bag for the bank. */
  @Post('deposits')
  @Security('pos', ['drawers:deposit'])
  @SuccessResponse(201, 'Created')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'bank_deposit_id_taken')
  @Response<Problem>(422, 'drawer_amount_invalid, currency_mismatch, unknown_currency, card_data_not_allowed')
  prepare(
    @Path() tenant: string,
    @Path() outletId: Uuid,
    @Body() body: PrepareDepositRequest,
    @Request() request: PosRequest,
  ): Promise<BankDepositResponse> {
    const { reference = null, reason = null } = body;
    const command = {
      ...{ id: (body.id as DepositId | undefined) ?? this.ids.next<'bank-deposit'>(), outletId: outletId as OutletId },
      ...{ amount: moneyFrom(body.amount, '/amount'), reference, reason },
    };
    const location = ({ id }: BankDeposit): string => `/v1/${tenant}/pos/outlets/${outletId}/deposits/${id}`;
    return answer(request, { ...SHOWN, status: 201, location }, (context) => this.keepSafe.prepare(context, command));
  }

  /** Shows a deposit. */
  @Get('deposits/{depositId}')
  @Security('pos', ['drawers:read'])
  @Response<Problem>(404, 'bank_deposit_not_found')
  async deposit(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() depositId: Uuid,
    @Request() request: PosRequest,
  ): Promise<BankDepositResponse> {
    const deposit = await this.views.deposit(request.context, outletId as OutletId, depositId as DepositId);
    return answered(request, SHOWN, deposit);
  }

  /** Says that the bank has the bag. */
  @Post('deposits/{depositId}/deposited')
  @Security('pos', ['drawers:deposit'])
  @Response<Problem>(404, 'bank_deposit_not_found')
  @Response<Problem>(409, 'bank_deposit_ended')
  @Response<Problem>(422, 'card_data_not_allowed')
  handIn(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() depositId: Uuid,
    @Body() body: HandInDepositRequest,
    @Request() request: PosRequest,
  ): Promise<BankDepositResponse> {
    return this.change(request, outletId, depositId, { verb: 'hand_in', reference: body.reference ?? null });
  }

  /** Takes down what the bank counted. A difference is booked as over or short. */
  @Post('deposits/{depositId}/confirm')
  @Security('pos', ['drawers:deposit'])
  @Response<Problem>(404, 'bank_deposit_not_found')
  @Response<Problem>(409, 'bank_deposit_ended')
  @Response<Problem>(422, 'drawer_amount_invalid, currency_mismatch, unknown_currency')
  confirm(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() depositId: Uuid,
    @Body() body: ConfirmDepositRequest,
    @Request() request: PosRequest,
  ): Promise<BankDepositResponse> {
    const amount = moneyFrom(body.amount, '/amount');
    return this.change(request, outletId, depositId, { verb: 'confirm', amount });
  }

  /** Puts the money back into the safe. */
  @Post('deposits/{depositId}/cancel')
  @Security('pos', ['drawers:deposit'])
  @Response<Problem>(404, 'bank_deposit_not_found')
  @Response<Problem>(409, 'bank_deposit_ended')
  @Response<Problem>(422, 'card_data_not_allowed')
  cancel(
    @Path('tenant') _tenant: string,
    @Path() outletId: Uuid,
    @Path() depositId: Uuid,
    @Body() body: CancelDepositRequest,
    @Request() request: PosRequest,
  ): Promise<BankDepositResponse> {
    return this.change(request, outletId, depositId, { verb: 'cancel', reason: body.reason });
  }

  private change(
    request: PosRequest,
    outletId: Uuid,
    depositId: Uuid,
    command: DepositCommand,
  ): Promise<BankDepositResponse> {
    return answer(request, SHOWN, (context) =>
      this.keepSafe.change(context, outletId as OutletId, depositId as DepositId, command),
    );
  }
}
