import type { OutletId } from '../../../../kernel/ids.js';
import type { EndedWhy, MustFirst, Session, SessionId, SignInMethod } from '../../domain/session.js';

export interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly actor_id: string;
  readonly device_id: string | null;
  readonly device_kind: string | null;
  readonly outlet_id: string | null;
  readonly method: SignInMethod;
  readonly begun_at: Date;
  readonly expires_at: Date;
  readonly touched_at: Date;
  readonly idle_minutes: number | null;
  readonly locked_at: Date | null;
  readonly must_first: MustFirst | null;
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly ended_why: EndedWhy | null;
  readonly end_reason: string | null;
  readonly version: number;
}

export interface SessionTables {
  staff_sessions: SessionRow & { readonly tenant_id: string; readonly token_hash: string };
}

// prettier-ignore
export const SHOWN = [
  'id', 'person_id', 'actor_id', 'device_id', 'device_kind', 'outlet_id', 'method', 'begun_at', 'expires_at', 'touched_at',
  'idle_minutes', 'locked_at', 'must_first', 'ended_at', 'ended_by', 'ended_why', 'end_reason', 'version',
] as const;

/** The session that a row tells of. */
export function toSession(row: SessionRow): Session {
  const { device_id: deviceId, device_kind: deviceKind, outlet_id: outletId } = row;
  const { ended_at: at, ended_by: by, ended_why: why } = row;
  return {
    ...{ id: row.id as SessionId, personId: row.person_id, actorId: row.actor_id, method: row.method },
    place: deviceId === null || deviceKind === null ? null : { deviceId, deviceKind, outletId: outletId as OutletId },
    ...{ begunAt: row.begun_at, expiresAt: row.expires_at, touchedAt: row.touched_at, lockedAt: row.locked_at },
    ...{ idleMinutes: row.idle_minutes, mustFirst: row.must_first, version: row.version },
    end: at === null || by === null || why === null ? null : { at, by, why, reason: row.end_reason },
  };
}

/** The row of a session. */
export function fromSession(session: Session): SessionRow {
  const { id, method, place, end, version } = session;
  return {
    ...{ id, method, version, person_id: session.personId, actor_id: session.actorId },
    ...{ device_id: place?.deviceId ?? null, device_kind: place?.deviceKind ?? null },
    ...{ outlet_id: place?.outletId ?? null, begun_at: session.begunAt, expires_at: session.expiresAt },
    ...{ touched_at: session.touchedAt, idle_minutes: session.idleMinutes, locked_at: session.lockedAt },
    ...{ must_first: session.mustFirst, ended_at: end?.at ?? null, ended_by: end?.by ?? null },
    ...{ ended_why: end?.why ?? null, end_reason: end?.reason ?? null },
  };
}
