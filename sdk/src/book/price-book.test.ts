import fc from 'fast-check';
import type { ItemRecord, LabelRulesRecord } from '../../../src/modules/offline-sync/domain/snapshot.js';
import { chunksOfShop, exampleBook, itemRecord, KES, NOW } from './book.examples.js';
import { foldedText } from './folded-text.js';
import { ItemShelf } from './item-shelf.js';

const book = exampleBook();
const skus = (items: readonly { sku: string }[]): string[] => items.map(({ sku }) => sku);

test.each([
  ['caf', ['latte']],
  ['CAFÉ LAT', ['latte']],
  ['lat caf', ['latte']],
  ['12', ['latte']],
  ['5901234123457', ['latte']],
  ['mocha', ['mocha']],
  ['coffee', ['latte', 'mocha']],
  ['bakery sc', ['scone']],
  ['afe', []],
  ['  ', []],
  ['nothing', []],
])('a search for %j finds %j', (text, found) => {
  expect(skus(book.search(text))).toEqual(found);
});

test('names that begin with what was typed come before others, and a limit is kept', () => {
  const items = ['iced tea', 'tea', 'tea with milk', 'green tea'].map((name) => itemRecord(name, { name }));
  const shop = exampleBook(chunksOfShop(items));
  expect(skus(shop.search('tea'))).toEqual(['tea', 'tea with milk', 'green tea', 'iced tea']);
  expect(skus(shop.search('tea', 2))).toEqual(['tea', 'tea with milk']);
});

test('a search over many finds what looking at each finds', () => {
  const words = fc.array(fc.constantFrom('tea', 'green', 'te', 'milk', 'a', '7'), { minLength: 1, maxLength: 3 });
  const text = words.map((some) => some.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), text, fc.integer({ min: 1, max: 6 }), (names, wanted, limit) => {
      const items = names.map((name, at) => itemRecord(`sku${at}`, { name, category: at % 2 === 0 ? 'Milk' : 'Tea' }));
      const shelf = new ItemShelf();
      for (const item of items) shelf.change([item], []);
      expect(skus(shelf.search(wanted, limit))).toEqual(skus(searched(items, wanted, limit)));
    }),
  );
});

/** The same by looking at each item. */
function searched(items: readonly ItemRecord[], wanted: string, limit: number): ItemRecord[] {
  const text = ({ name, sku, category }: ItemRecord): string => [name, sku, category].map(foldedText).join('');
  const places = (item: ItemRecord): number[] => wanted.split(' ').map((word) => text(item).indexOf(` ${word}`));
  const isInName = (item: ItemRecord): boolean => Math.max(...places(item)) < foldedText(item.name).length;
  const rank = (item: ItemRecord): number => (text(item).startsWith(` ${wanted}`) ? 0 : isInName(item) ? 1 : 2);
  const found = items.filter((item) => places(item).every((place) => place >= 0));
  const byName = found.toSorted((one, other) => (text(one) < text(other) ? -1 : 1));
  return byName.toSorted((one, other) => rank(one) - rank(other)).slice(0, limit);
}

test('texts are searched without case, accents and punctuation', () => {
  expect(foldedText('Crème-brûlée (2 × 100 g)')).toBe(' creme brulee 2 100 g');
  expect(foldedText('Чай')).toBe(' чаи');
});

test('categories and tiles show what is on sale', () => {
  expect(book.categories()).toEqual(['Bakery', 'Bar', 'Coffee', 'Fruit']);
  expect(skus(book.tiles('Coffee'))).toEqual(['latte', 'mocha']);
  expect(book.tiles(null)).toHaveLength(6);
  expect(book.tiles('None')).toEqual([]);
  expect(book.bySku('old')?.active).toBe(false);
});

test('what is sold out is said to be', () => {
  expect(['latte', 'scone', 'cake'].map((sku) => book.isSoldOut(sku))).toEqual([false, true, true]);
  expect(book.whySoldOut('scone')).toBe('oven broken');
  const until = new Date(NOW + 1000).toISOString();
  const off = { sku: 'latte', available: false, reason: null, until, counted: false, soldOut: false };
  const shop = exampleBook([...chunksOfShop(), { section: 'availability', records: [off] }]);
  expect(shop.isSoldOut('latte')).toBe(true);
});

