import fc from 'fast-check';
import { addQuantities, isWhole, oneLess, piecesOf, readQuantity } from './quantity.js';

test.each([
  ['6', '6'],
  ['0.482', '0.482'],
  ['0,5', '0.5'],
  [' 12 ', '12'],
  ['007', '7'],
  ['1.500000', '1.5'],
  ['0', undefined],
  ['0.0', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1.', undefined],
  ['1.2345678', undefined],
  ['1234567890', undefined],
  ['1e3', undefined],
])('%j is read as %j', (text, expected) => {
  expect(readQuantity(text)).toBe(expected);
});

test.each([
  ['1', undefined],
  ['2', '1'],
  ['1.5', '0.5'],
  ['0.482', undefined],
])('one less than %s is %s', (quantity, expected) => {
  expect(oneLess(quantity)).toBe(expected);
});

test.each([
  ['3', 3],
  ['0.482', 1],
  ['2.5', 1],
])('%s counts as %d pieces', (quantity, pieces) => {
  expect(piecesOf(quantity)).toBe(pieces);
});

test('sums are exact, in any order', () => {
  const quantity = fc
    .tuple(fc.nat(999_999), fc.nat(999_999))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(6, '0')}`);
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      expect(addQuantities(a, b)).toBe(addQuantities(b, a));
      expect(isWhole(addQuantities(a, '1'))).toBe(isWhole(a));
    }),
  );
});
