import fc from 'fast-check';
import {
  ACCOUNT,
  charge,
  DEVICE,
  forgive,
  FORGOTTEN_MS,
  giveBack,
  lockOf,
  noGuesses,
  PERSON_ON_DEVICE,
  type CountPlace,
  type CountScope,
  type GuessCount,
} from './guessing.js';

const NOON = Date.UTC(2026, 10, 21, 12);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const at = (ms: number): Date => new Date(NOON + ms);

const PLACES: Readonly<Record<CountScope, CountPlace>> = {
  person_on_device: { scope: 'person_on_device', personId: 'ann', deviceId: 'till' },
  device: { scope: 'device', personId: null, deviceId: 'till' },
  account: { scope: 'account', personId: 'ann', deviceId: null },
};
const none = (scope: CountScope): GuessCount => noGuesses(PLACES[scope], at(0));

/** Wrong tries, each as soon as the lock of the one before has ended. @returns the length of each lock in seconds. */
function waits(scope: CountScope, tries: number): number[] {
  let count = none(scope);
  let now = at(0);
  const seconds: number[] = [];
  for (let index = 0; index < tries; index += 1) {
    count = charge(count, now);
    const until = lockOf(count, now);
    seconds.push(until === null ? 0 : (until.getTime() - now.getTime()) / SECOND);
    now = until ?? now;
  }
  return seconds;
}

test('the fifth wrong try of a person on a device locks for 30 s, and each further one twice as long, up to an hour', () => {
  expect(waits('person_on_device', 14)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test('the tenth wrong try on a device within 15 minutes locks it for 15 minutes, and so does each tenth thereafter', () => {
  const ten = [...Array<number>(9).fill(0), 900];
  expect(waits('device', 20)).toEqual([...ten, ...ten]);
});

test('tries on a device count for 15 minutes, not longer', () => {
  let count = none('device');
  for (let index = 0; index < 9; index += 1) count = charge(count, at(index));
  expect(lockOf(charge(count, at(15 * MINUTE - 1)), at(15 * MINUTE - 1))).toEqual(at(30 * MINUTE - 1));
  const later = charge(count, at(15 * MINUTE));
  expect(later).toMatchObject({ wrong: 9, lockedUntil: null });
});

test('the fiftieth wrong try of a person within a day of UTC locks until the next', () => {
  const seconds = waits('account', 50);
  expect(seconds.slice(0, 49)).toEqual(Array<number>(49).fill(0));
  expect(seconds[49]).toBe(12 * 3600);
});

test('a new day of UTC begins a new count of a person', () => {
  let count = none('account');
  for (let index = 0; index < 49; index += 1) count = charge(count, at(index));
  const midnight = at(12 * 60 * MINUTE);
  expect(charge(count, midnight)).toMatchObject({ wrong: 1, day: '2026-11-22', lockedUntil: null });
});

test('a person on a device begins anew after seven days without a try', () => {
  let count = none('person_on_device');
  for (let index = 0; index < 5; index += 1) count = charge(count, at(0));
  expect(charge(count, at(FORGOTTEN_MS - 1))).toMatchObject({ wrong: 6 });
  expect(charge(count, at(FORGOTTEN_MS))).toMatchObject({ wrong: 1, lockedUntil: null });
});

test.each<[CountScope, number]>([
  ['person_on_device', PERSON_ON_DEVICE.wrongMax],
  ['device', DEVICE.wrongMax],
  ['account', ACCOUNT.wrongMax],
])('%s: what is given back counts no more, and unlocks what it has locked', (scope, max) => {
  let count = none(scope);
  for (let index = 0; index < max; index += 1) count = charge(count, at(index));
  expect(lockOf(count, at(max))).not.toBeNull();
  const back = giveBack(count, at(max - 1));
  expect(back).toMatchObject({ wrong: max - 1, lockedUntil: null });
  expect(lockOf(charge(back, at(max)), at(max))).not.toBeNull();
});

test('what was tried yesterday is not given back today', () => {
  const midnight = at(12 * 60 * MINUTE);
  const count = charge(charge(none('account'), at(0)), midnight);
  expect(giveBack(count, at(0))).toEqual(count);
});

test('forgiving begins anew', () => {
  let count = none('person_on_device');
  for (let index = 0; index < 7; index += 1) count = charge(count, at(index));
  expect(forgive(count)).toMatchObject({ wrong: 0, recent: [], lockedUntil: null });
});

/** Guesses that begin, and end in any order: each is a right or a wrong one, looked at some time after it was counted. */
interface Guess {
  readonly person: number;
  readonly device: number;
  readonly waitMs: number;
  readonly isRight: boolean;
  /** How many that began later are looked at before it. */
  readonly late: number;
}

const guesses = fc.array(
  fc.record({
    person: fc.integer({ min: 0, max: 2 }),
    device: fc.integer({ min: 0, max: 2 }),
    waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 * MINUTE })),
    isRight: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    late: fc.integer({ min: 0, max: 6 }),
  }),
  { maxLength: 250 },
);

