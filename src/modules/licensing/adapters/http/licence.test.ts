import { randomUUID } from 'node:crypto';
import { closeDrawer, LicensedShop, openedDrawer, USD } from './licensing.examples.js';

// A licence from beginning to end over HTTP: limits, features, grace, the end, revocation, and back.

const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');
let shop: LicensedShop;
beforeEach(async () => {
  shop = await LicensedShop.open({ SECRETS_KEY });
});
afterEach(() => shop.close());

const reason = 'because of the test';

test('without any plan nothing is limited', async () => {
  const { body } = await shop.service.call('GET', '/licence');
  expect(body).toMatchObject({ plan: null, status: 'unlimited', paidUntil: null, ordersUntil: null, version: 0 });
  expect(body.entitlements).toContainEqual({ thing: 'outlets', used: 1, limit: null });
  expect(body.features).toMatchObject({ promotions: true });
  expect(await shop.rows('select plan from licence_standings')).toEqual([]);
});

test('a plan limits what is new, and what exists goes on', async () => {
  for (let made = 0; made < 2; made += 1) expect((await shop.endpoint()).status).toBe(201);
  const assigned = await shop.licence('PUT', '', { plan: 'free', paidUntil: null, reason });
  expect(assigned).toMatchObject({ status: 200, body: { plan: 'free', status: 'active', ordersUntil: null } });
  expect(assigned.headers.get('etag')).toBe('"1"');

  const outlet = { name: 'Second', timeZone: 'UTC', receiptPrefix: 'S', tenders: ['cash'], taxGroups: [] };
  const refused = await shop.service.call('POST', '/outlets', { body: outlet });
  expect(refused).toMatchObject({ status: 403, body: { code: 'entitlement_exceeded' } });
  expect((await shop.endpoint()).body).toMatchObject({ code: 'feature_not_in_plan' });
  expect((await shop.service.call('GET', '/webhooks/endpoints')).body.data).toHaveLength(2);
  expect((await shop.sell()).status).toBe(201);

  // Given beside the plan; closing one outlet makes room for another, and reopening it needs room again.
  await shop.licence('POST', '/overrides', { name: 'webhooks', value: true, reason, endsAt: shop.inDays(2) });
  expect((await shop.endpoint()).body).toMatchObject({ code: 'entitlement_exceeded' });
  await shop.licence('POST', '/overrides', { name: 'integrations', value: 3, reason });
  expect((await shop.endpoint()).status).toBe(201);
  await shop.service.call('PATCH', `/outlets/${shop.outletId}`, { body: { active: false } });
  expect((await shop.service.call('POST', '/outlets', { body: outlet })).status).toBe(201);
  const reopened = await shop.service.call('PATCH', `/outlets/${shop.outletId}`, { body: { active: true } });
  expect(reopened).toMatchObject({ status: 403, body: { code: 'entitlement_exceeded' } });

  const { body } = await shop.service.call('GET', '/licence');
  expect(body).toMatchObject({ plan: { code: 'free' }, status: 'active', month: { orders: 1, included: 500 } });
  expect(body.entitlements).toEqual([
    { thing: 'outlets', used: 1, limit: 1 },
    { thing: 'devices', used: 0, limit: 2 },
    { thing: 'staff', used: 0, limit: 5 },
    { thing: 'integrations', used: 3, limit: 3 },
  ]);
  expect(body.overrides).toHaveLength(2);
  const taken = await shop.licence('DELETE', '/overrides/webhooks');
  expect(taken).toMatchObject({ status: 200, body: { overrides: [{ name: 'integrations' }] } });
  expect((await shop.licence('DELETE', '/overrides/webhooks')).body.code).toBe('licence_override_not_found');
  expect((await shop.endpoint()).body).toMatchObject({ code: 'feature_not_in_plan' });
});

