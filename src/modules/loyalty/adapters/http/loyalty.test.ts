import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { LoyaltyFacade } from '../../application/loyalty-facade.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const programme = { name: 'Beans', currency: 'USD', earn: { points: 1, per: 100 }, burn: { points: 1, worth: 1 } };

async function memberWith(points: number, more: object = {}): Promise<string> {
  const customerId = `customer-${randomUUID()}`;
  expect((await service.call('POST', '/loyalty/members', { body: { customerId, ...more } })).status).toBe(201);
  if (points > 0) {
    const adjusted = await service.call('POST', `/loyalty/members/${customerId}/adjustments`, {
      body: { points, reason: 'welcome' },
    });
    expect(adjusted.status).toBe(201);
  }
  return customerId;
}

function contextOf(): RequestContext {
  const { id, slug } = service.tenant;
  return {
    ...{ tenantId: id, tenantSlug: slug, requestId: 'r', at: new Date() },
    principal: { kind: 'system', id: 'test', permissions: new Set(), test: false },
  };
}

test('without a programme there is none to show, and it is set and changed with its version', async () => {
  expect((await service.call('GET', '/loyalty/programme')).body.code).toBe('loyalty_not_configured');
  const set = await service.call('PUT', '/loyalty/programme', { body: programme });
  expect(set.body).toEqual({ ...programme, active: true, version: 1 });
  const stale = await service.call('PUT', '/loyalty/programme', { body: programme, headers: { 'if-match': '"7"' } });
  expect(stale.status).toBe(412);
  const bad = await service.call('PUT', '/loyalty/programme', { body: { ...programme, currency: 'XXX' } });
  expect(bad.body).toMatchObject({ code: 'loyalty_programme_invalid', errors: [{ pointer: '/currency' }] });
});

test('a customer is enrolled once, found, changed, and shows what the points are worth', async () => {
  const customerId = await memberWith(250, { groups: ['staff'] });
  const again = await service.call('POST', '/loyalty/members', { body: { customerId } });
  expect(again.body.code).toBe('loyalty_member_exists');
  const shown = await service.call('GET', `/loyalty/members/${customerId}`);
  expect(shown.body).toMatchObject({ balance: 250, worth: { amount: 250, currency: 'USD' }, groups: ['staff'] });
  const changed = await service.call('PATCH', `/loyalty/members/${customerId}`, {
    body: { entitlements: ['gold plan'] },
    headers: { 'if-match': shown.headers.get('etag') ?? '' },
  });
  expect(changed.body).toMatchObject({ groups: ['staff'], entitlements: ['gold plan'], version: 3 });
  const listed = await service.call('GET', '/loyalty/members?group=staff&limit=1');
  expect(listed.body.data).toMatchObject([{ customerId }]);
});

test('movements are listed newest first, page by page', async () => {
  const customerId = await memberWith(10);
  for (const points of [5, -15])
    await service.call('POST', `/loyalty/members/${customerId}/adjustments`, { body: { points, reason: 'count' } });
  const tooMany = await service.call('POST', `/loyalty/members/${customerId}/adjustments`, {
    body: { points: -1, reason: 'count' },
  });
  expect(tooMany.body.code).toBe('loyalty_points_too_low');
  const first = await service.call('GET', `/loyalty/members/${customerId}/entries?limit=2`);
  const rest = await service.call('GET', `/loyalty/members/${customerId}/entries?cursor=${first.body.nextCursor}`);
  expect([...first.body.data, ...rest.body.data]).toMatchObject([
    { points: -15, balance: 0 },
    { points: 5, balance: 15 },
    { points: 10, balance: 10, reason: 'welcome' },
  ]);
});

test('a cashier enrols, and gives no groups, for groups decide prices', async () => {
  const token = await service.createKey(service.tenant, { permissions: ['loyalty:enrol'] });
  const body = { customerId: `c-${randomUUID()}` };
  expect((await service.call('POST', '/loyalty/members', { token, body })).status).toBe(201);
  const wish = { customerId: `c-${randomUUID()}`, groups: ['staff'] };
  expect((await service.call('POST', '/loyalty/members', { token, body: wish })).status).toBe(403);
});

test('another tenant finds nobody', async () => {
  const customerId = await memberWith(1);
  const tenant = await service.createTenant();
  const answer = await service.call('GET', `/loyalty/members/${customerId}`, { tenant });
  expect(answer.body.code).toBe('loyalty_not_enrolled');
});

test('of payments that race for the same points one wins, and the ledger sums', async () => {
  const { container } = service.api;
  const [facade, transactor] = [container.get(LoyaltyFacade), container.get(TRANSACTOR)];
  for (let round = 0; round < 20; round += 1) {
    const customerId = await memberWith(1_000);
    const burn = (): Promise<unknown> =>
      transactor.run(contextOf(), (tx) =>
        facade.burn(tx, {
          ...{ customerId, orderId: randomUUID(), paymentId: randomUUID(), reference: null },
          amount: { amount: 800, currency: 'USD' },
        }),
      );
    const outcomes = await Promise.allSettled([burn(), burn(), burn()]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as Refusal).code)).toEqual(Array(2).fill('loyalty_points_too_low'));
    const { body } = await service.call('GET', `/loyalty/members/${customerId}/entries`);
    const points = (body.data as { points: number }[]).reduce((sum, entry) => sum + entry.points, 0);
    expect(points).toBe(200);
    expect((await service.call('GET', `/loyalty/members/${customerId}`)).body.balance).toBe(200);
  }
});

test('a payment that comes back in parts gives back every point, and none twice', async () => {
  const { container } = service.api;
  const [facade, transactor] = [container.get(LoyaltyFacade), container.get(TRANSACTOR)];
  const customerId = await memberWith(1_000);
  const [orderId, paymentId] = [randomUUID(), randomUUID()];
  const USD = (amount: number) => ({ amount, currency: 'USD' });
  const payment = { customerId, orderId, paymentId, reference: null, amount: USD(100) };
  await transactor.run(contextOf(), (tx) => facade.burn(tx, payment));
  // The programme changes meanwhile: what comes back is what was spent.
  const dearer = { ...programme, burn: { points: 7, worth: 1 } };
  await service.call('PUT', '/loyalty/programme', { body: dearer });
  for (const [refundId, amount] of [
    ['r1', 33],
    ['r1', 33],
    ['r2', 67],
  ] as const)
    await transactor.run(contextOf(), (tx) =>
      facade.giveBack(tx, { refundId, paymentId, orderId, customerId, amount: USD(amount) }),
    );
  expect((await service.call('GET', `/loyalty/members/${customerId}`)).body.balance).toBe(1_000);
  await service.call('PUT', '/loyalty/programme', { body: programme });
});

test('points that are kept here are taken with the sale, and not before', async () => {
  const body = { customerId: await memberWith(10), amount: { amount: 5, currency: 'USD' } };
  const answer = await service.call('POST', '/loyalty/burns', { body });
  expect(answer).toMatchObject({ status: 409, body: { code: 'loyalty_burn_not_needed' } });
  const shown = await service.call('GET', `/loyalty/burns/${randomUUID()}`);
  expect(shown).toMatchObject({ status: 404, body: { code: 'loyalty_burn_not_found' } });
  const { parts } = (await (await fetch(`${service.baseUrl}/readyz`)).json()) as { parts: Record<string, string> };
  expect(parts['loyalty']).toBe('not configured');
});
