import { Refusal } from '../../../kernel/refusal.js';
import { planBatch } from './import-batch.js';
import { readRow, type RowTexts } from './import-row.js';
import { addItem, changeItem, type ItemDetails } from './item.js';
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
];
test.each(badDetails)('%s', (_, changes, pointers) => {
  expect(pointersOf(() => addItem(itemId(1), { ...espresso, ...changes }))).toEqual(pointers);
});

test('a change makes the next version, no change makes none', () => {
  const item = addItem(itemId(1), espresso).state;
  expect(changeItem(item, { active: false }, 1).events).toMatchObject([
    { type: 'pos.catalog.item_changed', sequence: 2, data: { item: { active: false } } },
  ]);
  expect(changeItem(item, { name: espresso.name })).toEqual({ state: item, events: [] });
  expect(() => changeItem(item, { name: 'x' }, 2)).toThrow('version_mismatch');
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
});
