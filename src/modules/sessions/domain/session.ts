import type { Id, OutletId } from '../../../kernel/ids.js';

export type SessionId = Id<'session'>;

/** How somebody showed who they are. */
export type SignInMethod = 'pin' | 'badge' | 'oauth' | 'password';

/** What somebody has to do before they may do anything else. */
export type MustFirst = 'change_pin' | 'enrol_totp';

export type SessionStatus = 'active' | 'locked' | 'ended' | 'expired';

/** Why a session came to its end. */
export type EndedWhy =
  | 'signed_out'
  | 'switched_user'
  | 'forced'
  | 'staff_disabled'
  | 'pin_reset'
  | 'device_unlinked'
  | 'device_locked'
  | 'expired';

/** Where somebody works. */
export interface SessionPlace {
  readonly deviceId: string;
  readonly deviceKind: string;
  readonly outletId: OutletId;
}

export interface SessionEnd {
  readonly at: Date;
  /** As events name their actors. */
  readonly by: string;
  readonly why: EndedWhy;
  /** What somebody gave as the reason. */
  readonly reason: string | null;
}

/** Somebody signed in somewhere. */
export interface Session {
  readonly id: SessionId;
  readonly personId: string;
  /** Whom events name: `user:<actorId>`. */
  readonly actorId: string;
  /** `null`: in the back office, on no device. */
  readonly place: SessionPlace | null;
  readonly method: SignInMethod;
  readonly begunAt: Date;
  readonly expiresAt: Date;
  /** The last touch that is known of. */
  readonly touchedAt: Date;
  /** After so long without a touch it locks, or ends where there is no device to unlock it at; `null`: never. */
  readonly idleMinutes: number | null;
  readonly lockedAt: Date | null;
  readonly mustFirst: MustFirst | null;
  readonly end: SessionEnd | null;
  /** From 1, one up with each event. */
  readonly version: number;
}

const MINUTE_MS = 60_000;

/** When it locks, or ends where there is no device, unless somebody touches it; `null`: never. */
export function idleFrom({ touchedAt, idleMinutes }: Pick<Session, 'touchedAt' | 'idleMinutes'>): Date | null {
  return idleMinutes === null ? null : new Date(touchedAt.getTime() + idleMinutes * MINUTE_MS);
}

/** What it is at a moment. Nobody has to book that a session has locked or run out. */
export function statusAt(session: Session, at: Date): SessionStatus {
  if (session.end !== null) return session.end.why === 'expired' ? 'expired' : 'ended';
  if (session.expiresAt <= at) return 'expired';
  const idle = idleFrom(session);
  const isIdle = idle !== null && idle <= at;
  if (isIdle && session.place === null) return 'expired';
  return isIdle || session.lockedAt !== null ? 'locked' : 'active';
}

/** True until it has ended or run out. */
export function isLive(session: Session, at: Date): boolean {
  const status = statusAt(session, at);
  return status === 'active' || status === 'locked';
}
