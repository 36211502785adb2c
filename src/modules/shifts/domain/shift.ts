import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';

export type ShiftId = Id<'shift'>;

/** Time off within a shift; `to` is null while it lasts. */
export interface Break {
  readonly from: Date;
  readonly to: Date | null;
}

/** What a correction can change of a shift. */
export interface ShiftTimes {
  readonly job: string;
  readonly clockedInAt: Date;
  readonly clockedOutAt: Date | null;
  readonly breaks: readonly Break[];
  readonly declaredTips: Money | null;
}

/** A correction: who, when, why, and both ways of it. */
export interface ShiftEdit {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly before: ShiftTimes;
  readonly after: ShiftTimes;
}

interface ShiftBase extends ShiftTimes {
  readonly id: ShiftId;
  readonly outletId: OutletId;
  readonly personId: string;
  readonly deviceId: string | null;
  /** The outlet's trading day of the clock-in. */
  readonly businessDate: string;
  readonly currency: string;
  readonly edits: readonly ShiftEdit[];
  /** When it will have lasted too long; null: never. */
  readonly overdueAt: Date | null;
  /** When that was told; it is told once. */
  readonly overdueToldAt: Date | null;
  readonly eventSequence: number;
  readonly version: number;
}
export interface WorkingShift extends ShiftBase {
  readonly status: 'working';
  readonly clockedOutAt: null;
}
/** Its last break has no end yet. */
export interface ShiftOnBreak extends ShiftBase {
  readonly status: 'on_break';
  readonly clockedOutAt: null;
}
export interface EndedShift extends ShiftBase {
  readonly status: 'ended';
  readonly clockedOutAt: Date;
}

/** A person's working period at an outlet. It need not equal a drawer session. */
export type Shift = WorkingShift | ShiftOnBreak | EndedShift;

export type ShiftRefusal =
  | 'shift_not_found'
  | 'shift_id_taken'
  | 'shift_already_open'
  | 'shift_ended'
  | 'shift_on_break'
  | 'shift_not_on_break'
  | 'shift_times_invalid'
  | 'shift_overlaps'
  | 'shift_outlet_not_found'
  | 'shift_period_invalid';

const MINUTE_MS = 60_000;

/** Whole minutes of work, breaks taken off. @param until the end, where the shift or its last break has none yet. */
export function workedMinutes({ clockedInAt, clockedOutAt, breaks }: ShiftTimes, until: Date): number {
  const end = clockedOutAt ?? until;
  const off = breaks.reduce((sum, { from, to }) => sum + ((to ?? end).getTime() - from.getTime()), 0);
  return Math.max(0, Math.floor((end.getTime() - clockedInAt.getTime() - off) / MINUTE_MS));
}

/** When a shift that began then will have lasted too long. @param longestMinutes null: never. */
export function overdueFrom(clockedInAt: Date, longestMinutes: number | null): Date | null {
  return longestMinutes === null ? null : new Date(clockedInAt.getTime() + longestMinutes * MINUTE_MS);
}
