import 'fake-indexeddb/auto';
import { KeptValues } from './kept-values.js';
import { nextReceiptNumber } from './receipt-numbers.js';

test('each number is given once, from several tabs at once, and goes on behind what the service knows', async () => {
  const [one, other] = [await KeptValues.open('numbers'), await KeptValues.open('numbers')];
  const next = (kept: KeptValues, known: number | null): Promise<string> =>
    nextReceiptNumber(kept, { series: 'T1', next: known });
  const given = await Promise.all(Array.from({ length: 20 }, (_, at) => next(at % 2 === 0 ? one : other, null)));
  expect(new Set(given).size).toBe(20);
  expect([...given].sort().at(-1)).toBe('T1-000020');
  expect([await next(one, 100), await next(other, 50), await next(one, 1_000_000)]).toEqual([
    'T1-000100',
    'T1-000101',
    'T1-1000000',
  ]);
});
