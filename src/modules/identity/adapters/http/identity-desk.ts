import { answer, answered, type Answer } from '../../../../platform/http/answering.js';
import { assertVersion, expectedVersion } from '../../../../platform/http/etag.js';
import { encodeCursor } from '../../../../platform/http/cursor.js';
import { pageOf, type ListResponse } from '../../../../platform/http/list.js';
import type { PosRequest } from '../../../../platform/http/pos-request.js';
import type { AdministerCommand, AdministerLogin } from '../../application/administer-login.js';
import type { ChangePassword } from '../../application/change-password.js';
import type { InvitePerson } from '../../application/invite-person.js';
import type { FindOwnLogin, OwnLogin } from '../../application/own-login.js';
import type { OwnTotp } from '../../application/own-totp.js';
import type { ReadLogins, ShownLogin } from '../../application/read-logins.js';
import type { RedeemLink } from '../../application/redeem-link.js';
import type { RequestReset } from '../../application/request-reset.js';
import type { SetPolicy } from '../../application/set-policy.js';
import type { SignedIn, SignIn } from '../../application/sign-in.js';
import type { SentLink } from '../../application/with-link.js';
import type { IdentityPolicy } from '../../domain/identity-policy.js';
import type { Login, PersonId } from '../../domain/login.js';
import { toChosen, toLink, toLogin, toOwnLogin, toPolicy, toSession } from './identity-rendering.js';
import type {
  BeginTotpRequest,
  ChangePasswordRequest,
  ChoosePasswordRequest,
  ChosenPasswordResponse,
  ConfirmTotpRequest,
  IdentityPolicyRequest,
  IdentityPolicyResponse,
  InviteLoginRequest,
  LinkResponse,
  LoginReasonRequest,
  LoginResponse,
  LoginStatusWord,
  LoginTotpFilter,
  OwnLoginResponse,
  PasswordResetRequest,
  PasswordResetResponse,
  PasswordSignInRequest,
  PasswordSignInResponse,
  RecoveryCodesResponse,
  RemoveTotpRequest,
  ResetLoginRequest,
  TotpSecretResponse,
} from './identity-dtos.js';

/** All that can be done about signing in. */
export interface IdentityUses {
  readonly signIn: SignIn;
  readonly redeem: RedeemLink;
  readonly requestReset: RequestReset;
  readonly invite: InvitePerson;
  readonly own: FindOwnLogin;
  readonly totp: OwnTotp;
  readonly password: ChangePassword;
  readonly administer: AdministerLogin;
  readonly read: ReadLogins;
  readonly policy: SetPolicy;
}

/** Which logins a list is asked for. */
export interface LoginQuery {
  readonly status: LoginStatusWord | undefined;
  readonly totp: LoginTotpFilter | undefined;
  readonly q: string | undefined;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

const SESSION: Answer<SignedIn, PasswordSignInResponse> = { status: 201, render: toSession };
const CHOSEN: Answer<Login, ChosenPasswordResponse> = { status: 200, render: toChosen };
const OWN: Answer<OwnLogin, OwnLoginResponse> = { status: 200, render: toOwnLogin };
const LINK: Answer<SentLink, LinkResponse> = { status: 200, render: toLink };
const LOGIN: Answer<ShownLogin, LoginResponse> = {
  status: 200,
  render: toLogin,
  etag: ({ login }) => login.version,
};
const CHANGED: Answer<Login, LoginResponse> = {
  status: 200,
  render: (login) => toLogin({ login, lockedUntil: null }),
  etag: ({ version }) => version,
};
const POLICY: Answer<IdentityPolicy, IdentityPolicyResponse> = {
  status: 200,
  render: toPolicy,
  etag: ({ version }) => version,
};

/**
 * What the routes of businesses and those of the platform have in common. What holds a secret goes without an idempotency key:
 * nothing of it may be stored.
 */
export class IdentityDesk {
  constructor(private readonly use: IdentityUses) {}

  async signIn(request: PosRequest, body: PasswordSignInRequest): Promise<PasswordSignInResponse> {
    const { email, password, otp = null, recoveryCode = null } = body;
    const command = { email, password, otp, recoveryCode };
    return answered(request, SESSION, await this.use.signIn.execute(request.context, command));
  }

