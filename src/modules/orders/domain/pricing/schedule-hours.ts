import type { WallClock } from '../../../../kernel/business-time.js';
import { onAt, scheduleFrom, type Schedule, type ScheduleDraft } from '../../../../kernel/schedule.js';

interface Asked {
  readonly schedule: Schedule;
  clock: WallClock | null;
  label: string | undefined;
}

// Reading a schedule costs more than asking it, and all lines of an order mostly ask with one clock.
const known = new WeakMap<ScheduleDraft, Asked>();

/** By what hours a schedule is on (`Fri 22:00–02:00`); `undefined` when it is off. */
export function hoursAt(draft: ScheduleDraft, clock: WallClock): string | undefined {
  let asked = known.get(draft);
  if (asked === undefined) known.set(draft, (asked = { schedule: scheduleFrom(draft), clock: null, label: undefined }));
  if (asked.clock === null || !isSameClock(asked.clock, clock)) {
    asked.label = onAt(asked.schedule, clock);
    asked.clock = clock;
  }
  return asked.label;
}

function isSameClock(a: WallClock, b: WallClock): boolean {
  if (a === b) return true;
  return a.minute === b.minute && a.localDate === b.localDate && a.weekday === b.weekday && a.dayBefore === b.dayBefore;
}
