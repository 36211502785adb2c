import fc from 'fast-check';
import { decimal } from '../../../kernel/decimal.js';
import type { Money } from '../../../kernel/money.js';
import { sharePool, type WorkDone } from './pool-run.js';
import type { TipBasis, TipRules } from './tip-rules.js';

const USD = (amount: number): Money => ({ amount, currency: 'USD' });
const rules = (basis: TipBasis, shares: Readonly<Record<string, string>>): Pick<TipRules, 'basis' | 'shares'> => ({
  basis,
  shares: Object.entries(shares).map(([job, weight]) => ({ job, weight: decimal(weight) })),
});
const work = (...done: [personId: string, job: string, minutes: number][]): WorkDone[] =>
  done.map(([personId, job, minutes]) => ({ personId, job, minutes }));
const amounts = (shares: ReturnType<typeof sharePool>): [string, number][] =>
  shares.map(({ personId, amount }) => [personId, amount.amount]);

const JOBS = { waiter: '1', bar: '0.5' };
const EVENING = work(['ben', 'waiter', 300], ['amina', 'waiter', 300], ['chao', 'bar', 300]);

test.each<[string, TipBasis, number, WorkDone[], [string, number][]]>([
  [
    'by hours',
    'hours',
    10_000,
    EVENING,
    [
      ['amina', 4000],
      ['ben', 4000],
      ['chao', 2000],
    ],
  ],
  [
    'the odd cent to who comes first',
    'hours',
    101,
    work(['b', 'waiter', 60], ['a', 'waiter', 60]),
    [
      ['a', 51],
      ['b', 50],
    ],
  ],
  [
    'by heads, a half one for the bar',
    'equal',
    500,
    work(['a', 'waiter', 1], ['c', 'bar', 600]),
    [
      ['a', 333],
      ['c', 167],
    ],
  ],
  [
    'two jobs of one person',
    'hours',
    300,
    work(['a', 'waiter', 60], ['a', 'bar', 120], ['b', 'waiter', 60]),
    [
      ['a', 200],
      ['b', 100],
    ],
  ],
  [
    'nothing for a job without a share',
    'hours',
    100,
    work(['a', 'waiter', 60], ['boss', 'manager', 600]),
    [['a', 100]],
  ],
  ['nothing for no minute', 'equal', 100, work(['a', 'waiter', 60], ['b', 'waiter', 0]), [['a', 100]]],
])('a pool is shared: %s', (_, basis, pool, done, expected) => {
  expect(amounts(sharePool(USD(pool), rules(basis, JOBS), done, new Map()))).toEqual(expected);
});

test('by what each sold; where nobody sold anything in equal parts', () => {
  const sold = new Map([
    ['amina', USD(30_000)],
    ['ben', USD(10_000)],
  ]);
  const shared = sharePool(USD(1000), rules('sales', JOBS), EVENING, sold);
  expect(amounts(shared)).toEqual([
    ['amina', 750],
    ['ben', 250],
    ['chao', 0],
  ]);
  expect(shared.map(({ sales }) => sales?.amount)).toEqual([30_000, 10_000, 0]);
  expect(amounts(sharePool(USD(10), rules('sales', JOBS), EVENING, new Map()))).toEqual([
    ['amina', 4],
    ['ben', 3],
    ['chao', 3],
  ]);
});

test('where nobody may get anything the pool stays', () => {
  const nobody = (): unknown => sharePool(USD(100), rules('hours', JOBS), work(['boss', 'manager', 60]), new Map());
  expect(nobody).toThrow('tip_pool_nobody');
});

test('any pool, any hours: the shares sum to the pool, nobody gets less than nothing, order does not matter', () => {
  const jobs = ['waiter', 'bar', 'kitchen', 'host'];
  const weight = fc.integer({ min: 1, max: 5_000_000 }).map((millionths) => (millionths / 1_000_000).toFixed(6));
  const done = fc.record({
    personId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    job: fc.constantFrom(...jobs, 'unnamed'),
    minutes: fc.integer({ min: 0, max: 100_000 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000_000 }),
      fc.tuple(weight, weight, weight, weight),
      fc.constantFrom<TipBasis>('hours', 'equal', 'sales'),
      fc.array(done, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: -1000, max: 10_000_000 }), { minLength: 7, maxLength: 7 }),
      (pool, weights, basis, shifts, sales) => {
        fc.pre(shifts.some(({ job, minutes }) => job !== 'unnamed' && minutes > 0));
        const shares = Object.fromEntries(jobs.map((job, index) => [job, weights[index] as string]));
        const sold = new Map(sales.map((amount, index) => ['abcdefg'[index] as string, USD(amount)]));
        const shared = sharePool(USD(pool), rules(basis, shares), shifts, sold);
        expect(shared.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(pool);
        expect(shared.every(({ amount }) => amount.amount >= 0)).toBe(true);
        expect(sharePool(USD(pool), rules(basis, shares), [...shifts].reverse(), sold)).toEqual(shared);
      },
    ),
  );
});
