import { Body, Controller, Path, Post, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import { answer, type Answer } from '../../../../platform/http/answering.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { CashMoveCommand, MoveSessionCash, NoSaleCommand } from '../../application/move-session-cash.js';
import type { SessionShown } from '../../application/session-desk.js';
import type { TransferSessionCash } from '../../application/transfer-session-cash.js';
import type { SessionId } from '../../domain/drawer-session.js';
import { toSessionResponse, type DrawerSessionResponse } from './session-dtos.js';
import type {
  DrawerNoSaleRequest,
  DrawerPaidInRequest,
  DrawerPaidOutRequest,
  DrawerSkimRequest,
  DrawerTipOutRequest,
  DrawerTransferRequest,
} from './session-requests.js';

const MOVED: Answer<SessionShown, DrawerSessionResponse> = {
  ...{ status: 200, render: toSessionResponse },
  etag: ({ session }) => session.version,
};
const NO_WORDS = { reason: null, category: null, receiptReference: null, person: null };
const RIGHTS = 'permission_missing, …';
const NOT_OPEN = 'drawer_session_not_open, drawer_cash_too_low, …';
const BAD_AMOUNT = 'drawer_amount_invalid, currency_mismatch, unknown_currency, card_data_not_allowed, …';

/** Cash that is moved by hand. Each takes a right of its own, or the approval of a second person who has it. */
@Route('v1/{tenant}/pos/drawer-sessions/{sessionId}')
@Tags('Drawers')
export class SessionCashController extends Controller {
  constructor(
    private readonly moveCash: MoveSessionCash,
    private readonly transferCash: TransferSessionCash,
  ) {
    super();
  }

  /** Moves cash from the drawer to the safe. Takes `drawers:move`. */
  @Post('skims')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, NOT_OPEN)
  @Response<Problem>(422, BAD_AMOUNT)
  skim(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerSkimRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const words = { ...NO_WORDS, reason: body.reason ?? null, receiptReference: body.bag ?? null };
    return this.move(request, sessionId, { kind: 'skim', ...amountOf(body), ...words });
  }

  /** Puts cash that is no sale into the drawer. Takes `drawers:move`. */
  @Post('paid-in')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open, drawer_count_forced, …')
  @Response<Problem>(422, BAD_AMOUNT)
  payIn(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerPaidInRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const { reason, category = null, receiptReference = null } = body;
    const words = { ...NO_WORDS, reason, category, receiptReference };
    return this.move(request, sessionId, { kind: 'paid_in', ...amountOf(body), ...words });
  }

  /** Pays for something out of the drawer, with its receipt. The category `petty_cash` is booked as such. Takes `drawers:move`. */
  @Post('paid-out')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, NOT_OPEN)
  @Response<Problem>(422, BAD_AMOUNT)
  payOut(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerPaidOutRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const { reason, category, receiptReference } = body;
    const words = { ...NO_WORDS, reason, category, receiptReference };
    return this.move(request, sessionId, { kind: 'paid_out', ...amountOf(body), ...words });
  }

  /** Pays tips to somebody out of the drawer. Takes `drawers:move`. */
  @Post('tip-outs')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, NOT_OPEN)
  @Response<Problem>(422, BAD_AMOUNT)
  tipOut(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerTipOutRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const { reason, person } = body;
    return this.move(request, sessionId, { kind: 'tip_out', ...amountOf(body), ...NO_WORDS, reason, person });
  }

  /** Opens the drawer without a sale: no money moves, but how often is counted and told. Takes `drawers:no_sale`. */
  @Post('no-sale')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(409, 'drawer_session_not_open, …')
  @Response<Problem>(422, 'card_data_not_allowed, …')
  openWithoutSale(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerNoSaleRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const { reason, approvalId } = body;
    return this.move(request, sessionId, { kind: 'no_sale', reason, approvalId });
  }

  /** Moves cash to another open drawer of the outlet, in one act. Takes `drawers:move`. */
  @Post('transfers')
  @Security('pos', ['drawers:open'])
  @Response<Problem>(403, RIGHTS)
  @Response<Problem>(404, 'drawer_session_not_found')
  @Response<Problem>(
    409,
    'drawer_session_not_open, drawer_count_forced, drawer_cash_too_low, drawer_transfer_invalid, …',
  )
  @Response<Problem>(422, BAD_AMOUNT)
  transfer(
    @Path('tenant') _tenant: string,
    @Path() sessionId: Uuid,
    @Body() body: DrawerTransferRequest,
    @Request() request: PosRequest,
  ): Promise<DrawerSessionResponse> {
    const command = { ...amountOf(body), toSessionId: body.toSessionId as SessionId, reason: body.reason };
    return answer(request, MOVED, (context) => this.transferCash.execute(context, sessionId as SessionId, command));
  }

  private move(
    request: PosRequest,
    sessionId: Uuid,
    command: CashMoveCommand | NoSaleCommand,
  ): Promise<DrawerSessionResponse> {
    return answer(request, MOVED, (context) => this.moveCash.execute(context, sessionId as SessionId, command));
  }
}

function amountOf({ amount, approvalId }: Pick<DrawerTransferRequest, 'amount' | 'approvalId'>) {
  return { amount: moneyFrom(amount, '/amount'), approvalId };
}
