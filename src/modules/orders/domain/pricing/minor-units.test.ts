import fc from 'fast-check';
import { allocate } from '../../../../kernel/allocation.js';
import { money } from '../../../../kernel/money.js';
import { divideRounded } from '../../../../kernel/rounding.js';
import { compareFractions, scaled, scaledByUnits, shareOut } from './minor-units.js';

/** Of all sizes, so that both the quick and the exact way are taken. */
const whole = (max: number) =>
  fc.oneof(
    fc.nat(20),
    fc.nat(100_000),
    fc.maxSafeNat().map((value) => value % (max + 1)),
  );
const amounts = whole(Number.MAX_SAFE_INTEGER);
const factors = whole(10 ** 15);
const divisors = whole(10 ** 15).map((value) => value + 1);

test.each([
  [5, 1, 2, 3],
  [-5, 1, 2, -3],
  [4, 1, 3, 1],
  [-4, 1, 3, -1],
  [0, -7, 3, 0],
])('%d × %d ÷ %d is %d', (value, factor, divisor, result) => {
  expect(scaled(value, factor, divisor)).toBe(result);
});

test('scaling is what exact division says, with either sign', () => {
  fc.assert(
    fc.property(amounts, fc.boolean(), factors, divisors, (amount, negative, factor, divisor) => {
      const value = negative ? 0 - amount : amount;
      const exact = Number(divideRounded(BigInt(value) * BigInt(factor), BigInt(divisor)));
      expect(scaled(value, factor, divisor)).toBe(exact === 0 ? 0 : exact);
    }),
    { numRuns: 1000 },
  );
});

test('so is scaling by units', () => {
  fc.assert(
    fc.property(amounts, whole(10 ** 9), whole(10 ** 8), divisors, (value, units, rate, quantity) => {
      const exact = divideRounded(BigInt(value) * BigInt(units) * BigInt(rate), BigInt(quantity) * 100n);
      expect(scaledByUnits(value, units, rate, quantity)).toBe(Number(exact));
    }),
    { numRuns: 1000 },
  );
});

test('fractions are compared exactly', () => {
  fc.assert(
    fc.property(amounts, divisors, amounts, divisors, (a, ofA, b, ofB) => {
      const difference = BigInt(a) * BigInt(ofB) - BigInt(b) * BigInt(ofA);
      const sign = difference < 0n ? -1 : difference > 0n ? 1 : 0;
      expect(Math.sign(compareFractions(a, ofA, b, ofB))).toBe(sign);
    }),
    { numRuns: 1000 },
  );
});

test('shares are those of the kernel', () => {
  const weights = fc.array(whole(10 ** 14), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amounts, fc.boolean(), weights, (amount, negative, list) => {
      const value = negative ? 0 - amount : amount;
      const kernel = allocate(money(value, 'USD'), list.map(BigInt)).map((share) => share.amount);
      expect(shareOut(value, list)).toEqual(kernel);
    }),
    { numRuns: 1000 },
  );
  expect(() => shareOut(1, [])).toThrow(RangeError);
});
