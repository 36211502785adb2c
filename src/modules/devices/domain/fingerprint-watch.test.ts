import fc from 'fast-check';
import { underCurrentKey, watch, type SeenFingerprints } from './fingerprint-watch.js';

const first: SeenFingerprints = { last: 'a', all: ['a'] };

/** Tells one fingerprint after the other; an alarm makes the device suspect, as it does in life. */
function tellAll(told: readonly string[]): { seen: SeenFingerprints; alarms: number[] } {
  let seen = first;
  let isSuspect = false;
  const alarms = told.flatMap((fingerprint, index) => {
    const looked = watch(seen, fingerprint, isSuspect);
    seen = looked.seen;
    isSuspect ||= looked.alarm;
    return looked.alarm ? [index] : [];
  });
  return { seen, alarms };
}

test.each([
  { told: 'a a a', alarms: [] },
  { told: 'a b', alarms: [1] },
  { told: 'b b b', alarms: [0] },
  { told: 'b a b a', alarms: [0] },
  { told: 'b c a', alarms: [0, 1] },
])('$told raises the alarm at $alarms', ({ told, alarms }) => {
  expect(tellAll(told.split(' ')).alarms).toEqual(alarms);
});

test('machines that take turns again after somebody has looked are told of again', () => {
  expect(watch({ last: 'a', all: ['a', 'b'] }, 'b', false).alarm).toBe(true);
});

test('however many machines there are, what is kept and told has a limit', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]$/), { maxLength: 200 }), (told) => {
      const { seen, alarms } = tellAll(told);
      expect(seen.all.length).toBeLessThanOrEqual(8);
      expect(alarms.length).toBeLessThanOrEqual(7);
      expect(alarms.length > 0).toBe(told.some((fingerprint) => fingerprint !== 'a'));
      expect(seen.last).toBe(told.at(-1) ?? 'a');
    }),
  );
});

test('a change of the key that hashes is no other machine', () => {
  const renewed = underCurrentKey({ last: 'old', all: ['old', 'x'] }, ['new', 'old']);
  expect(renewed).toEqual({ last: 'new', all: ['new', 'x'] });
  expect(watch(renewed, 'new', false).alarm).toBe(false);
});
