import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { AccountCommand, ChangeAccount } from '../../application/change-account.js';
import type { PaidAccount, PayAccount } from '../../application/pay-account.js';
import type { HouseAccount, HouseAccountId } from '../../domain/house-account.js';
import {
  toHouseAccount,
  toPaidAccount,
  type AdjustHouseAccountRequest,
  type HouseAccountPaymentResponse,
  type HouseAccountReasonRequest,
  type HouseAccountResponse,
  type PayHouseAccountRequest,
} from './house-account-dtos.js';
import { repaymentFrom, type TextScreen } from './house-account-reading.js';

const CHANGED: Answer<HouseAccount, HouseAccountResponse> = {
  status: 200,
  render: toHouseAccount,
  etag: ({ version }) => version,
};
const AMOUNT_REFUSALS = 'house_account_amount_invalid, house_account_currency, card_data_not_allowed';
const PAID: Answer<PaidAccount, HouseAccountPaymentResponse> = { status: 201, render: toPaidAccount };

@Route('v1/{tenant}/pos/house-accounts/{accountId}')
@Tags('House accounts')
export class HouseAccountCommandsController extends Controller {
  constructor(
    private readonly changeAccount: ChangeAccount,
    private readonly payAccount: PayAccount,
    private readonly screen: TextScreen,
  ) {
    super();
  }

  /**
   * Takes money for what is owed. Cash goes into the open drawer session that is named, and is taken without one only at an
   * outlet that keeps no drawers.
   */
  @Post('payments')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found, drawer_session_not_found')
  @Response<Problem>(409, 'house_account_closed, drawer_session_not_open, drawer_count_forced')
  @Response<Problem>(
    422,
    `${AMOUNT_REFUSALS}, house_account_payment_too_high, house_account_drawer_needed, house_account_outlets_invalid`,
  )
  pay(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: PayHouseAccountRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountPaymentResponse> {
    const repayment = repaymentFrom(body, this.screen);
    return answer(request, PAID, (context) => this.payAccount.execute(context, accountId as HouseAccountId, repayment));
  }

  /** Corrects by hand what is owed: interest, a debt given up, a credit paid out. */
  @Post('adjust')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, AMOUNT_REFUSALS)
  adjust(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: AdjustHouseAccountRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return this.run(request, accountId, {
      ...{ verb: 'adjust', amount: moneyFrom(body.amount, '/amount') },
      reason: body.reason,
    });
  }

  /** Keeps an account from being bought on until it is unblocked; what is owed can still be paid. */
  @Post('block')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(409, 'house_account_blocked, house_account_closed')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  block(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: HouseAccountReasonRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return this.run(request, accountId, { verb: 'block', reason: body.reason });
  }

  /** Lets a blocked account be bought on again. */
  @Post('unblock')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(409, 'house_account_not_blocked')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  unblock(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: HouseAccountReasonRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return this.run(request, accountId, { verb: 'unblock', reason: body.reason });
  }

  /** Ends an account on which nothing is owed either way. Its number stays taken. */
  @Post('close')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(409, 'house_account_closed, house_account_not_settled')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  close(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: HouseAccountReasonRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return this.run(request, accountId, { verb: 'close', reason: body.reason });
  }

  /** Takes a closing back. */
  @Post('reopen')
  @Security('pos', ['house_accounts:manage'])
  @Response<Problem>(404, 'house_account_not_found')
  @Response<Problem>(409, 'house_account_not_closed, house_account_customer_taken')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  reopen(
    @Path('tenant') _tenant: string,
    @Path() accountId: Uuid,
    @Body() body: HouseAccountReasonRequest,
    @Request() request: PosRequest,
  ): Promise<HouseAccountResponse> {
    return this.run(request, accountId, { verb: 'reopen', reason: body.reason });
  }

  private run(request: PosRequest, accountId: Uuid, command: AccountCommand): Promise<HouseAccountResponse> {
    this.screen(command.reason, '/reason');
    const expected = expectedVersion(request);
    const target = {
      id: accountId as HouseAccountId,
      assertVersion: (version: number) => assertVersion(expected, version),
    };
    return answer(request, CHANGED, (context) => this.changeAccount.execute(context, target, command));
  }
}
