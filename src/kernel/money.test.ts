import fc from 'fast-check';
import { decimal } from './decimal.js';
import {
  add,
  fromBigInt,
  fromMajorUnits,
  isSameMoney,
  least,
  MAX_AMOUNT,
  money,
  multiply,
  negate,
  roundToStep,
  subtract,
  sum,
  toMajorUnits,
  zero,
} from './money.js';
import { Refusal } from './refusal.js';

const usd = (amount: number) => money(amount, 'USD');

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
}

test.each([
  { title: 'cents of an hour', action: () => usd(0.5), code: 'amount_out_of_range' },
  { title: 'no number', action: () => usd(Number.NaN), code: 'amount_out_of_range' },
  { title: 'beyond exact numbers', action: () => usd(MAX_AMOUNT + 1), code: 'amount_out_of_range' },
  { title: 'a sum beyond exact numbers', action: () => add(usd(MAX_AMOUNT), usd(1)), code: 'amount_out_of_range' },
  {
    title: 'a product beyond them',
    action: () => multiply(usd(MAX_AMOUNT), decimal('2')),
    code: 'amount_out_of_range',
  },
  { title: 'a big integer beyond them', action: () => fromBigInt(2n ** 53n, 'USD'), code: 'amount_out_of_range' },
  { title: 'two currencies added', action: () => add(usd(1), money(1, 'KES')), code: 'currency_mismatch' },
  { title: 'two currencies subtracted', action: () => subtract(usd(1), money(1, 'KES')), code: 'currency_mismatch' },
  { title: 'two currencies summed', action: () => sum([usd(1), money(1, 'KES')], 'USD'), code: 'currency_mismatch' },
  { title: 'two currencies compared', action: () => least(usd(1), money(1, 'KES')), code: 'currency_mismatch' },
])('$title: $code', ({ action, code }) => {
  expect(codeOf(action)).toBe(code);
});

test('there is no negative zero, which JSON would hide and a comparison find', () => {
  expect(Object.is(negate(zero('USD')).amount, 0)).toBe(true);
  expect(Object.is(money(-0, 'USD').amount, 0)).toBe(true);
});

test.each([
  { price: 1250, quantity: '0.482', product: 603 }, // 602.5
  { price: 1250, quantity: '2', product: 2500 },
  { price: 1, quantity: '0.5', product: 1 },
  { price: 1, quantity: '0.499999', product: 0 },
  { price: -1, quantity: '0.5', product: -1 },
  { price: 333, quantity: '3', product: 999 },
])('$price × $quantity is $product, half away from zero', ({ price, quantity, product }) => {
  expect(multiply(usd(price), decimal(quantity))).toEqual(usd(product));
});

test.each([
  { amount: 1998, step: 5, mode: 'half-up', rounded: 2000 },
  { amount: 1997, step: 5, mode: 'half-up', rounded: 1995 },
  { amount: -8, step: 5, mode: 'half-up', rounded: -10 },
  { amount: 25, step: 50, mode: 'half-up', rounded: 50 },
  { amount: 29, step: 10, mode: 'down', rounded: 20 },
  { amount: -29, step: 10, mode: 'down', rounded: -20 },
  { amount: 21, step: 10, mode: 'up', rounded: 30 },
  { amount: 7, step: 1, mode: 'up', rounded: 7 },
  { amount: 7, step: 0, mode: 'up', rounded: 7 },
] as const)('$amount to a step of $step, $mode: $rounded', ({ amount, step, mode, rounded }) => {
  expect(roundToStep(usd(amount), step, mode)).toEqual(usd(rounded));
});

test.each([
  { text: '12.50', currency: 'USD', amount: 1250 },
  { text: '12.5', currency: 'USD', amount: 1250 },
  { text: '-0.05', currency: 'USD', amount: -5 },
  { text: '1325', currency: 'JPY', amount: 1325 },
  { text: '1.325', currency: 'BHD', amount: 1325 },
  { text: '0.0001', currency: 'UYW', amount: 1 },
  { text: '12.345', currency: 'USD', code: 'amount_has_too_many_digits' },
  { text: '12.0', currency: 'JPY', code: 'amount_has_too_many_digits' },
  { text: '12', currency: 'XXX', code: 'unknown_currency' },
  { text: '12', currency: 'constructor', code: 'unknown_currency' },
  { text: '', currency: 'USD', code: 'amount_out_of_range' },
  { text: '12,50', currency: 'USD', code: 'amount_out_of_range' },
  { text: '1e3', currency: 'USD', code: 'amount_out_of_range' },
  { text: '999999999999999', currency: 'USD', code: 'amount_out_of_range' },
  { text: '9999999999999999', currency: 'USD', code: 'amount_out_of_range' },
])('"$text" $currency', ({ text, currency, amount, code }) => {
  if (amount !== undefined) expect(fromMajorUnits(text, currency)).toEqual({ amount, currency });
  expect(codeOf(() => fromMajorUnits(text, currency))).toBe(code ?? 'accepted');
});

test('a tenant decides how many digits its currency has', () => {
  expect(fromMajorUnits('80', 'TWD', { TWD: 0 })).toEqual({ amount: 80, currency: 'TWD' });
  expect(toMajorUnits(money(80, 'TWD'), { TWD: 0 })).toBe('80');
  expect(toMajorUnits(money(80, 'TWD'))).toBe('0.80');
});

const safe = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });

test('major units are read as they were written, in currencies of 0, 2 and 3 digits', () => {
  fc.assert(
    fc.property(safe, fc.constantFrom('JPY', 'USD', 'BHD'), (amount, currency) => {
      const value = money(amount, currency);
      expect(isSameMoney(fromMajorUnits(toMajorUnits(value), currency), value)).toBe(true);
    }),
  );
});

test('adding, subtracting and negating agree', () => {
  fc.assert(
    fc.property(safe, safe, (a, b) => {
      expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
      expect(add(usd(a), negate(usd(b)))).toEqual(subtract(usd(a), usd(b)));
      expect(least(usd(a), usd(b)).amount).toBe(Math.min(a, b));
    }),
  );
});
