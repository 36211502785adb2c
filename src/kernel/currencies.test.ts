import { isCurrency, minorDigitsOf } from './currencies.js';

test.each([
  { code: 'JPY', digits: 0 },
  { code: 'UGX', digits: 0 },
  { code: 'USD', digits: 2 },
  { code: 'KES', digits: 2 },
  { code: 'HUF', digits: 2 },
  { code: 'BHD', digits: 3 },
  { code: 'TND', digits: 3 },
  { code: 'CLF', digits: 4 },
])('$code has $digits digits', ({ code, digits }) => {
  expect(minorDigitsOf(code)).toBe(digits);
  expect(isCurrency(code)).toBe(true);
});

test.each(['XXX', 'XAU', 'usd', 'DOLLAR', '', 'constructor', '__proto__', 'toString'])('%j is no currency', (code) => {
  expect(minorDigitsOf(code)).toBeUndefined();
  expect(minorDigitsOf(code, { TWD: 0 })).toBeUndefined();
  expect(isCurrency(code)).toBe(false);
});

test("a tenant's override comes first", () => {
  expect(minorDigitsOf('TWD')).toBe(2);
  expect(minorDigitsOf('TWD', { TWD: 0 })).toBe(0);
  expect(minorDigitsOf('USD', { TWD: 0 })).toBe(2);
});
