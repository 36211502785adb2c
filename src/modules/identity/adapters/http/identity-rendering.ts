import type { OwnLogin } from '../../application/own-login.js';
import type { ShownLogin } from '../../application/read-logins.js';
import type { SignedIn } from '../../application/sign-in.js';
import type { SentLink } from '../../application/with-link.js';
import type { IdentityPolicy } from '../../domain/identity-policy.js';
import { statusOf, type Login } from '../../domain/login.js';
import type {
  ChosenPasswordResponse,
  IdentityPolicyResponse,
  LinkResponse,
  LoginResponse,
  OwnLoginResponse,
  PasswordSignInResponse,
} from './identity-dtos.js';

/** All that a session may before the second factor is enrolled that the business demands. */
const CONFINED = ['sessions:own'];

/** Shows a session with its token, this once. */
export function toSession({ session, member, rights, mustEnrolTotp }: SignedIn): PasswordSignInResponse {
  const permissions = mustEnrolTotp ? CONFINED : [...new Set([...rights.permissions, ...CONFINED])].sort();
  return {
    ...{ sessionId: session.sessionId, token: session.token, expiresAt: session.expiresAt.toISOString() },
    ...{ personId: member.id, displayName: member.displayName, roles: [...rights.roles], permissions, mustEnrolTotp },
  };
}

/** Shows whose password was chosen. */
export function toChosen(login: Login): ChosenPasswordResponse {
  return { email: login.email, status: statusOf(login) };
}

/** Shows a link; its token only where no message could be sent. */
export function toLink({ login, until, message, token }: SentLink): LinkResponse {
  return { personId: login.personId, email: login.email, until: until.toISOString(), message, token };
}

/** Shows somebody their own login. */
export function toOwnLogin({ login, policy, totpRequired }: OwnLogin): OwnLoginResponse {
  return { ...standingOf(login), totpRequired, passwordMinLength: policy.passwordMinLength };
}

/** Shows a login to who administers it. */
export function toLogin({ login, lockedUntil }: ShownLogin): LoginResponse {
  const { createdBy, createdAt, version } = login;
  const made = { createdBy, createdAt: createdAt.toISOString(), version };
  return { ...standingOf(login), lockedUntil: lockedUntil?.toISOString() ?? null, ...made };
}

/** Shows what is demanded of those who sign in. */
export function toPolicy(policy: IdentityPolicy): IdentityPolicyResponse {
  const { passwords, totpRequiredFor, passwordMinLength, updatedAt, version } = policy;
  const updated = { updatedAt: updatedAt?.toISOString() ?? null, version };
  return { passwords, totpRequiredFor: [...totpRequiredFor], passwordMinLength, ...updated };
}

function standingOf(login: Login) {
  const { personId, email, totp, passwordAt, lastSignInAt } = login;
  return {
    ...{ personId, email, status: statusOf(login), totp: totp.state },
    recoveryCodesLeft: totp.state === 'on' ? totp.recoveryCodes.length : 0,
    passwordChangedAt: passwordAt?.toISOString() ?? null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  };
}
