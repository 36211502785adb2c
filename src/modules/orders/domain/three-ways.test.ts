import fc from 'fast-check';
import { allocate } from '../../../kernel/allocation.js';
import { money, sum } from '../../../kernel/money.js';
import { baskets } from './pricing/v1/basket.examples.js';
import { price } from './pricing/v1/price.js';

// A bill that is shared: each number by itself over the same weights (DOMAIN P4), so that nobody pays for a lost cent.

test.each([
  ['USD', 10_000, [3_334, 3_333, 3_333]],
  ['USD', 10_001, [3_334, 3_334, 3_333]],
  ['USD', 1, [1, 0, 0]],
  ['JPY', 1_000, [334, 333, 333]],
  ['BHD', 10_000, [3_334, 3_333, 3_333]],
  ['USD', -10_000, [-3_334, -3_333, -3_333]],
])('%s %d in three ways', (currency, amount, parts) => {
  expect(allocate(money(amount, currency), [1n, 1n, 1n]).map((part) => part.amount)).toEqual(parts);
});

test('totals, taxes and discounts of any bill come together again, however many share it', () => {
  fc.assert(
    fc.property(
      baskets,
      fc.array(fc.bigInt({ min: 1n, max: 100n }), { minLength: 2, maxLength: 6 }),
      (basket, weights) => {
        const { totals, taxes, lines } = price(basket);
        const amounts = [
          ...Object.values(totals),
          ...taxes.flatMap(({ base, amount }) => [base, amount]),
          ...lines.flatMap(({ gross, tax, total }) => [gross, tax, total]),
        ];
        for (const amount of amounts) {
          const parts = allocate(amount, weights);
          expect(parts).toHaveLength(weights.length);
          expect(sum(parts, amount.currency)).toEqual(amount);
        }
      },
    ),
    { numRuns: 200 },
  );
});
