import { defineMenu, openPricingShop, total, USD, type PricingShop } from './pricing-shop.js';

// Reports add up the lines of orders: combos, service charge, discounts and tips must leave every grouping with the same sums.

let shop: PricingShop;
beforeAll(async () => {
  const serviceCharges = [
    { name: 'Service', rate: '10', basis: 'before_tax', taxGroup: 'standard', channels: ['dine_in'] },
    { name: 'Delivery', rate: '7.5', basis: 'after_tax', channels: ['delivery'] },
  ];
  shop = await openPricingShop({ serviceCharges });
  await defineMenu(shop);
});
afterAll(() => shop.service.close());

test('all groupings have the same sums, and net with tax is what was paid but for the tip', async () => {
  const placedAt = '2026-06-05T12:00:00-04:00';
  const discounts = [{ percent: '15', reason: 'regular' }];
  const lines = [{ sku: 'menu', quantity: '2' }, { sku: 'fries' }, { sku: 'odd' }];
  let paid = 0;
  for (const channel of ['dine_in', 'delivery', 'counter']) {
    const { id, totals } = await shop.order({ placedAt, channel, lines, discounts, tip: USD(250) });
    const amount = totals.total.amount as number;
    paid += amount - 250;
    const half = Math.floor(amount / 2);
    await shop.post(`/orders/${id}/payments`, { tender: 'card', amount: USD(half) });
    await shop.post(`/orders/${id}/payments`, { tender: 'cash', amount: USD(amount - half) });
    expect((await shop.post(`/orders/${id}/complete`)).status).toBe(200);
  }
  const sums = await Promise.all(
    ['day', 'hour', 'item', 'category', 'tender', 'cashier', 'outlet'].map(async (groupBy) => {
      const path = `/reports/sales?from=2026-06-01&to=2026-07-01&groupBy=${groupBy}`;
      const { status, body } = await shop.get(path);
      expect(status).toBe(200);
      const { gross, discount, tax, net } = body.totals as Record<string, { amount: number }>;
      const rows = body.data as { net: { amount: number } }[];
      expect(total(rows.map((row) => row.net))).toBe(net?.amount);
      return [gross, discount, tax, net].map((figure) => figure?.amount ?? 0);
    }),
  );
  expect(new Set(sums.map(String)).size).toBe(1);
  const [gross = 0, discount = 0, tax = 0, net = 0] = sums[0] ?? [];
  expect(net + tax).toBe(paid);
  expect(gross - discount).toBe(paid);
});
