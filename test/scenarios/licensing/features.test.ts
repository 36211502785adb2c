import { readFileSync } from 'node:fs';
import { startBackground } from '../../../src/app/background.js';
import type { Config } from '../../../src/app/config.js';
import { LicensedShop, USD } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { FEATURE_OF_PERMISSION, FEATURES } from '../../../src/modules/licensing/domain/feature.js';
import { GOES_ON } from '../../../src/modules/licensing/domain/goes-on.js';
import { SETTINGS } from '../../../src/platform/http/tokens.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { startReceiver, type Receiver } from '../webhooks-receivers.js';
import { done } from './trade.js';

// What a plan leaves out: making more of it is refused, and what exists goes on. One table, all plans, all operations of the contract.

jest.setTimeout(240_000);

const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');
const REFUSED = 'feature_not_in_plan';
const reason = 'because of the test';

interface GatedOperation {
  readonly method: string;
  readonly path: string;
  readonly feature: string;
  readonly goesOn: boolean;
}

/** The operations whose permission is for a feature, as the contract has them. */
function gatedOperations(): GatedOperation[] {
  const contract = JSON.parse(readFileSync('openapi/pos.json', 'utf8')) as {
    paths: Record<string, Record<string, { security?: { pos?: string[] }[] }>>;
  };
  return Object.entries(contract.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([verb, { security = [] }]) => {
      const feature = security.flatMap(({ pos = [] }) => pos).map((permission) => FEATURE_OF_PERMISSION[permission])[0];
      if (feature === undefined) return [];
      const method = verb.toUpperCase();
      return [{ method, path, feature, goesOn: GOES_ON.has(`${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`) }];
    }),
  );
}
const OPERATIONS = gatedOperations();

test('the table is about operations that exist', () => {
  expect(OPERATIONS.filter(({ goesOn }) => goesOn)).toHaveLength(GOES_ON.size);
  expect(new Set(OPERATIONS.map(({ feature }) => feature))).toEqual(new Set(FEATURES));
});

describe('over HTTP', () => {
  let shop: LicensedShop;
  beforeAll(async () => {
    shop = await LicensedShop.open({ SECRETS_KEY });
  });
  afterAll(() => shop.close());

  const some = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
  const refusedOf = async (): Promise<string[]> => {
    const refused: string[] = [];
    for (const { method, path } of OPERATIONS) {
      const filled = path.replace('{tenant}', shop.slug).replace(/\{\w+\}/g, some);
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
      const answer = await shop.service.call(method, filled, body);
      expect({ method, path, status: answer.status }).not.toMatchObject({ status: 500 });
      if (answer.body?.code === REFUSED) refused.push(`${method} ${path}`);
    }
    return refused;
  };
  const expectedBut = (features: readonly string[]): string[] =>
    OPERATIONS.filter(({ feature, goesOn }) => !goesOn && !features.includes(feature)).map(
      ({ method, path }) => `${method} ${path}`,
    );

  const STANDARD = ['pricebooks', 'promotions', 'gift_cards', 'loyalty', 'webhooks', 'payment_providers'];
  test.each<[string, readonly string[]]>([
    ['free', []],
    ['standard', STANDARD],
    ['pro', FEATURES],
  ])('%s refuses what it leaves out, and nothing else', async (plan, features) => {
    expect((await shop.licence('PUT', '', { plan, paidUntil: null, reason })).status).toBe(200);
    expect(await refusedOf()).toEqual(expectedBut(features));
  });

  test('what is given or taken beside the plan counts', async () => {
    await shop.licence('PUT', '', { plan: 'standard', paidUntil: null, reason });
    await shop.licence('POST', '/overrides', { name: 'audit_log', value: true, reason });
    await shop.licence('POST', '/overrides', { name: 'promotions', value: false, reason });
    const features = [...STANDARD.filter((feature) => feature !== 'promotions'), 'audit_log'];
    expect(await refusedOf()).toEqual(expectedBut(features));
  });
});

describe('what exists when a plan is left', () => {
  let receiver: Receiver;
  let shop: LicensedShop;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    receiver = await startReceiver();
    shop = await LicensedShop.open({ SECRETS_KEY, WEBHOOK_ALLOW: receiver.pair });
    const { container, metrics } = shop.service.api;
    stop = startBackground(container.get(SETTINGS) as Config, container, metrics, createLogger('silent'));
    await shop.licence('PUT', '', { plan: 'pro', paidUntil: null });
  });
  afterAll(async () => {
    await stop();
    await shop.close();
    await receiver.close();
  });

  test('goes on: a card is redeemed, a promotion applies and ends, a webhook is delivered, a role holds, a debt is paid', async () => {
    await done(shop, 'PATCH', `/outlets/${shop.outletId}`, { tenders: ['cash', 'gift_card', 'house_account'] });
    const wish = { kind: 'gift_card', currency: 'USD', amount: USD(2_000), activateBecause: 'a test' };
    const [card] = (await done(shop, 'POST', '/gift-cards', wish)).cards;
    const effect = { kind: 'percent_off', rate: '10' };
    const promotion = await done(shop, 'POST', '/promotions', { name: 'Tea time', effect, select: { skus: ['tea'] } });
    await done(shop, 'POST', `/promotions/${promotion.id}/activate`);
    const endpoint = { url: receiver.url, eventTypes: ['pos.outlet.changed'] };
    const { id: endpointId } = await done(shop, 'POST', '/webhooks/endpoints', endpoint);
    await done(shop, 'POST', '/roles', { code: 'barista', name: 'Barista', permissions: ['orders:read'] });

    const account = await done(shop, 'POST', '/house-accounts', { number: 'D 1', name: 'Baker', limit: USD(5_000) });

    expect((await shop.licence('PUT', '', { plan: 'free', paidUntil: null, reason })).status).toBe(200);
    expect((await shop.service.call('POST', '/promotions', { body: {} })).body.code).toBe(REFUSED);
    expect((await shop.service.call('POST', '/gift-cards', { body: wish })).body.code).toBe(REFUSED);

    const payments = [{ tender: 'gift_card', amount: USD(900), giftCard: { code: card.code } }];
    const sold = await shop.sell({ payments, complete: true });
    expect(sold).toMatchObject({ status: 201, body: { totals: { total: USD(900) } } });
    expect((await done(shop, 'GET', `/gift-cards/${card.id}`)).balance).toEqual(USD(1_100));

    const onAccount = [{ tender: 'house_account', amount: USD(900), houseAccount: { account: account.number } }];
    expect((await shop.sell({ payments: onAccount, complete: true })).status).toBe(201);
    await done(shop, 'POST', `/house-accounts/${account.id}/payments`, { amount: USD(900), tender: 'card' });

    await done(shop, 'PATCH', `/outlets/${shop.outletId}`, { name: 'Corner, renamed' });
    while (!receiver.received.some(({ body }) => body.includes('Corner, renamed')))
      await new Promise((resolve) => setTimeout(resolve, 50));

    const person = { displayName: 'Bo', assignments: [{ role: 'barista' }] };
    expect((await shop.service.call('POST', '/staff', { body: person })).status).toBe(201);

    await done(shop, 'POST', `/promotions/${promotion.id}/pause`);
    expect((await shop.sell({})).body.totals.total).toEqual(USD(1_000));
    expect((await shop.service.call('POST', `/promotions/${promotion.id}/activate`)).body.code).toBe(REFUSED);
    await done(shop, 'POST', `/gift-cards/${card.id}/block`, { reason });
    await done(shop, 'DELETE', `/webhooks/endpoints/${endpointId}`);
  });
});
