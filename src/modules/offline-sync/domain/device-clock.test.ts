import { believedTime, isSkewed } from './device-clock.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.each([
  // device time less the server's, measured skew, what is believed less the server's, told
  ['of the past, clock right', -HOUR, 0, -HOUR, false],
  ['of the past, clock wrong today', -HOUR, 36 * HOUR, -HOUR, false],
  ['a little ahead', 2_000, 2_000, 0, false],
  ['a little ahead, not measured', 2_000, null, 0, false],
  ['far ahead, just now', 36 * HOUR, 36 * HOUR, 0, true],
  ['far ahead, an hour ago', 35 * HOUR, 36 * HOUR, -HOUR, true],
  ['far ahead, not measured', 36 * HOUR, null, 0, true],
  ['ahead, though the clock is behind by now', HOUR, -HOUR, 0, true],
  ['further ahead than the clock', 40 * HOUR, 36 * HOUR, 0, true],
])('%s', (_name, early, skewMs, believed, ahead) => {
  const deviceAt = new Date(NOW.getTime() + early);
  const time = believedTime(deviceAt, NOW, skewMs);
  expect(time).toEqual({ at: new Date(NOW.getTime() + believed), correctionMs: believed - early, ahead });
});

test.each([
  [null, false],
  [5 * MINUTE, false],
  [5 * MINUTE + 1, true],
  [-6 * MINUTE, true],
])('a clock that is off by %p: %p', (skewMs, skewed) => expect(isSkewed(skewMs)).toBe(skewed));
