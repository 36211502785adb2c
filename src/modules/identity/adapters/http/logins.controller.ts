import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ListResponse, PageLimit } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { Uuid } from '../../../../platform/http/values.js';
import type { IdentityDesk } from './identity-desk.js';
import type {
  IdentityPolicyRequest,
  IdentityPolicyResponse,
  InviteLoginRequest,
  LinkResponse,
  LoginReasonRequest,
  LoginResponse,
  LoginSearch,
  LoginStatusWord,
  LoginTotpFilter,
  ResetLoginRequest,
} from './identity-dtos.js';

/** The logins of those who administer the business. */
@Route('v1/{tenant}/pos/identity')
@Tags('Sign-in with a password')
export class LoginsController extends Controller {
  constructor(private readonly desk: IdentityDesk) {
    super();
  }

  /**
   * Asks somebody of the staff to choose a password. The link goes to their address and is good for 72 hours; where no message can be
   * sent, its token is in the answer, this once. Again sends another, and the one before leads nowhere.
   */
  @Post('invitations')
  @SuccessResponse(201, 'Created')
  @Security('pos', ['staff:manage'])
  @Response<Problem>(403, 'login_exceeds_caller')
  @Response<Problem>(404, 'login_person_not_found')
  @Response<Problem>(409, 'login_exists, login_email_taken')
  @Response<Problem>(422, 'login_email_missing')
  async inviteLogin(
    @Path('tenant') _tenant: string,
    @Body() body: InviteLoginRequest,
    @Request() request: PosRequest,
  ): Promise<LinkResponse> {
    return this.desk.invite(request, body);
  }

  /**
   * Lists the logins by address. A page may have fewer than the limit for who acts for some outlets only.
   * @param q part of the address
   */
  @Get('logins')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(400, 'cursor_invalid')
  async listLogins(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
    @Query() status?: LoginStatusWord,
    @Query() totp?: LoginTotpFilter,
    @Query() q?: LoginSearch,
    @Query() limit?: PageLimit,
    @Query() cursor?: string,
  ): Promise<ListResponse<LoginResponse>> {
    return this.desk.list(request, { status, totp, q, limit, cursor });
  }

  /** Shows the login of a person. */
  @Get('logins/{personId}')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(404, 'login_not_found')
  async showLogin(
    @Path('tenant') _tenant: string,
    @Path() personId: Uuid,
    @Request() request: PosRequest,
  ): Promise<LoginResponse> {
    return this.desk.show(request, personId);
  }

  /**
   * Takes somebody's password away, ends all their sessions and sends a link for a new one, good for 30 minutes; where no message can
   * be sent, its token is in the answer, this once.
   */
  @Post('logins/{personId}/reset')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(403, 'login_exceeds_caller')
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  async resetLogin(
    @Path('tenant') _tenant: string,
    @Path() personId: Uuid,
    @Body() body: ResetLoginRequest,
    @Request() request: PosRequest,
  ): Promise<LinkResponse> {
    return this.desk.reset(request, personId, body);
  }

  /** Lifts the lock that too many wrong tries brought about. */
  @Post('logins/{personId}/unlock')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(403, 'login_exceeds_caller')
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(409, 'login_not_locked, secrets_not_configured')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  async unlockLogin(
    @Path('tenant') _tenant: string,
    @Path() personId: Uuid,
    @Body() body: LoginReasonRequest,
    @Request() request: PosRequest,
  ): Promise<LoginResponse> {
    return this.desk.unlock(request, personId, body);
  }

  /** Ends a login for good, and all sessions of the person. They can be invited again, at the address that they have then. */
  @Post('logins/{personId}/remove')
  @Security('pos', ['staff:reset_pin'])
  @Response<Problem>(403, 'login_exceeds_caller')
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'card_data_not_allowed')
  async removeLogin(
    @Path('tenant') _tenant: string,
    @Path() personId: Uuid,
    @Body() body: LoginReasonRequest,
    @Request() request: PosRequest,
  ): Promise<LoginResponse> {
    return this.desk.remove(request, personId, body);
  }

  /** Shows what is demanded of those who sign in with a password. */
  @Get('policy')
  @Security('pos', ['tenant:read'])
  async showIdentityPolicy(
    @Path('tenant') _tenant: string,
    @Request() request: PosRequest,
  ): Promise<IdentityPolicyResponse> {
    return this.desk.policy(request);
  }

  /** Sets what is demanded of those who sign in with a password, from their next time on. */
  @Put('policy')
  @Security('pos', ['tenant:write'])
  @Response<Problem>(409, 'passwords_needed')
  @Response<Problem>(412, 'version_mismatch')
  @Response<Problem>(422, 'identity_policy_invalid')
  async setIdentityPolicy(
    @Path('tenant') _tenant: string,
    @Body() body: IdentityPolicyRequest,
    @Request() request: PosRequest,
  ): Promise<IdentityPolicyResponse> {
    return this.desk.setPolicy(request, body);
  }
}
