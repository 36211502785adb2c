import { openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

// A limit counts what is really taken off, however it is asked for (GUARANTEES G11).

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  const over = { secondPerson: 'over', limits: [USD(200)] };
  for (const action of ['order.discount', 'order.comp', 'order.price_override', 'order.refund']) {
    const { status, text } = await shop.put(`/approval-rules/${action}`, over);
    expect([status, text]).toEqual([200, expect.any(String)]);
  }
});
afterAll(() => shop.service.close());

const line = { sku: 'burger', quantity: '3' };
const overridden = (unitPrice: number) => ({
  ...line,
  priceOverride: { unitPrice: USD(unitPrice), reason: 'old stock' },
});

test.each<readonly [string, object, string | undefined]>([
  [
    'a part of more than the limit',
    { lines: [line], discounts: [{ percent: '99', reason: 'x' }] },
    'approval_required',
  ],
  ['a part of less', { lines: [line], discounts: [{ percent: '5', reason: 'x' }] }, undefined],
  ['an amount above it', { lines: [line], discounts: [{ amount: USD(201), reason: 'x' }] }, 'approval_required'],
  ['an amount of the limit', { lines: [line], discounts: [{ amount: USD(200), reason: 'x' }] }, undefined],
  ['all of it', { lines: [line], discounts: [{ comp: true, reason: 'x' }] }, 'approval_required'],
  ['three prices lowered by 0.70 each', { lines: [overridden(1130)] }, 'approval_required'],
  ['three prices lowered by 0.60 each', { lines: [overridden(1140)] }, undefined],
  ['prices set to next to nothing', { lines: [overridden(1)] }, 'approval_required'],
])('%s', async (_, sale, code) => {
  const placed = await shop.post('/orders', { outletId: shop.outletId, ...sale });
  expect([placed.status, placed.body.code]).toEqual(code === undefined ? [201, undefined] : [403, code]);
});

test('the same limits hold on an order that is open', async () => {
  const order = await shop.order({ lines: [line] });
  const path = `/orders/${order.id}`;
  const given = await shop.post(`${path}/discounts`, { percent: '50', reason: 'x' });
  expect([given.status, given.body.code]).toEqual([403, 'approval_required']);
  expect((await shop.post(`${path}/discounts`, { percent: '2', reason: 'x' })).status).toBe(201);
  const added = await shop.post(`${path}/lines`, overridden(1));
  expect([added.status, added.body.code]).toEqual([403, 'approval_required']);
  expect((await shop.get(path)).body.lines).toHaveLength(1);
});

test('a second person stands for it, and the event says who', async () => {
  const cashier = await shop.keyWith(['orders:read', 'orders:write', 'orders:discount']);
  const order = await shop.order({ lines: [line] });
  const wish = {
    action: 'order.discount',
    targetId: order.id,
    outletId: shop.outletId,
    amount: USD(1800),
    reason: 'late',
  };
  const asked = await shop.post('/approvals', wish, cashier);
  expect([asked.status, asked.text]).toEqual([201, expect.any(String)]);
  const granted = await shop.post(`/approvals/${asked.body.id}/grant`);
  expect([granted.status, granted.text]).toEqual([200, expect.any(String)]);
  const discount = { percent: '50', reason: 'late', approvalId: asked.body.id };
  const path = `/orders/${order.id}`;
  expect((await shop.post(`${path}/discounts`, { ...discount, percent: '51' }, cashier)).body.code).toBe(
    'approval_invalid',
  );
  expect((await shop.post(`${path}/discounts`, discount, cashier)).status).toBe(201);
  expect((await shop.post(`${path}/discounts`, discount, cashier)).body.code).toBe('approval_invalid');
  const history = await shop.get(`${path}/events`);
  const event = history.body.data.find(({ type }: { type: string }) => type === 'pos.order.discount_given');
  expect(event.data.approvedBy).toEqual(expect.any(String));
});
