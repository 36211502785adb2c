import type { DomainEvent } from '../../../kernel/outbox.js';
import { statusOf, type Login, type LoginId, type PersonId } from './login.js';

/** A login as events show it: never its address, nor anything that is secret. */
export interface LoginSnapshot {
  readonly id: LoginId;
  readonly personId: PersonId;
  /** `invited`, `active` or `reset`. */
  readonly status: string;
  /** Whether there is a second factor: `off`, `pending` or `on`. */
  readonly totp: string;
  /** @asType integer */
  readonly recoveryCodesLeft: number;
  /** @asType integer */
  readonly version: number;
}

/** A login after what happened to it. */
export interface LoginChanged {
  readonly login: LoginSnapshot;
}

/** A login after somebody changed it for a reason. */
export interface LoginChangedWhy {
  readonly login: LoginSnapshot;
  readonly reason: string | null;
}

/** The data of the events of a login by their types. */
export interface LoginEvents {
  /** Somebody was asked to choose a password. */
  'pos.identity.invited': {
    readonly login: LoginSnapshot;
    /** @format date-time */
    readonly until: string;
  };
  /** They chose one: from now on they can sign in. */
  'pos.identity.login_made': LoginChanged;
  /** The password was changed by the person, or chosen anew by a link. */
  'pos.identity.password_changed': {
    readonly login: LoginSnapshot;
    /** `changed` by the person who knew the one before, or `reset` by a link. */
    readonly how: string;
  };
  /** A second factor was enrolled. */
  'pos.identity.totp_enrolled': LoginChanged;
  /** The second factor was taken away, by the person or by an administrator with a reason. */
  'pos.identity.totp_removed': LoginChangedWhy;
  /** A recovery code was used in place of the second factor. */
  'pos.identity.recovery_code_used': LoginChanged;
  /** A link for a new password was asked for: by somebody who names the address, or by an administrator with a reason. */
  'pos.identity.reset_requested': {
    readonly login: LoginSnapshot;
    /** `self` or `administrator`. */
    readonly by: string;
    readonly reason: string | null;
  };
  /** The person cannot sign in so any more. */
  'pos.identity.login_removed': LoginChangedWhy;
}

export type LoginEvent = {
  [Type in keyof LoginEvents]: DomainEvent<Type, LoginEvents[Type]>;
}[keyof LoginEvents];

/** A login as events show it. */
export function snapshotOf(login: Login): LoginSnapshot {
  const { id, personId, totp, version } = login;
  const recoveryCodesLeft = totp.state === 'on' ? totp.recoveryCodes.length : 0;
  return { id, personId, status: statusOf(login), totp: totp.state, recoveryCodesLeft, version };
}

/** The event of a login that is as shown afterwards; it has the place in the login's history that the login counts. */
export function loginEvent<Type extends keyof LoginEvents>(
  type: Type,
  login: Login,
  more: Omit<LoginEvents[Type], 'login'>,
): LoginEvent {
  const place = { aggregate: 'logins', aggregateId: login.id, sequence: login.eventSequence, outletId: null };
  return { type, ...place, data: { login: snapshotOf(login), ...more } } as unknown as LoginEvent;
}
