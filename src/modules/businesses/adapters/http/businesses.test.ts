import { randomBytes, randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { startBackground } from '../../../../app/background.js';
import { readConfig } from '../../../../app/config.js';
import type { Principal } from '../../../../kernel/context.js';
import type { InboundEvent } from '../../../../platform/inbox/inbound-event.js';
import { Inbox } from '../../../../platform/inbox/inbox.js';
import { INBOX_HANDLER, TENANT_LOOKUP } from '../../../../platform/inbox/tokens.js';
import { CHORE, WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';
import { BACKGROUND_WORK, IDS, TRANSACTOR } from '../../../../platform/tokens.js';
import { BusinessRounds } from '../../application/business-rounds.js';
import { platformContext } from '../../application/contexts.js';
import { PostgresBusinessViews } from '../postgres/business-views.js';

const DAY_MS = 86_400_000;
const LOOKS_MAX = 400;

let service: TestService;
let stop: () => Promise<void>;
let now = Date.now();
beforeAll(async () => {
  const key = randomBytes(32).toString('base64');
  service = await startService({ SECRETS_KEY: key }, () => now);
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, LOG_LEVEL: 'silent' });
  stop = startBackground(config, service.api.container, service.api.metrics, createLogger('silent'));
});
afterAll(async () => {
  await stop();
  await service.close();
});
beforeEach(() => void (now = Date.now()));

const rounds = (): BusinessRounds =>
  service.api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof BusinessRounds) as BusinessRounds;
const show = (slug: string): Promise<Answer> => service.call('GET', `/v1/platform/businesses/${slug}`);
const turn = (slug: string, verb: string, reason = 'because'): Promise<Answer> =>
  service.call('POST', `/v1/platform/businesses/${slug}/${verb}`, { body: { reason } });
const inside = (tenant: TestTenant): Promise<Answer> => service.call('GET', '/tenant', { tenant });

/** Looks until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it does not come to be');
}

async function findUnlisted(): Promise<void> {
  const { container } = service.api;
  const chore = container.getAll(CHORE).find(({ name }) => name === 'businesses that were on no list');
  await chore?.run(container.get(WORKER_POOL));
}

/** A business that came into being by itself, on the list. */
async function listed(): Promise<TestTenant> {
  const tenant = await service.createTenant();
  await findUnlisted();
  return tenant;
}

function tell(type: string, tenantSlug: string, data: object, time = new Date()): Promise<string> {
  const { container } = service.api;
  const inbox = new Inbox(
    container.get(TRANSACTOR),
    container.get(TENANT_LOOKUP),
    container.get(IDS),
    container.getAll(INBOX_HANDLER),
  );
  const event: InboundEvent = { source: 'auth', id: randomUUID(), type, tenantSlug, data, time };
  return inbox.receive(event, { via: 'callback', name: 'test' });
}

test('a business that nobody registered is on the list, once its housekeeping has been', async () => {
  const { slug, id } = await listed();
  expect((await show(slug)).body).toMatchObject({
    id,
    slug,
    status: 'active',
    region: null,
    contact: null,
    version: 1,
  });
  await findUnlisted();
  expect((await show(slug)).body.version).toBe(1);
  expect((await show('platform')).status).toBe(404);
});

test('a business that changes its name is called so on the list', async () => {
  const tenant = await listed();
  await service.call('PATCH', '/tenant', { tenant, body: { name: 'Another name' } });
  await until(async () => (await show(tenant.slug)).body.name === 'Another name');
});

test('suspended at once, resumed at once, and each is told once', async () => {
  const tenant = await listed();
  expect((await inside(tenant)).status).toBe(200);
  expect((await turn(tenant.slug, 'suspend', 'unpaid')).body).toMatchObject({
    status: 'suspended',
    statusReason: 'unpaid',
  });
  expect((await inside(tenant)).body.code).toBe('tenant_suspended');
  expect((await turn(tenant.slug, 'suspend')).body).toMatchObject({ status: 'suspended', statusReason: 'unpaid' });
  expect((await turn(tenant.slug, 'resume')).body.status).toBe('active');
  expect((await inside(tenant)).status).toBe(200);
  const { rows } = await service.api.container
    .get(WORKER_POOL)
    .query<{ type: string; actor: string }>(
      `select type, actor from events where aggregate_id = $1 and aggregate in ('tenants', 'businesses') order by position`,
      [tenant.id],
    );
  expect(rows.map(({ type }) => type)).toEqual([
    ...['pos.business.registered', 'pos.business.suspended', 'pos.tenant.suspended'],
    ...['pos.business.resumed', 'pos.tenant.resumed'],
  ]);
  expect(new Set(rows.slice(1).map(({ actor }) => actor)).size).toBe(1);
  expect(rows[1]?.actor).toMatch(/^api-key:/);
});

