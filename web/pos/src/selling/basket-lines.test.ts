import fc from 'fast-check';
import {
  addLine,
  countPieces,
  oneFewer,
  oneMore,
  removeLine,
  restoreLine,
  selectLine,
  selectNeighbour,
  selectedLine,
} from './basket-lines.js';
import { basket, line } from './testing/basket.examples.js';

const coffee = (id: string, changes = {}) => line(id, { sku: 'COFFEE', ...changes });

test('the same item again adds to its row, which is selected', () => {
  const two = addLine(basket(coffee('a'), line('b')), coffee('c', { quantity: '3' }));
  expect(two.lines.map(({ id, quantity }) => [id, quantity])).toEqual([
    ['a', '4'],
    ['b', '1'],
  ]);
  expect(two.selected).toBe('a');
});

test.each([
  { title: 'another note', changes: { note: 'no sugar' } },
  {
    title: 'other modifiers',
    changes: { modifiers: [{ modifier: 'oat', group: 'milk', quantity: 1, modifiers: [] }] },
  },
  { title: 'a price that was asked', changes: { unitPrice: { amount: 5, currency: 'KES' } } },
  {
    title: 'a price that somebody set',
    changes: { setPrice: { unitPrice: { amount: 5, currency: 'KES' }, reason: 'x' } },
  },
  { title: 'a newer price book', changes: { bookRevision: 'r2' } },
  { title: 'something weighed', changes: { measured: true } },
  { title: 'another item', changes: { sku: 'TEA' } },
])('$title makes a row of its own', ({ changes }) => {
  const two = addLine(basket(coffee('a')), coffee('b', changes));
  expect(two.lines).toHaveLength(2);
  expect(two.selected).toBe('b');
});

test('parts of a combo are compared by what was chosen, not by their ids', () => {
  const part = (id: string, sku: string) => ({ id, slot: 'drink', sku, quantity: 1, modifiers: [] });
  const menu = (id: string, sku: string) => coffee(id, { components: [part(`${id}-part`, sku)] });
  expect(addLine(basket(menu('a', 'cola')), menu('b', 'cola')).lines).toHaveLength(1);
  expect(addLine(basket(menu('a', 'cola')), menu('b', 'water')).lines).toHaveLength(2);
});

test('less than one stays: taking a row off is another key', () => {
  const one = basket(coffee('a'));
  expect(selectedLine(oneFewer(one, 'a'))?.quantity).toBe('1');
  expect(selectedLine(oneFewer(oneMore(oneMore(one, 'a'), 'a'), 'a'))?.quantity).toBe('2');
});

test('a row that is taken off takes its discounts along and brings them back', () => {
  const discount = { id: 'd', lineId: 'b', percent: '10', amount: null, comp: false, reason: 'regular' };
  const full = { ...basket(line('a'), line('b'), line('c')), discounts: [discount] };
  const taken = removeLine(full, 'b');
  expect(taken?.basket.discounts).toEqual([]);
  expect(taken?.basket.selected).toBe('c');
  const later = addLine(taken?.basket ?? full, line('z'));
  const back = restoreLine(later, taken?.removed ?? { line: line('b'), index: 0, discounts: [] });
  expect(back.lines.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'z']);
  expect([back.discounts, back.selected]).toEqual([[discount], 'b']);
  expect(restoreLine(back, { line: line('b'), index: 0, discounts: [discount] })).toBe(back);
});

test('arrows go through the rows and stay at the ends', () => {
  let now = basket(line('a'), line('b'));
  now = selectNeighbour(now, 1);
  expect(now.selected).toBe('b');
  now = selectNeighbour(selectNeighbour(now, -1), -1);
  expect(now.selected).toBe('a');
  expect(selectLine(now, 'nowhere')).toBe(now);
});

test('whatever is done, ids are unique, the selected row is there, and undo is exact', () => {
  const command = fc.oneof(
    fc.record({ kind: fc.constant('add'), sku: fc.constantFrom('A', 'B', 'C'), note: fc.constantFrom(null, 'x') }),
    fc.record({ kind: fc.constantFrom('more', 'fewer', 'remove', 'undone'), at: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      let now = basket();
      commands.forEach((one, index) => {
        if ('sku' in one) now = addLine(now, line(`l${index}`, { sku: one.sku, note: one.note }));
        else {
          const id = now.lines[one.at]?.id ?? 'none';
          const taken = removeLine(now, id);
          if (one.kind === 'more') now = oneMore(now, id);
          else if (one.kind === 'fewer') now = oneFewer(now, id);
          else if (taken !== undefined && one.kind === 'remove') now = taken.basket;
          else if (taken !== undefined) expect(restoreLine(taken.basket, taken.removed).lines).toEqual(now.lines);
        }
      });
      expect(new Set(now.lines.map(({ id }) => id)).size).toBe(now.lines.length);
      expect(now.lines.length === 0 ? now.selected : selectedLine(now)?.id).toBe(now.selected);
      expect(countPieces(now)).toBeGreaterThanOrEqual(now.lines.length);
    }),
  );
});
