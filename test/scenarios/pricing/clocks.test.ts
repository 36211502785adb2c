import { openPricingShop, promote, USD, type PricingShop } from './pricing-shop.js';

// What the clock on the outlet's wall decides: New York, with its nights when clocks change.

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  const windows = [{ weekdays: [5, 6, 7], from: '22:00', to: '02:00' }];
  const effect = { kind: 'percent_off', rate: '50' };
  await promote(shop, { name: 'Late hours', effect, select: { skus: ['beer'] }, schedule: { windows } });
});
afterAll(() => shop.service.close());

// Fridays, Saturdays and Sundays from 22:00 to 02:00 of the day after.
test.each([
  ['before it begins', '2026-06-05T21:59:59-04:00', 500],
  ['as it begins', '2026-06-05T22:00:00-04:00', 250],
  ['past midnight', '2026-06-06T01:59:59-04:00', 250],
  ['as it ends', '2026-06-06T02:00:00-04:00', 500],
  ['in the night to a day without it', '2026-06-08T01:30:00-04:00', 250],
  ['on a day without it', '2026-06-08T22:30:00-04:00', 500],
  ['in the hour that autumn repeats, the first time', '2025-11-02T01:30:00-04:00', 250],
  ['in the hour that autumn repeats, the second time', '2025-11-02T01:30:00-05:00', 250],
  ['after the hour that autumn repeats', '2025-11-02T02:00:00-05:00', 500],
  ['before the hour that spring leaves out', '2026-03-08T01:59:59-05:00', 250],
  ['after the hour that spring leaves out', '2026-03-08T03:00:00-04:00', 500],
])('a happy hour over midnight, %s', async (_, placedAt, price) => {
  const { lines, totals } = await shop.order({ lines: [{ sku: 'beer' }], placedAt });
  expect(totals.total).toEqual(USD(price));
  expect(lines[0].discounts).toHaveLength(price === 250 ? 1 : 0);
});

test('a line that is added later goes by its own clock', async () => {
  const { id } = await shop.order({ lines: [{ sku: 'beer' }], placedAt: '2026-06-05T22:30:00-04:00' });
  const quote = await shop.post('/quotes', { outletId: shop.outletId, lines: [{ sku: 'beer' }] });
  const now = quote.body.totals.total.amount as number;
  const more = await shop.post(`/orders/${id}/lines`, { sku: 'beer' });
  expect(more.body.lines.map(({ total }: { total: { amount: number } }) => total.amount)).toEqual([250, now]);
});

test('a back-dated sale has the prices of its time, with the reason shown', async () => {
  const windows = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '10:00' }];
  const book = await shop.post('/pricebooks', {
    ...{ name: 'Breakfast', currency: 'USD', scope: { schedule: { windows } } },
    rules: [{ category: 'Food', kind: 'percent', rate: '-20' }],
  });
  expect(book.status).toBe(201);
  expect((await shop.post(`/pricebooks/${book.body.id}/publish`)).status).toBe(200);
  // The next time that it is half past one in the afternoon in UTC, half past eight or nine in New York: by the till's clock.
  const next = new Date();
  next.setUTCHours(13, 30, 0, 0);
  if (next.getTime() < Date.now()) next.setUTCDate(next.getUTCDate() + 1);
  const basket = { outletId: shop.outletId, lines: [{ sku: 'burger' }] };
  const early = await shop.post('/quotes', { ...basket, placedAt: next.toISOString() });
  const step = early.body.explanation.find(({ rule }: { rule: string }) => rule === 'pricebook');
  expect(early.body.totals.total).toEqual(USD(960));
  expect(step).toMatchObject({ source: { kind: 'pricebook', name: 'Breakfast' }, amount: USD(960) });
  expect(step.detail).toMatch(/08:00–10:00/);
  // A sale of last year comes in late: there was no such book then.
  const late = await shop.order({ lines: [{ sku: 'burger' }], placedAt: '2025-06-05T09:00:00-04:00' });
  expect(late).toMatchObject({ businessDate: '2025-06-05', totals: { total: USD(1200) } });
});
