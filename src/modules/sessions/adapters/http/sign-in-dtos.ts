import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { KeptCount } from '../../domain/session-events.js';
import type { SessionReason } from './session-dtos.js';

/** What takes no PIN: one person on one device, a device, or a person anywhere. */
export type SignInLockScope = 'person_on_device' | 'device' | 'account';

export interface SignInLockResponse {
  id: Uuid;
  scope: SignInLockScope;
  /** As it was sent: there need be no such person. */
  personId: Uuid | null;
  deviceId: Uuid | null;
  /** Where it was tried last. */
  outletId: Uuid | null;
  /** @isInt */
  wrongTries: number;
  lastTryAt: Timestamp;
  /** Null when it is not locked any more. */
  lockedUntil: Timestamp | null;
}

export interface LiftLockRequest {
  reason: SessionReason;
}

/** Shows a count of wrong tries that has locked. */
export function toLockResponse(count: KeptCount): SignInLockResponse {
  const { id, scope, personId, deviceId, outletId, wrong, triedAt, lockedUntil } = count;
  return {
    ...{ id, scope, personId, deviceId, outletId, wrongTries: wrong },
    ...{ lastTryAt: triedAt.toISOString(), lockedUntil: lockedUntil?.toISOString() ?? null },
  };
}
