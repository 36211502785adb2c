import { createHash } from 'node:crypto';
import {
  assertNoPaymentCard,
  drawCode,
  givenCode,
  isMistyped,
  isPaymentCardNumber,
  last4Of,
  normalCode,
} from './card-code.js';

const ALPHABET = Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
const POINTER = '/codes/0';

/** Bytes that look random and are the same each time. */
function seeded(seed: string): (size: number) => Uint8Array {
  let round = 0;
  return (size) =>
    createHash('sha256')
      .update(`${seed} ${(round += 1)}`)
      .digest()
      .subarray(0, size);
}
const codes = Array.from({ length: 300 }, (_, n) => drawCode(seeded(String(n))));

test('codes have 16 characters that nobody misreads, and none comes twice', () => {
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => !isMistyped(code))).toBe(true);
});

test('every character comes about as often as any other', () => {
  const counts = new Map<string, number>();
  for (const code of codes)
    for (const character of code.slice(0, 15)) counts.set(character, (counts.get(character) ?? 0) + 1);
  const expected = (codes.length * 15) / ALPHABET.length;
  expect([...counts.keys()].sort()).toEqual(ALPHABET);
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
});

test('any one wrong character and any two that changed places are found', () => {
  for (const code of codes.slice(0, 20)) {
    for (let at = 0; at < code.length; at += 1) {
      for (const character of ALPHABET) {
        const typed = code.slice(0, at) + character + code.slice(at + 1);
        expect(isMistyped(typed)).toBe(typed !== code);
      }
      for (let and = at + 1; and < code.length; and += 1) {
        const swapped = Array.from(code);
        [swapped[at], swapped[and]] = [swapped[and] as string, swapped[at] as string];
        expect(isMistyped(swapped.join(''))).toBe(swapped.join('') !== code);
      }
    }
  }
});

test('chance that gives the same bytes again and again is a defect', () => {
  expect(() => drawCode((size) => new Uint8Array(size).fill(255))).toThrow('the same bytes');
});

test.each([
  ['7kqm-2hxw 9rtd-v4ce', '7KQM2HXW9RTDV4CE'],
  [' 1234 5678 ', '12345678'],
])('%j is read as %s', (typed, code) => {
  expect(normalCode(typed)).toBe(code);
  expect(givenCode(typed, POINTER)).toBe(code);
  expect(last4Of(code)).toBe(code.slice(-4));
});

test.each(['1234567', 'ABC', 'a'.repeat(33), 'GIFT_0001', 'GIFT0001é', 'ＧＩＦＴ0001', ''])(
  '%j is no code of a card',
  (text) => {
    expect(() => givenCode(text, POINTER)).toThrow('gift_card_code_invalid');
  },
);

// Numbers that the brands publish for tests.
test.each([
  '4111 1111 1111 1111',
  '4222222222222',
  '5555-5555-5555-4444',
  '2223003122003222',
  '378282246310005',
  '6011111111111117',
  '3530111333300000',
  '30569309025904',
  '6200000000000005',
  '6759649826438453',
])('%s is the number of a payment card', (text) => {
  const refusal = expect.objectContaining({ code: 'card_data_not_allowed', facts: {} });
  expect(() => givenCode(text, POINTER)).toThrow(refusal);
});

test.each([
  ['fails its checksum', '4111111111111112'],
  ['begins like no brand', '7777777777777777777'],
  ['is a barcode', '4006381333931'],
  ['is short', '411111111111'],
  ['has letters', '4111111111111111A'],
  ['is a gift card of the usual kind', '6006491200000000008'],
])('a number that %s is none', (_, text) => {
  expect(isPaymentCardNumber(text)).toBe(false);
});

test.each([
  ...['paid with 4111 1111 1111 1111 before', '4111-1111-1111-1111', '5555555555554444', 'x4111111111111111y'],
  ...['table 5 4111 1111 1111 1111', '4111 1111 1111 1111 12/27', '5 4111111111111111 12', '4111  1111  1111  1111'],
  ...['4111\u00a01111\u00a01111\u00a01111', '4111\u20131111\u20131111\u20131111', '４１１１１１１１１１１１１１１１'],
  ...[
    '٤١١١ ١١١١ ١١١١ ١١١١',
    ';4111111111111111=27121010000',
    '3782 822463 10005',
    '3056 930902 5904',
    'cvv 123',
    'CVC2: 1234',
  ],
])('the text %j has the number of a payment card in it', (text) => {
  expect(() => assertNoPaymentCard(text, '/reason')).toThrow(
    expect.objectContaining({
      code: 'card_data_not_allowed',
      fields: [expect.objectContaining({ pointer: '/reason' })],
    }),
  );
});

test.each([
  ...['lost', 'call 0722 123 456', 'order 4006381333931', '2026-11-21 10:00', '', 'cvv', 'table 123', 'cvvs 1234'],
  // The checksum of cards and a brand's beginning by chance: telephone numbers of Germany, Indonesia and Brazil, a barcode.
  ...['+49 151 23456785', '6281234567894', '+55 11 91234 5674', '4006381333900'],
  ...['a4111111-1111-4111-8411-111111111111', '4111 1111 1111 1112', '41111111111111112712'],
])('the text %j has none', (text) => {
  expect(() => assertNoPaymentCard(text, '/reason')).not.toThrow();
});
