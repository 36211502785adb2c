import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { checkDigitOf, checkDigitOfFive, checkDigitOfFour, hasCheckDigit } from './check-digit.js';
import { isCoupon, isPositiveOffer } from './coupons.js';
import { readElements } from './element-string.js';
import { ELEMENT_RULES } from './element-table.js';
import { gtinKey, gtinKeysOf, upcAOf } from './gtin.js';
import { problemsOfRules, readLabel, type LabelRule } from './label.js';
import { LABEL_PRESETS, RULES_OF_PRESET } from './label-presets.js';
import { numericCurrency } from './numeric-currencies.js';
import { tradedItemOf } from './traded-item.js';

interface Vectors {
  check_digit: { valid: string[]; invalid: string[]; key_without_check_digit_and_digit: [string, string][] };
  price_or_weight_check_digit: { four: [string, number][]; five: [string, number][] };
  restricted_circulation_13: { country: 'SE' | 'NO'; code: string; price?: string; weight_kg?: string }[];
  us_random_weight_upc: { code: string; item: string; price: string }[];
  coupon_8112: { valid: string[]; invalid: string[] };
  coupon_8110: { valid: string[]; invalid: string[] };
}
const vectors = JSON.parse(readFileSync(path.resolve('test/vectors/gs1.json'), 'utf8')) as Vectors;

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('check digits', () => {
  const { valid, invalid, key_without_check_digit_and_digit: keys } = vectors.check_digit;
  test.each(valid)('%s has its check digit', (key) => expect(hasCheckDigit(key)).toBe(true));
  test.each(invalid)('"%s" does not', (key) => expect(hasCheckDigit(key)).toBe(false));
  test.each(keys)('%s is completed by %s', (key, digit) => expect(String(checkDigitOf(key))).toBe(digit));

  test.each(vectors.price_or_weight_check_digit.four)('of the value %s is %i', (value, digit) => {
    expect(checkDigitOfFour(value)).toBe(digit);
  });
  test.each(vectors.price_or_weight_check_digit.five)('of the value %s is %i', (value, digit) => {
    expect(checkDigitOfFive(value)).toBe(digit);
  });

  test('one wrong digit is always noticed, and two neighbours swapped unless they differ by five', () => {
    const key = digits(12).map((body) => `${body}${checkDigitOf(body)}`);
    fc.assert(
      fc.property(key, fc.nat(12), fc.integer({ min: 1, max: 9 }), (sound, place, shift) => {
        const wrong = String((Number(sound[place]) + shift) % 10);
        expect(hasCheckDigit(sound.slice(0, place) + wrong + sound.slice(place + 1))).toBe(false);
        const [a, b] = [sound[place], sound[place + 1]];
        if (a === undefined || b === undefined) return;
        const swapped = sound.slice(0, place) + b + a + sound.slice(place + 2);
        expect(hasCheckDigit(swapped)).toBe(Math.abs(Number(a) - Number(b)) % 5 === 0);
      }),
    );
  });

  test.each([
    ['four', checkDigitOfFour, 4],
    ['five', checkDigitOfFive, 5],
  ] as const)('of a value of %s digits, one wrong digit is always noticed', (_, checkDigit, length) => {
    fc.assert(
      fc.property(digits(length), fc.nat(length - 1), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        const wrong = String((Number(value[place]) + shift) % 10);
        expect(checkDigit(value.slice(0, place) + wrong + value.slice(place + 1))).not.toBe(checkDigit(value));
      }),
    );
  });

  test('a value of another length has none', () => expect(() => checkDigitOfFour('12345')).toThrow(RangeError));
});

describe('barcodes', () => {
  test.each([
    ['4006381333931', '04006381333931'],
    ['012345678905', '00012345678905'],
    ['0012345678905', '00012345678905'],
    ['00012345678905', '00012345678905'],
    ['96385074', '00000096385074'],
    ['01234565', '00012345000065'],
    ['11234562', '00000011234562'],
    ['shelf-7', 'shelf-7'],
    ['4006381333932', '4006381333932'],
  ])('%s is compared as %s', (barcode, key) => expect(gtinKey(barcode)).toBe(key));

  test.each([
    ['04252614', '042100005264'],
    ['01240136', '012400000016'],
    ['01234134', undefined],
    ['01200036', undefined],
    ['96385074', undefined],
  ])('the UPC-E %s is %s', (code, upcA) => expect(upcAOf(code)).toBe(upcA));

  test('no two UPC-Es stand for one UPC-A', () => {
    const found = new Map<string, string>();
    let twice = 0;
    for (let number = 0; number < 1_000_000; number += 101) {
      const body = String(number).padStart(6, '0');
      for (const check of '0123456789') {
        const upcA = upcAOf(`0${body}${check}`);
        if (upcA === undefined) continue;
        twice += found.has(upcA) ? 1 : 0;
        found.set(upcA, body);
        break;
      }
    }
    expect(twice).toBe(0);
  });

  test('zeros before a GTIN never make another one', () => {
    fc.assert(
      fc.property(digits(11), (body) => {
        const upcA = `${body}${checkDigitOf(body)}`;
        expect(gtinKey(`0${upcA}`)).toBe(gtinKey(upcA));
        expect(gtinKeysOf(`00${upcA}`)).toContain(gtinKey(upcA));
      }),
    );
  });
});

