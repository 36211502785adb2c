import { Refusal } from '../../../kernel/refusal.js';
import { planBatch } from './import-batch.js';
import { readRow, type RowTexts } from './import-row.js';
import { changedDetails, type ItemDetails } from './item-details.js';
import { addItem, changeItem, deleteItem, restoreItem } from './item.js';
import { espresso, espressoTexts, importRow, itemId, present } from './item.examples.js';

function pointersOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.fields.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

const badDetails: readonly [string, Partial<ItemDetails>, string[]][] = [
  ['nothing wrong', {}, []],
  ['a blank SKU', { sku: ' ' }, ['/sku']],
  ['a long SKU', { sku: 'x'.repeat(65) }, ['/sku']],
  ['a name of control characters', { name: 'a\u0000' }, ['/name']],
  ['a name that was not UTF-8', { name: 'caf\uFFFD' }, ['/name']],
  ['half a character', { category: '\udc00' }, ['/category']],
  ['a negative price', { price: { amount: -1, currency: 'USD' } }, ['/price']],
  ['a currency that is none', { price: { amount: 1, currency: 'constructor' } }, ['/price']],
  ['an empty barcode', { barcode: '' }, ['/barcode']],
  ['no barcode', { barcode: null }, []],
  ['no unit', { unit: '' }, ['/unit']],
  ['a kind nobody knows', { kind: 'x' as ItemDetails['kind'] }, ['/kind']],
  ['a measure nobody knows', { measure: 'x' as ItemDetails['measure'] }, ['/measure']],
  ['half a year of age', { minimumAge: 17.5 }, ['/minimumAge']],
  ['a PLU of letters', { plu: '40a' }, ['/plu']],
  ['a tare that is no number', { tare: '1,5' }, ['/tare']],
  ['one barcode in two lengths', { barcodes: ['012345678905', '0012345678905'] }, ['/barcodes/1']],
  ['51 barcodes', { barcodes: Array.from({ length: 51 }, (_, n) => `b${n}`) }, ['/barcodes']],
  ['a picture without https', { images: ['//example.com/a'] }, ['/images/0']],
  ['an allergen nobody knows', { allergens: ['x' as 'milk'] }, ['/allergens/0']],
  [
    'a nutrient nobody knows',
    { nutrition: { perAmount: '100 g', values: { x: '1' } as object } },
    ['/nutrition/values'],
  ],
  ['a negative nutrient', { nutrition: { perAmount: '100 g', values: { salt: '-1' } } }, ['/nutrition/values/salt']],
  ['a channel nobody knows', { channels: ['x'] }, ['/channels/0']],
  ['a variant of itself', { variantOf: { sku: 'espresso', attributes: {} } }, ['/variantOf/sku']],
  [
    'an attribute without a value',
    { variantOf: { sku: 'a', attributes: { 'a/b': '' } } },
    ['/variantOf/attributes/a~1b'],
  ],
  ['a description of two lines', { description: 'a\nb' }, []],
  ['a description with a bell', { description: 'a\u0007' }, ['/description']],
];
test.each(badDetails)('%s', (_, changes, pointers) => {
  expect(pointersOf(() => addItem(itemId(1), changedDetails(espresso, changes)))).toEqual(pointers);
});

test('a change makes the next version, no change makes none', () => {
  const item = addItem(itemId(1), espresso).state;
  expect(changeItem(item, { active: false }, 1).events).toMatchObject([
    { type: 'pos.catalog.item_changed', sequence: 2, data: { item: { active: false } } },
  ]);
  expect(changeItem(item, { name: espresso.name })).toEqual({ state: item, events: [] });
  expect(() => changeItem(item, { name: 'x' }, 2)).toThrow('version_mismatch');
});

const barcodes: readonly [string, string[], Partial<ItemDetails>, string[]][] = [
  ['left alone', ['a', 'b'], {}, ['a', 'b']],
  ['all said', ['a', 'b'], { barcodes: ['c'], barcode: 'x' }, ['c']],
  ['the first said', ['a', 'b', 'c'], { barcode: 'x' }, ['x', 'b', 'c']],
  ['the first said, another before', ['a', 'b', 'c'], { barcode: 'c' }, ['c', 'b']],
  ['none', ['a', 'b'], { barcode: null }, []],
  ['the first of none', [], { barcode: 'x' }, ['x']],
];
test.each(barcodes)('barcodes: %s', (_, before, changes, after) => {
  const item = changedDetails(changedDetails(espresso, { barcodes: before }), changes);
  expect([item.barcodes, item.barcode]).toEqual([after, after[0] ?? null]);
  expect(changedDetails(item, changes)).toEqual(item);
});

test('a gift card is money: no discount touches it', () => {
  expect(changedDetails(espresso, { kind: 'gift_card', discountable: true }).discountable).toBe(false);
});

test('members of schedules and variants are compared, not the objects', () => {
  const schedule = { windows: [{ weekdays: [1], from: '07:00', to: '08:00' }] };
  const item = addItem(
    itemId(1),
    changedDetails(espresso, { schedule, nutrition: { perAmount: 'x', values: { salt: '1' } } }),
  );
  const same = { schedule: { startsOn: null, ...schedule }, nutrition: { values: { salt: '1' }, perAmount: 'x' } };
  expect(changeItem(item.state, same).events).toEqual([]);
  expect(changeItem(item.state, { schedule: { ...schedule, startsOn: '2026-01-01' } }).events).toHaveLength(1);
});