/** Does to the counts what `CheckPeople` does. */
class Counting {
  private readonly counts = new Map<string, GuessCount>();
  private readonly open: { guess: Guess; keys: string[]; at: Date; due: number }[] = [];
  /** When wrong guesses were counted that were looked at, by what they count for. */
  readonly looked = new Map<string, { at: Date; day: string }[]>();

  begin(guess: Guess, now: Date, index: number): void {
    const [person, device] = [String(guess.person), String(guess.device)];
    const places: CountPlace[] = [
      { scope: 'person_on_device', personId: person, deviceId: device },
      { scope: 'account', personId: person, deviceId: null },
      { scope: 'device', personId: null, deviceId: device },
    ];
    const keys = places.map((place) => JSON.stringify(place));
    for (const [place, key] of keys.entries())
      if (!this.counts.has(key)) this.counts.set(key, noGuesses(places[place] as CountPlace, now));
    if (keys.some((key) => lockOf(this.of(key), now) !== null)) return;
    for (const key of keys) this.counts.set(key, charge(this.of(key), now));
    this.open.push({ guess, keys, at: now, due: index + guess.late });
  }

  settle(index: number): void {
    for (const one of [...this.open]) {
      if (one.due > index) continue;
      this.open.splice(this.open.indexOf(one), 1);
      for (const key of one.keys) this.book(key, one.guess.isRight, one.at);
    }
  }

  private book(key: string, isRight: boolean, at: Date): void {
    const count = this.of(key);
    const isForgiven = isRight && count.scope === 'person_on_device';
    if (isForgiven) this.looked.delete(key);
    else if (!isRight) {
      const day = at.toISOString().slice(0, 10);
      this.looked.set(key, [...(this.looked.get(key) ?? []), { at, day }]);
    }
    if (isRight) this.counts.set(key, isForgiven ? forgive(count) : giveBack(count, at));
  }

  private of(key: string): GuessCount {
    return this.counts.get(key) as GuessCount;
  }
}

test('in no order of guesses at the same time are more looked at than the limits allow', () => {
  fc.assert(
    fc.property(guesses, (all) => {
      const counting = new Counting();
      let now = NOON;
      for (const [index, guess] of all.entries()) {
        now += guess.waitMs;
        counting.begin(guess, new Date(now), index);
        counting.settle(index);
      }
      counting.settle(Infinity);
      for (const [key, wrong] of counting.looked) {
        const { scope } = JSON.parse(key) as CountPlace;
        if (scope === 'device') expectWithin(wrong, DEVICE.wrongMax, DEVICE.windowMs);
        if (scope === 'person_on_device') expectWithin(wrong, PERSON_ON_DEVICE.wrongMax + 1, 30 * SECOND, 6);
        if (scope === 'account') expectADay(wrong);
      }
    }),
    { numRuns: 300 },
  );
});

test('guesses at the same time that are all wrong wait for each other as those in a row do', () => {
  fc.assert(
    fc.property(guesses, (all) => {
      const counting = new Counting();
      let now = NOON;
      for (const [index, guess] of all.entries()) {
        now += guess.waitMs;
        counting.begin({ ...guess, isRight: false }, new Date(now), index);
        counting.settle(index);
      }
      counting.settle(Infinity);
      for (const [key, wrong] of counting.looked) {
        if ((JSON.parse(key) as CountPlace).scope !== 'person_on_device') continue;
        const times = wrong.map(({ at: time }) => time.getTime()).sort((a, b) => a - b);
        for (let index = PERSON_ON_DEVICE.wrongMax; index < times.length; index += 1) {
          const waited = (times[index] as number) - (times[index - 1] as number);
          const wait = PERSON_ON_DEVICE.firstWaitMs * 2 ** (index - PERSON_ON_DEVICE.wrongMax);
          expect(waited).toBeGreaterThanOrEqual(Math.min(wait, PERSON_ON_DEVICE.waitMaxMs));
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** Of any `max + 1` in a row the last comes no sooner than the window after the first; a right one before may have raised `max`. */
function expectWithin(wrong: readonly { at: Date }[], max: number, windowMs: number, slack = 0): void {
  const times = wrong.map(({ at: time }) => time.getTime()).sort((a, b) => a - b);
  for (let index = max + slack; index < times.length; index += 1)
    expect((times[index] as number) - (times[index - max - slack] as number)).toBeGreaterThanOrEqual(windowMs);
}

function expectADay(wrong: readonly { day: string }[]): void {
  const days = new Map<string, number>();
  for (const { day } of wrong) days.set(day, (days.get(day) ?? 0) + 1);
  for (const count of days.values()) expect(count).toBeLessThanOrEqual(ACCOUNT.wrongMax);
}
