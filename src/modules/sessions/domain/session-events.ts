import type { OutletId } from '../../../kernel/ids.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import type { CountScope, GuessCount } from './guessing.js';
import type { Session } from './session.js';

/** A session as events show it. Names of people are not in it. */
export interface SessionSnapshot {
  readonly id: string;
  readonly personId: string;
  /** As events name the person when they act. */
  readonly actor: string;
  /** Null in the back office. */
  readonly deviceId: string | null;
  readonly deviceKind: string | null;
  readonly outletId: OutletId | null;
  /** `pin`, `badge`, `oauth` or `password`. */
  readonly method: string;
  /** @format date-time */
  readonly begunAt: string;
  /** @format date-time */
  readonly expiresAt: string;
  /** @asType integer */
  readonly version: number;
}

interface OfSession {
  readonly session: SessionSnapshot;
}

/** A count of wrong tries as events show it. */
export interface LockSnapshot {
  readonly id: string;
  /** `person_on_device`, `device` or `account`. */
  readonly scope: CountScope;
  readonly personId: string | null;
  readonly deviceId: string | null;
  /** @asType integer */
  readonly wrong: number;
  /** @format date-time */
  readonly lockedUntil: string | null;
}

/** What a PIN or badge was shown for. */
export type TryPurpose = 'sign_in' | 'unlock' | 'approval' | 'pin_change';

/** Why a try was wrong. */
export type WrongWhy = 'wrong_pin' | 'unknown_badge' | 'no_such_person' | 'not_allowed_here';

/** The data of this module's events by their types. */
export interface SessionEvents {
  /** Somebody has signed in. */
  'pos.session.started': OfSession & { readonly roles: readonly string[] };
  /** A session is over. */
  'pos.session.ended': OfSession & { readonly why: string; readonly reason: string | null };
  /** A session waits for the PIN of its person. Sessions that nobody touched lock without being told of. */
  'pos.session.locked': OfSession & { readonly why: 'asked' | 'switched_user' };
  /** Its person has shown again who they are. */
  'pos.session.unlocked': OfSession;
  /** A PIN or badge was wrong. What was tried is not told. */
  'pos.session.sign_in_failed': {
    readonly countId: string;
    /** Whose it was said to be; null for a badge that nobody has. */
    readonly personId: string | null;
    readonly deviceId: string | null;
    /** `pin` or `badge`. */
    readonly method: string;
    readonly purpose: TryPurpose;
    readonly why: WrongWhy;
  };
  /** A person on a device, or a device, takes no PIN for a while. */
  'pos.session.sign_in_locked': { readonly lock: LockSnapshot };
  /** A person's PIN is taken nowhere until the next day of UTC, or until somebody lifts it. */
  'pos.session.account_locked': { readonly lock: LockSnapshot };
  /** Somebody has lifted a lock. */
  'pos.session.lock_lifted': { readonly lock: LockSnapshot; readonly before: LockSnapshot; readonly reason: string };
}

export type SessionEventType = keyof SessionEvents;
export type SessionEvent = {
  [Type in SessionEventType]: DomainEvent<Type, SessionEvents[Type]>;
}[SessionEventType];

/** A count as it is kept: with an id to name it by, and its place in its own history. */
export interface KeptCount extends GuessCount {
  readonly id: string;
  readonly outletId: OutletId | null;
  readonly version: number;
}

/** An event of a session as it now is, placed in its history by its version. */
export function sessionEvent<Type extends SessionEventType>(
  type: Type,
  session: Session,
  data: SessionEvents[Type],
): SessionEvent {
  const { id, version, place } = session;
  return {
    ...{ type, aggregate: 'sessions', aggregateId: id, sequence: version, outletId: place?.outletId ?? null, data },
  } as SessionEvent;
}

/** An event of a count of tries; the caller has raised its version for it. */
export function countEvent<Type extends SessionEventType>(
  type: Type,
  { id, version, outletId }: KeptCount,
  data: SessionEvents[Type],
): SessionEvent {
  return { type, aggregate: 'sign_ins', aggregateId: id, sequence: version, outletId, data } as SessionEvent;
}

/** What events show of a session. */
export function snapshotOf(session: Session): SessionSnapshot {
  const { id, personId, actorId, place, method, version } = session;
  return {
    ...{ id, personId, actor: `user:${actorId}`, method, version },
    ...{ deviceId: place?.deviceId ?? null, deviceKind: place?.deviceKind ?? null, outletId: place?.outletId ?? null },
    begunAt: session.begunAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}

/** What events show of a count. */
export function lockSnapshot({ id, scope, personId, deviceId, wrong, lockedUntil }: KeptCount): LockSnapshot {
  return { id, scope, personId, deviceId, wrong, lockedUntil: lockedUntil?.toISOString() ?? null };
}
