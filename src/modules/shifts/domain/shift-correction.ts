import type { Decision } from '../../../kernel/decision.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal, type RefusedField } from '../../../kernel/refusal.js';
import { shiftEvent, timesSnapshot, type ShiftEvent } from './shift-events.js';
import { assertCurrency, breaksEnded, counted } from './shift-lifecycle.js';
import { overdueFrom, type Break, type Shift, type ShiftEdit, type ShiftRefusal, type ShiftTimes } from './shift.js';

/** What is put right; what is absent stays. A clock-out given for an open shift ends it. */
export interface ShiftChanges {
  readonly job?: string;
  readonly clockedInAt?: Date;
  readonly clockedOutAt?: Date;
  readonly breaks?: readonly Break[];
  readonly declaredTips?: Money | null;
}

/** A correction about to be made. */
export interface Correction {
  readonly changes: ShiftChanges;
  readonly reason: string;
  readonly by: string;
  /** The outlet's trading day of a moment: a shift counts in that of its clock-in. */
  readonly businessDateOf: (at: Date) => string;
  readonly longestMinutes: number | null;
}

/**
 * Puts right what the clock says. What it said is kept, with who changed it and why.
 * @throws Refusal `shift_times_invalid` (errors name each place), `currency_mismatch`.
 */
export function correct(shift: Shift, correction: Correction, at: Date): Decision<Shift, ShiftEvent> {
  const { changes, reason, by } = correction;
  assertCurrency(shift, changes.declaredTips ?? null);
  const before = timesOf(shift);
  const after = timesAfter(shift, changes);
  assertSound(after, at);
  const edit: ShiftEdit = { at, by, reason, before, after };
  const overdueAt = overdueFrom(after.clockedInAt, correction.longestMinutes);
  const state = counted({
    ...shift,
    ...after,
    status: statusOf(after),
    businessDate: correction.businessDateOf(after.clockedInAt),
    edits: [...shift.edits, edit],
    overdueAt,
  } as Shift);
  return { state, events: [shiftEvent('pos.shift.corrected', state, { before: timesSnapshot(before), reason })] };
}

function timesAfter(shift: Shift, changes: ShiftChanges): ShiftTimes {
  const clockedOutAt = changes.clockedOutAt ?? shift.clockedOutAt;
  const ends = shift.clockedOutAt === null && clockedOutAt !== null && changes.breaks === undefined;
  return {
    job: changes.job ?? shift.job,
    clockedInAt: changes.clockedInAt ?? shift.clockedInAt,
    clockedOutAt,
    breaks: ends ? breaksEnded(shift, clockedOutAt) : (changes.breaks ?? shift.breaks),
    declaredTips: changes.declaredTips === undefined ? shift.declaredTips : changes.declaredTips,
  };
}

function timesOf({ job, clockedInAt, clockedOutAt, breaks, declaredTips }: Shift): ShiftTimes {
  return { job, clockedInAt, clockedOutAt, breaks, declaredTips };
}

function statusOf({ clockedOutAt, breaks }: ShiftTimes): Shift['status'] {
  if (clockedOutAt !== null) return 'ended';
  return breaks.at(-1)?.to === null ? 'on_break' : 'working';
}

function assertSound({ clockedInAt, clockedOutAt, breaks }: ShiftTimes, at: Date): void {
  const fields: RefusedField[] = [];
  const bad = (pointer: string, message: string): void => void fields.push({ pointer, message });
  if (clockedInAt > at) bad('/clockedInAt', 'must not be in the future');
  if (clockedOutAt !== null && clockedOutAt > at) bad('/clockedOutAt', 'must not be in the future');
  if (clockedOutAt !== null && clockedOutAt <= clockedInAt) bad('/clockedOutAt', 'must be after the clock-in');
  const end = clockedOutAt ?? at;
  let earliest = clockedInAt;
  breaks.forEach(({ from, to }, index) => {
    const isLast = index === breaks.length - 1;
    if (from < earliest || from > end) bad(`/breaks/${index}/from`, 'must be within the shift, after the break before');
    if (to === null && !(isLast && clockedOutAt === null)) bad(`/breaks/${index}/to`, 'must be given');
    if (to !== null && (to < from || to > end)) bad(`/breaks/${index}/to`, 'must be after from, within the shift');
    earliest = to ?? from;
  });
  if (fields.length > 0) throw new Refusal<ShiftRefusal>('shift_times_invalid', {}, fields);
}
