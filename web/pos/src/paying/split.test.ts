import fc from 'fast-check';
import { piecesOf, splitByAmount, splitEvenly, worthOf, type LineToSplit } from './split.js';

const KES = (amount: number) => ({ amount, currency: 'KES' });
const amounts = (parts: readonly { amount: number }[] | null) => parts?.map(({ amount }) => amount) ?? null;

test.each([
  { title: 'evenly', due: 90_000, parts: 3, step: 1, gives: [30_000, 30_000, 30_000] },
  { title: 'the larger ones first', due: 1_000, parts: 3, step: 1, gives: [334, 333, 333] },
  { title: 'in coins of 5', due: 1_000, parts: 3, step: 5, gives: [335, 335, 330] },
  { title: 'what is finer than a coin is with the last', due: 1_002, parts: 3, step: 5, gives: [335, 335, 332] },
  { title: 'more parts than units', due: 2, parts: 3, step: 1, gives: [1, 1, 0] },
  { title: 'by one', due: 777, parts: 1, step: 1, gives: [777] },
])('splits $title', ({ due, parts, step, gives }) => {
  expect(amounts(splitEvenly(KES(due), parts, step))).toEqual(gives);
});

test.each([0, -1, 1.5, 51])('%s parts are none', (parts) => {
  expect(() => splitEvenly(KES(100), parts)).toThrow(RangeError);
});

test.each([
  { title: 'an amount', first: 300, gives: [300, 700] },
  { title: 'nothing', first: 0, gives: null },
  { title: 'all', first: 1_000, gives: null },
  { title: 'more than all', first: 1_001, gives: null },
])('by amount: $title', ({ first, gives }) => {
  expect(amounts(splitByAmount(KES(1_000), KES(first)))).toEqual(gives);
});

test('a line of three is three pieces, a weighed one stays whole', () => {
  const lines: LineToSplit[] = [
    { id: 'a', name: 'Tea', quantity: '3', total: KES(1_000) },
    { id: 'b', name: 'Ham', quantity: '0.25', total: KES(500) },
  ];
  const pieces = piecesOf(lines, KES(1_650));
  expect(pieces.map(({ id }) => id)).toEqual(['a/0', 'a/1', 'a/2', 'b/0']);
  expect(amounts(pieces.map(({ amount }) => amount))).toEqual([368, 366, 366, 550]);
  expect(worthOf(pieces, new Set(['a/0', 'b/0']), 'KES')).toEqual(KES(918));
});

test('however a bill is split, the parts sum to it', () => {
  const line = fc.record({
    id: fc.uuid(),
    name: fc.constant('x'),
    quantity: fc.constantFrom('1', '2', '3', '7', '30', '0.125'),
    total: fc.integer({ min: 0, max: 1_000_000 }).map(KES),
  });
  const bill = fc.record({
    due: fc.integer({ min: 0, max: 100_000_000 }).map(KES),
    parts: fc.integer({ min: 1, max: 50 }),
    step: fc.constantFrom(1, 5, 10, 100),
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  });
  fc.assert(
    fc.property(bill, ({ due, parts, step, lines }) => {
      const total = (all: readonly { amount: number }[]) => all.reduce((whole, { amount }) => whole + amount, 0);
      expect(total(splitEvenly(due, parts, step))).toBe(due.amount);
      expect(total(piecesOf(lines, due).map(({ amount }) => amount))).toBe(due.amount);
    }),
  );
});
