import fc from 'fast-check';
import { businessTimeOf, isTimeZone } from './business-time.js';

const HOUR_MS = 3_600_000;
const hours = (from: string, count: number) =>
  Array.from({ length: count }, (_, hour) => new Date(Date.parse(from) + hour * HOUR_MS));

test.each([
  { at: '2025-03-14T12:00:00Z', zone: 'UTC', cut: 240, date: '2025-03-14', hour: 12, minute: 720 },
  { at: '2025-03-14T03:59:59.999Z', zone: 'UTC', cut: 240, date: '2025-03-13', hour: 3, minute: 239 },
  { at: '2025-03-14T04:00:00Z', zone: 'UTC', cut: 240, date: '2025-03-14', hour: 4, minute: 240 },
  { at: '2025-03-14T00:00:00Z', zone: 'UTC', cut: 0, date: '2025-03-14', hour: 0, minute: 0 },
  { at: '2025-03-14T22:30:00Z', zone: 'Africa/Nairobi', cut: 240, date: '2025-03-14', hour: 1, minute: 90 },
  { at: '2025-03-14T05:00:00Z', zone: 'America/New_York', cut: 240, date: '2025-03-13', hour: 1, minute: 60 },
  { at: '2025-03-14T18:15:00Z', zone: 'Asia/Kathmandu', cut: 0, date: '2025-03-15', hour: 0, minute: 0 },
  { at: '2025-01-01T01:00:00Z', zone: 'UTC', cut: 240, date: '2024-12-31', hour: 1, minute: 60 },
  { at: '2024-03-01T01:00:00Z', zone: 'UTC', cut: 240, date: '2024-02-29', hour: 1, minute: 60 },
  { at: '2025-03-14T23:58:00Z', zone: 'UTC', cut: 1439, date: '2025-03-13', hour: 23, minute: 1438 },
])('$at in $zone with a cut at $cut is of $date', ({ at, zone, cut, date, hour, minute }) => {
  const time = businessTimeOf(new Date(at), zone, cut);
  expect(time).toMatchObject({ businessDate: date, localHour: hour, localMinute: minute });
});

test.each([
  { title: 'the day that loses an hour', from: '2025-03-29T23:00:00Z', date: '2025-03-30', hours: 23, missing: 2 },
  { title: 'the day that gains an hour', from: '2025-10-25T22:00:00Z', date: '2025-10-26', hours: 25, twice: 2 },
])('$title in Berlin has $hours', ({ from, date, hours: length, missing, twice }) => {
  const seen = hours(from, length).map((at) => businessTimeOf(at, 'Europe/Berlin', 0));
  expect(new Set(seen.map(({ localDate }) => localDate))).toEqual(new Set([date]));
  const before = businessTimeOf(new Date(Date.parse(from) - 1), 'Europe/Berlin', 0);
  const after = businessTimeOf(new Date(Date.parse(from) + length * HOUR_MS), 'Europe/Berlin', 0);
  expect([before.localDate === date, after.localDate === date]).toEqual([false, false]);
  const count = (hour: number | undefined) => seen.filter(({ localHour }) => localHour === hour).length;
  if (missing !== undefined) expect(count(missing)).toBe(0);
  if (twice !== undefined) expect(count(twice)).toBe(2);
});

test('a trading day cut at four keeps its date over the change of the clocks', () => {
  const summer = hours('2025-03-29T03:00:00Z', 23).map((at) => businessTimeOf(at, 'Europe/Berlin', 240).businessDate);
  expect(new Set(summer)).toEqual(new Set(['2025-03-29']));
  expect(businessTimeOf(new Date('2025-03-30T02:00:00Z'), 'Europe/Berlin', 240).businessDate).toBe('2025-03-30');
  const winter = hours('2025-10-25T02:00:00Z', 25).map((at) => businessTimeOf(at, 'Europe/Berlin', 240).businessDate);
  expect(new Set(winter)).toEqual(new Set(['2025-10-25']));
  expect(businessTimeOf(new Date('2025-10-26T03:00:00Z'), 'Europe/Berlin', 240).businessDate).toBe('2025-10-26');
});

test('the trading day is the local date or the one before it', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Africa/Nairobi');
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, zones, fc.integer({ min: 0, max: 1439 }), (at, zone, cut) => {
      const { businessDate, localDate, localMinute, localHour } = businessTimeOf(at, zone, cut);
      const days = (Date.parse(localDate) - Date.parse(businessDate)) / (24 * HOUR_MS);
      expect(days).toBe(localMinute < cut ? 1 : 0);
      expect(localHour).toBe(Math.floor(localMinute / 60));
    }),
  );
});

test.each([
  { name: 'Africa/Kinshasa', known: true },
  { name: 'UTC', known: true },
  { name: 'Mars/Olympus', known: false },
  { name: '', known: false },
  { name: '../../etc/passwd', known: false },
])('$name is a time zone: $known', ({ name, known }) => {
  expect(isTimeZone(name)).toBe(known);
});

test('however many zones are asked for, the answers stay right', () => {
  for (let index = 0; index < 600; index += 1) isTimeZone(`Etc/GMT${index % 2 === 0 ? '+' : '-'}${index % 13}`);
  expect(businessTimeOf(new Date('2025-03-14T12:00:00Z'), 'Asia/Tokyo', 0).localHour).toBe(21);
});
