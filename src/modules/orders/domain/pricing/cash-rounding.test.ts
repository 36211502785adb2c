import fc from 'fast-check';
import { add, fromMajorUnits, money, negate, sum } from '../../../../kernel/money.js';
import { cashRoundings } from './v1/basket.examples.js';
import { explainCashRounding, roundCash, type CashRounding } from './cash-rounding.js';

/** The edge cases of the vectors that all teams share (cash-rounding.json, "edge"). */
test.each([
  { currency: 'CHF', step: 5, amount: '0.02', cash: '0.00' },
  { currency: 'CHF', step: 5, amount: '0.03', cash: '0.05' },
  { currency: 'CHF', step: 5, amount: '0.07', cash: '0.05' },
  { currency: 'CHF', step: 5, amount: '0.08', cash: '0.10' },
  { currency: 'CHF', step: 5, amount: '-0.08', cash: '-0.10' },
  { currency: 'CHF', step: 5, amount: '19.98', cash: '20.00' },
  { currency: 'DKK', step: 50, amount: '0.24', cash: '0.00' },
  { currency: 'DKK', step: 50, amount: '0.25', cash: '0.50' },
  { currency: 'DKK', step: 50, amount: '0.74', cash: '0.50' },
  { currency: 'DKK', step: 50, amount: '0.75', cash: '1.00' },
  { currency: 'HUF', step: 500, amount: '2.00', cash: '0.00' },
  { currency: 'HUF', step: 500, amount: '3.00', cash: '5.00' },
  { currency: 'HUF', step: 500, amount: '7.00', cash: '5.00' },
  { currency: 'HUF', step: 500, amount: '8.00', cash: '10.00' },
  { currency: 'SEK', step: 100, amount: '0.50', cash: '1.00' },
  { currency: 'NZD', step: 10, amount: '0.05', cash: '0.10' },
])('$currency $amount is $cash in cash', ({ currency, step, amount, cash }) => {
  const due = fromMajorUnits(amount, currency);
  const difference = roundCash(due, { stepMinor: step, mode: 'half-up' });
  expect(add(due, difference)).toEqual(fromMajorUnits(cash, currency));
});

test.each<{ title: string; due: number; rule: CashRounding | null; difference: number }>([
  { title: 'an outlet without a rule takes the exact amount', due: 1998, rule: null, difference: 0 },
  { title: 'down favours the guest', due: 1999, rule: { stepMinor: 5, mode: 'down' }, difference: -4 },
  { title: 'up favours the house', due: 1996, rule: { stepMinor: 5, mode: 'up' }, difference: 4 },
  { title: 'a round amount stays', due: 2000, rule: { stepMinor: 10, mode: 'up' }, difference: 0 },
  { title: 'a shop that rounds to the whole', due: 1050, rule: { stepMinor: 100, mode: 'half-up' }, difference: 50 },
  { title: 'a step of one is no rounding', due: 7, rule: { stepMinor: 1, mode: 'up' }, difference: 0 },
])('$title', ({ due, rule, difference }) => {
  expect(roundCash(money(due, 'NZD'), rule)).toEqual(money(difference, 'NZD'));
});

test('what is rounded is payable in coins, less than a step away, and mirrored for money given back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), cashRoundings, (amount, rule) => {
      const due = money(amount, 'CHF');
      const difference = roundCash(due, rule);
      const step = rule?.stepMinor ?? 1;
      expect(Math.abs(add(due, difference).amount) % step).toBe(0);
      expect(Math.abs(difference.amount)).toBeLessThan(step);
      expect(roundCash(negate(due), rule)).toEqual(negate(difference));
    }),
  );
});

test('the explanation of a rounding adds what the rounding adds', () => {
  const step = explainCashRounding(money(1998, 'CHF'), { stepMinor: 5, mode: 'half-up' });
  expect(step).toMatchObject({ rule: 'cash_rounding', rounding: 'half-up', amount: money(2000, 'CHF') });
  expect(sum([step.base, step.adds], 'CHF')).toEqual(step.amount);
});
