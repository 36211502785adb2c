import type { ListedTable } from './sdk-types.js';
import { seatsOf, tableTyped } from './seats.js';
import type { HeldRow } from './selling-sheets.js';

const usd = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });

function held(id: string, tableId: string | null, total = 100): HeldRow {
  return { id, tableId, total: usd(total), heldAt: 1, heldBy: 'Anna', label: id, pieces: 1, elsewhere: false };
}

function told(id: string, ...orderIds: readonly string[]): ListedTable {
  const order = {
    number: 'A-1',
    status: 'open',
    total: usd(900),
    due: usd(900),
    placedAt: '',
    cashierId: 'c',
  } as const;
  const table = { outletId: 'o', name: id, area: null, seats: 4, position: 0, active: true, version: 1 };
  const createdAt = '2026-11-22T00:00:00.000Z';
  return { ...table, id, createdAt, orders: orderIds.map((one) => ({ ...order, id: one })) };
}

describe('who sits where', () => {
  test('nobody', () => {
    expect(seatsOf([held('b', null)], [told('t1')], 'hand').size).toBe(0);
  });

  test('what this device holds comes before what others have, and its own order is not told twice', () => {
    const seats = seatsOf([held('own', 't1', 500)], [told('t1', 'own', 'other'), told('t2', 'third')], 'hand');
    expect([...seats]).toEqual([
      ['t1', { orderId: 'own', total: usd(500), here: true }],
      ['t2', { orderId: 'third', total: usd(900), here: false }],
    ]);
  });

  test('of several at one table it is the oldest, here and elsewhere', () => {
    const newestFirst = [held('later', 't1'), held('first', 't1')];
    expect(seatsOf(newestFirst, [], 'hand').get('t1')?.orderId).toBe('first');
    expect(seatsOf([], [told('t1', 'first', 'later')], 'hand').get('t1')?.orderId).toBe('first');
  });

  test('the order in hand is nobody else’s', () => {
    expect(seatsOf([], [told('t1', 'hand')], 'hand').size).toBe(0);
  });
});

describe('the table that was typed', () => {
  const table = (name: string) => ({ id: name, name, area: null, seats: 2, position: 0 });
  const tables = [table('14'), table('4'), table('T7'), table('Bar 2'), table('VIP')];
  test.each([
    ['4', '4'],
    ['14', '14'],
    ['7', 'T7'],
    ['2', 'Bar 2'],
    ['07', 'T7'],
    ['3', undefined],
    ['1', undefined],
  ])('%s', (typed, name) => {
    expect(tableTyped(tables, typed)?.name).toBe(name);
  });
});
