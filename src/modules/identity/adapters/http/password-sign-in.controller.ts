import { Body, Controller, Path, Post, Request, Response, Route, Security, SuccessResponse, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { IdentityDesk } from './identity-desk.js';
import type {
  ChoosePasswordRequest,
  ChosenPasswordResponse,
  PasswordResetRequest,
  PasswordResetResponse,
  PasswordSignInRequest,
  PasswordSignInResponse,
} from './identity-dtos.js';

/** For who administers the business and has no token yet. Nothing here tells whether anybody has an address. */
@Route('v1/{tenant}/pos/identity')
@Tags('Sign-in with a password')
export class PasswordSignInController extends Controller {
  constructor(private readonly desk: IdentityDesk) {
    super();
  }

  /**
   * Signs in with address and password, for the back office. Where a second factor is enrolled, `otp` or `recoveryCode` comes with
   * them: without it the answer is `otp_required`. Five wrong tries in a row lock the account for a while.
   */
  @Post('sign-in')
  @SuccessResponse(201, 'Created')
  @Security('open', [])
  @Response<Problem>(401, 'credentials_refused, otp_required')
  @Response<Problem>(409, 'secrets_not_configured')
  @Response<Problem>(423, 'login_locked')
  async signInWithPassword(
    @Path('tenant') _tenant: string,
    @Body() body: PasswordSignInRequest,
    @Request() request: PosRequest,
  ): Promise<PasswordSignInResponse> {
    return this.desk.signIn(request, body);
  }

  /** Chooses the first password with the token of an invitation. Then sign in with it. */
  @Post('invitations/accept')
  @Security('open', [])
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(409, 'secrets_not_configured')
  @Response<Problem>(422, 'password_refused')
  async acceptInvitation(
    @Path('tenant') _tenant: string,
    @Body() body: ChoosePasswordRequest,
    @Request() request: PosRequest,
  ): Promise<ChosenPasswordResponse> {
    return this.desk.redeem(request, 'invitation', body);
  }

  /** Asks for a link to choose a new password by. The answer is the same whether anybody has the address. */
  @Post('password-resets')
  @SuccessResponse(202, 'Accepted')
  @Security('open', [])
  async askForPasswordReset(
    @Path('tenant') _tenant: string,
    @Body() body: PasswordResetRequest,
    @Request() request: PosRequest,
  ): Promise<PasswordResetResponse> {
    return Promise.resolve(this.desk.requestReset(request, body));
  }

  /** Chooses a new password with the token of the link. Ends all sessions of the person. */
  @Post('password-resets/confirm')
  @Security('open', [])
  @Response<Problem>(401, 'credentials_refused')
  @Response<Problem>(409, 'secrets_not_configured')
  @Response<Problem>(422, 'password_refused')
  async confirmPasswordReset(
    @Path('tenant') _tenant: string,
    @Body() body: ChoosePasswordRequest,
    @Request() request: PosRequest,
  ): Promise<ChosenPasswordResponse> {
    return this.desk.redeem(request, 'reset', body);
  }
}
