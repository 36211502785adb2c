import fc from 'fast-check';
import { formatDecimal } from '../../../kernel/decimal.js';
import { multiply } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { checkDigitOf, checkDigitOfFour } from './gs1/check-digit.js';
import type { LabelRule } from './gs1/label.js';
import { RULES_OF_PRESET } from './gs1/label-presets.js';
import { changedDetails, type ItemDetails } from './item-details.js';
import { espresso, itemId } from './item.examples.js';
import type { Item } from './item.js';
import { readCode, type Scan } from './scan.js';
import { scannedItem } from './scanned-item.js';

const TODAY = '2026-11-21';
const USD = { currency: 'USD', digits: 2 };
const JPY = { currency: 'JPY', digits: 0 };

function sold(changes: Partial<ItemDetails>): Item {
  return { ...changedDetails(espresso, changes), id: itemId(1), version: 1, deletedAt: null };
}

function read(code: string, rules: readonly LabelRule[] = RULES_OF_PRESET.US): Scan {
  const scan = readCode(code, rules, TODAY);
  if ('refusal' in scan) throw new Error(`${scan.refusal}: ${scan.why}`);
  return scan;
}

test.each([
  ['4006381333931', { kind: 'plain', barcodeKeys: ['04006381333931', '4006381333931'], checkDigit: 'valid' }],
  [']C0shelf-7', { kind: 'plain', barcodeKeys: ['shelf-7'], numbers: ['shelf-7'], checkDigit: 'none' }],
  ['212345928752', { kind: 'label', numbers: ['12345'], barcodeKeys: ['00212345000007', '0212345000007'] }],
  ['200042001991', { kind: 'label', numbers: ['00042', '42'] }],
  // Without the symbology, but nothing else looks like that.
  ['01095212345432133103000750', { kind: 'element_string', barcodeKeys: ['09521234543213'], numbers: [] }],
  // A label of the scales within an element string.
  ['(01)00212345928752(10)A', { kind: 'label', numbers: ['12345'], batch: 'A' }],
  ['01095212345432143103000750', { kind: 'plain', checkDigit: 'none' }],
])('%s is read', (code, scan) => expect(read(code)).toMatchObject(scan));

test('a prefix that the outlet has no rule for is a barcode like any other', () => {
  expect(read('2911111111111', RULES_OF_PRESET.NO)).toMatchObject({ kind: 'plain', measure: null, price: null });
});

test.each([
  ['a kilogram by the kilogram', 'kg', '(01)09521234543213(3103)001000', '1'],
  ['a kilogram by the gram', 'g', '(01)09521234543213(3103)001000', '1000'],
  ['a pound by the kilogram', 'kg', '(01)09521234543213(3200)000001', '0.453592'],
  ['a kilogram by the pound', 'lb', '(01)09521234543213(3100)000001', '2.204623'],
  ['sixteen ounces by the pound', 'lb', '(01)09521234543213(3570)000016', '1'],
  ['half a litre by the millilitre', 'ml', '(01)09521234543213(3151)000005', '500'],
  ['two metres by the centimetre', 'cm', '(01)09521234543213(3110)000002', '200'],
  ['twelve of what is counted', 'bottle', '(01)09521234543213(30)12', '12'],
  ['an empty label', 'kg', '(01)09521234543213(3103)000000', null],
])('%s', (_, unit, code, quantity) => {
  const { quantity: said } = scannedItem(sold({ unit, measure: 'weight' }), 'barcode', read(code), USD);
  expect(said === null ? null : formatDecimal(said)).toBe(quantity);
});

test.each([
  ['weight of what is counted', 'each', '(01)09521234543213(3103)001000', USD],
  ['weight of what is poured', 'l', '(01)09521234543213(3103)001000', USD],
  ['a count of what is weighed', 'kg', '(01)09521234543213(30)12', USD],
  ['a unit nobody knows', 'toString', '(01)09521234543213(3103)001000', USD],
  ['another currency', 'kg', '(01)09521234543213(3932)7521648', USD],
  ['finer than the currency', 'kg', '(01)09521234543213(3923)1648', USD],
  ['cents of yen', 'kg', '(01)09521234543213(3922)1648', JPY],
])('%s is refused', (_, unit, code, place) => {
  expect(() => scannedItem(sold({ unit, measure: 'weight' }), 'barcode', read(code), place)).toThrow(
    new Refusal('barcode_measure_mismatch'),
  );
});

test.each([
  ['cents without digits', '(01)09521234543213(3920)12', USD, 1200],
  ['zeros that the currency does not have', '(01)09521234543213(3922)1600', JPY, 16],
  ['its own currency', '(01)09521234543213(3932)8401648', USD, 1648],
])('a price with %s', (_, code, place, amount) => {
  expect(scannedItem(sold({}), 'barcode', read(code), place).price).toEqual({ amount, currency: place.currency });
});

test('what a priced label weighs costs, at the list price, exactly what the label says', () => {
  const list = fc.integer({ min: 1, max: 50_000 });
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 9999 }), (amount, cents) => {
      const value = String(cents).padStart(4, '0');
      const body = `212345${checkDigitOfFour(value)}${value}`;
      const item = sold({ unit: 'kg', measure: 'weight', price: { amount, currency: 'USD' } });
      const { price, quantity } = scannedItem(item, 'plu', read(`${body}${checkDigitOf(body)}`), USD);
      expect(price).toEqual({ amount: cents, currency: 'USD' });
      expect(quantity === null ? null : multiply(item.price, quantity)).toEqual(price);
    }),
  );
});

test.each([
  ['free', { amount: 0, currency: 'USD' }],
  ['in another currency', { amount: 100, currency: 'EUR' }],
])('a price says no quantity of what is %s', (_, price) => {
  const item = sold({ unit: 'kg', measure: 'weight', price });
  expect(scannedItem(item, 'plu', read('212345928752'), USD)).toMatchObject({
    quantity: null,
    price: { amount: 2875 },
  });
});
