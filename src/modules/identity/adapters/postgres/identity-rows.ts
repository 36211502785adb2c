import type { Guesses, GuessesId } from '../../domain/guessing.js';
import type { IdentityPolicy } from '../../domain/identity-policy.js';
import type { Login, LoginId, PersonId, SecondFactor } from '../../domain/login.js';
import type { OneTimeKind, OneTimeToken, OneTimeTokenId } from '../../domain/one-time-token.js';

/** The tables of this module, for kysely. */
export interface IdentityTables {
  logins: LoginRow & { tenant_id: string };
  login_tokens: TokenRow & { tenant_id: string };
  login_guesses: GuessRow & { tenant_id: string };
  identity_policies: PolicyRow & { tenant_id: string };
}

export interface LoginRow {
  id: string;
  person_id: string;
  email: string;
  password_hash: string | null;
  password_number: number;
  password_at: Date | null;
  totp_state: SecondFactor['state'];
  totp_secret: string | null;
  totp_number: number;
  /** PostgreSQL's 64-bit integers come as text. */
  totp_last_step: string | number | null;
  totp_enrolled_at: Date | null;
  recovery_codes: string[];
  last_sign_in_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  version: number;
  event_sequence: number;
}

export interface TokenRow {
  id: string;
  login_id: string;
  kind: OneTimeKind;
  hash: string;
  created_at: Date;
  expires_at: Date;
}

export interface GuessRow {
  account_key: string;
  id: string;
  failures: number;
  /** A date as text. */
  day: string;
  day_failures: number;
  locked_until: Date | null;
  last_try_at: Date;
  event_sequence: number;
}

export interface PolicyRow {
  passwords: boolean;
  totp_roles: string[];
  password_min_length: number;
  updated_at: Date;
  version: number;
}

/** The login that a row tells of. A row that contradicts itself is a defect. */
export function toLogin(row: LoginRow): Login {
  return {
    ...{ id: row.id as LoginId, personId: row.person_id as PersonId, email: row.email },
    ...{ passwordHash: row.password_hash, passwordNumber: row.password_number, passwordAt: row.password_at },
    ...{ totp: factorOf(row), totpNumber: row.totp_number, lastSignInAt: row.last_sign_in_at },
    ...{ createdBy: row.created_by, createdAt: row.created_at, updatedAt: row.updated_at },
    ...{ version: row.version, eventSequence: row.event_sequence },
  };
}

/** The row of a login. */
export function fromLogin(login: Login): LoginRow {
  const { totp } = login;
  const on = totp.state === 'on' ? totp : undefined;
  return {
    ...{ id: login.id, person_id: login.personId, email: login.email },
    ...{ password_hash: login.passwordHash, password_number: login.passwordNumber, password_at: login.passwordAt },
    ...{ totp_state: totp.state, totp_secret: totp.state === 'off' ? null : totp.sealed },
    ...{ totp_number: login.totpNumber, totp_last_step: on?.lastStep ?? null },
    ...{ totp_enrolled_at: on?.enrolledAt ?? null, recovery_codes: [...(on?.recoveryCodes ?? [])] },
    ...{ last_sign_in_at: login.lastSignInAt, created_by: login.createdBy, created_at: login.createdAt },
    ...{ updated_at: login.updatedAt, version: login.version, event_sequence: login.eventSequence },
  };
}

function factorOf(row: LoginRow): SecondFactor {
  const { totp_state: state, totp_secret: sealed, totp_last_step: lastStep, totp_enrolled_at: enrolledAt } = row;
  if (state === 'off') return { state };
  if (state === 'pending' && sealed !== null) return { state, sealed };
  if (state === 'on' && sealed !== null && lastStep !== null && enrolledAt !== null)
    return { state, sealed, lastStep: Number(lastStep), enrolledAt, recoveryCodes: row.recovery_codes };
  throw new Error(`the row of the login ${row.id} contradicts itself`);
}

/** The token that a row tells of. */
export function toToken({ id, login_id, kind, hash, created_at, expires_at }: TokenRow): OneTimeToken {
  const ids = { id: id as OneTimeTokenId, loginId: login_id as LoginId };
  return { ...ids, kind, hash, createdAt: created_at, expiresAt: expires_at };
}

/** The tries that a row tells of. */
export function toGuesses(row: GuessRow): Guesses {
  return {
    ...{ id: row.id as GuessesId, accountKey: row.account_key, failures: row.failures, day: row.day },
    ...{ dayFailures: row.day_failures, lockedUntil: row.locked_until, lastTryAt: row.last_try_at },
    eventSequence: row.event_sequence,
  };
}

/** The row of tries. */
export function fromGuesses(guesses: Guesses): GuessRow {
  return {
    ...{ account_key: guesses.accountKey, id: guesses.id, failures: guesses.failures, day: guesses.day },
    ...{ day_failures: guesses.dayFailures, locked_until: guesses.lockedUntil, last_try_at: guesses.lastTryAt },
    event_sequence: guesses.eventSequence,
  };
}

/** The policy that a row tells of. */
export function toPolicy(row: PolicyRow): IdentityPolicy {
  const { passwords, totp_roles: totpRequiredFor, password_min_length: passwordMinLength } = row;
  return { passwords, totpRequiredFor, passwordMinLength, updatedAt: row.updated_at, version: row.version };
}
