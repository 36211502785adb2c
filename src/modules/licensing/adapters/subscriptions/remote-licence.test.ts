import { SubscriptionsDouble } from '../../../../clients/subscriptions/subscriptions-double.examples.js';
import { closeDrawer, LicensedShop, openedDrawer, USD } from '../http/licensing.examples.js';

// The subscription service decides, and its silence stops nothing.

let service: SubscriptionsDouble;
let shop: LicensedShop;
beforeEach(async () => {
  service = await SubscriptionsDouble.start();
  shop = await LicensedShop.open({
    SUBSCRIPTION_URL: service.url,
    SUBSCRIPTION_TOKEN: 'secret',
    SIBLING_TIMEOUT_MS: '20000',
  });
});
afterEach(async () => {
  await shop.close();
  await service.stop();
});

const plan = { code: 'gold-2031', name: 'Gold', limits: { outlets: 1 }, features: ['promotions', 'holograms'] };
const says = (more: object): void =>
  void service.subscriptions.set(shop.slug, { plan, status: 'active', paidUntil: shop.inDays(1), ...more });

test('a plan that nobody here knows is taken as it comes', async () => {
  says({});
  await shop.look();
  const { body } = await shop.service.call('GET', '/licence');
  expect(body).toMatchObject({
    plan: { code: 'gold-2031', graceDays: 14 },
    status: 'active',
    source: 'remote',
    stale: false,
  });
  expect(body.entitlements[0]).toEqual({ thing: 'outlets', used: 1, limit: 1 });
  expect(body.features).toMatchObject({ promotions: true, webhooks: false });
  expect(service.calls[0]).toMatchObject({ path: `/v1/${shop.slug}/subscription`, authorization: 'Bearer secret' });
  expect((await shop.licence('PUT', '', { plan: 'pro' })).body.code).toBe('licence_kept_elsewhere');
  expect((await shop.licence('POST', '/revoke', { reason: 'x' })).body.code).toBe('licence_kept_elsewhere');
});

test('after 72 hours of silence, and longer than was paid, selling, refunds and closing go on', async () => {
  says({});
  await shop.look();
  const sessionId = await openedDrawer(shop);
  service.dead = true;
  // Few calls: a row of failures would open the breaker, whose time is not the test's to move.
  shop.wait(3);
  await shop.look();
  const { body } = await shop.service.call('GET', '/licence');
  expect(body).toMatchObject({ status: 'active', stale: true, ordersUntil: null });
  const quoted = await shop.service.call('POST', '/quotes', {
    body: { outletId: shop.outletId, lines: [{ sku: 'tea' }] },
  });
  expect(quoted.status).toBe(200);
  const sold = await shop.sell();
  expect(sold.status).toBe(201);
  const refund = { amount: USD(1000), reason: 'cold' };
  expect((await shop.service.call('POST', `/orders/${sold.body.id}/refunds`, { body: refund })).status).toBe(201);
  await closeDrawer(shop, sessionId);
  shop.wait(100);
  await shop.look();
  expect((await shop.sell()).status).toBe(201);
  // It is back, and says that nothing was paid: from this word on there is grace.
  service.dead = false;
  shop.wait(0.1);
  says({ status: 'past_due', paidUntil: shop.inDays(-103) });
  await shop.look();
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({ status: 'past_due', stale: false });
  expect((await shop.sell()).status).toBe(201);
  says({ status: 'expired', paidUntil: shop.inDays(-103) });
  shop.wait(1);
  await shop.look();
  expect((await shop.sell()).body.code).toBe('licence_expired');
});

test('usage is reported once, also when the line is cut', async () => {
  says({});
  await shop.look();
  service.cuts = 1;
  shop.wait(1);
  await shop.look();
  shop.wait(1);
  await shop.look();
  const keys = service.reports.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(service.reports.length).toBeGreaterThan(0);
  expect(service.reports[0]?.report).toMatchObject({ outlets: 1, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});

test('nonsense is silence', async () => {
  says({});
  service.nonsense.push({ status: 200, body: '{"status":"golden"}' }, { status: 404, body: '{"message":"no route"}' });
  await shop.look();
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({ status: 'unlimited' });
  shop.wait(1);
  await shop.look();
  shop.wait(1);
  await shop.look();
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({ plan: { code: 'gold-2031' } });
});
