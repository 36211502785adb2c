import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { loginEvent, type LoginEvent } from './login-events.js';
import type { IdentityRefusal, Login, LoginId, PersonId, SecondFactor } from './login.js';

type Decided = Decision<Login, LoginEvent>;

/** Who asks for a new password. */
export type ResetWish =
  | { readonly by: 'self' }
  /** `removeTotp`: the second factor was lost, too. */
  | { readonly by: 'administrator'; readonly reason: string; readonly removeTotp: boolean };

/** What making a login takes. */
export interface NewLogin {
  readonly id: LoginId;
  readonly personId: PersonId;
  readonly email: string;
  readonly by: string;
  readonly at: Date;
}

/** Makes a login that waits for its first password. @param until how long the invitation is good. */
export function inviteNew({ id, personId, email, by, at }: NewLogin, until: Date): Decided {
  const state: Login = {
    ...{ id, personId, email, passwordHash: null, passwordNumber: 0, passwordAt: null, totp: { state: 'off' } },
    ...{ totpNumber: 0, lastSignInAt: null, createdBy: by, createdAt: at, updatedAt: at, version: 1, eventSequence: 1 },
  };
  return { state, events: [loginEvent('pos.identity.invited', state, { until: until.toISOString() })] };
}

/**
 * Invites once more who has not accepted yet; the person's address may be another by now.
 * @throws Refusal `login_exists` for who has.
 */
export function inviteAgain(login: Login, email: string, at: Date, until: Date): Decided {
  if (login.passwordNumber > 0) throw new Refusal<IdentityRefusal>('login_exists');
  const state = told(login, { email }, at);
  return { state, events: [loginEvent('pos.identity.invited', state, { until: until.toISOString() })] };
}

/** Takes the password that was chosen by a link. @param hash of the password. */
export function choosePassword(login: Login, hash: string, at: Date): Decided {
  const isFirst = login.passwordNumber === 0;
  const state = told(login, newPassword(login, hash, at), at);
  const event = isFirst
    ? loginEvent('pos.identity.login_made', state, {})
    : loginEvent('pos.identity.password_changed', state, { how: 'reset' });
  return { state, events: [event] };
}

/** Takes the password that somebody who knows the present one chose. */
export function changePassword(login: Login, hash: string, at: Date): Decided {
  const state = told(login, newPassword(login, hash, at), at);
  return { state, events: [loginEvent('pos.identity.password_changed', state, { how: 'changed' })] };
}

/** Notes that a link for a new password goes out. An administrator takes the present one away with it. */
export function requestReset(login: Login, wish: ResetWish, at: Date): Decided {
  if (wish.by === 'self') {
    const state = told(login, {}, at);
    return { state, events: [loginEvent('pos.identity.reset_requested', state, { by: 'self', reason: null })] };
  }
  const { reason } = wish;
  const reset = told(login, { passwordHash: null }, at);
  const asked = loginEvent('pos.identity.reset_requested', reset, { by: 'administrator', reason });
  if (!wish.removeTotp || reset.totp.state === 'off') return { state: reset, events: [asked] };
  const state = told(reset, { totp: { state: 'off' } }, at);
  return { state, events: [asked, loginEvent('pos.identity.totp_removed', state, { reason })] };
}

/** Begins to enrol a second factor: the secret counts once a code of it has come back. @throws Refusal `totp_already_enrolled`. */
export function beginTotp(login: Login, sealed: string, at: Date): Decided {
  assertNoTotp(login);
  const totp: SecondFactor = { state: 'pending', sealed };
  const state = { ...login, totp, totpNumber: login.totpNumber + 1, version: login.version + 1, updatedAt: at };
  return { state, events: [] };
}

/**
 * Ends enrolling. @param step of the code that came back. @param recoveryCodes their hashes.
 * @throws Refusal `totp_not_begun`, `totp_already_enrolled`.
 */
export function confirmTotp(login: Login, step: number, recoveryCodes: readonly string[], at: Date): Decided {
  assertNoTotp(login);
  if (login.totp.state !== 'pending') throw new Refusal<IdentityRefusal>('totp_not_begun');
  const { sealed } = login.totp;
  const state = told(login, { totp: { state: 'on', sealed, lastStep: step, enrolledAt: at, recoveryCodes } }, at);
  return { state, events: [loginEvent('pos.identity.totp_enrolled', state, {})] };
}

/** Takes the second factor away at the person's own wish. @throws Refusal `totp_not_enrolled`. */
export function removeTotp(login: Login, at: Date): Decided {
  if (login.totp.state !== 'on') throw new Refusal<IdentityRefusal>('totp_not_enrolled');
  const state = told(login, { totp: { state: 'off' } }, at);
  return { state, events: [loginEvent('pos.identity.totp_removed', state, { reason: null })] };
}

/** What stood for the second factor this time. */
export type ShownFactor = { readonly step: number } | { readonly recoveryCode: string };

/**
 * Takes a code of the second factor, or a recovery code; each counts once.
 * @param shown the step of the code, or the hash of the recovery code. @returns `undefined` for what was used before.
 */
export function useFactor(login: Login, shown: ShownFactor, at: Date): Decided | undefined {
  const { totp } = login;
  if (totp.state !== 'on') return undefined;
  if ('step' in shown) {
    if (shown.step <= totp.lastStep) return undefined;
    const state = { ...login, totp: { ...totp, lastStep: shown.step }, version: login.version + 1, updatedAt: at };
    return { state, events: [] };
  }
  if (!totp.recoveryCodes.includes(shown.recoveryCode)) return undefined;
  const recoveryCodes = totp.recoveryCodes.filter((hash) => hash !== shown.recoveryCode);
  const state = told(login, { totp: { ...totp, recoveryCodes } }, at);
  return { state, events: [loginEvent('pos.identity.recovery_code_used', state, {})] };
}

/** Notes that the person signed in; their session tells of it. */
export function signedIn(login: Login, at: Date): Login {
  return { ...login, lastSignInAt: at, version: login.version + 1, updatedAt: at };
}

/** Ends a login for good. */
export function removeLogin(login: Login, reason: string, at: Date): Decided {
  const state = told(login, { passwordHash: null, totp: { state: 'off' } }, at);
  return { state, events: [loginEvent('pos.identity.login_removed', state, { reason })] };
}

function newPassword(login: Login, hash: string, at: Date): Partial<Login> {
  return { passwordHash: hash, passwordNumber: login.passwordNumber + 1, passwordAt: at };
}

function assertNoTotp({ totp }: Login): void {
  if (totp.state === 'on') throw new Refusal<IdentityRefusal>('totp_already_enrolled');
}

/** A change that an event tells of. */
function told(login: Login, changes: Partial<Login>, at: Date): Login {
  const { version, eventSequence } = login;
  return { ...login, ...changes, updatedAt: at, version: version + 1, eventSequence: eventSequence + 1 };
}
