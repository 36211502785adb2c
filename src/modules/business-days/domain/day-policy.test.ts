import type { OutletId } from '../../../kernel/ids.js';
import { defaultPolicy, dueBefore, nextLook, setPolicy, type DayPolicy } from './day-policy.js';

const BERLIN = { timeZone: 'Europe/Berlin', dayCutMinutes: 240 };
const policy: DayPolicy = { ...defaultPolicy('o' as OutletId), closure: 'automatic', graceMinutes: 60, version: 1 };
const MINUTE_MS = 60_000;

test.each([
  { title: 'before the cut', at: '2026-03-14T02:59:00Z', due: '2026-03-13' },
  { title: 'within the grace', at: '2026-03-14T03:30:00Z', due: '2026-03-13' },
  { title: 'after the grace', at: '2026-03-14T04:00:00Z', due: '2026-03-14' },
  // The night of 23 hours: 04:00 in Berlin is 02:00 UTC now, and the grace ends at 03:00.
  { title: 'a short night, within the grace', at: '2026-03-29T02:59:00Z', due: '2026-03-28' },
  { title: 'a short night, after it', at: '2026-03-29T03:00:00Z', due: '2026-03-29' },
  // The night of 25 hours: 04:00 in Berlin is 03:00 UTC again.
  { title: 'a long night, within the grace', at: '2026-10-25T03:59:00Z', due: '2026-10-24' },
  { title: 'a long night, after it', at: '2026-10-25T04:00:00Z', due: '2026-10-25' },
])('$title, days before $due are due', ({ at, due }) => {
  expect(dueBefore(policy, BERLIN, new Date(at))).toBe(due);
});

test.each([
  { title: 'a common night', from: '2026-03-14T04:00:00Z', cut: '2026-03-15T04:00:00Z' },
  { title: 'a short night', from: '2026-03-28T04:00:00Z', cut: '2026-03-29T03:00:00Z' },
  { title: 'a long night', from: '2026-10-24T03:00:00Z', cut: '2026-10-25T04:00:00Z' },
])('$title: somebody looks no later than five minutes after a day is due, and not all the time', ({ from, cut }) => {
  const due = new Date(cut).getTime();
  let at = new Date(from);
  let looks = 0;
  while (at.getTime() < due) {
    at = nextLook(policy, BERLIN, at);
    looks += 1;
  }
  expect(at.getTime() - due).toBeLessThanOrEqual(5 * MINUTE_MS);
  expect(looks).toBeLessThan(50);
  expect(dueBefore(policy, BERLIN, at) > dueBefore(policy, BERLIN, new Date(from))).toBe(true);
});

test.each([
  { title: 'the first', before: defaultPolicy('o' as OutletId), version: 1 },
  { title: 'another', before: { ...policy, closure: 'required' as const }, version: 2 },
  { title: 'the same again', before: policy, version: 1 },
])('$title is version $version', ({ before, version }) => {
  expect(setPolicy(before, { closure: 'automatic', graceMinutes: 60 })).toMatchObject({
    closure: 'automatic',
    version,
  });
});

test.each([
  { title: 'a stale version', settings: {}, expected: 7, code: 'version_mismatch' },
  { title: 'less than no grace', settings: { graceMinutes: -1 }, expected: undefined, code: 'day_policy_invalid' },
  { title: 'more than a day', settings: { graceMinutes: 1441 }, expected: undefined, code: 'day_policy_invalid' },
  { title: 'half a minute', settings: { graceMinutes: 0.5 }, expected: 1, code: 'day_policy_invalid' },
])('refused: $title', ({ settings, expected, code }) => {
  expect(() => setPolicy(policy, { closure: 'off', graceMinutes: 0, ...settings }, expected)).toThrow(code);
});
