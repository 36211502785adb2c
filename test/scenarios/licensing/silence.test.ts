import { SubscriptionsDouble } from '../../../src/clients/subscriptions/subscriptions-double.examples.js';
import { LicensedShop, openedDrawer, USD } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { trade } from './trade.js';

// The subscription service is silent, and nothing stops (DOMAIN.md "Licensing"). Hours and days are those of a clock that the test moves.

jest.setTimeout(240_000);

let service: SubscriptionsDouble;
let shop: LicensedShop;
beforeEach(async () => {
  service = await SubscriptionsDouble.start();
  const settings = { SUBSCRIPTION_URL: service.url, SUBSCRIPTION_TOKEN: 'secret', SIBLING_TIMEOUT_MS: '20000' };
  shop = await LicensedShop.open(settings);
});
afterEach(async () => {
  await shop.close();
  await service.stop();
});

const plan = { code: 'gold', name: 'Gold', limits: { outlets: 1 }, features: ['promotions'] };
const says = (more: object): void =>
  void service.subscriptions.set(shop.slug, { plan, status: 'active', paidUntil: shop.inDays(1), ...more });
const licence = async () => (await shop.service.call('GET', '/licence')).body;

test('after 72 hours and after 10 days of silence all goes on, and who looks is told that the word is old', async () => {
  says({});
  await shop.look();
  expect(await licence()).toMatchObject({ status: 'active', stale: false });
  service.dead = true;
  let days = 0;
  for (const day of [1, 3, 10]) {
    shop.wait(day - days);
    days = day;
    await shop.look();
    expect(await licence()).toMatchObject({ status: 'active', stale: true, ordersUntil: null });
    await trade(shop);
  }
  // Limits of the last word hold as well: the same place for a new outlet as before, which is none.
  const outlet = { name: 'Second', timeZone: 'UTC', receiptPrefix: 'S', tenders: ['cash'], taxGroups: [] };
  expect((await shop.service.call('POST', '/outlets', { body: outlet })).body.code).toBe('entitlement_exceeded');
});

test('a service that was never heard stops nothing', async () => {
  service.dead = true;
  shop.wait(10);
  await shop.look();
  expect(await licence()).toMatchObject({ status: 'unlimited' });
  await trade(shop);
});

test('a service that answers nonsense, or refuses us, stops nothing', async () => {
  says({});
  await shop.look();
  for (const odd of [
    { status: 200, body: '{"status":"revoked"' },
    { status: 403, body: '{"code":"token_expired"}' },
    { status: 404, body: '<html>not here</html>' },
    { status: 500, body: '{}' },
  ]) {
    service.nonsense.push(odd);
    shop.wait(2);
    await shop.look();
    expect(await licence()).toMatchObject({ status: 'active', plan: { code: 'gold' } });
    expect((await shop.sell()).status).toBe(201);
    service.nonsense.splice(0);
  }
});

test('what was open before the silence is closed within it, by a drawer that counts right', async () => {
  says({});
  await shop.look();
  const sessionId = await openedDrawer(shop);
  const open = await shop.sell({});
  service.dead = true;
  shop.wait(3);
  await shop.look();
  const paying = { body: { tender: 'cash', amount: USD(1000), drawerSessionId: sessionId } };
  expect((await shop.service.call('POST', `/orders/${open.body.id}/payments`, paying)).status).toBe(201);
  expect((await shop.service.call('POST', `/orders/${open.body.id}/complete`)).status).toBe(200);
  expect((await shop.service.call('POST', `/drawer-sessions/${sessionId}/count`)).status).toBe(200);
  const counted = { body: { counted: USD(6000) } };
  const closed = await shop.service.call('POST', `/drawer-sessions/${sessionId}/close`, counted);
  expect({ status: closed.status, text: closed.text }).toMatchObject({ status: 200 });
});
