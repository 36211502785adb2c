import fc from 'fast-check';
import { Refusal } from '../../../kernel/refusal.js';
import {
  CODE_ALPHABET,
  codesOrderFrom,
  isCodeText,
  normalCodeOf,
  randomCodes,
  switchCode,
  type CodesWish,
  type PromoCode,
} from './promo-code.js';
import { active, AT, PROMOTION } from './promotion.examples.js';

const byCode = { ...active, activation: 'code' } as const;

test.each([
  [' save10 ', 'SAVE10'],
  ['ＳＡＶＥ１０', 'SAVE10'],
  ['ﬁve', 'FIVE'],
  ['straße', 'STRASSE'],
  ['caf\u0065\u0301', 'CAF\u00c9'],
  ['\u00a0x\u2003', 'X'],
])('%j is compared as %j', (typed, normal) => expect(normalCodeOf(typed)).toBe(normal));

test('a normal form is its own normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => normalCodeOf(normalCodeOf(text)) === normalCodeOf(text)),
  );
});

test.each([
  ['SAVE10', true],
  ['AB', false],
  ['A'.repeat(64), true],
  ['A'.repeat(65), false],
  ['A B', false],
  ['A\u0000B', false],
  ['AB\ud800', false],
  ['ДЕНЬ', true],
])('%j can be a code: %s', (code, can) => expect(isCodeText(code)).toBe(can));

const wishes: readonly [string, CodesWish, string[]][] = [
  ['one code', { code: 'welcome' }, []],
  ['random ones', { count: 10_000 }, []],
  ['neither', {}, ['']],
  ['both', { code: 'welcome', count: 2, length: 9, prefix: 'x' }, ['/count', '/prefix', '/length']],
  ['a short code', { code: 'ab' }, ['/code']],
  ['a code of two words', { code: 'two words' }, ['/code']],
  ['none', { count: 0 }, ['/count']],
  ['too many', { count: 10_001 }, ['/count']],
  ['guessable ones', { count: 1, length: 7 }, ['/length']],
  ['long ones', { count: 1, length: 33 }, ['/length']],
  ['a long prefix', { count: 1, prefix: 'x'.repeat(21) }, ['/prefix']],
  ['a prefix of two words', { count: 1, prefix: 'a b' }, ['/prefix']],
  ['no use', { count: 1, usesMax: 0 }, ['/usesMax']],
  ['no use by anybody', { code: 'abc', usesPerCustomerMax: 0 }, ['/usesPerCustomerMax']],
];
test.each(wishes)('%s', (_, wish, pointers) => {
  try {
    codesOrderFrom(wish, byCode);
    expect(pointers).toEqual([]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect([error.code, ...error.fields.map(({ pointer }) => pointer)]).toEqual(['promo_codes_invalid', ...pointers]);
  }
});

test('random codes are used once unless said otherwise, a chosen one without limit', () => {
  expect(codesOrderFrom({ count: 2, prefix: 'may-' }, byCode)).toMatchObject({
    prefix: 'MAY-',
    length: 12,
    usesMax: 1,
  });
  expect(codesOrderFrom({ code: 'may' }, byCode)).toMatchObject({ code: 'MAY', count: 1, usesMax: null });
  expect(codesOrderFrom({ count: 2, usesMax: null }, byCode).usesMax).toBeNull();
  expect(() => codesOrderFrom({ code: 'may' }, active)).toThrow('promotion_takes_no_codes');
});

test('random codes have their length, their prefix and characters that do not look alike', () => {
  let next = 0;
  const bytes = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => (next += 1) % 256);
  const codes = randomCodes(500, 'X-', 9, bytes);
  expect(codes).toHaveLength(500);
  expect(codes.every((code) => /^X-[34679CDFGHJKMNPQRTVWXY]{9}$/.test(code))).toBe(true);
  expect(CODE_ALPHABET).toHaveLength(new Set(CODE_ALPHABET).size);
});

test('each character is as likely as any other', () => {
  // All bytes equally often: those above the last whole multiple of the alphabet must not count.
  const [all] = randomCodes(1, '', 242, (size) => Uint8Array.from({ length: size }, (_, index) => index % 256));
  const counts = CODE_ALPHABET.split('').map((character) => (all ?? '').split(character).length - 1);
  expect(counts).toEqual(CODE_ALPHABET.split('').map(() => 11));
});

test('a code is switched once, and on the version that was seen', () => {
  const code = { id: PROMOTION, promotionId: PROMOTION, code: 'ABC', active: true, version: 4, createdAt: AT } as never;
  expect(switchCode(code as PromoCode, false, 4)).toMatchObject({ active: false, version: 5 });
  expect(switchCode(code as PromoCode, true)).toBeUndefined();
  expect(() => switchCode(code as PromoCode, false, 3)).toThrow('version_mismatch');
});
