import { count, countedPieces, countOf, emptySheet, totalOf } from './count-sheet.js';

const sheet = (...typed: readonly (readonly [number, string])[]) =>
  typed.reduce((one, [piece, text]) => count(one, piece, text), emptySheet('KES', [100_000, 50_000, 1_000]));

test.each([
  { title: 'nothing', typed: [], total: 0, pieces: [] },
  {
    title: 'notes and coins',
    typed: [
      [100_000, '2'],
      [1_000, '7'],
    ],
    total: 207_000,
    pieces: [
      [100_000, 2],
      [1_000, 7],
    ],
  },
  {
    title: 'typed again',
    typed: [
      [50_000, '2'],
      [50_000, '3'],
    ],
    total: 150_000,
    pieces: [[50_000, 3]],
  },
  {
    title: 'taken back',
    typed: [
      [50_000, '2'],
      [50_000, ''],
    ],
    total: 0,
    pieces: [],
  },
  { title: 'what is no digit', typed: [[1_000, '1.2a']], total: 12_000, pieces: [[1_000, 12]] },
  { title: 'no more than six digits', typed: [[1_000, '12345678']], total: 123_456_000, pieces: [[1_000, 123_456]] },
] as const)('$title', ({ typed, total, pieces }) => {
  const made = sheet(...typed);
  expect(totalOf(made)).toEqual({ amount: total, currency: 'KES' });
  expect(countedPieces(made).map(({ denomination, count: many }) => [denomination, many])).toEqual(pieces);
});

test('what was not counted is none', () => {
  expect(countOf(sheet(), 1_000)).toBe(0);
});
