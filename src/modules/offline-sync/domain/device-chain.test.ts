import fc from 'fast-check';
import { EMPTY_CHAIN, hasGapBelow, hasGapBetween, noted } from './device-chain.js';

const after = (...sequences: readonly number[]) =>
  sequences.reduce((chain, sequence) => noted(chain, sequence, `h${sequence}`), EMPTY_CHAIN);

test.each([
  [[1, 2, 3], 3, 3, []],
  [[2], 0, 2, [{ from: 1, to: 1 }]],
  [[1, 5], 1, 5, [{ from: 2, to: 4 }]],
  [[1, 5, 3], 1, 5, [{ from: 2, to: 2 }, { from: 4, to: 4 }]], // prettier-ignore
  [[1, 5, 3, 2, 4], 5, 5, []],
  [[3, 3, 1], 1, 3, [{ from: 2, to: 2 }]],
])('%j: through %d of %d', (sequences, through, highest, missing) => {
  expect(after(...sequences)).toEqual({ through, highest, missing, headHash: `h${highest}` });
});

test('what is missing is what has not come, in whatever order it came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), (sequences) => {
      const chain = after(...sequences);
      const come = new Set(sequences);
      const missing = chain.missing.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      const absent = Array.from({ length: chain.highest }, (_, index) => index + 1).filter((n) => !come.has(n));
      expect(missing).toEqual(absent);
      expect(chain.through).toBe((absent[0] ?? chain.highest + 1) - 1);
      for (const n of come) expect(hasGapBelow(chain, n)).toBe(absent.some((one) => one < n));
      expect(hasGapBetween(chain, 5, 10)).toBe(absent.some((one) => one > 5 && one < 10));
    }),
  );
});
