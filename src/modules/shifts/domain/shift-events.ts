import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { DomainEvent } from '../../../kernel/outbox.js';
import { workedMinutes, type Shift, type ShiftId, type ShiftTimes } from './shift.js';
import type { ShiftPolicy } from './shift-policy.js';

/** @asType integer */
export type WholeMinutes = number;

/** Time off as events show it. */
export interface ShiftBreakSnapshot {
  /** @format date-time */
  readonly from: string;
  /** @format date-time */
  readonly to: string | null;
}

/** What a correction can change, as events show it. */
export interface ShiftTimesSnapshot {
  /** Such as `waiter` or `bar`. */
  readonly job: string;
  /** @format date-time */
  readonly clockedInAt: string;
  /** @format date-time */
  readonly clockedOutAt: string | null;
  readonly breaks: readonly ShiftBreakSnapshot[];
  /** What the person says to have got in tips; null: nothing was said. */
  readonly declaredTips: Money | null;
}

/** A shift as events show it. */
export interface ShiftSnapshot extends ShiftTimesSnapshot {
  readonly id: ShiftId;
  readonly outletId: OutletId;
  readonly personId: string;
  readonly deviceId: string | null;
  readonly status: string;
  /**
   * The outlet's trading day of the clock-in.
   * @format date
   */
  readonly businessDate: string;
  /** Without breaks; null until the shift has ended. */
  readonly workedMinutes: WholeMinutes | null;
  /** @asType integer */
  readonly version: number;
}

/** When somebody is reminded of a shift, as events show it. */
export interface ShiftPolicySnapshot {
  readonly outletId: OutletId;
  /** Null: nobody is. */
  readonly longestMinutes: WholeMinutes | null;
  /** @asType integer */
  readonly version: number;
}

/** The data of a shift's events by their types. */
export interface ShiftEvents {
  /** A person began to work. */
  'pos.shift.started': { readonly shift: ShiftSnapshot };
  /** A person takes time off. */
  'pos.shift.break_started': { readonly shift: ShiftSnapshot };
  /** A person works again. */
  'pos.shift.break_ended': { readonly shift: ShiftSnapshot };
  /** A person's work is done. */
  'pos.shift.ended': { readonly shift: ShiftSnapshot };
  /** Somebody put right what the clock says; `before` is what it said. */
  'pos.shift.corrected': {
    readonly shift: ShiftSnapshot;
    readonly before: ShiftTimesSnapshot;
    readonly reason: string;
  };
  /** A shift lasts longer than any should at its outlet: told once. */
  'pos.shift.overdue': {
    readonly shift: ShiftSnapshot;
    /** @format date-time */
    readonly overdueAt: string;
  };
  /** It was set when somebody is reminded of a shift. */
  'pos.shift_policy.changed': { readonly policy: ShiftPolicySnapshot; readonly before: ShiftPolicySnapshot };
}

export type ShiftEvent = { [Type in keyof ShiftEvents]: DomainEvent<Type, ShiftEvents[Type]> }[keyof ShiftEvents];

type ShiftEventType = Exclude<keyof ShiftEvents, 'pos.shift_policy.changed'>;

/** The event of a shift's change. @param shift as it is afterwards, its event counted. */
export function shiftEvent<Type extends ShiftEventType>(
  type: Type,
  shift: Shift,
  details: Omit<ShiftEvents[Type], 'shift'>,
): ShiftEvent {
  return {
    type,
    aggregate: 'shifts',
    aggregateId: shift.id,
    sequence: shift.eventSequence,
    outletId: shift.outletId,
    data: { shift: shiftSnapshot(shift), ...details },
  } as unknown as ShiftEvent;
}

/** The event of a policy's change. */
export function policyChanged(policy: ShiftPolicy, before: ShiftPolicy): ShiftEvent {
  const { outletId, version } = policy;
  return {
    type: 'pos.shift_policy.changed',
    aggregate: 'shift_policies',
    aggregateId: outletId,
    sequence: version,
    outletId,
    data: { policy: { ...policy }, before: { ...before } },
  };
}

/** A shift as JSON shows it. */
export function shiftSnapshot(shift: Shift): ShiftSnapshot {
  const { id, outletId, personId, deviceId, status, businessDate, clockedOutAt, version } = shift;
  return {
    ...{ id, outletId, personId, deviceId, status, businessDate },
    ...timesSnapshot(shift),
    workedMinutes: clockedOutAt === null ? null : workedMinutes(shift, clockedOutAt),
    version,
  };
}

/** What can be corrected of a shift, as JSON shows it. */
export function timesSnapshot({
  job,
  clockedInAt,
  clockedOutAt,
  breaks,
  declaredTips,
}: ShiftTimes): ShiftTimesSnapshot {
  return {
    job,
    clockedInAt: clockedInAt.toISOString(),
    clockedOutAt: clockedOutAt?.toISOString() ?? null,
    breaks: breaks.map(({ from, to }) => ({ from: from.toISOString(), to: to?.toISOString() ?? null })),
    declaredTips,
  };
}
