import { badValue } from '../../../../platform/http/values.js';
import { isCalendarDate } from '../../domain/report-scope.js';

/**
 * A business day of the outlet, in its own time zone.
 * @pattern ^\d{4}-\d{2}-\d{2}$ must be a date as YYYY-MM-DD
 * @example "2026-01-31"
 */
export type BusinessDay = string;

/** Reads a day that the contract has checked for form. @throws Refusal `validation_failed` for days such as 30 February. */
export function dayFrom(text: string, pointer: string): string {
  if (!isCalendarDate(text)) throw badValue(pointer, 'must be a day of the calendar as YYYY-MM-DD');
  return text;
}
