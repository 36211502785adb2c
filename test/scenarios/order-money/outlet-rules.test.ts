import type { OutletId } from '../../../src/kernel/ids.js';
import type { RequestContext } from '../../../src/kernel/context.js';
import { OutletsFacade } from '../../../src/modules/outlets/index.js';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import { openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

// What an outlet may ask of its money: a drawer for it, a reference with it, so much of it, and yesterday's books closed.

let shop: PricingShop;
beforeEach(async () => {
  shop = await openPricingShop({ tenders: ['cash', 'card', 'eftpos'], timeZone: 'UTC', dayCut: '00:00' });
});
afterEach(() => shop.service.close());

const cash = (amount: number) => ({ tender: 'cash', amount: USD(amount) });
const cola = (more: object = {}) => ({
  outletId: shop.outletId,
  lines: [{ sku: 'cola' }],
  payments: [cash(350)],
  complete: true,
  ...more,
});
const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

async function setClosureDue(businessDate: string | null): Promise<void> {
  const { container } = shop.service.api;
  const { id: tenantId, slug: tenantSlug } = shop.service.tenant;
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const context: RequestContext = { tenantId, tenantSlug, principal, requestId: 'test', at: new Date() };
  await container
    .get(TRANSACTOR)
    .run(context, (tx) => container.get(OutletsFacade).setClosureDue(tx, shop.outletId as OutletId, businessDate));
}

test('where yesterday has to be closed first, nothing of today is sold before it is', async () => {
  const yesterday = daysAgo(1).slice(0, 10);
  await shop.order(cola({ placedAt: daysAgo(1) }));
  await setClosureDue(yesterday);
  const refused = await shop.post('/orders', cola());
  expect([refused.status, refused.body.code]).toEqual([409, 'daily_closure_due']);
  expect((await shop.post('/quotes', { outletId: shop.outletId, lines: [{ sku: 'cola' }] })).status).toBe(200);
  // What was sold before belongs to the day that is to be closed.
  expect((await shop.post('/orders', cola({ placedAt: daysAgo(1) }))).status).toBe(201);
  expect((await shop.post(`/outlets/${shop.outletId}/days/${yesterday}/close`)).status).toBe(201);
  expect((await shop.post('/orders', cola())).status).toBe(201);
});

test('what is recorded for a day that is closed is late, and counts in the next that is open', async () => {
  const yesterday = daysAgo(1).slice(0, 10);
  const early = await shop.order(cola({ placedAt: daysAgo(1) }));
  const close = `/outlets/${shop.outletId}/days/${yesterday}/close`;
  expect((await shop.post(close)).status).toBe(201);
  const late = await shop.order(cola({ placedAt: daysAgo(1) }));
  expect([early.late, late.late, late.businessDate]).toEqual([false, true, yesterday]);
  const x = await shop.get(`/outlets/${shop.outletId}/x-report`);
  expect(x.body.figures.orders.count).toBe(1);
  expect((await shop.post(close)).body.code).toBe('day_already_closed');
});

test('where money goes only into drawers, it needs an open one', async () => {
  await shop.put(`/outlets/${shop.outletId}/drawer-policy`, { sessionRequired: true });
  const without = await shop.post('/orders', cola());
  expect([without.status, without.body.code, without.body.errors[0].pointer]).toEqual([
    422,
    'drawer_session_required',
    '/drawerSessionId',
  ]);
  const drawer = await shop.post('/drawers', { outletId: shop.outletId, name: 'Till' });
  const session = await shop.post(`/drawers/${drawer.body.id}/sessions`, { float: USD(5000) });
  const sale = await shop.order(cola({ drawerSessionId: session.body.id, payments: [cash(1000)] }));
  expect([sale.drawerSessionId, sale.payments[0].drawerSessionId]).toEqual([session.body.id, session.body.id]);
  const refund = { amount: USD(350), reason: 'cold' };
  expect((await shop.post(`/orders/${sale.id}/refunds`, refund)).body.code).toBe('drawer_session_required');
  const back = await shop.post(`/orders/${sale.id}/refunds`, { ...refund, drawerSessionId: session.body.id });
  expect(back.body.refunds[0].drawerSessionId).toBe(session.body.id);
  await shop.post(`/drawer-sessions/${session.body.id}/count`);
  const closed = await shop.post(`/drawer-sessions/${session.body.id}/close`, { counted: USD(5000) });
  expect(closed.body).toMatchObject({ expected: USD(5000), variance: USD(0) });
  const after = await shop.post('/orders', cola({ drawerSessionId: session.body.id }));
  expect([after.status, after.body.code]).toEqual([409, 'drawer_session_not_open']);
});

test('a tender has its limits and may want a reference', async () => {
  const rules = { name: 'EFTPOS', kind: 'eftpos', referenceRequired: true, minimum: USD(200), maximum: USD(500) };
  await shop.put('/tenders/eftpos', rules);
  const pay = async (sku: string, payment: object) =>
    (await shop.post('/orders', cola({ lines: [{ sku }], payments: [payment] }))).body.code;
  const slip = { tender: 'eftpos', reference: 'slip 1' };
  expect(await pay('cola', { tender: 'eftpos', amount: USD(350) })).toBe('payment_reference_required');
  expect(await pay('cola', { ...slip, amount: USD(100) })).toBe('payment_below_minimum');
  expect(await pay('burger', { ...slip, amount: USD(1200) })).toBe('payment_above_maximum');
  expect(await pay('cola', { ...slip, amount: USD(350) })).toBeUndefined();
});
