import { Refusal } from '../../kernel/refusal.js';
import { calendarDayFrom, calendarDaysFrom } from './calendar-day.js';

test.each([
  ['2026-01-31', true],
  ['2024-02-29', true],
  ['0001-01-01', true],
  ['9999-12-31', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['0000-01-01', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00:00Z', false],
  ['', false],
])('%s is a day of the calendar: %s', (text, expected) => {
  const read = (): string => calendarDayFrom(text, '/query/from');
  if (expected) expect(read()).toBe(text);
  else expect(read).toThrow(Refusal);
});

test('a period may be open at either end', () => {
  expect(calendarDaysFrom('2026-01-31', undefined)).toEqual({ from: '2026-01-31', to: undefined });
  expect(() => calendarDaysFrom(undefined, '2026-02-30')).toThrow(Refusal);
});
