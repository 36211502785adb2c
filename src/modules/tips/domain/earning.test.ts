import fc from 'fast-check';
import { decimal } from '../../../kernel/decimal.js';
import { UuidV7Source, type OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { byMeans, earn, pooledPart, type TipGiven } from './earning.js';
import type { TipAccount, TipAccountId } from './tip-entry.js';
import { percentOf } from './tip-report.js';
import { assertSound, pooledPercent, type TipRules } from './tip-rules.js';

const USD = (amount: number): Money => ({ amount, currency: 'USD' });
const outletId = '01979f60-0000-7000-8000-00000000000b' as OutletId;
const account = (id: string, personId: string | null): TipAccount => {
  return { id: id as TipAccountId, outletId, personId, currency: 'USD', eventSequence: 1 };
};
const accounts = { person: account('p', 'amina'), pool: account('pool', null) };
const rules: TipRules = {
  ...{ outletId, name: 'Floor', active: true, percent: 50, sources: 'card', basis: 'hours', version: 1 },
  shares: [{ job: 'waiter', weight: decimal('1') }],
};
const given: TipGiven = {
  ...{ eventId: 'e', orderId: 'o', paymentId: null, outletId, businessDate: '2026-03-06', personId: 'amina' },
  amount: USD(301),
  paid: [
    { tender: 'card', amount: USD(2000) },
    { tender: 'cash', amount: USD(1000) },
  ],
};
const written = {
  ids: new UuidV7Source(
    () => 0,
    (size) => new Uint8Array(size),
  ),
  actor: 'system:tips',
  at: new Date(0),
};

test('a tip is split over cash and card by what each paid', () => {
  expect(byMeans(USD(301), given.paid)).toEqual([
    ['card', USD(201)],
    ['cash', USD(100)],
  ]);
  expect(byMeans(USD(301), [])).toEqual([['cash', USD(301)]]);
  expect(byMeans(USD(-5), [{ tender: 'voucher', amount: USD(1) }])).toEqual([['card', USD(-5)]]);
});

test('all of it is earned, and the part of the pool goes on from there', () => {
  const entries = earn(given, accounts, rules, written);
  expect(entries.map(({ kind, personId, means, amount }) => [kind, personId, means, amount.amount])).toEqual([
    ['earned', 'amina', 'card', 201],
    ['pool_in', 'amina', 'card', -100],
    ['pool_in', null, 'card', 100],
    ['earned', 'amina', 'cash', 100],
  ]);
  expect(new Set(entries.map(({ source }) => source)).size).toBe(entries.length);
});

test.each<[Partial<TipRules> | undefined, 'cash' | 'card', number]>([
  [undefined, 'cash', 0],
  [{ active: false }, 'card', 0],
  [{ sources: 'card' }, 'cash', 0],
  [{ sources: 'card' }, 'card', 50],
  [{ sources: 'all', percent: 100 }, 'cash', 100],
])('with the rules %j a tip in %s goes to the pool by %i percent', (changes, means, percent) => {
  expect(pooledPercent(changes && { ...rules, ...changes }, means)).toBe(percent);
});

test('whatever is given and pooled, what is owed in all is the tip', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => amount !== 0),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom<TipRules['sources']>('all', 'card', 'cash'),
      fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)),
      (amount, percent, sources, [card, cash]) => {
        const paid = [
          { tender: 'card', amount: USD(card) },
          { tender: 'cash', amount: USD(cash) },
        ];
        const entries = earn(
          { ...given, amount: USD(amount), paid },
          accounts,
          { ...rules, percent, sources },
          written,
        );
        expect(entries.reduce((sum, entry) => sum + entry.amount.amount, 0)).toBe(amount);
        expect(entries.every((entry) => entry.amount.amount !== 0)).toBe(true);
        const ofPerson = entries.filter(({ personId }) => personId !== null);
        const kept = ofPerson.reduce((sum, entry) => sum + entry.amount.amount, 0);
        expect(amount > 0 ? kept : -kept).toBeGreaterThanOrEqual(0);
        expect(pooledPart(USD(amount), 100)).toEqual(USD(amount));
      },
    ),
  );
});

test('rules name each job once, with a weight', () => {
  const bad = {
    ...rules,
    percent: 101,
    shares: [...rules.shares, ...rules.shares, { job: 'x', weight: decimal('0') }],
  };
  expect(() => assertSound(bad)).toThrow(
    expect.objectContaining({
      code: 'tip_rules_invalid',
      fields: ['/percent', '/shares/0/job', '/shares/1/job', '/shares/2/weight']
        .filter((pointer) => pointer !== '/shares/0/job')
        .map((pointer) => expect.objectContaining({ pointer })),
    }),
  );
});

test.each([
  [73158, 482777, '15.15'],
  [1, 3, '33.33'],
  [-1, 100, '-1.00'],
  [1, 100_000, '0.00'],
  [5, 0, null],
])('%i of %i is %s percent', (part, whole, text) => expect(percentOf(USD(part), USD(whole))).toBe(text));