test('a request that is sent again decides nothing again', async () => {
  const tenant = await listed();
  const options = { body: { reason: 'unpaid' }, headers: { 'Idempotency-Key': randomUUID() } };
  const path = `/v1/platform/businesses/${tenant.slug}/suspend`;
  await service.call('POST', path, options);
  await turn(tenant.slug, 'resume');
  const again = await service.call('POST', path, options);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await inside(tenant)).status).toBe(200);
});

test('closed, reopened within 30 days, and closed for good after that', async () => {
  const tenant = await listed();
  expect((await turn(tenant.slug, 'close')).body.status).toBe('closed');
  expect((await inside(tenant)).body.code).toBe('tenant_suspended');
  expect((await turn(tenant.slug, 'suspend')).body.code).toBe('business_closed');
  now += 29 * DAY_MS;
  expect((await turn(tenant.slug, 'resume')).body.status).toBe('active');
  await turn(tenant.slug, 'close');
  now += 30 * DAY_MS;
  expect((await turn(tenant.slug, 'resume')).body.code).toBe('business_closed');
});

test('the vendor itself can be neither suspended nor closed', async () => {
  expect((await turn('platform', 'suspend')).body.code).toBe('platform_is_no_business');
  await expect(tell('auth.tenant.suspended', 'platform', {})).rejects.toThrow('registration_invalid');
});

test('notes and region, with the version that was seen', async () => {
  const { slug } = await listed();
  const change = (body: object, version: string): Promise<Answer> =>
    service.call('PATCH', `/v1/platform/businesses/${slug}`, { body, headers: { 'If-Match': version } });
  expect((await change({ notes: 'pays late', region: 'north' }, '"1"')).body).toMatchObject({
    region: 'north',
    version: 2,
  });
  expect((await change({ notes: null }, '"1"')).status).toBe(412);
  expect((await change({ notes: 'card 4111 1111 1111 1111' }, '"2"')).body.code).toBe('card_data_not_allowed');
});

test('an administrator of a region sees the businesses of it and no others', async () => {
  const [region, one, other] = [`r-${randomUUID().slice(0, 8)}`, await listed(), await listed()];
  await service.call('PATCH', `/v1/platform/businesses/${one.slug}`, { body: { region } });
  const principal: Principal = {
    kind: 'user',
    id: 'amina',
    permissions: new Set(),
    regions: new Set([region]),
    test: false,
  };
  const context = platformContext('test', new Date(), principal);
  const views = new PostgresBusinessViews(service.api.container.get(TRANSACTOR));
  const none = { region: undefined, status: undefined, plan: undefined, q: undefined, inactiveSince: undefined };
  const rows = await views.businesses(context, none, 'newest', { limit: 10, after: undefined });
  expect(rows.map(({ business }) => business.slug)).toEqual([one.slug]);
  await expect(views.business(context, other.slug)).rejects.toThrow('business_not_found');
});

test('what a business has been doing is collected, and lists go by it', async () => {
  const tenant = await listed();
  const outlet = { name: 'Main', timeZone: 'UTC', receiptPrefix: 'M' };
  await service.call('POST', '/outlets', { tenant, body: outlet });
  for (let round = 0; round < 5; round += 1) await rounds().round();
  const active = await service.call('GET', '/v1/platform/businesses/activity?sort=most_active&limit=200');
  const found = (active.body.data as Answer['body'][]).find(({ slug }) => slug === tenant.slug);
  expect(found).toMatchObject({ orders7Days: 0, devices: 0, staff: 0, licenceStatus: 'unlimited', lastOrderAt: null });
  expect(found.lastActivityAt).not.toBeNull();
  const first = await service.call('GET', '/v1/platform/businesses/activity?sort=least_active&limit=1');
  const cursor = encodeURIComponent(first.body.nextCursor as string);
  const next = await service.call('GET', `/v1/platform/businesses/activity?sort=least_active&limit=1&cursor=${cursor}`);
  expect(next.body.data[0].slug).not.toBe(first.body.data[0].slug);
  const since = encodeURIComponent(new Date(now + DAY_MS).toISOString());
  const idle = await service.call('GET', `/v1/platform/businesses?inactiveSince=${since}&q=${tenant.slug}`);
  expect(idle.body.data).toMatchObject([{ slug: tenant.slug }]);
});

test('the registry announces a business: it is made, and a late word does not undo a newer one', async () => {
  const [id, slug] = [randomUUID(), `reg-${randomUUID().slice(0, 8)}`];
  const told = { id, slug, name: 'Registered elsewhere', currency: 'USD', region: 'north' };
  expect(await tell('auth.tenant.registered', 'platform', told)).toBe('accepted');
  now += 60_000;
  await rounds().round();
  expect((await show(slug)).body).toMatchObject({ id, name: told.name, region: 'north', status: 'active' });
  expect(await tell('auth.tenant.closed', slug, { reason: 'gone' }, new Date(now + 2_000))).toBe('accepted');
  expect(await tell('auth.tenant.suspended', slug, {}, new Date(now + 1_000))).toBe('ignored');
  await until(async () => (await show(slug)).body.status === 'closed');
  expect((await show(slug)).body.statusReason).toBe('gone');
});
