import { businessTimeOf } from '../../../kernel/business-time.js';
import type { OutletId } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { DayRefusal } from './day-refusal.js';

/** `automatic`: the service closes days; `required`: without a closed day nothing is sold on the next. */
export const CLOSURES = ['off', 'automatic', 'required'] as const;
export type Closure = (typeof CLOSURES)[number];

/** How the days of an outlet are closed when nobody does it. */
export interface DayPolicy {
  readonly outletId: OutletId;
  readonly closure: Closure;
  /** Minutes after the day cut before something happens by itself. */
  readonly graceMinutes: number;
  readonly eventSequence: number;
  /** From 1; 0 as long as nobody has set one. */
  readonly version: number;
}

export type PolicySettings = Pick<DayPolicy, 'closure' | 'graceMinutes'>;

export const GRACE_MINUTES_MAX = 1440;
const GRACE_MINUTES_DEFAULT = 60;

/** What holds where nobody has set a policy. */
export function defaultPolicy(outletId: OutletId): DayPolicy {
  return { outletId, closure: 'off', graceMinutes: GRACE_MINUTES_DEFAULT, eventSequence: 0, version: 0 };
}

/**
 * Sets a policy; the same again changes nothing.
 * @param expectedVersion the version that the caller decided on, if it says so.
 * @throws Refusal `version_mismatch`, `day_policy_invalid`.
 */
export function setPolicy(policy: DayPolicy, settings: PolicySettings, expectedVersion?: number): DayPolicy {
  if (expectedVersion !== undefined && expectedVersion !== policy.version) {
    throw new Refusal('version_mismatch', { currentVersion: policy.version });
  }
  const { closure, graceMinutes } = settings;
  if (!Number.isInteger(graceMinutes) || graceMinutes < 0 || graceMinutes > GRACE_MINUTES_MAX) {
    const field = { pointer: '/graceMinutes', message: `must be 0 to ${GRACE_MINUTES_MAX}` };
    throw new Refusal<DayRefusal>('day_policy_invalid', {}, [field]);
  }
  if (closure === policy.closure && graceMinutes === policy.graceMinutes && policy.version > 0) return policy;
  return { ...policy, closure, graceMinutes, version: policy.version + 1 };
}

/** As much of an outlet as its days depend on. */
export interface DayClock {
  readonly timeZone: string;
  readonly dayCutMinutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** A change of the clocks moves the cut by at most this much. */
const CLOCK_CHANGE_MINUTES = 120;
const NEAR_MINUTES = 5;

/** The day that goes on by the policy's reckoning: the outlet's, but for the grace after the cut. Days before it are due. */
export function dueBefore({ graceMinutes }: PolicySettings, clock: DayClock, at: Date): string {
  return businessTimeOf(graceAgo(at, graceMinutes), clock.timeZone, clock.dayCutMinutes).businessDate;
}

/** When to look again: not after the next cut and its grace, however the clocks are changed. */
export function nextLook({ graceMinutes }: PolicySettings, clock: DayClock, at: Date): Date {
  const { localMinute } = businessTimeOf(graceAgo(at, graceMinutes), clock.timeZone, clock.dayCutMinutes);
  const toCut = (clock.dayCutMinutes - localMinute + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const minutes =
    toCut > CLOCK_CHANGE_MINUTES + NEAR_MINUTES ? toCut - CLOCK_CHANGE_MINUTES : Math.min(toCut, NEAR_MINUTES);
  return new Date(at.getTime() + minutes * MINUTE_MS);
}

function graceAgo(at: Date, graceMinutes: number): Date {
  return new Date(at.getTime() - graceMinutes * MINUTE_MS);
}
