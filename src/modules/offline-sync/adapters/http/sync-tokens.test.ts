import { GROWING_SECTIONS, WHOLE_SECTIONS } from '../../domain/snapshot.js';
import { MARKS, type SyncPosition } from '../../domain/sync-position.js';
import { readChunk, readCursor, writeChunk, writeCursor } from './sync-tokens.js';

const ID = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const DIGEST = 'abcdefghABCDEF_-';
const all = <Name extends string, Value>(names: readonly Name[], value: Value): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;
const POSITION: SyncPosition = {
  base: DIGEST,
  marks: all(MARKS, 12),
  comparedAt: 1_800_000_000,
  digests: all(WHOLE_SECTIONS, DIGEST),
  rows: {
    ...all(GROWING_SECTIONS, { revision: 3, after: null }),
    pricebookEntries: { revision: 2, after: [ID, 'tea'] },
  },
};

test('positions come back as they were written', () => {
  expect(readCursor(writeCursor(POSITION))).toEqual(POSITION);
  const chunk = { position: POSITION, number: 3, of: 9, section: 'items', after: [ID] } as const;
  expect(readChunk(writeChunk(chunk))).toEqual(chunk);
  expect(writeChunk(chunk).length).toBeLessThan(2_000);
});

const forged: [title: string, position: object][] = [
  ['a key that is no id', { rows: { ...POSITION.rows, items: { revision: 1, after: ["' or 1"] } } }],
  ['a key of another kind', { rows: { ...POSITION.rows, items: { revision: 1, after: [ID, 'tea'] } } }],
  ['a SKU with a NUL', { rows: { ...POSITION.rows, pricebookEntries: { revision: 1, after: [ID, 'a\0'] } } }],
  ['a revision that is none', { rows: { ...POSITION.rows, combos: { revision: -1, after: null } } }],
  ['a mark that is none', { marks: { ...POSITION.marks, stock: 0.5 } }],
  ['a digest that is none', { digests: { ...POSITION.digests, staff: '' } }],
  ['no base', { base: 7 }],
];

test.each(forged)('%s is refused', (_title, change) => {
  const text = writeCursor({ ...POSITION, ...change });
  expect(() => readCursor(text)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }) as Error);
});

test.each([
  '',
  'x',
  '1',
  '1abcdefgh',
  'a'.repeat(5_000),
  `${writeCursor(POSITION)}=`,
  `2${writeCursor(POSITION).slice(1)}`,
])('what is no cursor is refused: %#', (text) => {
  expect(() => readCursor(text)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }) as Error);
  expect(() => readChunk(text)).toThrow(expect.objectContaining({ code: 'cursor_invalid' }) as Error);
});
