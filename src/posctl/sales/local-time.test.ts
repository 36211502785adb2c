import { momentOf, readMoment } from './local-time.js';

test.each([
  { title: 'winter', date: '2015-01-01', time: '11:38:36', zone: 'America/New_York', moment: '2015-01-01T16:38:36Z' },
  { title: 'summer', date: '2015-07-01', time: '11:38', zone: 'America/New_York', moment: '2015-07-01T15:38:00Z' },
  {
    title: 'the first of a repeated hour',
    date: '2015-11-01',
    time: '01:30:00',
    zone: 'America/New_York',
    moment: '2015-11-01T05:30:00Z',
  },
  {
    title: 'a skipped hour',
    date: '2015-03-08',
    time: '02:30:00',
    zone: 'America/New_York',
    moment: '2015-03-08T07:30:00Z',
  },
  {
    title: 'far east',
    date: '2015-01-01',
    time: '00:10:00',
    zone: 'Pacific/Kiritimati',
    moment: '2014-12-31T10:10:00Z',
  },
  { title: 'UTC', date: '2015-01-01', time: '11:38:36', zone: 'UTC', moment: '2015-01-01T11:38:36Z' },
  { title: 'no such day', date: '2015-02-30', time: '11:38:36', zone: 'UTC', moment: undefined },
  { title: 'no such hour', date: '2015-02-20', time: '25:00:00', zone: 'UTC', moment: undefined },
  { title: 'no date', date: '', time: '', zone: 'UTC', moment: undefined },
])('$title: $date $time in $zone is $moment', ({ date, time, zone, moment }) => {
  expect(momentOf(date, time, zone)).toBe(moment);
});

test.each([
  ['2015-01-01T11:38:36Z', '2015-01-01T11:38:36Z'],
  ['2015-01-01 11:38:36+03:00', '2015-01-01T11:38:36+03:00'],
  ['2015-01-01T11:38:36', undefined],
  ['2015-13-01T11:38:36Z', undefined],
  ['yesterday', undefined],
])('%s is read as %s', (text, moment) => {
  expect(readMoment(text)).toBe(moment);
});