  async redeem(
    request: PosRequest,
    kind: 'invitation' | 'reset',
    { token, password }: ChoosePasswordRequest,
  ): Promise<ChosenPasswordResponse> {
    return answered(request, CHOSEN, await this.use.redeem.execute(request.context, { kind, token, password }));
  }

  requestReset(request: PosRequest, { email }: PasswordResetRequest): PasswordResetResponse {
    this.use.requestReset.execute(request.context, { email });
    return answered(
      request,
      { status: 202, render: (accepted: PasswordResetResponse) => accepted },
      { accepted: true },
    );
  }

  async own(request: PosRequest): Promise<OwnLoginResponse> {
    return answered(request, OWN, await this.use.own.execute(request.context));
  }

  async beginTotp({ context }: PosRequest, { password }: BeginTotpRequest): Promise<TotpSecretResponse> {
    return { ...(await this.use.totp.begin(context, { password })) };
  }

  async confirmTotp({ context }: PosRequest, { otp }: ConfirmTotpRequest): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: [...(await this.use.totp.confirm(context, { otp }))] };
  }

  async removeTotp(request: PosRequest, body: RemoveTotpRequest): Promise<ChosenPasswordResponse> {
    const { password, otp = null, recoveryCode = null } = body;
    const removed = await this.use.totp.remove(request.context, { password, otp, recoveryCode });
    return answered(request, CHOSEN, removed);
  }

  async changePassword(request: PosRequest, body: ChangePasswordRequest): Promise<ChosenPasswordResponse> {
    const { current, new: chosen } = body;
    return answered(request, CHOSEN, await this.use.password.execute(request.context, { current, new: chosen }));
  }

  invite(request: PosRequest, { personId }: InviteLoginRequest): Promise<LinkResponse> {
    return answer(request, { ...LINK, status: 201 }, (context) =>
      this.use.invite.execute(context, personId as PersonId),
    );
  }

  async list({ context }: PosRequest, query: LoginQuery): Promise<ListResponse<LoginResponse>> {
    const { status, totp, q, limit, cursor } = query;
    const page = pageOf(limit, cursor, ['text']);
    const filter = { ...(status && { status }), ...(totp && { totp }), ...(q && { q: q.toLowerCase() }) };
    const after = page.after && String(page.after[0]);
    const { shown, next } = await this.use.read.page(context, filter, after, page.limit);
    const data = shown.map(toLogin);
    return { data, nextCursor: next === undefined ? null : encodeCursor([next]) };
  }

  async show(request: PosRequest, personId: string): Promise<LoginResponse> {
    return answered(request, LOGIN, await this.use.read.one(request.context, personId as PersonId));
  }

  reset(request: PosRequest, personId: string, body: ResetLoginRequest): Promise<LinkResponse> {
    const { removeTotp = false } = body;
    const command = { ...commandOf(request, personId, body), removeTotp };
    return answer(request, LINK, (context) => this.use.administer.reset(context, command));
  }

  unlock(request: PosRequest, personId: string, body: LoginReasonRequest): Promise<LoginResponse> {
    const command = commandOf(request, personId, body);
    return answer(request, CHANGED, (context) => this.use.administer.unlock(context, command));
  }

  remove(request: PosRequest, personId: string, body: LoginReasonRequest): Promise<LoginResponse> {
    const command = commandOf(request, personId, body);
    return answer(request, CHANGED, (context) => this.use.administer.remove(context, command));
  }

  async policy(request: PosRequest): Promise<IdentityPolicyResponse> {
    return answered(request, POLICY, await this.use.policy.show(request.context));
  }

  setPolicy(request: PosRequest, body: IdentityPolicyRequest): Promise<IdentityPolicyResponse> {
    const expected = expectedVersion(request);
    const { passwords, totpRequiredFor, passwordMinLength } = body;
    const rules = { passwords, totpRequiredFor, passwordMinLength };
    return answer(request, POLICY, (context) =>
      this.use.policy.execute(context, rules, (current) => assertVersion(expected, current)),
    );
  }
}

function commandOf(request: PosRequest, personId: string, { reason }: LoginReasonRequest): AdministerCommand {
  const expected = expectedVersion(request);
  const checkVersion = (current: number): void => assertVersion(expected, current);
  return { personId: personId as PersonId, reason, checkVersion };
}
