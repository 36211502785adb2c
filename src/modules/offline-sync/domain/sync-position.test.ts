import { isDue, isKnown, isThrough, type Marks, type SyncPosition } from './sync-position.js';

const MARKS: Marks = { catalog: 5, outlets: 3, pricing: 7, people: 1, places: 1, stock: 0, codes: 0 };
const DONE = { revision: 5, after: null };
const POSITION = {
  base: 'mine',
  marks: MARKS,
  comparedAt: 1_000,
  digests: {},
  rows: { items: DONE, modifierGroups: DONE, modifierAttachments: DONE, combos: DONE, pricebookEntries: DONE },
} as unknown as SyncPosition;

const known: [title: string, change: Partial<SyncPosition>, now: Marks, is: boolean][] = [
  ['the same', {}, MARKS, true],
  ['an older one', {}, { ...MARKS, catalog: 9, people: 4 }, true],
  ['of somebody else, or another database', { base: 'theirs' }, MARKS, false],
  ['ahead of the database', {}, { ...MARKS, pricing: 6 }, false],
  ['ahead of a counter', {}, { ...MARKS, people: 0 }, false],
  ['with rows of the future', { rows: { ...POSITION.rows, items: { revision: 8, after: null } } }, MARKS, false],
];

test.each(known)('a position is known: %s', (_title, change, now, is) => {
  expect(isKnown({ ...POSITION, ...change }, 'mine', now)).toBe(is);
});

test('a section is due when one of its marks has moved, and after ten minutes', () => {
  expect(isDue(POSITION, ['pricing', 'stock'], { ...MARKS, outlets: 4 }, 1_000)).toBe(false);
  expect(isDue(POSITION, ['pricing', 'stock'], { ...MARKS, stock: 1 }, 1_000)).toBe(true);
  expect(isDue(POSITION, ['pricing'], MARKS, 1_599)).toBe(false);
  expect(isDue(POSITION, ['pricing'], MARKS, 1_600)).toBe(true);
  expect(isDue(POSITION, ['pricing'], MARKS, 100)).toBe(true); // a clock that was set back
});

test('rows are through when nothing of the revision is missing', () => {
  expect(isThrough({ revision: 5, after: null }, 5)).toBe(true);
  expect(isThrough({ revision: 5, after: ['id'] }, 5)).toBe(false);
  expect(isThrough({ revision: 4, after: null }, 5)).toBe(false);
});
