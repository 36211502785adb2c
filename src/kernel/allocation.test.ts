import fc from 'fast-check';
import { allocate } from './allocation.js';
import { money, sum } from './money.js';

const cents = (amount: number) => money(amount, 'USD');
const amounts = (shares: readonly { amount: number }[]) => shares.map(({ amount }) => amount);

test.each([
  { title: 'a third each, the odd cent to the first', amount: 100, weights: [1n, 1n, 1n], shares: [34, 33, 33] },
  { title: 'two odd cents to the first two', amount: 101, weights: [1n, 1n, 1n], shares: [34, 34, 33] },
  { title: 'the odd cent to the largest fraction', amount: 10, weights: [1n, 2n, 4n], shares: [1, 3, 6] },
  { title: 'a negative amount by its absolute value', amount: -100, weights: [1n, 1n, 1n], shares: [-34, -33, -33] },
  { title: 'all weights zero are equal parts', amount: 5, weights: [0n, 0n], shares: [3, 2] },
  { title: 'a weight of zero gets nothing', amount: 7, weights: [0n, 1n, 1n], shares: [0, 4, 3] },
  { title: 'nothing is nothing for all', amount: 0, weights: [1n, 2n], shares: [0, 0] },
  { title: 'one takes all', amount: 99, weights: [3n], shares: [99] },
  {
    title: 'weights beyond floating point',
    amount: 3,
    weights: [10n ** 30n, 10n ** 30n + 1n],
    shares: [1, 2],
  },
])('$title', ({ amount, weights, shares }) => {
  expect(amounts(allocate(cents(amount), weights))).toEqual(shares);
});

test('there is nobody to give to, or a negative weight', () => {
  expect(() => allocate(cents(1), [])).toThrow(RangeError);
  expect(() => allocate(cents(1), [2n, -1n])).toThrow(RangeError);
});

const amountsOfAnySign = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
const weightLists = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });

test('nothing is lost or gained, no share is off by a whole unit, and no sign turns', () => {
  fc.assert(
    fc.property(amountsOfAnySign, weightLists, (amount, weights) => {
      const shares = allocate(cents(amount), weights);
      expect(sum(shares, 'USD').amount).toBe(amount);
      const total = weights.reduce((all, weight) => all + weight, 0n);
      shares.forEach((share, index) => {
        const [weight, whole] = total === 0n ? [1n, BigInt(weights.length)] : [weights[index] ?? 0n, total];
        const error = BigInt(share.amount) * whole - BigInt(amount) * weight;
        expect(error < whole && error > -whole).toBe(true);
        expect(share.amount === 0 || share.amount > 0 === amount > 0).toBe(true);
      });
    }),
  );
});

test('the same weight gets as much, but for one unit, and the lower index never less', () => {
  fc.assert(
    fc.property(amountsOfAnySign, fc.integer({ min: 1, max: 40 }), (amount, count) => {
      const shares = amounts(
        allocate(
          cents(amount),
          Array.from({ length: count }, () => 7n),
        ),
      ).map(Math.abs);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect((shares[0] ?? 0) - (shares.at(-1) ?? 0)).toBeLessThanOrEqual(1);
    }),
  );
});
