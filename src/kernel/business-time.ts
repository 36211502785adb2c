/** A moment as an outlet's wall clock and books see it. */
export interface BusinessTime {
  /** The trading day as `YYYY-MM-DD`: the local date, one day earlier before the day cut. */
  readonly businessDate: string;
  /** The local calendar date as `YYYY-MM-DD`. */
  readonly localDate: string;
  /** The local hour, 0 to 23. The repeated hour of a 25-hour day carries the same number twice. */
  readonly localHour: number;
  /** The local minute of the day, 0 to 1439. */
  readonly localMinute: number;
}

/** What hangs on the outlet's wall at a moment: what schedules and rates with dates are read by. */
export interface WallClock {
  /** `YYYY-MM-DD`. */
  readonly localDate: string;
  /** The date before it. */
  readonly dayBefore: string;
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  /** The minute of the day, 0 to 1439. */
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const FORMATTERS_MAX = 500;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** True for a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Finds a moment's local date, hour and trading day. The day is cut by the wall clock, so days of 23 and 25 hours keep
 * their dates (DOMAIN "Drawers, shifts, days").
 * @param dayCutMinutes minutes after local midnight at which the trading day changes, 0 to 1439 (04:00 is 240).
 */
export function businessTimeOf(at: Date, timeZone: string, dayCutMinutes: number): BusinessTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) parts[type] = value;
  const localDate = `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`;
  const localHour = Number(parts['hour']);
  const localMinute = localHour * 60 + Number(parts['minute']);
  return {
    localDate,
    localHour,
    localMinute,
    businessDate: localMinute < dayCutMinutes ? dayBefore(localDate) : localDate,
  };
}

/** Finds what the wall clock shows at a moment. */
export function wallClockOf(at: Date, timeZone: string): WallClock {
  return wallClockFrom(businessTimeOf(at, timeZone, 0));
}

/** What the wall clock shows, of a local date and minute. */
export function wallClockFrom({ localDate, localMinute }: Pick<BusinessTime, 'localDate' | 'localMinute'>): WallClock {
  const weekday = new Date(`${localDate}T00:00:00Z`).getUTCDay();
  return { localDate, dayBefore: dayBefore(localDate), weekday: weekday === 0 ? 7 : weekday, minute: localMinute };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

// Making a formatter costs a thousand times more than using one; the bound keeps hostile zone names from filling memory.
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  if (formatters.size >= FORMATTERS_MAX) formatters.clear();
  formatters.set(timeZone, made);
  return made;
}
