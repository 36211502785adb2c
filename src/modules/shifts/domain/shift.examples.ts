import type { OutletId } from '../../../kernel/ids.js';
import { clockIn, clockOut, startBreak, type ClockIn } from './shift-lifecycle.js';
import type { EndedShift, Shift, ShiftId, ShiftOnBreak, WorkingShift } from './shift.js';

/** Examples of shifts for tests: one of each state, in an evening that begins at 18:00 UTC. */

/** A moment of the evening: `at('18:30')`. */
export function at(time: string): Date {
  return new Date(`2026-03-06T${time}:00Z`);
}

export const WISH: ClockIn = {
  id: '01979f60-0000-7000-8000-00000000000a' as ShiftId,
  outletId: '01979f60-0000-7000-8000-00000000000b' as OutletId,
  personId: 'amina',
  job: 'waiter',
  deviceId: null,
  businessDate: '2026-03-06',
  currency: 'USD',
  longestMinutes: 120,
};

export const working = (): WorkingShift => clockIn(WISH, at('18:00')).state;
export const onBreak = (): ShiftOnBreak => startBreak(working(), at('19:00')).state;
export const ended = (): EndedShift => clockOut(working(), null, at('22:00')).state;
export const EACH: Readonly<Record<Shift['status'], () => Shift>> = { working, on_break: onBreak, ended };
