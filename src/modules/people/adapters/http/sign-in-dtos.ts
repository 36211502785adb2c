import type { Timestamp, Uuid } from '../../../../platform/http/values.js';
import type { PinStanding } from '../../application/read-staff.js';
import type { SetPin } from '../../application/set-pin.js';
import type { Badge } from '../../domain/staff.js';
import type { StaffReason } from './staff-dtos.js';

/**
 * A PIN.
 * @pattern ^[0-9]{4,8}$ must be 4 to 8 digits
 */
export type StaffPin = string;

/** Another PIN for somebody. */
export interface ResetPinRequest {
  /** Absent: the service makes one up and shows it once. */
  pin?: StaffPin;
  reason: StaffReason;
  /** True: the caller has asked once more whether it is meant. */
  confirm: true;
}

/** Another PIN for who calls. */
export interface ChangePinRequest {
  current: StaffPin;
  new: StaffPin;
}

/** What became of a PIN. */
export interface SetPinResponse {
  personId: Uuid;
  /** Shown this once; null where whoever asked chose it. */
  pin: string | null;
  /** It has to be changed at the next sign-in. */
  mustChange: boolean;
}

/** Whether somebody has a PIN. */
export interface PinStandingResponse {
  isSet: boolean;
  mustChange: boolean;
  setAt: Timestamp | null;
}

/** A badge for somebody. */
export interface AddStaffBadgeRequest {
  /**
   * As the reader gives it.
   * @minLength 4
   * @maxLength 200
   */
  badge: string;
  /**
   * @minLength 1
   * @maxLength 60
   * @example "blue fob"
   */
  label: string;
}

/** A badge; what is on it is never shown. */
export interface StaffBadgeResponse {
  id: Uuid;
  personId: Uuid;
  label: string;
  addedBy: string;
  addedAt: Timestamp;
  lastUsedAt: Timestamp | null;
}

/** All badges of somebody, oldest first. */
export interface StaffBadgesResponse {
  data: StaffBadgeResponse[];
}

/** Shows what became of a PIN. */
export function toSetPin({ person, mustChange, madePin }: SetPin): SetPinResponse {
  return { personId: person.id, pin: madePin, mustChange };
}

/** Shows whether there is a PIN. */
export function toPinStanding(pin: PinStanding): PinStandingResponse {
  if (pin === null) return { isSet: false, mustChange: false, setAt: null };
  return { isSet: true, mustChange: pin.mustChange, setAt: pin.setAt.toISOString() };
}

/** Shows a badge. */
export function toBadge({ id, personId, label, addedBy, addedAt, lastUsedAt }: Badge): StaffBadgeResponse {
  const times = { addedAt: addedAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
  return { id, personId, label, addedBy, ...times };
}
