import type { ReportSalesCommand } from '../../application/report-sales.js';
import { GROUPINGS } from '../../domain/grouping.js';
import { column, openBooks, outlet, short, type ExampleBooks } from './books.examples.js';
import { nextId } from './sale-rows.examples.js';

let books: ExampleBooks;
let business: ExampleBooks['business'];

beforeAll(async () => {
  books = await openBooks();
  business = books.business;
});
afterAll(() => books.close());

test('outlets of several currencies: a row and a total for each, nothing added across', async () => {
  const [nairobi, boston] = [outlet('Nairobi', 'KES', 'Africa/Nairobi'), outlet('Boston', 'USD', 'America/New_York')];
  const { sell, report } = await business('KES', nairobi, boston);
  await sell({ at: '2026-01-05T09:00:00Z', lines: [{ net: 1000 }] });
  await sell({ at: '2026-01-05T15:00:00Z', lines: [{ net: 7 }], outlet: boston });
  const found = await report({});
  expect(found.rows.map((row) => [row.key, row.net])).toEqual([
    ['2026-01-05', { amount: 1000, currency: 'KES' }],
    ['2026-01-05', { amount: 7, currency: 'USD' }],
  ]);
  expect(found.totals.map(({ orders, net }) => [orders, net.currency])).toEqual([
    [1, 'KES'],
    [1, 'USD'],
  ]);
  expect(column(await report({ groupBy: 'outlet' }), ({ name, net }) => [name, net.amount])).toEqual({
    [nairobi.id]: ['Nairobi', 1000],
    [boston.id]: ['Boston', 7],
  });
});

test('nothing sold: zeros in the currency of the outlet, or else of the business', async () => {
  const [nairobi, boston] = [outlet('Nairobi', 'KES', 'Africa/Nairobi'), outlet('Boston', 'USD', 'America/New_York')];
  const { report } = await business('EUR', nairobi, boston);
  const currencyOf = async (outletId: string | undefined, groupBy: ReportSalesCommand['groupBy']) =>
    (await report({ outletId, groupBy })).totals.map(short);
  expect(await currencyOf(boston.id, 'day')).toEqual(['0 orders, 0 pieces: 0 - 0 = 0 + 0 USD, 0 back']);
  expect(await currencyOf(undefined, 'tender')).toEqual(['0 orders, 0 pieces: 0 - 0 = 0 + 0 EUR, 0 back']);
});

test('only outlets that the caller may act for; any other is as absent as one that is not there', async () => {
  const [one, two] = [outlet('One', 'KES', 'Africa/Nairobi'), outlet('Two', 'KES', 'Africa/Nairobi')];
  const { sell, refund, report } = await business('KES', one, two);
  const stranger = outlet('Elsewhere', 'KES', 'Africa/Nairobi');
  await business('KES', stranger);
  await sell({ at: '2026-01-05T09:00:00Z', lines: [{ net: 1 }] });
  const sale = await sell({ at: '2026-01-05T09:00:00Z', lines: [{ net: 2 }], outlet: two });
  await refund({ sale, at: '2026-01-05T10:00:00Z', lines: { 0: 2 }, payments: [['cash', 2]] });
  for (const groupBy of GROUPINGS) {
    expect((await report({ groupBy }, [one.id])).totals.map(short)).toEqual([
      '1 orders, 1 pieces: 1 - 0 = 1 + 0 KES, 0 back',
    ]);
    expect((await report({ groupBy, outletId: two.id })).totals.map(short)).toEqual([
      '1 orders, 1 pieces: 2 - 0 = 2 + 0 KES, 2 back',
    ]);
    expect((await report({ groupBy }, [])).totals.map(short)).toEqual([
      '0 orders, 0 pieces: 0 - 0 = 0 + 0 KES, 0 back',
    ]);
  }
  const absent = expect.objectContaining({ code: 'report_outlet_not_found' });
  await expect(report({ outletId: two.id }, [one.id])).rejects.toEqual(absent);
  await expect(report({ outletId: stranger.id })).rejects.toEqual(absent);
  await expect(report({ outletId: nextId() })).rejects.toEqual(absent);
});

test('however it is cut, the total is the same', async () => {
  const outlets = [outlet('One', 'KES', 'Africa/Nairobi'), outlet('Two', 'KES', 'Asia/Tokyo')] as const;
  const { sell, refund, report } = await business('KES', ...outlets);
  for (let n = 0; n < 60; n += 1) {
    const lines = Array.from({ length: 1 + (n % 3) }, (_, index) => ({
      sku: `sku${(n * 7 + index) % 5}`,
      category: `c${(n + index) % 2}`,
      net: 101 + n * index,
      tax: n % 17,
      discount: index,
      quantity: `${n + 1}.5`,
    }));
    const due = lines.reduce((sum, { net, tax }) => sum + net + tax, 0);
    const part = Math.floor(due / 3);
    const payments =
      n % 2 === 0
        ? ([['cash', due]] as const)
        : ([
            ['card', part],
            ['cash', due - part],
          ] as const);
    const at = new Date(Date.UTC(2026, n % 12, 2 + (n % 27), n % 24)).toISOString();
    const sale = await sell({ at, lines, payments, cashier: `c${n % 4}`, outlet: outlets[n % 2] });
    if (n % 5 === 0)
      await refund({
        sale,
        at: '2026-12-01T10:00:00Z',
        lines: { 0: 50 },
        payments:
          n % 2 === 0
            ? [['cash', 50]]
            : [
                ['card', 20],
                ['cash', 30],
              ],
      });
  }
  const totals = await Promise.all(GROUPINGS.map(async (groupBy) => (await report({ groupBy })).totals.map(short)));
  expect(new Set(totals.map(String)).size).toBe(1);
  expect(totals[0]).toEqual([expect.stringMatching(/^60 orders, [\d.]+ pieces: .*, 600 back$/)]);
});
