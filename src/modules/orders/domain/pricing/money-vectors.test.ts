import { readFileSync } from 'node:fs';
import { minorDigitsOf } from '../../../../kernel/currencies.js';
import { add, fromMajorUnits, toMajorUnits } from '../../../../kernel/money.js';
import { roundCash } from './cash-rounding.js';

// The vectors for money that all teams share, whole.

interface CashVector {
  readonly currency: string;
  readonly increment: string;
  readonly amount: string;
  readonly cash: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(`test/vectors/${file}`, 'utf8'));
const { currencies } = read('iso4217.json') as { currencies: Record<string, { minor_units: number | null }> };
const { edge, samples } = read('cash-rounding.json') as { edge: CashVector[]; samples: CashVector[] };

test('every currency of the ISO list has its minor digits', () => {
  expect(Object.keys(currencies).length).toBeGreaterThan(150);
  const listed = Object.entries(currencies).map(([code, { minor_units: digits }]) => [code, digits ?? undefined]);
  expect(Object.keys(currencies).map((code) => [code, minorDigitsOf(code)])).toEqual(listed);
});

test.each([...edge, ...samples])('$currency $amount is $cash in cash of $increment', (vector) => {
  const { currency, increment, amount, cash } = vector;
  const due = fromMajorUnits(amount, currency);
  const stepMinor = fromMajorUnits(increment, currency).amount;
  const paid = add(due, roundCash(due, { stepMinor, mode: 'half-up' }));
  expect(toMajorUnits(paid)).toBe(toMajorUnits(fromMajorUnits(cash, currency)));
});
