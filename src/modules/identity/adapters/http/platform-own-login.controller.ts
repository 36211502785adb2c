import { Body, Controller, Get, Post, Request, Response, Route, Security, Tags } from '@tsoa/runtime';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { Problem } from '../../../../platform/http/problem.js';
import type { IdentityDesk } from './identity-desk.js';
import type {
  BeginTotpRequest,
  ChangePasswordRequest,
  ChosenPasswordResponse,
  ConfirmTotpRequest,
  OwnLoginResponse,
  RecoveryCodesResponse,
  RemoveTotpRequest,
  TotpSecretResponse,
} from './identity-dtos.js';

/** One's own login at the platform, for who is signed in. */
@Route('v1/platform/identity/me')
@Tags('Platform sign-in')
export class PlatformOwnLoginController extends Controller {
  constructor(private readonly desk: IdentityDesk) {
    super();
  }

  /** Shows one's own login. */
  @Get()
  @Security('pos', ['sessions:own'])
  @Response<Problem>(404, 'login_not_found')
  async platformShowOwnLogin(@Request() request: PosRequest): Promise<OwnLoginResponse> {
    return this.desk.own(request);
  }

  /** Changes one's own password. All other sessions end. */
  @Post('password')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(409, 'login_changed, secrets_not_configured')
  @Response<Problem>(422, 'password_wrong, password_refused')
  @Response<Problem>(423, 'login_locked')
  async platformChangeOwnPassword(
    @Body() body: ChangePasswordRequest,
    @Request() request: PosRequest,
  ): Promise<ChosenPasswordResponse> {
    return this.desk.changePassword(request, body);
  }

  /** Begins to enrol a second factor: the secret is in this answer and nowhere else, ever. It counts once it is confirmed. */
  @Post('totp')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(409, 'totp_already_enrolled, login_changed, secrets_not_configured')
  @Response<Problem>(422, 'password_wrong')
  @Response<Problem>(423, 'login_locked')
  async platformBeginTotp(@Body() body: BeginTotpRequest, @Request() request: PosRequest): Promise<TotpSecretResponse> {
    return this.desk.beginTotp(request, body);
  }

  /** Enrols it with the first code of the app. The recovery codes are in this answer and nowhere else, ever. */
  @Post('totp/confirm')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(409, 'totp_not_begun, totp_already_enrolled, login_changed, secrets_not_configured')
  @Response<Problem>(422, 'otp_wrong')
  async platformConfirmTotp(
    @Body() body: ConfirmTotpRequest,
    @Request() request: PosRequest,
  ): Promise<RecoveryCodesResponse> {
    return this.desk.confirmTotp(request, body);
  }

  /** Takes the second factor away, with the password and a code of either kind. */
  @Post('totp/remove')
  @Security('pos', ['sessions:own'])
  @Response<Problem>(404, 'login_not_found')
  @Response<Problem>(409, 'totp_not_enrolled, secrets_not_configured')
  @Response<Problem>(422, 'password_wrong, otp_wrong')
  @Response<Problem>(423, 'login_locked')
  async platformRemoveTotp(
    @Body() body: RemoveTotpRequest,
    @Request() request: PosRequest,
  ): Promise<ChosenPasswordResponse> {
    return this.desk.removeTotp(request, body);
  }
}
