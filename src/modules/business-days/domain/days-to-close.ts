import { Refusal } from '../../../kernel/refusal.js';
import type { DayRefusal } from './day-refusal.js';
import type { ZReportId } from './report-scope.js';

/** The most days that one call closes; a first close of a long past goes in steps. */
export const DAYS_AT_ONCE_MAX = 62;

/** What a close is decided by. Days are `YYYY-MM-DD`. */
export interface DaysSituation {
  /** The day that somebody wants to close. */
  readonly wanted: string;
  /** The business day that is going on. */
  readonly today: string;
  readonly closedThrough: string | null;
  /** The report of `wanted`, where it is closed and has one. */
  readonly zReportId: ZReportId | null;
  /** Days before `wanted` that are not closed and had business, in order; as many as may be closed at once, if there are more. */
  readonly open: readonly string[];
}

/**
 * Lists the days to close, in order: days close one after another, so earlier ones with business come first. A day that nothing
 * happened on is closed with the next one and gets no report of its own, unless it is the one asked for.
 * @throws Refusal `day_in_future`, `day_already_closed`, `too_many_open_days`.
 */
export function daysToClose({ wanted, today, closedThrough, zReportId, open }: DaysSituation): readonly string[] {
  if (wanted > today) throw new Refusal<DayRefusal>('day_in_future', { date: wanted, today });
  if (isClosed(wanted, closedThrough)) throw new Refusal<DayRefusal>('day_already_closed', { date: wanted, zReportId });
  const earlier = open.filter((day) => day < wanted && !isClosed(day, closedThrough));
  const last = earlier[DAYS_AT_ONCE_MAX - 1];
  if (last !== undefined && earlier.length >= DAYS_AT_ONCE_MAX) {
    throw new Refusal<DayRefusal>('too_many_open_days', { first: earlier[0], last, limit: DAYS_AT_ONCE_MAX });
  }
  return [...earlier, wanted];
}

/** True when the day is one of those that are closed. */
export function isClosed(day: string, closedThrough: string | null): boolean {
  return closedThrough !== null && day <= closedThrough;
}
