import fc from 'fast-check';
import { hasFailedTooLong, judge, retryAfterMs, type TryOutcome } from './delivery.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const answered = (status: number, retryAfterMs?: number): TryOutcome => ({ kind: 'answered', status, retryAfterMs });

test.each([
  [answered(200), { status: 'delivered' }],
  [answered(204), { status: 'delivered' }],
  [answered(299), { status: 'delivered' }],
  [answered(410), { status: 'cancelled' }],
  [answered(199), { status: 'pending', delayMs: 10_000 }],
  [answered(301), { status: 'pending', delayMs: 10_000 }],
  [answered(302), { status: 'pending', delayMs: 10_000 }],
  [answered(404), { status: 'pending', delayMs: 10_000 }],
  [answered(500, HOUR), { status: 'pending', delayMs: 10_000 }],
  [answered(429), { status: 'pending', delayMs: 10_000 }],
  [answered(429, 1_000), { status: 'pending', delayMs: 10_000 }],
  [answered(429, HOUR), { status: 'pending', delayMs: HOUR }],
  [answered(503, HOUR), { status: 'pending', delayMs: HOUR }],
  [answered(503, 90 * DAY), { status: 'pending', delayMs: DAY }],
  [{ kind: 'failed' } as const, { status: 'pending', delayMs: 10_000 }],
])('after a first try with %j: %j', (outcome, verdict) => {
  expect(judge(outcome, 1, 0.5)).toEqual(verdict);
});

test.each([
  [1, 10_000],
  [2, 300_000],
  [3, HOUR],
  [4, 11 * HOUR],
  [5, 60 * HOUR],
])('after %i failed tries the next is in %i ms', (tries, delayMs) => {
  expect(judge({ kind: 'failed' }, tries, 0.5)).toEqual({ status: 'pending', delayMs });
});

test.each([6, 7, 100])('after %i failed tries it is parked, whatever the receiver asks for', (tries) => {
  expect(judge({ kind: 'failed' }, tries, 0.5)).toEqual({ status: 'parked' });
  expect(judge(answered(429, HOUR), tries, 0.5)).toEqual({ status: 'parked' });
});

const failures = fc.oneof(
  fc.constant<TryOutcome>({ kind: 'failed' }),
  fc.record({
    kind: fc.constant('answered' as const),
    status: fc.integer({ min: 100, max: 599 }).filter((status) => (status < 200 || status > 299) && status !== 410),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 100 * DAY }), { nil: undefined }),
  }),
);

test('any run of failures is 6 tries with growing waits within 10 %, at most a day more for each wish to wait, then the end', () => {
  fc.assert(
    fc.property(
      fc.array(failures, { minLength: 6, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (run, chance) => {
        const plan = [10_000, 300_000, HOUR, 11 * HOUR, 60 * HOUR];
        for (const [index, outcome] of run.entries()) {
          const verdict = judge(outcome, index + 1, chance);
          const planned = plan[index];
          if (planned === undefined) {
            expect(verdict).toEqual({ status: 'parked' });
            continue;
          }
          if (verdict.status !== 'pending') throw new Error(`${verdict.status} after ${index + 1} tries`);
          expect(verdict.delayMs).toBeGreaterThanOrEqual(planned * 0.9 - 1);
          const wished =
            outcome.kind === 'answered' && [429, 503].includes(outcome.status) ? (outcome.retryAfterMs ?? 0) : 0;
          expect(verdict.delayMs).toBeGreaterThanOrEqual(Math.min(wished, DAY));
          expect(verdict.delayMs).toBeLessThanOrEqual(Math.max(planned * 1.1 + 1, Math.min(wished, DAY)));
        }
      },
    ),
  );
});

test.each([
  [undefined, undefined],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['0', 0],
  ['-1', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['99999999999', undefined],
  ['Wed, 21 Oct 2026 07:28:30 GMT', 30_000],
  ['Wed, 21 Oct 2020 07:28:30 GMT', 0],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(retryAfterMs(header, new Date('2026-10-21T07:28:00Z'))).toBe(ms);
});

test.each([
  [undefined, false],
  [5 * DAY - 1, false],
  [5 * DAY, true],
])('failing for %j ms is too long: %j', (ms, tooLong) => {
  expect(hasFailedTooLong(ms)).toBe(tooLong);
});
