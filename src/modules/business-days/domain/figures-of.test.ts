import fc from 'fast-check';
import { figuresOf, withoutCash, withoutOpenExpectations } from './figures-of.js';
import type { DayFacts } from './day-facts.js';
import { busyDay, noFacts, paid, sale } from './z-report.examples.js';

const found = (facts: Partial<DayFacts>) => figuresOf({ ...noFacts, ...facts }, 'KES');

test.each([
  {
    title: 'prices with tax inside',
    sales: sale({ gross: 1160, tax: 160, total: 1160 }),
    figures: { net: 1000, taxOnTop: 0, tax: 160, total: 1160 },
  },
  {
    title: 'tax on top',
    sales: sale({ gross: 1000, tax: 160, total: 1160 }),
    figures: { net: 1000, taxOnTop: 160, tax: 160, total: 1160 },
  },
  {
    title: 'a discount and a service charge, taxed inside',
    sales: sale({ gross: 1000, discounts: 200, serviceCharge: 80, tax: 110, total: 880 }),
    figures: { net: 770, taxOnTop: 0, tax: 110, total: 880 },
  },
  {
    title: 'a tip, a surcharge and cash rounding stay outside sales',
    sales: sale({ gross: 1003, tax: 138, tips: 100, surcharges: 20, rounding: 2, total: 1125 }),
    figures: { net: 865, taxOnTop: 0, tips: 100, surcharges: 20, rounding: 2, total: 1125 },
  },
])('$title', ({ sales, figures }) => {
  const shown = found({ sales: [sales] }).sales;
  expect(Object.fromEntries(Object.keys(figures).map((name) => [name, shown[name as 'net'].amount]))).toEqual(figures);
});

test.each([
  { title: 'all settled as it was paid', payments: [paid('cash', { received: 1000 })], left: 0 },
  { title: 'a deposit taken for tomorrow', payments: [paid('cash', { received: 1500, taken: 500 })], left: 0 },
  {
    title: 'a deposit of yesterday used',
    payments: [paid('cash', { received: 400 }), paid('card', { count: 0, used: 600 })],
    left: 0,
  },
  { title: 'money that no sale explains', payments: [paid('cash', { received: 1010 })], left: 10 },
])('the bridge: $title', ({ payments, left }) => {
  const { bridge } = found({ sales: [sale({ gross: 1000, total: 1000 })], payments });
  expect(bridge.unexplained.amount).toBe(left);
  const { settled, partPaymentsTaken: taken, partPaymentsUsed: used, received } = bridge;
  expect(received.amount).toBe(settled.amount + taken.amount - used.amount + left);
});

test('tenders: what went back is taken off; one that only paid elsewhere is not listed', () => {
  const { tenders } = figuresOf(busyDay, 'KES');
  expect(tenders.map(({ tender, net }) => [tender, net.amount])).toEqual([
    ['card', 128_100],
    ['cash', 120_232],
  ]);
  const other = found({ payments: [paid('card', { count: 0, used: 5 })], returned: [{ tender: 'mpesa', amount: 7 }] });
  expect(other.tenders.map(({ tender, net }) => [tender, net.amount])).toEqual([['mpesa', -7]]);
});

test('first and last are by their numbers, whatever their length', () => {
  expect(figuresOf(busyDay, 'KES').orders).toEqual({ count: 42, first: 'A-000990', last: 'A-1000038' });
  expect(found({}).orders).toEqual({ count: 0, first: null, last: null });
});

test('what is late is told by its own day, money with its rounding', () => {
  const refund = { businessDate: '2026-03-27', late: true, earlier: true, count: 2, amount: 300, tax: 0, rounding: -1 };
  const { late } = found({ ...busyDay, refunds: [refund] });
  expect(
    late.map(({ total, refunded, ...rest }) => ({ ...rest, total: total.amount, refunded: refunded.amount })),
  ).toEqual([
    { businessDate: '2026-03-27', orders: 0, total: 0, refunds: 2, refunded: 299 },
    { businessDate: '2026-03-28', orders: 1, total: 1000, refunds: 0, refunded: 0 },
  ]);
});

test('an open drawer: its expectation is its balance, and can be left out with all it could be worked out from', () => {
  const session = {
    ...(busyDay.cash.sessions[0] as DayFacts['cash']['sessions'][number]),
    status: 'open',
    balance: 999,
  };
  const open = { ...session, expected: null, counted: null, variance: null, varianceState: 'none' };
  const figures = found({ ...busyDay, cash: { ...busyDay.cash, sessions: [open] } });
  expect(figures.cash.sessions[0]?.expected?.amount).toBe(999);
  expect(withoutOpenExpectations(figures).cash.sessions[0]?.expected).toBeNull();
  const blind = withoutCash(figures);
  expect(blind).toMatchObject({ tenders: [], bridge: null, cash: { movements: [], sessions: [{ expected: null }] } });
  expect(JSON.stringify(blind)).not.toMatch(/999|120732/);
});

test('the parts of a total always add up, whatever the amounts', () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const sales = fc.record({
    gross: amount,
    discounts: amount,
    serviceCharge: amount,
    tax: amount,
    tips: amount,
    surcharges: amount,
    rounding: amount,
    total: amount,
  });
  fc.assert(
    fc.property(fc.array(sales, { maxLength: 5 }), (some) => {
      const { sales: all } = found({ sales: some.map(sale) });
      const { gross, discounts, serviceCharge, taxOnTop, tips, surcharges, rounding, total, net, tax } = all;
      const sold = gross.amount - discounts.amount + serviceCharge.amount + taxOnTop.amount;
      expect(sold + tips.amount + surcharges.amount + rounding.amount).toBe(total.amount);
      expect(net.amount + tax.amount).toBe(sold);
    }),
  );
});

test('an amount beyond exact numbers is refused, not rounded', () => {
  const huge = sale({ gross: Number.MAX_SAFE_INTEGER, total: Number.MAX_SAFE_INTEGER });
  expect(() => found({ sales: [huge, huge] })).toThrow('amount_out_of_range');
});
