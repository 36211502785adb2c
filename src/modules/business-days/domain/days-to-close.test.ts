import { Refusal } from '../../../kernel/refusal.js';
import { DAYS_AT_ONCE_MAX, daysToClose, isClosed, type DaysSituation } from './days-to-close.js';
import type { ZReportId } from './report-scope.js';

const situation = (some: Partial<DaysSituation>): DaysSituation => ({
  ...{ wanted: '2026-03-05', today: '2026-03-05', closedThrough: null, zReportId: null, open: [], ...some },
});
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));

test.each([
  { title: 'the running day, early', given: {}, days: ['2026-03-05'] },
  { title: 'a past day', given: { wanted: '2026-03-03' }, days: ['2026-03-03'] },
  {
    title: 'earlier ones first',
    given: { open: ['2026-03-01', '2026-03-04'] },
    days: ['2026-03-01', '2026-03-04', '2026-03-05'],
  },
  {
    title: 'not those that are closed, nor later ones',
    given: { closedThrough: '2026-03-01', open: ['2026-03-01', '2026-03-04', '2026-03-06'] },
    days: ['2026-03-04', '2026-03-05'],
  },
  {
    title: 'as many as may be',
    given: { open: many(DAYS_AT_ONCE_MAX - 1) },
    days: [...many(DAYS_AT_ONCE_MAX - 1), '2026-03-05'],
  },
])('$title', ({ given, days }) => {
  expect(daysToClose(situation(given))).toEqual(days);
});

test.each([
  { title: 'tomorrow', given: { wanted: '2026-03-06' }, code: 'day_in_future', facts: { today: '2026-03-05' } },
  {
    title: 'the day that is closed',
    given: { wanted: '2026-03-02', closedThrough: '2026-03-02', zReportId: 'z' as ZReportId },
    code: 'day_already_closed',
    facts: { zReportId: 'z' },
  },
  {
    title: 'a day before it, which had no business',
    given: { wanted: '2026-03-01', closedThrough: '2026-03-02' },
    code: 'day_already_closed',
    facts: { zReportId: null },
  },
  {
    title: 'after a long past',
    given: { open: many(DAYS_AT_ONCE_MAX) },
    code: 'too_many_open_days',
    facts: { first: '2025-01-01', last: many(DAYS_AT_ONCE_MAX).at(-1) },
  },
])('refused: $title', ({ given, code, facts }) => {
  let refusal: unknown;
  try {
    daysToClose(situation(given));
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ code, facts });
});

test.each([
  ['2026-03-01', null, false],
  ['2026-03-01', '2026-03-01', true],
  ['2026-03-02', '2026-03-01', false],
  ['2026-02-28', '2026-03-01', true],
])('%s, closed through %s: %s', (day, through, closed) => {
  expect(isClosed(day, through)).toBe(closed);
});
