import { businessTimeOf } from '../../kernel/business-time.js';

const LOCAL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LOCAL_TIME = /^(\d{2}):(\d{2})(?::(\d{2}))?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const MINUTE_MS = 60_000;

/** A moment with its offset, as it stands in the file, or undefined when it is none. */
export function readMoment(text: string): string | undefined {
  const normal = text.replace(' ', 'T');
  return WITH_OFFSET.test(normal) && !Number.isNaN(Date.parse(normal)) ? normal : undefined;
}

/**
 * The moment at which a wall clock of the zone showed date and time, in UTC. Of the hour that a clock change repeats it is
 * the first; a time that a clock change skips counts as the hour after it. Undefined when date or time is none.
 */
export function momentOf(date: string, time: string, timeZone: string): string | undefined {
  const wallMs = wallClockMs(date, time);
  if (wallMs === undefined) return undefined;
  // Zones are at most 14 h from UTC: looking from before and after the moment finds both offsets around a clock change.
  const candidates = [wallMs - 86_400_000, wallMs + 86_400_000].map((nearMs) => wallMs - offsetMs(nearMs, timeZone));
  const [first = wallMs, second = wallMs] = candidates;
  const shows = (ms: number): boolean => ms + offsetMs(ms, timeZone) === wallMs;
  const matching = [Math.min(first, second), Math.max(first, second)].find(shows) ?? Math.max(first, second);
  return new Date(matching).toISOString().replace('.000Z', 'Z');
}

function wallClockMs(date: string, time: string): number | undefined {
  const day = LOCAL_DATE.exec(date);
  const clock = LOCAL_TIME.exec(time);
  if (day === null || clock === null) return undefined;
  const ms = Date.parse(`${date}T${clock[1]}:${clock[2]}:${clock[3] ?? '00'}Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date ? undefined : ms;
}

function offsetMs(atMs: number, timeZone: string): number {
  const { localDate, localMinute } = businessTimeOf(new Date(atMs), timeZone, 0);
  const shownMs = Date.parse(`${localDate}T00:00:00Z`) + localMinute * MINUTE_MS;
  return shownMs - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}
