import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import { sessionEvent, snapshotOf, type SessionEvent } from './session-events.js';
import type { SessionRefusal } from './session-refusal.js';
import {
  isLive,
  statusAt,
  type MustFirst,
  type Session,
  type SessionEnd,
  type SessionId,
  type SessionPlace,
  type SignInMethod,
} from './session.js';

type Decided = Decision<Session, SessionEvent>;

/** A session that is to begin. */
export interface SessionDraft {
  readonly id: SessionId;
  readonly personId: string;
  readonly actorId: string;
  readonly place: SessionPlace | null;
  readonly method: SignInMethod;
  readonly hours: number;
  readonly idleMinutes: number | null;
  readonly mustFirst: MustFirst | null;
}

const HOUR_MS = 3_600_000;

/** Begins a session. @param roles that hold at the place, for whoever reads the event. */
export function begin({ hours, ...draft }: SessionDraft, roles: readonly string[], at: Date): Decided {
  const state: Session = {
    ...draft,
    ...{ begunAt: at, touchedAt: at, expiresAt: new Date(at.getTime() + hours * HOUR_MS) },
    ...{ lockedAt: null, end: null, version: 1 },
  };
  return { state, events: [sessionEvent('pos.session.started', state, { session: snapshotOf(state), roles })] };
}

/**
 * Locks it until its person shows who they are; one that is locked stays as it is. One that locked by itself is booked as locked
 * by being left alone. @throws Refusal `session_over`.
 */
export function lock(session: Session, why: 'asked' | 'switched_user', at: Date): Decided {
  assertLive(session, at);
  if (session.lockedAt !== null) return { state: session, events: [] };
  const state = next(session, { lockedAt: at });
  return { state, events: [sessionEvent('pos.session.locked', state, { session: snapshotOf(state), why })] };
}

/** Opens it again after its person has shown who they are; one that is open stays so, touched. @throws Refusal `session_over`. */
export function unlock(session: Session, at: Date): Decided {
  assertLive(session, at);
  if (statusAt(session, at) === 'active') return { state: { ...session, touchedAt: at }, events: [] };
  const state = next(session, { lockedAt: null, touchedAt: at });
  return { state, events: [sessionEvent('pos.session.unlocked', state, { session: snapshotOf(state) })] };
}

/** Ends it for good; one that has run out is booked as such, whatever the wish. @throws Refusal `session_over` when it has ended. */
export function end(session: Session, wish: SessionEnd): Decided {
  if (session.end !== null) throw over(session);
  const hasRunOut = statusAt(session, wish.at) === 'expired';
  const told: SessionEnd = hasRunOut ? { at: wish.at, by: 'system:sessions', why: 'expired', reason: null } : wish;
  const state = next(session, { end: told });
  const { why, reason } = told;
  return { state, events: [sessionEvent('pos.session.ended', state, { session: snapshotOf(state), why, reason })] };
}

function assertLive(session: Session, at: Date): void {
  if (!isLive(session, at)) throw over(session);
}

function over({ id }: Session): Refusal {
  return new Refusal<SessionRefusal>('session_over', { sessionId: id });
}

function next(session: Session, change: Partial<Session>): Session {
  return { ...session, ...change, version: session.version + 1 };
}
