import { randomUUID } from 'node:crypto';
import { Announcer, CALLBACK_SECRET } from '../../../../../test/harness/callbacks.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { BACKGROUND_WORK } from '../../../../platform/tokens.js';
import { BusinessRounds } from '../../application/business-rounds.js';

// What the registry of businesses tells by signed callbacks.

let service: TestService;
let registry: Announcer;
beforeAll(async () => {
  service = await startService({ CALLBACK_SECRETS: `auth=${CALLBACK_SECRET}`, AUTH_CACHE_MS: '0' });
  registry = new Announcer(service, 'auth');
});
afterAll(() => service.close());

const own = async (tenant: { slug: string; apiKey: string }) =>
  service.call('GET', '/tenant', { tenant: tenant as never });
const told = (what: string, data: object, slug: string): Promise<Answer> =>
  registry.tell(registry.event(`auth.tenant.${what}`, data), slug);

async function work(): Promise<void> {
  const rounds = service.api.container.getAll(BACKGROUND_WORK).find((one) => one instanceof BusinessRounds);
  await rounds?.round();
}

function announced(more: object = {}) {
  const [id, slug] = [randomUUID(), `reg-${randomUUID().slice(0, 8)}`];
  return { id, slug, name: 'Harbour Foods', currency: 'KES', region: 'north', colour: 'blue', ...more };
}

test('a business that is announced to the vendor is made, once', async () => {
  const business = announced();
  const event = registry.event('auth.tenant.registered', business);
  expect(await registry.tell(event, 'platform')).toMatchObject({ status: 202, body: { status: 'accepted' } });
  expect((await registry.tell(event, 'platform')).body).toEqual({ status: 'duplicate' });
  expect((await told('registered', business, 'platform')).body).toEqual({ status: 'accepted' });
  await work();
  const { body } = await service.call('GET', `/v1/platform/businesses/${business.slug}`);
  expect(body).toMatchObject({ id: business.id, name: 'Harbour Foods', region: 'north', status: 'active' });
  const registrations = await service.call('GET', '/v1/platform/registrations?limit=200');
  const of = (registrations.body.data as Answer['body'][]).filter(({ slug }) => slug === business.slug);
  expect(of).toHaveLength(1);
});

test('changed, suspended, resumed, closed: it goes as the registry says', async () => {
  const tenant = await service.createTenant();
  await told('changed', { name: 'New name' }, tenant.slug);
  expect((await own(tenant)).body).toMatchObject({ name: 'New name', currency: 'USD' });
  await told('suspended', { reason: 'unpaid' }, tenant.slug);
  expect((await own(tenant)).status).toBe(403);
  await told('resumed', {}, tenant.slug);
  expect((await own(tenant)).status).toBe(200);
  await told('closed', { reason: 'gone' }, tenant.slug);
  expect((await own(tenant)).status).toBe(403);
});

test('a late word does not undo a newer one, and the same one told twice works once', async () => {
  const tenant = await service.createTenant();
  const resumed = registry.event('auth.tenant.resumed', {});
  const suspended = registry.event('auth.tenant.suspended', { reason: 'unpaid' });
  expect((await registry.tell(suspended, tenant.slug)).body).toEqual({ status: 'accepted' });
  expect((await registry.tell(resumed, tenant.slug)).body).toEqual({ status: 'ignored' });
  expect((await registry.tell(suspended, tenant.slug)).body).toEqual({ status: 'duplicate' });
  expect((await own(tenant)).status).toBe(403);
});

test.each([
  ['an id that is none', { id: 'seven' }],
  ['no name', { name: null }],
  ['a name that is no text', { name: 7 }],
  ['a currency that is none', { currency: 'shells' }],
  ['a slug that leads elsewhere', { slug: '../platform' }],
  ['the slug of the vendor', { slug: 'platform' }],
  ['an industry that nobody knows', { industry: 'piracy' }],
])('%s is no business', async (_, wrong) => {
  const answer = await told('registered', announced(wrong), 'platform');
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  await work();
});

test('the slug of another business is not given away', async () => {
  const tenant = await service.createTenant();
  expect(await told('registered', announced({ slug: tenant.slug }), 'platform')).toMatchObject({
    ...{ status: 409, body: { code: 'slug_not_available' } },
  });
});

test.each(['changed', 'suspended', 'closed'])('nothing that is told touches the vendor itself: %s', async (what) => {
  const answer = await told(what, { id: randomUUID(), name: 'Taken over' }, 'platform');
  expect(answer).toMatchObject({ status: 422, body: { code: 'registration_invalid' } });
  expect((await service.call('GET', '/v1/platform/plans')).status).toBe(200);
});
