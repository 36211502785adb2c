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
import type { OutletId } from '../../../../kernel/ids.js';
import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { listResponse, pageOf, type ListResponse, type PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import { moneyFrom, type Uuid } from '../../../../platform/http/values.js';
import type { ApproveOnTheSpot } from '../../application/approve-on-the-spot.js';
import type { AskForApproval } from '../../application/ask-for-approval.js';
import type { DecideApproval, DecideCommand } from '../../application/decide-approval.js';
import type { Approval, ApprovalId } from '../../domain/approval.js';
import type { ApprovalViews } from '../../ports/approval-views.js';
import {
  toApprovalResponse,
  type ApprovalActionDto,
  type ApprovalResponse,
  type ApprovalStatusDto,
  type ApproveOnTheSpotRequest,
  type AskForApprovalRequest,
  type DecideApprovalRequest,
} from './approval-dtos.js';

@Route('v1/{tenant}/pos/approvals')
@Tags('Approvals')
export class ApprovalsController extends Controller {
  constructor(
    private readonly askForApproval: AskForApproval,
    private readonly approveOnTheSpot: ApproveOnTheSpot,
    private readonly decideApproval: DecideApproval,
    private readonly views: ApprovalViews,
  ) {
    super();
  }

  /**
   * Asks a second person to stand for an act, for ten minutes. With `grantTo` the caller is that second person and grants
   * beforehand.
   */
  @Post()
  @SuccessResponse(201, 'Created')
  @Security('pos', ['orders:write'])
  @Response<Problem>(403, 'permission_missing')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'approval_id_taken, approval_of_own_act')
  @Response<Problem>(422, 'unknown_currency, card_data_not_allowed')
  ask(
    @Path('tenant') _tenant: string,
    @Body() body: AskForApprovalRequest,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    const { id, action, targetId, outletId, amount, reason, grantTo } = body;
    const command = {
      ...{ id: id as ApprovalId | undefined, action, targetId, reason, grantTo, outletId: outletId as OutletId },
      amount: amount === undefined ? null : moneyFrom(amount, '/amount'),
    };
    return answer(request, shown(request, 201), (context) => this.askForApproval.execute(context, command));
  }

  /**
   * A second person stands for an act of the caller, by entering a PIN at the caller's device: granted at once, for two minutes.
   * The second person needs `approvals:grant` and the permission of the act. Tries count as for signing in.
   */
  @Post('on-the-spot')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['orders:write'])
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(403, 'permission_missing, device_required, sign_in_closed')
  @Response<Problem>(404, 'outlet_not_found')
  @Response<Problem>(409, 'approval_id_taken, approval_of_own_act')
  @Response<Problem>(422, 'unknown_currency, card_data_not_allowed')
  @Response<Problem>(423, 'sign_in_locked')
  @Response<Problem>(503, 'secrets_not_configured')
  onTheSpot(
    @Path('tenant') _tenant: string,
    @Body() body: ApproveOnTheSpotRequest,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    const { id, action, targetId, outletId, amount, reason, approverId, pin } = body;
    const command = {
      ...{
        id: id as ApprovalId | undefined,
        action,
        targetId,
        reason,
        outletId: outletId as OutletId,
        approverId,
        pin,
      },
      amount: amount === undefined ? null : moneyFrom(amount, '/amount'),
    };
    return answer(request, shown(request, 201), (context) => this.approveOnTheSpot.execute(context, command));
  }

  /**
   * Lists approvals, newest first. Who may not grant sees their own. The stream topic `approvals` tells of each change.
   * @param status as it is now
   * @param askedBy as events name their actors: `user:…`, `api-key:…`
   */
  @Get()
  @Security('pos', ['orders:write'])
  @Response<Problem>(400, 'cursor_invalid')
  async list(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: ApprovalStatusDto,
    @Query() outletId?: Uuid,
    @Query() action?: ApprovalActionDto,
    @Query() targetId?: Uuid,
    @Query() askedBy?: string,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<ApprovalResponse>> {
    const page = pageOf(limit, cursor, ['time', 'uuid']);
    const approvals = await this.views.approvals(request.context, {
      ...{ status, action, targetId, askedBy, outletId: outletId as OutletId | undefined, limit: page.limit },
      after: page.after as [string, string] | undefined,
    });
    const toItem = (approval: Approval): ApprovalResponse => toApprovalResponse(approval, request.context.at);
    return listResponse(approvals, page.limit, toItem, ({ askedAt, id }) => [askedAt.toISOString(), id]);
  }

  /** Shows an approval. */
  @Get('{approvalId}')
  @Security('pos', ['orders:write'])
  @Response<Problem>(404, 'approval_not_found')
  async show(
    @Path('tenant') _tenant: string,
    @Path() approvalId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    const approval = await this.views.approval(request.context, approvalId as ApprovalId);
    return answered(request, shown(request, 200), approval);
  }

  /** Stands for the act: it can be done within two minutes. The caller needs the permission of the act as well. */
  @Post('{approvalId}/grant')
  @Security('pos', ['approvals:grant'])
  @Response<Problem>(404, 'approval_not_found')
  @Response<Problem>(409, 'approval_of_own_act, approval_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  grant(
    @Path('tenant') _tenant: string,
    @Path() approvalId: Uuid,
    @Body() body: DecideApprovalRequest,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    return this.decide(request, { verb: 'grant', id: approvalId as ApprovalId, note: body.note ?? null });
  }

  /** Does not stand for the act. */
  @Post('{approvalId}/deny')
  @Security('pos', ['approvals:grant'])
  @Response<Problem>(404, 'approval_not_found')
  @Response<Problem>(409, 'approval_of_own_act, approval_not_open')
  @Response<Problem>(422, 'card_data_not_allowed')
  deny(
    @Path('tenant') _tenant: string,
    @Path() approvalId: Uuid,
    @Body() body: DecideApprovalRequest,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    return this.decide(request, { verb: 'deny', id: approvalId as ApprovalId, note: body.note ?? null });
  }

  /** Takes back what the caller has asked or granted, while it is not used. */
  @Post('{approvalId}/withdraw')
  @Security('pos', ['orders:write'])
  @Response<Problem>(403, 'approval_of_another')
  @Response<Problem>(404, 'approval_not_found')
  @Response<Problem>(409, 'approval_not_open')
  withdraw(
    @Path('tenant') _tenant: string,
    @Path() approvalId: Uuid,
    @Request() request: PosRequest,
  ): Promise<ApprovalResponse> {
    return this.decide(request, { verb: 'withdraw', id: approvalId as ApprovalId, note: null });
  }

  private decide(request: PosRequest, command: DecideCommand): Promise<ApprovalResponse> {
    return answer(request, shown(request, 200), (context) => this.decideApproval.execute(context, command));
  }
}

function shown(request: PosRequest, status: number): Answer<Approval, ApprovalResponse> {
  const { at, tenantSlug } = request.context;
  return {
    status,
    render: (approval) => toApprovalResponse(approval, at),
    etag: ({ version }) => version,
    ...(status === 201 && { location: ({ id }: Approval) => `/v1/${tenantSlug}/pos/approvals/${id}` }),
  };
}
