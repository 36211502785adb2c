import type { Decision } from '../../../kernel/decision.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { shiftEvent, type ShiftEvent } from './shift-events.js';
import {
  overdueFrom,
  type EndedShift,
  type Shift,
  type ShiftId,
  type ShiftOnBreak,
  type ShiftRefusal,
  type WorkingShift,
} from './shift.js';

/** A person who begins to work. */
export interface ClockIn {
  readonly id: ShiftId;
  readonly outletId: OutletId;
  readonly personId: string;
  readonly job: string;
  readonly deviceId: string | null;
  readonly businessDate: string;
  readonly currency: string;
  /** From the outlet's policy; null: never overdue. */
  readonly longestMinutes: number | null;
}

/** Begins a shift. */
export function clockIn({ longestMinutes, ...wish }: ClockIn, at: Date): Decision<WorkingShift, ShiftEvent> {
  const state: WorkingShift = {
    ...wish,
    status: 'working',
    clockedInAt: at,
    clockedOutAt: null,
    breaks: [],
    declaredTips: null,
    edits: [],
    overdueAt: overdueFrom(at, longestMinutes),
    overdueToldAt: null,
    eventSequence: 1,
    version: 1,
  };
  return { state, events: [shiftEvent('pos.shift.started', state, {})] };
}

/** Takes time off. @throws Refusal `shift_on_break`, `shift_ended`. */
export function startBreak(shift: Shift, at: Date): Decision<ShiftOnBreak, ShiftEvent> {
  if (shift.status !== 'working') throw refusedIn(shift);
  const from = notBefore(at, shift);
  const state: ShiftOnBreak = counted({ ...shift, status: 'on_break', breaks: [...shift.breaks, { from, to: null }] });
  return { state, events: [shiftEvent('pos.shift.break_started', state, {})] };
}

/** Works again. @throws Refusal `shift_not_on_break`, `shift_ended`. */
export function endBreak(shift: Shift, at: Date): Decision<WorkingShift, ShiftEvent> {
  if (shift.status === 'working') throw new Refusal<ShiftRefusal>('shift_not_on_break', { shiftId: shift.id });
  if (shift.status === 'ended') throw refusedIn(shift);
  const state: WorkingShift = counted({ ...shift, status: 'working', breaks: breaksEnded(shift, at) });
  return { state, events: [shiftEvent('pos.shift.break_ended', state, {})] };
}

/**
 * Ends the shift, and with it the break that lasts.
 * @param declaredTips in the outlet's currency; null: nothing is said. @throws Refusal `shift_ended`, `currency_mismatch`.
 */
export function clockOut(shift: Shift, declaredTips: Money | null, at: Date): Decision<EndedShift, ShiftEvent> {
  if (shift.status === 'ended') throw refusedIn(shift);
  assertCurrency(shift, declaredTips);
  const state: EndedShift = counted({
    ...shift,
    status: 'ended',
    clockedOutAt: notBefore(at, shift),
    breaks: breaksEnded(shift, at),
    declaredTips,
  });
  return { state, events: [shiftEvent('pos.shift.ended', state, {})] };
}

/** Says once that a shift lasts too long; one that has ended, or is not due, stays as it is. */
export function tellOverdue(shift: Shift, at: Date): Decision<Shift, ShiftEvent> {
  const { status, overdueAt, overdueToldAt } = shift;
  if (status === 'ended' || overdueAt === null || overdueAt > at || overdueToldAt !== null)
    return { state: shift, events: [] };
  const state = counted({ ...shift, overdueToldAt: at });
  return { state, events: [shiftEvent('pos.shift.overdue', state, { overdueAt: overdueAt.toISOString() })] };
}

/** @throws Refusal `currency_mismatch` for money that is not in the outlet's currency. */
export function assertCurrency({ currency }: Pick<Shift, 'currency'>, amount: Money | null): void {
  if (amount !== null && amount.currency !== currency)
    throw new Refusal('currency_mismatch', { expected: currency, actual: amount.currency });
}

/** Counts a change, and the event that tells of it. */
export function counted<State extends Shift>(shift: State): State {
  return { ...shift, version: shift.version + 1, eventSequence: shift.eventSequence + 1 };
}

/** The breaks, the last one ended. */
export function breaksEnded({ breaks, ...shift }: Shift, at: Date): Shift['breaks'] {
  return breaks.map(({ from, to }) => ({ from, to: to ?? notBefore(at, { ...shift, breaks }) }));
}

// Clocks of two servers differ by a little: nothing ends before it began.
function notBefore(at: Date, { clockedInAt, breaks }: Shift): Date {
  const last = breaks.at(-1);
  const latest = last?.to ?? last?.from ?? clockedInAt;
  return at < latest ? latest : at;
}

function refusedIn({ id, status }: Shift): Refusal<ShiftRefusal> {
  return new Refusal<ShiftRefusal>(status === 'ended' ? 'shift_ended' : 'shift_on_break', { shiftId: id });
}
