import type { OutletId } from '../../../kernel/ids.js';

/** When somebody is reminded of a shift at an outlet. */
export interface ShiftPolicy {
  readonly outletId: OutletId;
  /** Null: nobody is. */
  readonly longestMinutes: number | null;
  /** 0 while it was never set. */
  readonly version: number;
}

/** Half a day: longer is more often a forgotten clock-out than work. */
export const LONGEST_MINUTES_DEFAULT = 720;

/** What holds at an outlet that has set nothing. */
export function policyUnset(outletId: OutletId): ShiftPolicy {
  return { outletId, longestMinutes: LONGEST_MINUTES_DEFAULT, version: 0 };
}
