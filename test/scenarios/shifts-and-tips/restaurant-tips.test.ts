import { readFileSync } from 'node:fs';
import { Floor, ok, USD, type Worker } from './floor.js';

// 244 bills that a waiter noted in the early 1990s (test/vectors/restaurant-tips.csv: Bryant and Smith, Practical Data Analysis, as
// carried by the R package reshape2, MIT), rung up one by one on days like theirs.

interface Bill {
  readonly total: number;
  readonly tip: number;
  readonly day: string;
  readonly time: string;
}

/** Of its publisher: bills, their sum and tips in cents, by day. */
const EXPECTED: Readonly<Record<string, readonly [bills: number, total: number, tips: number]>> = {
  Thur: [62, 109_633, 17_183],
  Fri: [19, 32_588, 5_196],
  Sat: [87, 177_840, 26_040],
  Sun: [76, 162_716, 24_739],
};
const DATES: Readonly<Record<string, string>> = {
  ...{ Thur: '2026-03-05', Fri: '2026-03-06', Sat: '2026-03-07', Sun: '2026-03-08' },
};

const cents = (text: string): number => {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
};
const BILLS: readonly Bill[] = readFileSync('test/vectors/restaurant-tips.csv', 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [total = '', tip = '', , , day = '', time = ''] = line.replaceAll('"', '').split(',');
    return { total: cents(total), tip: cents(tip), day, time };
  });
const sumOf = (bills: readonly Bill[], figure: 'total' | 'tip'): number =>
  bills.reduce((sum, bill) => sum + bill[figure], 0);

let floor: Floor;
const waiters: Record<string, Worker> = {};
beforeAll(async () => {
  floor = await Floor.open();
  // Priced by the cent, without tax: so many cents are a bill.
  const { outletId } = floor;
  ok(await floor.put(`/outlets/${outletId}/tax-groups/none`, { name: 'None', mode: 'inclusive', taxes: [] }));
  const item = { sku: 'cent', name: 'A meal, by the cent', category: 'Food', price: USD(1), taxCategory: 'none' };
  ok(await floor.post('/catalog/items', { ...item, unit: 'each', active: true }));
  for (const time of ['Lunch', 'Dinner']) waiters[time] = await floor.worker(time);
});
afterAll(() => floor.close());

test('the bills are what their publisher says', () => {
  for (const [day, [count, total, tips]] of Object.entries(EXPECTED)) {
    const bills = BILLS.filter((bill) => bill.day === day);
    expect([bills.length, sumOf(bills, 'total'), sumOf(bills, 'tip')]).toEqual([count, total, tips]);
  }
});

test('rung up one by one, the tips of each day and time are right to the cent', async () => {
  for (const [index, { total, tip, day, time }] of BILLS.entries()) {
    const placedAt = `${DATES[day]}T${time === 'Lunch' ? '18:00' : '23:30'}:00Z`;
    const tender = index % 5 === 0 ? 'cash' : 'card';
    const sale = {
      ...{ outletId: floor.outletId, placedAt, tip: USD(tip), complete: true },
      lines: [{ sku: 'cent', quantity: String(total) }],
      payments: [{ tender, amount: USD(total + tip) }],
    };
    const { totals } = ok(await floor.post('/orders', sale, waiters[time]));
    expect([totals.subtotal.amount, totals.tip.amount, totals.total.amount]).toEqual([total, tip, total + tip]);
  }
  await floor.hear();

  const { data, totals } = ok(
    await floor.get(`/reports/tips?outletId=${floor.outletId}&from=2026-03-05&to=2026-03-09`),
  );
  const rows = data as {
    businessDate: string;
    personId: string;
    earned: { amount: number };
    sales: { amount: number };
  }[];
  for (const [day, [, total, tips]] of Object.entries(EXPECTED)) {
    const ofDay = rows.filter(({ businessDate }) => businessDate === DATES[day]);
    expect(ofDay.reduce((sum, row) => sum + row.earned.amount, 0)).toBe(tips);
    expect(ofDay.reduce((sum, row) => sum + row.sales.amount, 0)).toBe(total);
    for (const [time, { id }] of Object.entries(waiters)) {
      const bills = BILLS.filter((bill) => bill.day === day && bill.time === time);
      const row = ofDay.find(({ personId }) => personId === id);
      expect(row?.earned.amount ?? 0).toBe(sumOf(bills, 'tip'));
    }
  }
  const inCash = sumOf(
    BILLS.filter((_, index) => index % 5 === 0),
    'tip',
  );
  expect(totals).toMatchObject([
    {
      ...{ earned: USD(73_158), sales: USD(482_777), owed: USD(73_158), percentOfSales: '15.15' },
      ...{ earnedCash: USD(inCash), earnedCard: USD(73_158 - inCash), paid: USD(0) },
    },
  ]);
}, 120_000);

test('the same money, by the report of cashiers', async () => {
  const { data } = ok(await floor.get(`/reports/cashiers?outletId=${floor.outletId}&from=2026-03-05&to=2026-03-09`));
  for (const [time, { id }] of Object.entries(waiters)) {
    const bills = BILLS.filter((bill) => bill.time === time);
    const row = (data as { personId: string }[]).find(({ personId }) => personId === id);
    const sums = { orders: bills.length, tips: USD(sumOf(bills, 'tip')), gross: USD(sumOf(bills, 'total')) };
    expect(row).toMatchObject(sums);
  }
});