test('after grace no new orders, but what is open is paid, drawers close, and reports are read', async () => {
  await shop.licence('PUT', '', { plan: 'standard', paidUntil: shop.inDays(10) });
  const sessionId = await openedDrawer(shop);
  shop.wait(20);
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({ status: 'grace' });
  const open = await shop.sell({});
  expect(open.status).toBe(201);
  shop.wait(4);
  expect(await shop.sell()).toMatchObject({ status: 403, body: { code: 'licence_expired' } });
  expect((await shop.service.call('GET', '/licence')).body).toMatchObject({ status: 'expired' });

  const paid = await shop.service.call('POST', `/orders/${open.body.id}/payments`, {
    body: { tender: 'cash', amount: USD(1000) },
  });
  expect(paid.status).toBe(201);
  expect((await shop.service.call('POST', `/orders/${open.body.id}/complete`)).status).toBe(200);
  const refund = { amount: USD(500), reason };
  expect((await shop.service.call('POST', `/orders/${open.body.id}/refunds`, { body: refund })).status).toBe(201);
  expect((await shop.service.call('GET', '/orders')).status).toBe(200);
  expect((await shop.service.call('GET', `/reports/sales?from=2026-01-01&to=2026-01-02&groupBy=day`)).status).toBe(200);
  await closeDrawer(shop, sessionId);

  expect((await shop.licence('POST', '/extend', { paidUntil: shop.inDays(30) })).body.status).toBe('active');
  expect((await shop.sell()).status).toBe(201);
});

test('revoked at once: the door lets nobody sell, until it is restored', async () => {
  await shop.licence('PUT', '', { plan: 'pro', paidUntil: shop.inDays(30) });
  expect((await shop.sell()).status).toBe(201);
  const revoked = await shop.licence('POST', '/revoke', { reason });
  expect(revoked).toMatchObject({ status: 200, body: { status: 'revoked', revokedAt: expect.any(String) } });
  expect(await shop.sell()).toMatchObject({ status: 403, body: { code: 'licence_revoked' } });
  expect((await shop.licence('POST', '/revoke', { reason })).body.code).toBe('licence_state_conflict');
  expect((await shop.licence('GET')).body).toMatchObject({ status: 'revoked', revokedReason: reason });
  expect((await shop.licence('POST', '/restore', { reason })).body).toMatchObject({ status: 'active' });
  expect((await shop.sell()).status).toBe(201);
  expect(await shop.told('licences')).toEqual(['pos.licence.changed', 'pos.licence.revoked', 'pos.licence.restored']);
});

test('a business without a plan can be revoked and restored, too', async () => {
  expect((await shop.licence('POST', '/revoke', { reason })).body).toMatchObject({
    status: 'revoked',
    plan: 'unlimited',
  });
  expect((await shop.sell()).body.code).toBe('licence_revoked');
  expect((await shop.licence('POST', '/restore', { reason })).body).toMatchObject({
    status: 'active',
    ordersUntil: null,
  });
  expect((await shop.sell()).status).toBe(201);
});

test('plans are made, changed, archived; who has one keeps its terms', async () => {
  const plans = '/v1/platform/plans';
  const draft = { code: 'kiosk', name: 'Kiosk', currency: 'USD', outletPrice: 500, limits: limits(1), trialDays: 7 };
  const made = await shop.service.call('POST', plans, { body: draft });
  expect(made).toMatchObject({ status: 201, body: { code: 'kiosk', version: 1, outletPrice: USD(500) } });
  expect((await shop.service.call('POST', plans, { body: draft })).body.code).toBe('plan_code_taken');
  expect((await shop.licence('PUT', '', { plan: 'kiosk' })).body).toMatchObject({ status: 'trial' });
  const headers = { 'If-Match': '"1"' };
  const patch = { method: 'PATCH', body: { limits: limits(2) }, headers } as const;
  expect((await shop.service.call('PATCH', `${plans}/kiosk`, patch)).body).toMatchObject({ version: 2 });
  expect((await shop.service.call('PATCH', `${plans}/kiosk`, patch)).status).toBe(412);
  expect((await shop.service.call('GET', '/licence')).body.entitlements[0]).toMatchObject({ limit: 1 });
  expect((await shop.licence('PUT', '', { plan: 'kiosk' })).body.version).toBe(2);
  expect((await shop.service.call('GET', '/licence')).body.entitlements[0]).toMatchObject({ limit: 2 });

  expect((await shop.service.call('POST', `${plans}/kiosk/archive`)).body.archived).toBe(true);
  const onSale = (await shop.service.call('GET', '/licence/plans')).body.data;
  expect(onSale.map(({ code }: { code: string }) => code)).toEqual(['free', 'pro', 'standard']);
  const all = await shop.service.call('GET', `${plans}?limit=2`);
  expect(all.body.data.map(({ code }: { code: string }) => code)).toEqual(['free', 'kiosk']);
  const next = await shop.service.call('GET', `${plans}?limit=2&cursor=${all.body.nextCursor}`);
  expect(next.body).toMatchObject({ data: [{ code: 'pro' }, { code: 'standard' }], nextCursor: null });
  expect((await shop.licence('PUT', '', { plan: 'kiosk' })).status).toBe(200);
  const other = await shop.service.createTenant();
  expect((await shop.licence('PUT', '', { plan: 'kiosk' }, other.slug)).body.code).toBe('plan_archived');
  expect((await shop.service.call('POST', `${plans}/kiosk/unarchive`)).body.archived).toBe(false);
  // A built-in plan is changed like any other.
  const cheaper = await shop.service.call('PATCH', `${plans}/standard`, { body: { outletPrice: 1 } });
  expect(cheaper.body).toMatchObject({ version: 2, outletPrice: USD(1) });
  expect((await shop.service.call('GET', `${plans}/standard`)).body).toMatchObject({ version: 2 });
  expect(
    await shop.rows('select type from events where aggregate = $1', ['plans'], shop.service.platform.id),
  ).toHaveLength(5);
});

