import { wallClockOf } from './business-time.js';
import { isDate, onAt, problemsOfSchedule, scheduleFrom, type ScheduleDraft } from './schedule.js';

const happyHour: ScheduleDraft = { windows: [{ weekdays: [1, 2, 3, 4, 5], from: '17:00', to: '19:00' }] };
const lateShow: ScheduleDraft = { windows: [{ weekdays: [5, 6], from: '22:00', to: '02:00' }] };
const january: ScheduleDraft = { startsOn: '2026-01-01', endsOn: '2026-01-31', windows: [] };
const lastNight: ScheduleDraft = { ...lateShow, endsOn: '2026-11-20' };
const smallHours: ScheduleDraft = { windows: [{ weekdays: [7], from: '01:30', to: '02:30' }] };

// Friday is 2026-11-20. In New York clocks went from 02:00 to 03:00 on 2026-03-08 and from 02:00 back to 01:00 on 2026-11-01.
test.each<[string, ScheduleDraft, string, string, string | undefined]>([
  ['begins on the minute', happyHour, 'Africa/Nairobi', '2026-11-20T17:00:00+03:00', 'Fri 17:00–19:00'],
  ['is on to the last minute', happyHour, 'Africa/Nairobi', '2026-11-20T18:59:59+03:00', 'Fri 17:00–19:00'],
  ['ends on the minute', happyHour, 'Africa/Nairobi', '2026-11-20T19:00:00+03:00', undefined],
  ['is off on another weekday', happyHour, 'Africa/Nairobi', '2026-11-21T17:30:00+03:00', undefined],
  ['goes by the outlet, not by UTC', happyHour, 'Asia/Tokyo', '2026-11-20T08:30:00Z', 'Fri 17:00–19:00'],
  ['is on before midnight', lateShow, 'Africa/Nairobi', '2026-11-20T23:00:00+03:00', 'Fri 22:00–02:00'],
  [
    'belongs after midnight to the day before',
    lateShow,
    'Africa/Nairobi',
    '2026-11-21T01:59:00+03:00',
    'Fri 22:00–02:00',
  ],
  ['is Saturday night on Sunday morning', lateShow, 'Africa/Nairobi', '2026-11-22T00:00:00+03:00', 'Sat 22:00–02:00'],
  [
    'does not begin in the night before its weekday',
    lateShow,
    'Africa/Nairobi',
    '2026-11-20T01:00:00+03:00',
    undefined,
  ],
  ['ends at its hour after midnight', lateShow, 'Africa/Nairobi', '2026-11-21T02:00:00+03:00', undefined],
  ['keeps its last date past midnight', lastNight, 'Africa/Nairobi', '2026-11-21T01:00:00+03:00', 'Fri 22:00–02:00'],
  ['has no night after its last date', lastNight, 'Africa/Nairobi', '2026-11-21T23:00:00+03:00', undefined],
  ['of dates alone names the date', january, 'Africa/Nairobi', '2026-01-31T23:59:00+03:00', '2026-01-31'],
  ['of dates alone is off outside them', january, 'Africa/Nairobi', '2026-02-01T00:00:00+03:00', undefined],
  ['without anything is always on', { windows: [] }, 'Africa/Nairobi', '2026-02-01T00:00:00+03:00', 'always'],
  [
    'counts an hour that is shown twice: first',
    smallHours,
    'America/New_York',
    '2026-11-01T05:45:00Z',
    'Sun 01:30–02:30',
  ],
  [
    'counts an hour that is shown twice: again',
    smallHours,
    'America/New_York',
    '2026-11-01T06:45:00Z',
    'Sun 01:30–02:30',
  ],
  ['is over when clocks skip its end', smallHours, 'America/New_York', '2026-03-08T07:00:00Z', undefined],
  ['is on before clocks skip', smallHours, 'America/New_York', '2026-03-08T06:59:00Z', 'Sun 01:30–02:30'],
])('a window %s', (_, draft, zone, at, expected) => {
  expect(problemsOfSchedule(draft, '/schedule')).toEqual([]);
  expect(onAt(scheduleFrom(draft), wallClockOf(new Date(at), zone))).toBe(expected);
});

test.each<[string, ScheduleDraft, string]>([
  ['no weekday', { windows: [{ weekdays: [], from: '10:00', to: '11:00' }] }, '/s/windows/0/weekdays'],
  ['an eighth day', { windows: [{ weekdays: [8], from: '10:00', to: '11:00' }] }, '/s/windows/0/weekdays'],
  ['a day twice', { windows: [{ weekdays: [1, 1], from: '10:00', to: '11:00' }] }, '/s/windows/0/weekdays'],
  ['no such hour', { windows: [{ weekdays: [1], from: '25:00', to: '11:00' }] }, '/s/windows/0/from'],
  ['no such end', { windows: [{ weekdays: [1], from: '10:00', to: '24:01' }] }, '/s/windows/0/to'],
  ['no such date', { startsOn: '2026-02-30', windows: [] }, '/s/startsOn'],
  ['dates the wrong way round', { startsOn: '2026-02-02', endsOn: '2026-02-01', windows: [] }, '/s/endsOn'],
  ['too many windows', { windows: Array(51).fill({ weekdays: [1], from: '10:00', to: '11:00' }) }, '/s/windows'],
])('refuses %s', (_, draft, pointer) => {
  expect(problemsOfSchedule(draft, '/s').map((problem) => problem.pointer)).toEqual([pointer]);
});

test('a date is one of the calendar', () => {
  expect(['2024-02-29', '2026-02-29', '2026-1-1', '2026-13-01'].map(isDate)).toEqual([true, false, false, false]);
});
