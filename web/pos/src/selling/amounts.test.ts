import { readAmount, readPercent, typedAmount } from './amounts.js';

test.each([
  { typed: '12,50', currency: 'USD', digits: 2, amount: 1_250 },
  { typed: '12.5', currency: 'USD', digits: 2, amount: 1_250 },
  { typed: '500', currency: 'KES', digits: 2, amount: 50_000 },
  { typed: '500', currency: 'JPY', digits: 0, amount: 500 },
  { typed: '1.234', currency: 'BHD', digits: 3, amount: 1_234 },
  { typed: '1.', currency: 'USD', digits: 2, amount: 100 },
  { typed: '1.234', currency: 'USD', digits: 2, amount: undefined },
  { typed: '5.0', currency: 'JPY', digits: 0, amount: undefined },
  { typed: '', currency: 'USD', digits: 2, amount: undefined },
  { typed: '-5', currency: 'USD', digits: 2, amount: undefined },
  { typed: '1e5', currency: 'USD', digits: 2, amount: undefined },
])('$typed of $currency', ({ typed, currency, digits, amount }) => {
  expect(readAmount(typed, currency, digits)).toEqual(amount === undefined ? undefined : { amount, currency });
});

test.each([
  [1_250, 2, '12.50'],
  [5, 2, '0.05'],
  [500, 0, '500'],
  [1_234, 3, '1.234'],
])('%d with %d digits is typed %s', (amount, digits, typed) => {
  expect(typedAmount({ amount, currency: 'XXX' }, digits)).toBe(typed);
});

test.each([
  ['10', '10'],
  ['12,5', '12.5'],
  ['100', '100'],
  ['007', '7'],
  ['2.50', '2.5'],
  ['0', undefined],
  ['101', undefined],
  ['ten', undefined],
])('%s percent', (typed, rate) => {
  expect(readPercent(typed)).toBe(rate);
});
