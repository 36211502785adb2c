import fc from 'fast-check';
import {
  attemptEvent,
  dayOf,
  forgiven,
  FREE_TRIES,
  lockAt,
  noGuesses,
  reserveTry,
  TRIES_A_DAY,
  tryIsTakenBack,
  tryWasRight,
  type Guesses,
  type GuessesId,
} from './guessing.js';

const START = new Date('2026-11-21T08:00:00Z');
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const fresh = (at = START): Guesses => noGuesses('g' as GuessesId, 'k', at);
const later = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * SECOND_MS);

/** Tries as soon as may be, wrong each time. @returns how long each lock was. */
function wrongTries(count: number, from = fresh(), start = START): { guesses: Guesses; at: Date; locks: number[] } {
  let [guesses, at] = [from, start];
  const locks: number[] = [];
  for (let tried = 0; tried < count; tried += 1) {
    const reservation = reserveTry(guesses, at);
    if (!reservation.allowed) throw new Error(`locked for ${reservation.retryAfterSeconds} s`);
    guesses = reservation.guesses;
    const until = lockAt(guesses, at);
    locks.push(until === null ? 0 : (until.getTime() - at.getTime()) / SECOND_MS);
    at = until ?? at;
  }
  return { guesses, at, locks };
}

test('four are free, the fifth locks for 30 s, and each further one for twice as long, up to an hour', () => {
  expect(wrongTries(14).locks).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
});

test('while it is locked no try is made, and none is counted', () => {
  const { guesses } = wrongTries(FREE_TRIES);
  expect(reserveTry(guesses, later(START, 29.5))).toEqual({ allowed: false, retryAfterSeconds: 1 });
  expect(reserveTry(guesses, START)).toEqual({ allowed: false, retryAfterSeconds: 30 });
  expect(reserveTry(guesses, later(START, 30))).toMatchObject({ allowed: true });
});

test('the fiftieth of a UTC day locks until the next, however they are spread', () => {
  const near = { ...fresh(), failures: 0, dayFailures: TRIES_A_DAY - 1 };
  const reserved = reserveTry(near, START);
  expect(reserved).toMatchObject({ guesses: { lockedUntil: new Date('2026-11-22T00:00:00Z') } });
  if (!reserved.allowed) throw new Error('locked');
  expect(reserveTry(reserved.guesses, new Date('2026-11-21T23:59:59Z'))).toEqual({
    allowed: false,
    retryAfterSeconds: 1,
  });
  expect(reserveTry(reserved.guesses, new Date('2026-11-22T00:00:00Z'))).toMatchObject({ guesses: { dayFailures: 1 } });
});

test('a right one ends the row of wrong ones, and not what was wrong today', () => {
  const { guesses, at } = wrongTries(4);
  const reserved = reserveTry(guesses, at);
  if (!reserved.allowed) throw new Error('locked');
  const right = tryWasRight(reserved.guesses, dayOf(at));
  expect(right).toMatchObject({ failures: 0, dayFailures: 4, lockedUntil: null });
  const last = { ...reserved.guesses, dayFailures: TRIES_A_DAY + 1 };
  expect(tryWasRight(last, dayOf(at)).lockedUntil).toEqual(last.lockedUntil);
});

test('what is taken back was never there; the wrong ones before it stay', () => {
  const { guesses, at } = wrongTries(4);
  const reserved = reserveTry(guesses, at);
  if (!reserved.allowed) throw new Error('locked');
  expect(tryIsTakenBack(reserved.guesses, dayOf(at))).toEqual({ ...guesses, lockedUntil: null });
  const { guesses: five, at: then } = wrongTries(5);
  const sixth = reserveTry(five, then);
  if (!sixth.allowed) throw new Error('locked');
  expect(tryIsTakenBack(sixth.guesses, dayOf(then))).toMatchObject({ failures: 5 });
});

test('a try that began before midnight is not given back to the day after', () => {
  const before = new Date('2026-11-21T23:59:59Z');
  const reserved = reserveTry(fresh(before), before);
  if (!reserved.allowed) throw new Error('locked');
  const next = reserveTry(reserved.guesses, later(before, 2));
  if (!next.allowed) throw new Error('locked');
  expect(tryWasRight(next.guesses, dayOf(before))).toMatchObject({ day: '2026-11-22', dayFailures: 1 });
});

test('lifting the lock forgets all', () => {
  const { guesses } = wrongTries(7);
  expect(forgiven(guesses)).toMatchObject({ failures: 0, dayFailures: 0, lockedUntil: null });
});

test('events have the place in the history of the tries, and never the address', () => {
  const failed = attemptEvent('pos.identity.signed_in_failed', wrongTries(5).guesses, null, { because: 'password' });
  const locked = attemptEvent('pos.identity.locked', failed.guesses, null, {});
  expect([failed.event.sequence, locked.event.sequence, locked.guesses.eventSequence]).toEqual([1, 2, 2]);
  expect(failed.event).toMatchObject({ aggregate: 'login_attempts', aggregateId: 'g' });
  expect(JSON.stringify(failed.event)).not.toContain('"k"');
});

/** What may happen: a try begins, one that was begun ends as wrong, right or taken back, time goes by. */
type Step =
  | { readonly do: 'begin' }
  | { readonly do: 'wrong' | 'back'; readonly which: number }
  | { readonly do: 'wait'; readonly seconds: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.constant<Step>({ do: 'begin' }),
    fc.record({ do: fc.constantFrom('wrong' as const, 'back' as const), which: fc.nat(9) }),
    fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 0, max: 4_000 }) }),
  ),
  { maxLength: 300 },
);

test('however tries overlap: at most four wrong ones in a row without a lock, and fifty begun or wrong in a day', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let [guesses, at] = [fresh(), START];
      let open: string[] = [];
      let unlocked = 0;
      const wrongOn = new Map<string, number>();
      for (const step of taken) {
        if (step.do === 'wait') {
          at = later(at, step.seconds);
        } else if (step.do === 'begin') {
          const reserved = reserveTry(guesses, at);
          if (!reserved.allowed) continue;
          guesses = reserved.guesses;
          open.push(dayOf(at));
          unlocked = lockAt(guesses, at) === null ? unlocked + 1 : 0;
          // A lock stands from the fifth reservation on that was not taken back.
          expect(unlocked).toBeLessThan(FREE_TRIES);
          const inDay = (wrongOn.get(dayOf(at)) ?? 0) + open.filter((day) => day === dayOf(at)).length;
          expect(inDay).toBeLessThanOrEqual(TRIES_A_DAY);
        } else {
          const day = open[step.which % Math.max(1, open.length)];
          if (day === undefined) continue;
          open = open.filter((_, index) => index !== step.which % open.length);
          if (step.do === 'wrong') wrongOn.set(day, (wrongOn.get(day) ?? 0) + 1);
          else {
            guesses = tryIsTakenBack(guesses, day);
            unlocked = Math.max(0, Math.min(unlocked, FREE_TRIES) - 1);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a day has 86,400,000 ms and ends at midnight UTC', () => {
  expect(dayOf(new Date(DAY_MS - 1))).toBe('1970-01-01');
  expect(dayOf(new Date(DAY_MS))).toBe('1970-01-02');
});
