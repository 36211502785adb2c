import { hasHeirs, lineage, problemOfParent, type Family } from './family.js';
import { CHANNELS as OF_ORDERS } from '../../orders/domain/channel.js';
import { bookId } from './pricebook.examples.js';
import { CHANNELS } from './scope.js';

/** Books by number with the number of their parent; 0 is none. */
const familyOf = (parents: Readonly<Record<number, number>>): Family =>
  new Map(Object.entries(parents).map(([n, parent]) => [bookId(Number(n)), parent === 0 ? null : bookId(parent)]));
const line4 = familyOf({ 1: 0, 2: 1, 3: 2, 4: 3, 5: 0, 6: 5 });

test.each<[string, number, number, RegExp | undefined]>([
  ['a lone book', 9, 1, undefined],
  ['the fourth in line', 9, 3, undefined],
  ['the fifth in line', 9, 4, /at most 4/],
  ['one with an heir, third in line', 5, 2, undefined],
  ['one with an heir, fourth in line', 5, 3, /at most 4/],
  ['itself', 1, 1, /itself/],
  ['its heir', 1, 2, /itself/],
  ['its farthest heir', 1, 4, /itself/],
  ['one that is not there', 9, 10, /not archived/],
])('inheriting: %s', (_, id, parentId, problem) => {
  const found = problemOfParent(line4, bookId(id), bookId(parentId));
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(problem);
});

test('whatever is allowed one by one never makes a circle or a line of more than four', () => {
  let state = 7;
  const chance = (n: number): number => (state = (state * 48_271) % 2_147_483_647) % n;
  for (let round = 0; round < 300; round += 1) {
    const family = new Map(familyOf(Object.fromEntries(Array.from({ length: 12 }, (_, n) => [n + 1, 0]))));
    for (let step = 0; step < 30; step += 1) {
      const [id, parentId] = [bookId(1 + chance(12)), bookId(1 + chance(12))];
      if (problemOfParent(family, id, parentId) === undefined) family.set(id, parentId);
    }
    for (const id of family.keys()) {
      const line = lineage(family, id);
      expect(line.length).toBeLessThanOrEqual(4);
      expect(family.get(line.at(-1) ?? id)).toBeNull();
    }
  }
});

test('a book with heirs is known by them', () => {
  expect(hasHeirs(line4, bookId(1))).toBe(true);
  expect(hasHeirs(line4, bookId(4))).toBe(false);
});

test('channels are those of orders', () => expect(CHANNELS).toEqual(OF_ORDERS));