/** The value of a label in its last place, as people write it. */
function written(value: bigint, decimals: number): string {
  const text = value.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

describe('labels of scales', () => {
  test.each(vectors.restricted_circulation_13)('$country $code', ({ country, code, price, weight_kg: weight }) => {
    const label = readLabel(code, RULES_OF_PRESET[country]);
    if (price === undefined && weight === undefined) {
      expect(label).toBeUndefined();
      return;
    }
    if (typeof label !== 'object') throw new Error(`not read: ${label}`);
    expect([label.kind, written(label.value, label.decimals)]).toEqual(
      price === undefined ? ['weight', weight] : ['price', price],
    );
    expect(hasCheckDigit(label.base)).toBe(true);
  });

  test.each(vectors.us_random_weight_upc)('US $code', ({ code, item, price }) => {
    const label = readLabel(code, RULES_OF_PRESET.US);
    if (typeof label !== 'object') throw new Error(`not read: ${label}`);
    expect([label.reference, written(label.value, label.decimals)]).toEqual([item, price]);
  });

  const five: LabelRule = {
    ...{ prefix: '27', kind: 'price', decimals: 2, itemDigits: 4, valueDigits: 5, valueCheckDigit: 'five', unit: 'kg' },
  } as const;
  const withCheckDigit = (body: string) => `${body}${checkDigitOf(body)}`;

  test.each([
    ['a price of five digits with its check digit', withCheckDigit('271234614685'), 14685n],
    ['the same, misread', withCheckDigit('271234714685'), 'value_check_digit'],
    ['another check digit', '2712346146850', 'check_digit'],
    ['another prefix', withCheckDigit('281234614685'), undefined],
    ['no label', '4006381333931', undefined],
    ['as GTIN-14', `0${withCheckDigit('271234614685')}`, 14685n],
    ['a package of them', withCheckDigit('1271234614685'), undefined],
  ])('%s', (_, code, outcome) => {
    const label = readLabel(code, [five]);
    expect(typeof label === 'object' ? label.value : label).toBe(outcome);
  });

  test('whatever is printed is read', () => {
    const rule = fc.constantFrom(...LABEL_PRESETS.flatMap((preset) => RULES_OF_PRESET[preset]), five);
    fc.assert(
      fc.property(rule, digits(6), digits(5), (printed, item, value) => {
        const reference = item.slice(0, printed.itemDigits);
        const shown = value.slice(0, printed.valueDigits);
        const check = { none: '', four: () => checkDigitOfFour(shown), five: () => checkDigitOfFive(shown) };
        const made = check[printed.valueCheckDigit];
        const code = withCheckDigit(`${printed.prefix}${reference}${typeof made === 'string' ? made : made()}${shown}`);
        expect(readLabel(code, [printed])).toMatchObject({ reference, value: BigInt(shown) });
      }),
    );
  });

  test.each([
    ['presets', LABEL_PRESETS.flatMap((preset) => [RULES_OF_PRESET[preset]]), []],
    ['a prefix that is a country', [[{ ...five, prefix: '40' }]], ['/rules/0/prefix']],
    ['the same prefix twice', [[five, five]], ['/rules/0/prefix', '/rules/1/prefix'].slice(1)],
    ['more places than digits', [[{ ...five, decimals: 6 }]], ['/rules/0/decimals']],
    ['a check digit of four for five', [[{ ...five, valueCheckDigit: 'four' as const }]], ['/rules/0/valueDigits']],
    ['fourteen digits', [[{ ...five, itemDigits: 5 }]], ['/rules/0/itemDigits']],
  ])('rules: %s', (_, sets, pointers) => {
    expect(sets.flatMap((rules) => problemsOfRules(rules).map(({ pointer }) => pointer))).toEqual(pointers);
  });
});

describe('coupons', () => {
  const { coupon_8110: northAmerican, coupon_8112: positiveOffer } = vectors;
  test.each(northAmerican.valid)('8110 %s', (data) => {
    expect(isCoupon(data)).toBe(true);
    expect(readElements(`]C18110${data}`)).toEqual(new Map([['8110', data]]));
  });
  test.each(northAmerican.invalid)('8110 not %s', (data) => {
    expect(isCoupon(data)).toBe(false);
    expect(readElements(`(8110)${data}`)).toEqual({ problem: 'couponcode', ai: '8110' });
  });
  test.each(positiveOffer.valid)('8112 %s', (data) => {
    expect(isPositiveOffer(data)).toBe(true);
    expect(readElements(`(8112)${data}`)).toEqual(new Map([['8112', data]]));
  });
  test.each(positiveOffer.invalid)('8112 not %s', (data) => {
    expect(isPositiveOffer(data)).toBe(false);
    expect(readElements(`(8112)${data}`)).toEqual({ problem: 'couponposoffer', ai: '8112' });
  });

  const base = '012345612345611110123';
  test.each([
    ['a second purchase', '1' + '0' + '11' + '0' + '123' + '9', true],
    ['a third without a company', '2' + '11' + '0' + '123' + '9', true],
    ['an end and a beginning', '3261231' + '4260101', true],
    ['a beginning before the end', '4260101' + '3261231', false],
    ['a day that does not exist', '3260231', false],
    ['a serial number', '50123456', true],
    ['a retailer', '611234567', true],
    ['other rules', '90000', true],
    ['a field that is none', '7', false],
  ])('8110 with %s', (_, more, valid) => expect(isCoupon(base + more)).toBe(valid));
});

describe('element strings', () => {
  const GS = '\u001d';
  test.each([
    [']C10109521234543213310300075010ABC', { '01': '09521234543213', 3103: '000750', 10: 'ABC' }],
    [`]d2010952123454321310ABC${GS}17261231`, { '01': '09521234543213', 10: 'ABC', 17: '261231' }],
    [`${GS}0109521234543213`, { '01': '09521234543213' }],
    ['(01)09521234543213(3922)0299', { '01': '09521234543213', 3922: '0299' }],
    [`(01)09521234543213(10)A/1(21)7`, { '01': '09521234543213', 10: 'A/1', 21: '7' }],
  ])('%s', (code, elements) => expect(readElements(code)).toEqual(new Map(Object.entries(elements))));

  test.each([
    ['(01)09521234543214', 'csum', '01'],
    ['(01)0952123454321', 'is too short', '01'],
    ['(01)095212345432130', 'is too long', '01'],
    ['(01)0952123454321x', 'has characters that it may not have', '01'],
    ['(17)261301', 'yymmd0', '17'],
    ['(7003)2612312460', 'hhmi', '7003'],
    ['(05)1', 'is no application identifier', '05'],
    ['0500', 'is no application identifier', '0500'],
    ['(01)09521234543213(3922)0299(3932)7520299', 'must not come with 3932', '3922'],
    ['(10)A(10)B', 'comes twice', '10'],
    [`(10)${'x'.repeat(1000)}`, 'is too long', ''],
  ])('%s: %s', (code, problem, ai) => expect(readElements(code)).toEqual({ problem, ai }));

  test('the table is whole', () => {
    expect(ELEMENT_RULES.size).toBeGreaterThan(500);
    for (const { components } of ELEMENT_RULES.values()) expect(components.length).toBeGreaterThan(0);
    expect(ELEMENT_RULES.get('3105')).toMatchObject({ predefined: true, components: [{ type: 'N', min: 6, max: 6 }] });
  });

  test.each([
    ['(01)09521234543213(3103)000750', { measure: { value: 750n, decimals: 3, unit: 'kg' }, price: null }],
    ['(01)09521234543213(3202)000165', { measure: { value: 165n, decimals: 2, unit: 'lb' } }],
    ['(01)09521234543213(30)12', { measure: { value: 12n, decimals: 0, unit: 'each' } }],
    ['(02)09521234543213(37)6', { gtin: '09521234543213', measure: { value: 6n, decimals: 0, unit: 'each' } }],
    ['(01)09521234543213(3922)0299', { price: { value: 299n, decimals: 2, currency: null } }],
    ['(01)09521234543213(3932)7520299', { price: { value: 299n, decimals: 2, currency: 'SEK' } }],
    ['(01)09521234543213(17)261200(10)A(21)B', { expiresOn: '2026-12-31', batch: 'A', serial: 'B' }],
    ['(01)09521234543213(17)990228', { expiresOn: '1999-02-28' }],
    ['(01)09521234543213(7003)2612312359', { expiresOn: '2026-12-31' }],
    ['(00)095212345432100003', undefined],
  ])('%s is traded', (code, traded) => {
    const elements = readElements(code);
    if ('problem' in elements) throw new Error(JSON.stringify(elements));
    const read = tradedItemOf(elements, '2026-11-21');
    if (traded === undefined) expect(read).toBeUndefined();
    else expect(read).toMatchObject(traded);
  });

  test('whatever it is, reading it ends and does not throw', () => {
    const code = fc.stringMatching(/^[\u001d()\]0-9A-Za-z]{0,60}$/);
    fc.assert(fc.property(code, (text) => expect(readElements(text)).toBeDefined()));
  });
});

test.each([
  ['752', 'SEK'],
  ['840', 'USD'],
  ['008', 'ALL'],
  ['000', undefined],
])('the currency %s is %s', (number, code) => expect(numericCurrency(number)).toBe(code));
