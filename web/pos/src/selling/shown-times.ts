import { language, spoken } from '../messages/translate.js';
import type { Till } from '../till.js';

type At = Pick<Till, 'device'>;

/** A moment as a clock in the outlet shows it: `12:04`. */
export function timeText(till: At, moment: Date | number): string {
  return format(till, { hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** A calendar day in words and figures. @param day `YYYY-MM-DD`. */
export function dayText(day: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(spoken(language.value), options).format(Date.parse(`${day}T00:00:00Z`));
}

/** The calendar day at the outlet now, `YYYY-MM-DD`. */
export function todayAt(till: At): string {
  // The Swedish way of writing dates is the one of RFC 3339.
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', ...zoneOf(till) } as const;
  return new Intl.DateTimeFormat('sv', options).format(Date.now());
}

function format(till: At, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(spoken(language.value), { ...options, ...zoneOf(till) });
}

function zoneOf({ device }: At): { readonly timeZone?: string } {
  const timeZone = device.value?.outlet.timeZone;
  return timeZone === undefined ? {} : { timeZone };
}
