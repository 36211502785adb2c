import type { WallClock } from '../../../../kernel/business-time.js';
import type { ScheduleDraft, WindowDraft } from '../../../../kernel/schedule.js';
import type { Seen } from './features.oracle.examples.js';

const DAY = 1440;

/** Whether a schedule is on: counts minutes from the midnight on which a window's day begins, and knows no other rule. */
export function isOn(schedule: ScheduleDraft | null, clock: WallClock, seen: Seen): boolean {
  if (schedule === null) return true;
  const { windows } = schedule;
  if (windows.length === 0) return isWithin(schedule, clock.localDate);
  const today = windows.some((window) => begins(schedule, window, clock.localDate) && spans(window, clock.minute));
  const yesterday = windows.some((window) => {
    return begins(schedule, window, clock.dayBefore) && spans(window, clock.minute + DAY);
  });
  if (yesterday && !today) seen.add('schedule: past midnight');
  return today || yesterday;
}

function begins(schedule: ScheduleDraft, { weekdays }: WindowDraft, date: string): boolean {
  const fromSunday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return isWithin(schedule, date) && weekdays.includes(fromSunday === 0 ? 7 : fromSunday);
}

function isWithin({ startsOn, endsOn }: ScheduleDraft, date: string): boolean {
  return (startsOn ?? date) <= date && date <= (endsOn ?? date);
}

function spans({ from, to }: WindowDraft, minute: number): boolean {
  const end = minutes(to) > minutes(from) ? minutes(to) : minutes(to) + DAY;
  return minutes(from) <= minute && minute < end;
}

function minutes(text: string): number {
  const [hours, rest] = text.split(':').map(Number) as [number, number];
  return hours * 60 + rest;
}