const limits = (outlets: number) => ({ outlets, devices: null, staff: null, integrations: null });

test('switches are set, and an unknown one is not', async () => {
  const put = (flags: object) => shop.service.call('PUT', '/licence/flags', { body: { flags } });
  expect((await put({ table_service: true })).body).toMatchObject({ flags: { table_service: true }, version: 1 });
  expect((await put({ table_service: true })).body.version).toBe(1);
  expect((await put({ tips_prompt: true, table_service: false })).body.flags).toEqual({
    ...{ table_service: false, tips_prompt: true },
  });
  expect(await put({ teleport: true })).toMatchObject({ status: 422, body: { code: 'licence_flag_unknown' } });
});

test('a request for a plan reaches the vendor once, who closes it', async () => {
  await shop.licence('PUT', '', { plan: 'free' });
  const ask = (plan: string, note?: string) =>
    shop.service.call('POST', '/licence/plan-requests', { body: { plan, ...(note !== undefined && { note }) } });
  expect((await ask('free')).body.code).toBe('plan_request_same');
  expect((await ask('gold')).body.code).toBe('plan_not_found');
  expect((await ask('pro', '4111 1111 1111 1111')).body.code).toBe('card_data_not_allowed');
  const asked = await ask('pro', 'we grow');
  expect(asked).toMatchObject({ status: 201, body: { plan: 'pro', note: 'we grow' } });
  for (let telling = 0; telling < 2; telling += 1) await shop.tell('pos.licence.plan_requested');
  const list = await shop.service.call('GET', '/v1/platform/plan-requests?status=open');
  expect(list.body.data).toMatchObject([{ id: asked.body.id, business: shop.slug, plan: 'pro', note: 'we grow' }]);
  const close = () =>
    shop.service.call('POST', `/v1/platform/plan-requests/${asked.body.id}/close`, { body: { answer: 'done' } });
  expect((await close()).body).toMatchObject({ status: 'closed', answer: 'done' });
  expect((await close()).body.code).toBe('plan_request_closed');
  expect((await shop.service.call('GET', '/licence/plan-requests')).body.data).toMatchObject([{ answer: 'done' }]);
  const other = await shop.service.createTenant();
  expect((await shop.service.call('GET', '/licence/plan-requests', { tenant: other })).body.data).toEqual([]);
});

test('what is not there, is not there; and nobody but the vendor acts on licences', async () => {
  for (const slug of ['nobody-here', 'platform'])
    expect((await shop.licence('GET', '', undefined, slug)).body.code).toBe('licence_business_unknown');
  const own = { tenant: shop.service.tenant };
  expect((await shop.service.call('GET', '/v1/platform/plans', own)).status).toBe(404);
  const missing = [`invoices/${randomUUID()}/retry`, `plan-requests/${randomUUID()}/close`];
  for (const path of missing)
    expect((await shop.service.call('POST', `/v1/platform/${path}`, { body: {} })).status).toBe(404);
});
