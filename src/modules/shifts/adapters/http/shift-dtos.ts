import type { CurrencyCode, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { shiftSnapshot, timesSnapshot, type ShiftTimesSnapshot } from '../../domain/shift-events.js';
import { policyUnset, type ShiftPolicy } from '../../domain/shift-policy.js';
import type { Shift } from '../../domain/shift.js';

/**
 * Who works: the subject of their sign-in, or the id of their key.
 * @minLength 1
 * @maxLength 200
 * @example "0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e"
 */
export type PersonReference = string;

/**
 * What the person does in the shift.
 * @pattern ^[a-z][a-z0-9_]{0,39}$ must be a word of lower-case letters, digits and underscores
 * @example "waiter"
 */
export type JobName = string;

/**
 * Why; kept with what was changed.
 * @minLength 1
 * @maxLength 200
 * @example "forgot to clock out"
 */
export type ShiftReason = string;

/**
 * Whole minor units, not less than nothing.
 * @isInt must be an integer of minor units
 * @minimum 0
 * @maximum 9007199254740991
 */
export type DeclaredUnits = number;

/** What the person says to have got in tips. */
export interface DeclaredTips {
  amount: DeclaredUnits;
  currency: CurrencyCode;
}

export type ShiftStatus = 'working' | 'on_break' | 'ended';

export interface ClockInRequest {
  id?: Uuid;
  outletId: Uuid;
  /** Somebody else than the caller; takes `shifts:manage`. */
  personId?: PersonReference;
  job: JobName;
  /**
   * The device that it is done on.
   * @minLength 1
   * @maxLength 100
   */
  deviceId?: string | null;
}

export interface ClockOutRequest {
  declaredTips?: DeclaredTips | null;
}

/** Time off. `to` is absent or null while it lasts. */
export interface ShiftBreakRequest {
  from: Timestamp;
  to?: Timestamp | null;
}

/** What is put right; what is absent stays. */
export interface CorrectShiftRequest {
  job?: JobName;
  clockedInAt?: Timestamp;
  /** Of a shift that goes on: ends it. */
  clockedOutAt?: Timestamp;
  /**
   * All of them, in their order.
   * @maxItems 50
   */
  breaks?: ShiftBreakRequest[];
  declaredTips?: DeclaredTips | null;
  reason: ShiftReason;
}

export interface ShiftBreakResponse {
  from: Timestamp;
  to: Timestamp | null;
}

/** What a correction can change. */
export interface ShiftTimesResponse {
  job: string;
  clockedInAt: Timestamp;
  clockedOutAt: Timestamp | null;
  breaks: ShiftBreakResponse[];
  declaredTips: MoneyDto | null;
}

/** A correction: who, when, why, and both ways of it. */
export interface ShiftEditResponse {
  at: Timestamp;
  by: string;
  reason: string;
  before: ShiftTimesResponse;
  after: ShiftTimesResponse;
}

/** A person's working period at an outlet. */
export interface ShiftResponse extends ShiftTimesResponse {
  id: Uuid;
  outletId: Uuid;
  personId: string;
  deviceId: string | null;
  status: ShiftStatus;
  /** The outlet's trading day of the clock-in, as `2026-01-31`. */
  businessDate: string;
  /**
   * Without breaks; null until the shift has ended.
   * @isInt
   */
  workedMinutes: number | null;
  /** When it will have lasted too long, or has; null: never. */
  overdueAt: Timestamp | null;
  edits: ShiftEditResponse[];
  /** @isInt */
  version: number;
}

export interface ShiftPolicyRequest {
  /**
   * A shift that lasts longer is told of once, by the event `pos.shift.overdue`; null: none is.
   * @isInt must be an integer
   * @minimum 1
   * @maximum 10080
   */
  longestMinutes: number | null;
}

/** When somebody is reminded of a shift. */
export interface ShiftPolicyResponse extends ShiftPolicyRequest {
  outletId: Uuid;
  /**
   * 0 while it was never set.
   * @isInt
   */
  version: number;
}

/** Shows a shift. */
export function toShiftResponse(shift: Shift): ShiftResponse {
  const { edits, overdueAt } = shift;
  const { status, breaks, ...shown } = shiftSnapshot(shift);
  return {
    ...shown,
    status: status as ShiftStatus,
    breaks: [...breaks],
    overdueAt: overdueAt?.toISOString() ?? null,
    edits: edits.map(({ at, by, reason, before, after }) => {
      return { at: at.toISOString(), by, reason, before: timesOf(before), after: timesOf(after) };
    }),
  };
}

/** Shows a policy. */
export function toPolicyResponse({ outletId, longestMinutes, version }: ShiftPolicy): ShiftPolicyResponse {
  return { ...policyUnset(outletId), longestMinutes, version };
}

function timesOf(times: Parameters<typeof timesSnapshot>[0]): ShiftTimesResponse {
  const shown: ShiftTimesSnapshot = timesSnapshot(times);
  return { ...shown, breaks: [...shown.breaks] };
}
