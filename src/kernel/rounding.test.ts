import fc from 'fast-check';
import { divideRounded, type RoundingMode } from './rounding.js';

const modes: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down'];

/** Tenths, so that ties can be written down. */
const table: Record<RoundingMode, readonly (readonly [tenths: bigint, whole: bigint])[]> = {
  'half-up': [
    [14n, 1n],
    [15n, 2n],
    [16n, 2n],
    [25n, 3n],
    [-15n, -2n],
    [-14n, -1n],
    [0n, 0n],
    [5n, 1n],
    [-5n, -1n],
  ],
  'half-even': [
    [14n, 1n],
    [15n, 2n],
    [25n, 2n],
    [26n, 3n],
    [-15n, -2n],
    [-25n, -2n],
    [5n, 0n],
    [-5n, 0n],
  ],
  up: [
    [11n, 2n],
    [10n, 1n],
    [-11n, -2n],
    [-10n, -1n],
    [1n, 1n],
    [-1n, -1n],
  ],
  down: [
    [19n, 1n],
    [10n, 1n],
    [-19n, -1n],
    [-1n, 0n],
    [9n, 0n],
  ],
};

describe.each(modes)('%s', (mode) => {
  test.each(table[mode])('%d tenths are %d', (tenths, whole) => {
    expect(divideRounded(tenths, 10n, mode)).toBe(whole);
    expect(divideRounded(-tenths, -10n, mode)).toBe(whole);
  });

  test('is off by less than one, by at most half where it rounds to the nearest, and mirrors at zero', () => {
    const divisors = fc.bigInt({ min: 1n, max: 10n ** 12n });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), divisors, (dividend, divisor) => {
        const quotient = divideRounded(dividend, divisor, mode);
        const error = quotient * divisor - dividend;
        const magnitude = error < 0n ? -error : error;
        expect(mode.startsWith('half') ? magnitude * 2n <= divisor : magnitude < divisor).toBe(true);
        expect(divideRounded(-dividend, divisor, mode)).toBe(-quotient);
      }),
    );
  });
});

test('nothing is divided by zero', () => {
  expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
});
