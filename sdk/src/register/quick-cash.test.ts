import fc from 'fast-check';
import { NOTES } from './notes.js';
import { quickCash } from './quick-cash.js';

const amounts = (amount: number, currency: string, step = 1): number[] =>
  quickCash({ amount, currency }, { stepMinor: step, mode: 'half-up' }).map((one) => one.amount);

test.each([
  ['KES', 132_500, [132_500, 135_000, 140_000, 150_000, 200_000]],
  ['KES', 100_000, [100_000]],
  ['KES', 1_000, [1_000, 5_000, 10_000, 20_000, 50_000]],
  ['TZS', 1_250_000, [1_250_000, 1_300_000, 1_400_000, 1_500_000, 2_000_000]],
  ['UGX', 12_300, [12_300, 13_000, 14_000, 15_000, 20_000]],
  ['RWF', 4_100, [4_100, 4_500, 5_000, 6_000]],
  ['USD', 1_325, [1_325, 1_400, 1_500, 2_000, 5_000]],
  ['EUR', 1_325, [1_325, 1_500, 2_000, 5_000, 10_000]],
  ['GBP', 420, [420, 500, 1_000, 2_000, 5_000]],
  ['ZAR', 18_990, [18_990, 19_000, 20_000]],
  ['JPY', 1_280, [1_280, 1_500, 2_000, 5_000, 10_000]],
  ['BHD', 3_750, [3_750, 4_000, 5_000, 10_000, 20_000]],
  ['PLN', 1_325, [1_325, 1_350, 1_400, 1_500, 2_000]],
])('%s %i due: %j', (currency, due, expected) => {
  expect(amounts(due, currency)).toEqual(expected);
});

test('what is due goes to the smallest coin first, and nothing due needs no cash', () => {
  expect(amounts(1_327, 'KES', 5)[0]).toBe(1_325);
  expect(amounts(0, 'KES')).toEqual([]);
});

test('every amount covers what is due, rises, and is no more than one note above', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(NOTES), 'PLN', 'XXX'),
      fc.integer({ min: 1, max: 10 ** 12 }),
      (code, due) => {
        const [exact, ...more] = amounts(due, code);
        expect(exact).toBe(due);
        expect(more.length).toBeLessThanOrEqual(4);
        expect(more.every((amount, index) => amount > (more[index - 1] ?? due))).toBe(true);
      },
    ),
  );
});
