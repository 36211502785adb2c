import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { LicenceStanding } from '../../../../kernel/context.js';
import type { SignedIn } from '../../application/sign-in.js';
import { initialsOf } from '../../domain/initials.js';
import { idleFrom, statusAt, type Session } from '../../domain/session.js';
import type { StaffMember } from '../../ports/staff.js';

export type SessionMethodDto = 'pin' | 'badge' | 'oauth' | 'password';
/** `locked`: waits for the PIN of its person. `expired`: its time has passed. */
export type SessionStatusDto = 'active' | 'locked' | 'ended' | 'expired';
export type SessionEndDto =
  | 'signed_out'
  | 'switched_user'
  | 'forced'
  | 'staff_disabled'
  | 'pin_reset'
  | 'device_unlinked'
  | 'device_locked'
  | 'expired';

/**
 * Digits that somebody knows by heart.
 * @pattern ^\d{4,8}$ must be four to eight digits
 */
export type SignInPin = string;

/**
 * What the reader of badges gives.
 * @minLength 4
 * @maxLength 200
 */
export type SignInBadge = string;

/**
 * @minLength 1
 * @maxLength 8192
 */
export type SignInAccessToken = string;

/**
 * Why, in words.
 * @minLength 1
 * @maxLength 500
 */
export type SessionReason = string;

/** How somebody signs in: `pin` takes personId and pin, `badge` takes badge and perhaps pin, `oauth` takes accessToken. */
export interface SignInRequest {
  method: 'pin' | 'badge' | 'oauth';
  personId?: Uuid;
  pin?: SignInPin;
  badge?: SignInBadge;
  /** Of the auth service. */
  accessToken?: SignInAccessToken;
  /** The session on this device that ends by this one; the others follow `keepOther`. */
  replaces?: Uuid;
  /** True: sessions of others on this device are locked instead of ended. */
  keepOther?: boolean;
}

export interface SessionResponse {
  id: Uuid;
  personId: Uuid;
  /** As events name the person. */
  actor: string;
  /** Null in the back office. */
  deviceId: Uuid | null;
  deviceKind: string | null;
  outletId: Uuid | null;
  method: SessionMethodDto;
  status: SessionStatusDto;
  begunAt: Timestamp;
  expiresAt: Timestamp;
  /** The last touch that the device told of. */
  touchedAt: Timestamp;
  /** When it locks unless somebody touches it; null: never by itself. */
  locksAt: Timestamp | null;
  /** What has to be done before anything else. */
  mustFirst: 'change_pin' | 'enrol_totp' | null;
  endedAt: Timestamp | null;
  endedBy: string | null;
  endedWhy: SessionEndDto | null;
  endReason: string | null;
  /** @isInt */
  version: number;
}

export interface SignInPerson {
  id: Uuid;
  displayName: string;
  /** One or two letters for a round picture. */
  initials: string;
}

/** @isInt */
export type WholeMinutes = number;

/** Somebody has signed in. */
export interface SignedInResponse {
  session: SessionResponse;
  /** Sent as `Authorization: DPoP <token>` with a proof by the device's key. Shown once. */
  token: string;
  expiresAt: Timestamp;
  person: SignInPerson;
  /** Codes of the roles that hold on this device. */
  roles: string[];
  permissions: string[];
  /** The PIN was set by somebody else: nothing but changing it is allowed. */
  mustChangePin: boolean;
  /** Null: it does not lock by itself. */
  idleLockMinutes: WholeMinutes | null;
}

export interface SignInPeopleResponse {
  /** By name, at most 500; all have a PIN. */
  data: SignInPerson[];
  methods: ('pin' | 'badge' | 'oauth')[];
}

export interface SessionHeartbeatRequest {
  /** When somebody last touched the screen. */
  lastTouchAt: Timestamp;
}

export interface SessionWarning {
  /**
   * `session_ends_soon`: sign in again before `at`. `orders_end_soon`, `orders_ended`: from `at` on the licence allows no new orders.
   */
  code: 'session_ends_soon' | 'orders_end_soon' | 'orders_ended';
  at: Timestamp;
}

export interface SessionHeartbeatResponse {
  session: SessionResponse;
  serverTime: Timestamp;
  warnings: SessionWarning[];
}

export interface UnlockSessionRequest {
  pin: SignInPin;
}

/** Whose sessions end: exactly one of person, device and outlet. */
export interface EndSessionsRequest {
  personId?: Uuid;
  deviceId?: Uuid;
  outletId?: Uuid;
  reason: SessionReason;
}

export interface EndedSessionsResponse {
  /** Those that were ended. */
  data: SessionResponse[];
}

const MINUTE_MS = 60_000;
const SOON_MS = 15 * MINUTE_MS;
const ORDERS_SOON_MS = 7 * 24 * 60 * MINUTE_MS;

/** Shows a session as it is at a moment. */
export function toSessionResponse(session: Session, at: Date): SessionResponse {
  const { id, personId, actorId, place, method, mustFirst, end, version } = session;
  return {
    ...{ id, personId, actor: `user:${actorId}`, method, mustFirst, version, status: statusAt(session, at) },
    ...{ deviceId: place?.deviceId ?? null, deviceKind: place?.deviceKind ?? null, outletId: place?.outletId ?? null },
    ...{ begunAt: session.begunAt.toISOString(), expiresAt: session.expiresAt.toISOString() },
    ...{ touchedAt: session.touchedAt.toISOString(), locksAt: idleFrom(session)?.toISOString() ?? null },
    ...{ endedAt: end?.at.toISOString() ?? null, endedBy: end?.by ?? null },
    ...{ endedWhy: end?.why ?? null, endReason: end?.reason ?? null },
  };
}

/** Shows who has signed in, with the token. */
export function toSignedIn({ session, token, rights, mustChangePin }: SignedIn, at: Date): SignedInResponse {
  const { idleMinutes: idleLockMinutes } = session;
  return {
    ...{ session: toSessionResponse(session, at), token, mustChangePin, idleLockMinutes },
    expiresAt: session.expiresAt.toISOString(),
    person: toSignInPerson(rights.member),
    roles: [...rights.roles],
    permissions: [...new Set([...rights.permissions, 'sessions:own'])].sort(),
  };
}

/** Shows somebody on the screen of signing in. */
export function toSignInPerson({ id, displayName }: StaffMember): SignInPerson {
  return { id, displayName, initials: initialsOf(displayName) };
}

/** Shows how a session is, and what its person should know in time. */
export function toHeartbeat(
  session: Session,
  at: Date,
  licence: LicenceStanding | undefined,
): SessionHeartbeatResponse {
  const warnings: SessionWarning[] = [];
  if (session.expiresAt.getTime() - at.getTime() <= SOON_MS)
    warnings.push({ code: 'session_ends_soon', at: session.expiresAt.toISOString() });
  const ordersUntil = licence?.ordersUntil ?? null;
  if (ordersUntil !== null && ordersUntil.getTime() - at.getTime() <= ORDERS_SOON_MS)
    warnings.push({ code: ordersUntil <= at ? 'orders_ended' : 'orders_end_soon', at: ordersUntil.toISOString() });
  return { session: toSessionResponse(session, at), serverTime: at.toISOString(), warnings };
}
