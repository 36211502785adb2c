import { readBatch, type SourceItem } from './source-item.js';

const row = (sku: unknown, changes: object = {}): SourceItem => ({
  deleted: false,
  members: {
    sku,
    name: 'Tea',
    category: 'Drinks',
    price: '2.50',
    currency: 'USD',
    taxCategory: 'standard',
    ...changes,
  },
});
const tombstone = (sku: unknown): SourceItem => ({ deleted: true, members: { sku } });

const CASES: readonly [name: string, items: SourceItem[], rows: string[], tombstones: string[], more: object][] = [
  ['nothing', [], [], [], { there: [], rejected: 0, superseded: 0 }],
  ['items and tombstones', [row('a'), tombstone('b')], ['a'], ['b'], { there: ['a'], rejected: 0, superseded: 0 }],
  ['an item that comes twice', [row('a'), row('b'), row('a')], ['b', 'a'], [], { there: ['a', 'b'], superseded: 1 }],
  ['an item that is deleted at last', [row('a'), tombstone('a')], [], ['a'], { there: [], superseded: 1 }],
  ['an item that comes back', [tombstone('a'), row('a')], ['a'], [], { there: ['a'], superseded: 1 }],
  [
    'a bad item, which the source has all the same',
    [row('a', { price: '2.501' })],
    [],
    [],
    { there: ['a'], rejected: 1 },
  ],
  [
    'a bad newer state: the older one holds',
    [row('a'), row('a', { name: '' })],
    ['a'],
    [],
    { rejected: 1, superseded: 0 },
  ],
  ['an item without a SKU', [row(undefined)], [], [], { there: [], rejected: 1 }],
  ['a SKU that is no text', [row(7)], [], [], { there: [], rejected: 1 }],
  ['a SKU that is too long', [row('x'.repeat(65))], [], [], { there: [], rejected: 1 }],
  ['a tombstone of nobody', [tombstone(' ')], [], [], { there: [], rejected: 1 }],
  ['blanks around a SKU', [row(' a '), tombstone(' b ')], ['a'], ['b'], { there: ['a'], rejected: 0 }],
];

test.each(CASES)('%s', (_, items, rows, tombstones, more) => {
  const batch = readBatch(items, 1, {});
  expect(batch.rows.map(({ item }) => item.sku)).toEqual(rows);
  expect({ ...batch, rows: undefined }).toMatchObject({ tombstones, ...more });
  expect(batch.rows.length + batch.tombstones.length + batch.rejected + batch.superseded).toBe(items.length);
});

test('errors name the item by its number within the run and its SKU', () => {
  const { errors } = readBatch(
    [row('a'), row('b', { price: 2 }), row('c', { allergens: 'milk' }), tombstone(1)],
    501,
    {},
  );
  expect(errors).toEqual([
    { number: 502, sku: 'b', member: 'price', message: 'must be a string in major units, such as "12.50"' },
    { number: 503, sku: 'c', member: 'allergens', message: 'must be a list of strings' },
    { number: 504, sku: null, member: 'sku', message: 'must name the item that is deleted' },
  ]);
});
