import { isDate } from '../../kernel/schedule.js';
import { badValue } from './values.js';

/** Reads a day that the contract has checked for form. @throws Refusal `validation_failed` for days such as 30 February. */
export function calendarDayFrom(text: string, pointer: string): string {
  // There is no year 0.
  if (!isDate(text) || text.startsWith('0000')) throw badValue(pointer, 'must be a day of the calendar as YYYY-MM-DD');
  return text;
}

/** Reads a period of days; either end may be open. @throws Refusal `validation_failed`. */
export function calendarDaysFrom(
  from: string | undefined,
  to: string | undefined,
): { readonly from: string | undefined; readonly to: string | undefined } {
  return {
    from: from === undefined ? undefined : calendarDayFrom(from, '/query/from'),
    to: to === undefined ? undefined : calendarDayFrom(to, '/query/to'),
  };
}