test('a deleted item is not changed, deleted again, or restored twice', () => {
  const item = addItem(itemId(1), espresso).state;
  const deleted = deleteItem(item, new Date(0), 1).state;
  expect(deleted).toMatchObject({ deletedAt: '1970-01-01T00:00:00.000Z', version: 2 });
  expect(deleteItem(deleted, new Date(1))).toEqual({ state: deleted, events: [] });
  expect(() => changeItem(deleted, { name: 'x' })).toThrow('item_deleted');
  expect(() => restoreItem(deleted, 1)).toThrow('version_mismatch');
  const restored = restoreItem(deleted, 2);
  expect(restored).toMatchObject({
    state: { deletedAt: null, version: 3 },
    events: [{ type: 'pos.catalog.item_restored' }],
  });
  expect(restoreItem(restored.state).events).toEqual([]);
});

const rows: readonly [string, Partial<RowTexts>, Partial<ItemDetails> | [column: string, message: RegExp][]][] = [
  ['a sound row', {}, { unit: 'each', active: true, price: { amount: 250, currency: 'USD' } }],
  ['no barcode', { barcode: '' }, { barcode: null }],
  ['not active', { active: 'No' }, { active: false }],
  ['active is left out', { active: '' }, { active: true }],
  ['yen', { price: '250', currency: 'JPY' }, { price: { amount: 250, currency: 'JPY' } }],
  ['dinars', { price: '0.125', currency: 'BHD' }, { price: { amount: 125, currency: 'BHD' } }],
  ['the tenant has other digits', { price: '35', currency: 'TWD' }, { price: { amount: 35, currency: 'TWD' } }],
  ['too many digits', { price: '2.505' }, [['price', /more digits/]]],
  ['too many digits for the tenant', { price: '35.5', currency: 'TWD' }, [['price', /more digits/]]],
  ['a comma', { price: '2,50' }, [['price', /such as 12\.50/]]],
  ['an endless price', { price: '9'.repeat(17) }, [['price', /such as 12\.50/]]],
  ['a negative price', { price: '-1' }, [['price', /negative/]]],
  ['no currency', { currency: 'usd' }, [['currency', /ISO 4217/]]],
  ['a prototype for a currency', { currency: 'toString' }, [['currency', /ISO 4217/]]],
  ['maybe active', { active: 'maybe' }, [['active', /true, false/]]],
  [
    'everything',
    { sku: '', price: 'x', active: 'x' },
    [
      ['price', /./],
      ['active', /./],
      ['sku', /empty/],
    ],
  ],
];
test.each(rows)('a row with %s', (_, changes, outcome) => {
  const read = readRow({ row: 7, texts: { ...espressoTexts, ...changes } }, { TWD: 0 });
  if (!Array.isArray(outcome)) {
    expect(read).toMatchObject({ row: 7, item: outcome });
    return;
  }
  const expected = outcome.map(([column, message]) => ({ row: 7, column, message: expect.stringMatching(message) }));
  expect(read).toEqual(expected);
});

describe('a batch', () => {
  const freshId = () => itemId(99);

  test('creates what is new, updates what differs, leaves what is equal', () => {
    const there = [present(1, 'a', null), present(2, 'b', null)];
    const batch = [importRow(2, 'a', null), importRow(3, 'b', null, { name: 'B' }), importRow(4, 'c', null)];
    const plan = planBatch(batch, there, freshId);
    expect(plan).toMatchObject({ created: 1, updated: 1, unchanged: 1, deferred: [] });
    expect(plan.writes.map(({ id, version }) => [id, version])).toEqual([
      [itemId(2), 2],
      [itemId(99), 1],
    ]);
  });

  test('a barcode of another item waits', () => {
    const plan = planBatch([importRow(2, 'b', '1')], [present(1, 'a', '1')], freshId);
    expect(plan).toMatchObject({ writes: [], deferred: [{ row: 2, error: { row: 2, column: 'barcode' } }] });
  });

  test('a barcode given up in an earlier row is free', () => {
    const batch = [importRow(2, 'a', '2'), importRow(3, 'b', '1')];
    expect(planBatch(batch, [present(1, 'a', '1')], freshId)).toMatchObject({ updated: 1, created: 1, deferred: [] });
  });

  test('of two new items with one barcode the first has it', () => {
    const batch = [importRow(2, 'a', '1'), importRow(3, 'b', '1')];
    expect(planBatch(batch, [], freshId)).toMatchObject({ created: 1, deferred: [{ row: 3 }] });
  });

  test('a deleted item comes back with the codes of its row', () => {
    const deleted = { ...present(1, 'a', '1'), plu: '4', deletedAt: '2026-01-01T00:00:00.000Z' };
    const plan = planBatch([importRow(2, 'b', '1', { plu: '4' }), importRow(3, 'a', '2')], [deleted], freshId);
    expect(plan).toMatchObject({ created: 1, updated: 1, deferred: [] });
    expect(plan.writes[1]?.item).toMatchObject({ barcodes: ['2'], plu: null });
  });

  test('a PLU of another item waits, whatever the zeros before it', () => {
    const owner = { ...present(1, 'a', null), plu: '04011' };
    const plan = planBatch([importRow(2, 'b', null, { plu: '4011' })], [owner], freshId);
    expect(plan).toMatchObject({ writes: [], deferred: [{ error: { column: 'plu' } }] });
  });
});
