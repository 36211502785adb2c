import type { WallClock } from './business-time.js';
import type { RefusedField } from './refusal.js';

/** Hours of some weekdays on the outlet's wall clock, as callers and rows write them. */
export interface WindowDraft {
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** `HH:MM`, inclusive. */
  readonly from: string;
  /** `HH:MM`, exclusive; `24:00` is the end of the day. Not after `from`: the window goes on past midnight. */
  readonly to: string;
}

/**
 * When a price, a promotion or an item is on: dates of the outlet's calendar, and hours of its wall clock. A window that goes
 * past midnight belongs to the day on which it begins, by weekday and by date. On a night when clocks change the wall clock
 * decides: an hour that is shown twice counts twice, one that is left out does not come.
 */
export interface ScheduleDraft {
  /** First day, `YYYY-MM-DD`. */
  readonly startsOn?: string | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly endsOn?: string | null;
  /** None: all day, every day. */
  readonly windows: readonly WindowDraft[];
}

interface Window {
  readonly weekdays: ReadonlySet<number>;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly label: string;
}

/** A schedule that was read, ready to be asked. */
export interface Schedule {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly windows: readonly Window[];
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const WINDOWS_MAX = 50;
const DAY_MINUTES = 1440;
const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What is wrong with a schedule, place by place; nothing when it can be used. */
export function problemsOfSchedule(draft: ScheduleDraft, pointer: string): RefusedField[] {
  const problems: RefusedField[] = [];
  for (const member of ['startsOn', 'endsOn'] as const) {
    const date = draft[member] ?? null;
    if (date !== null && !isDate(date)) problems.push({ pointer: `${pointer}/${member}`, message: 'must be a date' });
  }
  const [startsOn, endsOn] = [draft.startsOn ?? null, draft.endsOn ?? null];
  if (problems.length === 0 && startsOn !== null && endsOn !== null && endsOn < startsOn) {
    problems.push({ pointer: `${pointer}/endsOn`, message: 'must not be before startsOn' });
  }
  if (draft.windows.length > WINDOWS_MAX) {
    problems.push({ pointer: `${pointer}/windows`, message: `must have at most ${WINDOWS_MAX} windows` });
  }
  draft.windows.slice(0, WINDOWS_MAX).forEach((window, index) => {
    problems.push(...problemsOfWindow(window, `${pointer}/windows/${index}`));
  });
  return problems;
}

function problemsOfWindow({ weekdays, from, to }: WindowDraft, pointer: string): RefusedField[] {
  const problems: RefusedField[] = [];
  const known = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!known || weekdays.length === 0 || new Set(weekdays).size !== weekdays.length) {
    problems.push({ pointer: `${pointer}/weekdays`, message: 'must name each weekday once, 1 (Monday) to 7 (Sunday)' });
  }
  if (!CLOCK.test(from)) problems.push({ pointer: `${pointer}/from`, message: 'must be a time such as 17:00' });
  if (!CLOCK.test(to) && to !== '24:00') {
    problems.push({ pointer: `${pointer}/to`, message: 'must be a time such as 19:00, or 24:00' });
  }
  return problems;
}

/** The schedule that a draft without problems describes. */
export function scheduleFrom(draft: ScheduleDraft): Schedule {
  return {
    startsOn: draft.startsOn ?? null,
    endsOn: draft.endsOn ?? null,
    windows: draft.windows.map((window) => ({
      weekdays: new Set(window.weekdays),
      fromMinute: minuteOf(window.from),
      toMinute: minuteOf(window.to),
      label: `${window.from}–${window.to}`,
    })),
  };
}

/**
 * Says by what a schedule is on at a moment: `Fri 22:00–02:00` for a window, `2026-01-01` for a date alone, `always` without
 * either. `undefined` when it is off.
 */
export function onAt(schedule: Schedule, clock: WallClock): string | undefined {
  const { windows } = schedule;
  if (windows.length === 0) return isDayOf(schedule, clock.localDate) ? dayLabel(schedule, clock) : undefined;
  for (const { weekdays, fromMinute, toMinute, label } of windows) {
    const overnight = toMinute <= fromMinute;
    const today = clock.minute >= fromMinute && (overnight || clock.minute < toMinute);
    if (today && weekdays.has(clock.weekday) && isDayOf(schedule, clock.localDate)) {
      return `${DAY_NAMES[clock.weekday - 1]} ${label}`;
    }
    const before = clock.weekday === 1 ? 7 : clock.weekday - 1;
    const begun = overnight && clock.minute < toMinute && weekdays.has(before);
    if (begun && isDayOf(schedule, clock.dayBefore)) return `${DAY_NAMES[before - 1]} ${label}`;
  }
  return undefined;
}

function isDayOf({ startsOn, endsOn }: Schedule, date: string): boolean {
  return (startsOn === null || startsOn <= date) && (endsOn === null || date <= endsOn);
}

function dayLabel({ startsOn, endsOn }: Schedule, { localDate }: WallClock): string {
  return startsOn === null && endsOn === null ? 'always' : localDate;
}

function minuteOf(text: string): number {
  return text === '24:00' ? DAY_MINUTES : Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

/** True for a date of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