const LABELS: LabelRulesRecord['rules'][number] = {
  ...{ prefix: '20', kind: 'weight' as const, decimals: 3, itemDigits: 5, valueDigits: 5 },
  ...{ valueCheckDigit: 'none' as const, unit: 'kg' as const },
};

test.each([
  ['5901234123457', { kind: 'item', item: { sku: 'latte' }, foundBy: 'barcode', quantity: '1' }],
  ['12', { kind: 'item', item: { sku: 'latte' }, foundBy: 'plu' }],
  ['mocha', { kind: 'item', item: { sku: 'mocha' }, foundBy: 'sku' }],
  ['2000077012508', { kind: 'item', item: { sku: 'pear' }, foundBy: 'plu', quantity: '1.25' }],
  ['5901234123450', { kind: 'wrong', why: 'a digit was misread' }],
  ['4006381333931', { kind: 'unknown', code: '4006381333931' }],
])('a scan of %s is %j', (code, scanned) => {
  const pear = itemRecord('pear', { plu: '77', unit: 'kg', measure: 'weight', category: 'Fruit' });
  const chunks = [...chunksOfShop(), { section: 'items', records: [pear] } as const];
  const shop = exampleBook([...chunks, { section: 'labelRules', records: [{ rules: [LABELS] }] }]);
  expect(shop.scan(code)).toMatchObject(scanned);
});

test('a shelf is changed in place: codes go over, and what is gone is not found', () => {
  const shelf = new ItemShelf();
  const [a, b] = [itemRecord('a', { barcodes: ['4006381333931'], plu: '7' }), itemRecord('b')];
  shelf.change([a, b], []);
  const moved = [
    { ...a, barcodes: [], plu: null },
    { ...b, barcodes: ['4006381333931'], plu: '007' },
  ];
  shelf.change([...moved].reverse(), []);
  const keys = { barcodes: ['04006381333931'], plus: [], skus: [] };
  expect(shelf.find(keys)?.item.sku).toBe('b');
  expect(shelf.find({ barcodes: [], plus: ['7'], skus: [] })?.item.sku).toBe('b');
  shelf.change([], [b]);
  expect(shelf.find(keys)).toBeUndefined();
  expect(shelf.bySku('b')).toBeUndefined();
  expect(skus(shelf.onSale(null))).toEqual(['a']);
});

test('modifier groups come by category and item, and combos with what fills their slots', () => {
  const modifier = { allergens: [], prices: {}, maxQuantity: null, active: true, groups: [] };
  const milk = { id: 'm1', code: 'oat', name: 'Oat', price: KES(50), default: false, ...modifier };
  const group = { id: 'g1', code: 'milk', name: 'Milk', currency: 'KES', min: 0, max: 1, freeQuantity: 0 };
  const choice = { upcharge: KES(0), default: false };
  const shop = exampleBook([
    ...chunksOfShop(),
    { section: 'items', records: [itemRecord('menu', { kind: 'combo' })] },
    { section: 'modifierGroups', records: [{ ...group, modifiers: [milk] }] },
    {
      section: 'modifierAttachments',
      records: [
        { itemId: null, category: 'Coffee', groups: [{ group: 'milk', position: 0, min: null, max: null }] },
        { itemId: 'item-mocha', category: null, groups: [{ group: 'milk', position: 0, min: null, max: 0 }] },
      ],
    },
    {
      section: 'combos',
      records: [
        {
          itemId: 'item-menu',
          pricing: { kind: 'fixed', rate: null },
          slots: [
            {
              ...{ code: 'drink', name: 'Drink', min: 1, max: 1 },
              choices: [
                { sku: null, category: 'Coffee', ...choice },
                { sku: 'mocha', category: null, ...choice, upcharge: KES(100), default: true },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(shop.groupsOf('latte').map(({ code }) => code)).toEqual(['milk']);
  expect(shop.groupsOf('mocha')).toEqual([]);
  const drinks = shop.comboOf('menu')?.slots[0]?.choices;
  expect(drinks?.map(({ item, upcharge, default: by }) => [item.sku, upcharge.amount, by])).toEqual([
    ['mocha', 100, true],
    ['latte', 0, false],
  ]);
  expect(shop.comboOf('latte')).toBeUndefined();
});

test('a book without its outlet is no book', () => {
  expect(() => exampleBook(chunksOfShop().filter(({ section }) => section !== 'outlet'))).toThrow('no book');
});
