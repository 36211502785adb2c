import fc from 'fast-check';
import { basketOf } from './baskets.examples.js';
import { priceWith, type InputOfAnyEngine, type InputOfEngine1 } from './engines.js';
import { price } from './price.js';
import { basket, inclusive20, line, USD } from './pricing.examples.js';
import { baskets as basketsOfEngine1 } from './v1/basket.examples.js';
import { price as priceByEngine1 } from './v1/price.js';

const one = line('a', USD('3.50'), { taxGroup: inclusive20 });
const input1: InputOfEngine1 = {
  engineVersion: '1',
  currency: 'USD',
  channel: 'counter',
  taxRounding: 'receipt',
  taxExempt: false,
  lines: [{ ...one, unitPrice: one.listPrice }],
};

test('an order of engine 1 is priced by engine 1, one of engine 2 by engine 2', () => {
  const basket1 = priceWith('1', input1);
  expect(basket1.engineVersion).toBe('1');
  expect(basket1.explanation.map(({ rule }) => rule)).toEqual(['unit_price', 'line_amount', 'tax']);
  const basket2 = priceWith('2', basket([one]));
  expect(basket2.engineVersion).toBe('2');
  expect(basket2.explanation.map(({ rule }) => rule)).toEqual(['list_price', 'line_amount', 'tax']);
});

test('they give to the byte what the engines give', () => {
  fc.assert(
    fc.property(basketsOfEngine1, fc.nat(10_000), (old, index) => {
      const input: InputOfEngine1 = { ...old, engineVersion: '1' };
      expect(priceWith('1', input)).toEqual(priceByEngine1(input));
      expect(priceWith('2', basketOf(5, index))).toEqual(price(basketOf(5, index)));
    }),
  );
});

test.each<[string, string, InputOfAnyEngine]>([
  ['an engine that was never there', '3', { ...basket([one]), engineVersion: '3' as '2' }],
  ['an input of another engine', '2', input1],
  ['an input of a newer engine', '1', basket([one])],
])('%s prices nothing', (_, version, input) => {
  expect(() => priceWith(version, input)).toThrow(RangeError);
});
