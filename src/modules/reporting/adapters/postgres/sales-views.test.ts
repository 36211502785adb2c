import type { ReportSalesCommand } from '../../application/report-sales.js';
import { column, openBooks, outlet, short, type ExampleBooks } from './books.examples.js';

let books: ExampleBooks;
let business: ExampleBooks['business'];

beforeAll(async () => {
  books = await openBooks();
  business = books.business;
});
afterAll(() => books.close());
const hoursFrom = (start: string, count: number): string[] =>
  Array.from({ length: count }, (_, hour) => new Date(Date.parse(start) + hour * 3_600_000 + 60_000).toISOString());

test('what was sold is counted on its trading day; what was not completed is not', async () => {
  const { sell, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  await sell({
    at: '2026-01-05T09:00:00Z',
    lines: [
      { net: 862, tax: 138, discount: 50, quantity: '0.482' },
      { net: 100, quantity: '2' },
    ],
  });
  await sell({ at: '2026-01-06T00:59:59Z', lines: [{ net: 7 }] }); // 03:59:59 in Nairobi: still the 5th
  await sell({ at: '2026-01-06T01:00:00Z', lines: [{ net: 11 }], status: 'refunded' });
  await sell({ at: '2026-01-06T09:00:00Z', lines: [{ net: 13 }], status: 'partially_refunded' });
  for (const status of ['open', 'held', 'voided'])
    await sell({ at: '2026-01-06T09:00:00Z', lines: [{ net: 1000 }], status });
  const found = await report({});
  expect(column(found, short)).toEqual({
    '2026-01-05': '2 orders, 3.482 pieces: 1157 - 50 = 969 + 138 KES, 0 back',
    '2026-01-06': '2 orders, 2 pieces: 24 - 0 = 24 + 0 KES, 0 back',
  });
  expect(found.totals.map(short)).toEqual(['4 orders, 5.482 pieces: 1181 - 50 = 993 + 138 KES, 0 back']);
});

test('from is in the period, to is not', async () => {
  const { sell, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  for (const day of ['04', '05', '06', '07']) await sell({ at: `2026-01-${day}T09:00:00Z`, lines: [{ net: 1 }] });
  expect(Object.keys(column(await report({ from: '2026-01-05', to: '2026-01-07' }), short))).toEqual([
    '2026-01-05',
    '2026-01-06',
  ]);
});

test.each([
  {
    title: '23 hours in spring',
    start: '2026-03-08T05:00:00Z',
    hours: 23,
    day: '2026-03-08',
    missing: ['02'],
    twice: [],
  },
  {
    title: '25 hours in autumn',
    start: '2026-11-01T04:00:00Z',
    hours: 25,
    day: '2026-11-01',
    missing: [],
    twice: ['01'],
  },
])(
  'a day of $title: every sale once, in the hour that the clock on the wall shows',
  async ({ start, hours, day, missing, twice }) => {
    const { sell, report } = await business('USD', outlet('New York', 'USD', 'America/New_York', 0));
    for (const at of hoursFrom(start, hours)) await sell({ at, lines: [{ net: 1 }] });
    expect(column(await report({}), ({ orders }) => orders)).toEqual({ [day]: hours });
    const byHour = column(await report({ groupBy: 'hour' }), ({ orders }) => orders);
    const clock = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')).filter(
      (hour) => !missing.includes(hour as never),
    );
    expect(byHour).toEqual(Object.fromEntries(clock.map((hour) => [hour, twice.includes(hour as never) ? 2 : 1])));
  },
);

test('with a day cut at four, the night of the change of clocks belongs to the day before it', async () => {
  const { sell, report } = await business('USD', outlet('New York', 'USD', 'America/New_York'));
  for (const at of hoursFrom('2026-10-31T08:00:00Z', 49)) await sell({ at, lines: [{ net: 1 }] });
  expect(column(await report({}), ({ orders }) => orders)).toEqual({ '2026-10-31': 25, '2026-11-01': 24 });
});

test('by weekday and month, of the trading day', async () => {
  const { sell, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  await sell({ at: '2026-02-28T23:00:00Z', lines: [{ net: 1 }] }); // 02:00 on Sunday 1 March: still Saturday
  await sell({ at: '2026-03-01T09:00:00Z', lines: [{ net: 2 }] });
  expect(column(await report({ groupBy: 'weekday' }), ({ name, net }) => [name, net.amount])).toEqual({
    6: ['Saturday', 1],
    7: ['Sunday', 2],
  });
  expect(column(await report({ groupBy: 'month' }), ({ net }) => net.amount)).toEqual({ '2026-02': 1, '2026-03': 2 });
});

test('by item: an order counts once however many lines it has of it; the newest name is shown', async () => {
  const { sell, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  await sell({ at: '2026-01-06T09:00:00Z', lines: [{ sku: 'tea', name: 'A tea', net: 1 }] });
  await sell({
    at: '2026-01-05T09:00:00Z',
    lines: [
      { sku: 'tea', name: 'Z tea', net: 2 },
      { sku: 'tea', name: 'Z tea', net: 4 },
      { sku: 'bun', name: 'Bun', category: 'Food', net: 8 },
    ],
  });
  const byItem = await report({ groupBy: 'item' });
  expect(column(byItem, ({ name, orders, net }) => [name, orders, net.amount])).toEqual({
    bun: ['Bun', 1, 8],
    tea: ['A tea', 2, 7],
  });
  expect(byItem.totals.map(short)).toEqual(['2 orders, 4 pieces: 15 - 0 = 15 + 0 KES, 0 back']);
  expect(column(await report({ groupBy: 'category' }), ({ orders, net }) => [orders, net.amount])).toEqual({
    Drinks: [2, 7],
    Food: [1, 8],
  });
});

test('by tender: shares net of change, an order of two tenders in both rows, goods given away under none', async () => {
  const { sell, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  const at = '2026-01-05T09:00:00Z';
  await sell({ at, lines: [{ net: 862, tax: 138 }], payments: [['cash', 2000]], change: 1000 });
  await sell({
    at,
    lines: [{ net: 862, tax: 138, quantity: '3' }],
    payments: [
      ['mpesa', 333],
      ['cash', 1000, 'refunded'],
    ],
    change: 333,
  });
  await sell({
    at,
    lines: [{ net: 10 }],
    payments: [
      ['card', 4],
      ['card', 6],
      ['cash', 3, 'failed'],
    ],
  });
  await sell({ at, lines: [{ net: 0, discount: 50 }] });
  const found = await report({ groupBy: 'tender' });
  expect(column(found, short)).toEqual({
    card: '1 orders, 1 pieces: 10 - 0 = 10 + 0 KES, 0 back',
    cash: '2 orders, 3.001 pieces: 1667 - 0 = 1437 + 230 KES, 0 back',
    mpesa: '1 orders, 0.999 pieces: 333 - 0 = 287 + 46 KES, 0 back',
    none: '1 orders, 1 pieces: 50 - 50 = 0 + 0 KES, 0 back',
  });
  expect(found.totals.map(short)).toEqual(['4 orders, 6 pieces: 2060 - 50 = 1734 + 276 KES, 0 back']);
});

test('a refund counts where and when it was given: its day, hour, cashier, lines and tenders', async () => {
  const { sell, refund, report } = await business('KES', outlet('Nairobi', 'KES', 'Africa/Nairobi'));
  const lines = [
    { sku: 'tea', name: 'Tea', net: 300 },
    { sku: 'bun', name: 'Bun', category: 'Food', net: 700 },
  ];
  const sale = await sell({
    at: '2026-01-05T09:00:00Z',
    lines,
    payments: [
      ['card', 400],
      ['cash', 600],
    ],
    status: 'partially_refunded',
  });
  // 101 in goods; the cash part was rounded to 60, so that 100 were paid out.
  await refund({
    sale,
    at: '2026-01-09T15:00:00Z',
    lines: { 0: 1, 1: 100 },
    payments: [
      ['card', 40],
      ['cash', 60],
    ],
    cashier: 'bob',
  });
  const back = async (groupBy: ReportSalesCommand['groupBy']) =>
    column(await report({ groupBy, from: '2026-01-08' }), ({ orders, net, refunds }) => [
      orders,
      net.amount,
      refunds.amount,
    ]);
  expect(await back('day')).toEqual({ '2026-01-09': [0, 0, 101] });
  expect(await back('hour')).toEqual({ 18: [0, 0, 101] });
  expect(await back('cashier')).toEqual({ bob: [0, 0, 101] });
  expect(await back('item')).toEqual({ tea: [0, 0, 1], bun: [0, 0, 100] });
  expect(await back('category')).toEqual({ Drinks: [0, 0, 1], Food: [0, 0, 100] });
  expect(await back('tender')).toEqual({ card: [0, 0, 40], cash: [0, 0, 61] });
  expect(column(await report({ groupBy: 'item' }), ({ name }) => name)).toEqual({ tea: 'Tea', bun: 'Bun' });
});
