import fc from 'fast-check';
import {
  addDecimals,
  decimal,
  DECIMAL_ONE,
  formatDecimal,
  parseDecimal,
  subtractDecimals,
  type Decimal,
} from './decimal.js';

test.each([
  { text: '1', millionths: 1_000_000n },
  { text: '0.482', millionths: 482_000n },
  { text: '16.0', millionths: 16_000_000n },
  { text: '-3.5', millionths: -3_500_000n },
  { text: '0.000001', millionths: 1n },
  { text: '007', millionths: 7_000_000n },
  { text: '-0', millionths: 0n },
  { text: '999999999.999999', millionths: 999_999_999_999_999n },
])('$text is $millionths millionths', ({ text, millionths }) => {
  expect(parseDecimal(text)).toBe(millionths);
  expect(decimal(text)).toBe(millionths);
});

test.each(['', ' ', '1.', '.5', '1,5', '+1', '1e3', '0x10', '1.0000001', '1234567890', 'NaN', '--1', '1 ', '1\n', '١'])(
  '%j is not a decimal',
  (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow(RangeError);
  },
);

test.each([
  { text: '1.500', shortest: '1.5' },
  { text: '10', shortest: '10' },
  { text: '-0.10', shortest: '-0.1' },
  { text: '0', shortest: '0' },
])('$text is written $shortest', ({ text, shortest }) => {
  expect(formatDecimal(decimal(text))).toBe(shortest);
});

const decimals = fc
  .bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })
  .map((millionths) => millionths as Decimal);

test('what is written is read back as it was', () => {
  fc.assert(fc.property(decimals, (value) => parseDecimal(formatDecimal(value)) === value));
});

test('adding and subtracting are inverse', () => {
  fc.assert(fc.property(decimals, decimals, (a, b) => subtractDecimals(addDecimals(a, b), b) === a));
  expect(addDecimals(decimal('0.1'), decimal('0.2'))).toBe(decimal('0.3'));
  expect(formatDecimal(DECIMAL_ONE)).toBe('1');
});
