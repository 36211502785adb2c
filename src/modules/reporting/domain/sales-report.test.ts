import { facts, figures, january, row } from './sales.examples.js';
import { salesReport } from './sales-report.js';

test('rows are sorted by key, then currency, whatever their order in the books', () => {
  const rows = [row('b', { net: 1 }, 'USD'), row('a', { net: 2 }), row('b', { net: 3 }, 'KES'), row('B', { net: 4 })];
  const report = salesReport(january, facts({ rows }));
  expect(report.rows.map(({ key, net }) => [key, net.currency])).toEqual([
    ['B', 'USD'],
    ['a', 'USD'],
    ['b', 'KES'],
    ['b', 'USD'],
  ]);
});

test('totals are the sums of the rows, but an order in two rows is one order', () => {
  const rows = [
    row('card', { orders: 2, quantity: '1.5', net: 100, tax: 16 }),
    row('cash', { orders: 3, quantity: '2', net: 50, refunds: 9 }),
  ];
  expect(salesReport(january, facts({ rows, orders: new Map([['USD', 4]]) })).totals).toEqual([
    figures({ orders: 4, quantity: '3.5', net: 150, tax: 16, refunds: 9 }),
  ]);
});

test('currencies are never added to each other', () => {
  const rows = [row('a', { net: 1 }, 'USD'), row('a', { net: 2 }, 'KES')];
  const orders = new Map([
    ['USD', 1],
    ['KES', 1],
  ]);
  expect(salesReport(january, facts({ rows, orders })).totals).toEqual([
    figures({ orders: 1, net: 2 }, 'KES'),
    figures({ orders: 1, net: 1 }, 'USD'),
  ]);
});

test('nothing sold is a report with zeros, in the currency of the place', () => {
  expect(salesReport(january, facts({ currency: 'JPY' }))).toMatchObject({ rows: [], totals: [figures({}, 'JPY')] });
});

test('a day with refunds only has a row, and a total without orders', () => {
  const report = salesReport(january, facts({ rows: [row('2026-01-05', { refunds: 500 })] }));
  expect(report.totals).toEqual([figures({ orders: 0, refunds: 500 })]);
});

test('shares of mixed tenders join the rows of their tenders', () => {
  const mixed = [{ ...figures({ orders: 1, net: 100 }), tenders: { card: 25, cash: 75 } }];
  const report = salesReport(
    { ...january, groupBy: 'tender' },
    facts({ rows: [row('cash', { orders: 1, net: 5 })], mixed }),
  );
  expect(report.rows).toEqual([row('card', { orders: 1, net: 25 }), row('cash', { orders: 2, net: 80 })]);
});

test('weekdays are named', () => {
  const report = salesReport({ ...january, groupBy: 'weekday' }, facts({ rows: [row('7', {}), row('1', {})] }));
  expect(report.rows.map(({ key, name }) => [key, name])).toEqual([
    ['1', 'Monday'],
    ['7', 'Sunday'],
  ]);
});
