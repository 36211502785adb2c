import { randomBytes, randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { NotificationsDouble } from '../../../../clients/notifications/notifications-double.examples.js';
import { BACKGROUND_WORK } from '../../../../platform/tokens.js';
import { WORKER_POOL } from '../../../../platform/postgres/tokens.js';
import { BusinessRounds } from '../../application/business-rounds.js';

const MINUTE_MS = 60_000;
const OWNER = { name: 'Amina Yusuf', email: 'amina@example.com', phone: '+254712345678' };

let notifications: NotificationsDouble;
let service: TestService;
let now = Date.now();
beforeAll(async () => {
  notifications = await NotificationsDouble.start();
  const secrets = { SECRETS_KEY: randomBytes(32).toString('base64'), AUTH_CACHE_MS: '0' };
  service = await startService(
    { ...secrets, NOTIFICATIONS_URL: notifications.url, NOTIFICATIONS_TOKEN: 'x' },
    () => now,
  );
});
afterAll(async () => {
  await service.close();
  await notifications.stop();
});
beforeEach(() => void (now = Date.now()));

const post = (path: string, body: object = {}, token?: string): Promise<Answer> =>
  service.call('POST', `/v1/platform${path}`, { body, ...(token !== undefined && { token }) });
const wish = (change: object = {}) => ({
  ...{ name: 'Acme Street Food', slug: `acme-${randomUUID().slice(0, 8)}`, currency: 'KES', country: 'KE' },
  ...{ region: 'east-africa', timeZone: 'Africa/Nairobi', industry: 'cafe', owner: OWNER, channel: 'email', ...change },
});

async function register(change: object = {}): Promise<Answer['body']> {
  const { status, body, text } = await post('/registrations', wish(change));
  if (status !== 201) throw new Error(text);
  return body;
}

function codeOf(id: string, sent = 1): string {
  return notifications.messages.get(`${id}:${sent}`)?.params['code'] as string;
}

function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

const rounds = (): BusinessRounds =>
  service.api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof BusinessRounds) as BusinessRounds;

/** All that the database holds, as text. */
async function dump(): Promise<string> {
  const { rows } = await service.api.container
    .get(WORKER_POOL)
    .query<{ data: string }>('select data::text as data from events');
  return rows.map(({ data }) => data).join('\n');
}

test('from a registration to a key that works, by the code that the owner was sent', async () => {
  const { id, slug, ...registered } = await register();
  expect(registered).toMatchObject({ status: 'requested', contact: 'a***@e***.com, +25***78', codesSent: 1 });
  const code = codeOf(id);
  expect(code).toMatch(/^\d{6}$/);
  expect(notifications.messages.get(`${id}:1`)).toMatchObject({
    ...{ tenant: 'platform', to: OWNER.email, channel: 'email', template: 'pos.registration_code', language: 'en' },
  });
  const opened = await post(`/registrations/${id}/verify`, { code });
  expect(opened).toMatchObject({ status: 200, body: { registration: { status: 'active', failure: null } } });
  const { apiKey } = opened.body;
  const shown = await service.call('GET', `/v1/${slug}/pos/tenant`, { token: apiKey });
  expect(shown).toMatchObject({ status: 200, body: { slug, name: 'Acme Street Food', currency: 'KES' } });
  const outlet = { name: 'Main', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
  const opening = await service.call('POST', `/v1/${slug}/pos/outlets`, { token: apiKey, body: outlet });
  expect(opening.status).toBe(201);
  const staff = await service.call('GET', `/v1/${slug}/pos/staff`, { token: apiKey });
  expect(staff.body.data).toMatchObject([{ displayName: OWNER.name, assignments: [{ role: 'owner' }] }]);
  const listed = await service.call('GET', `/v1/platform/businesses/${slug}`);
  expect(listed.body).toMatchObject({ slug, status: 'active', region: 'east-africa', industry: 'cafe' });
  for (const secret of [code, apiKey as string]) {
    expect(await dump()).not.toContain(secret);
    expect(service.log.join('\n')).not.toContain(secret);
  }
  expect(await dump()).not.toMatch(/"(?:email|phone)": ?"(?:amina|\+254)/);
  expect((await post(`/registrations/${id}/verify`, { code })).body.code).toBe('registration_not_open');
  expect((await post(`/registrations/${id}/api-key`)).body.code).toBe('first_key_made');
});

test('the key of a business may nothing on the platform', async () => {
  const { id } = await register();
  const { apiKey } = (await post(`/registrations/${id}/verify`, { code: codeOf(id) })).body;
  expect((await service.call('GET', '/v1/platform/businesses', { token: apiKey })).status).toBe(404);
});

test('wrong codes count, whatever comes after, and another code can be sent', async () => {
  const { id } = await register();
  const code = codeOf(id);
  for (const triesLeft of [4, 3, 2, 1, 0]) {
    const refused = await post(`/registrations/${id}/verify`, { code: wrong(code) });
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 422, code: 'code_wrong' });
    expect(refused.body.detail).toContain(`${triesLeft} tries`);
  }
  expect((await post(`/registrations/${id}/verify`, { code })).body.code).toBe('code_not_usable');
  expect((await post(`/registrations/${id}/resend`)).body.code).toBe('code_sent_recently');
  now += 2 * MINUTE_MS;
  expect((await post(`/registrations/${id}/resend`)).body).toMatchObject({ codesSent: 2, codeTriesLeft: 5 });
  expect((await post(`/registrations/${id}/verify`, { code: codeOf(id, 2) })).status).toBe(200);
});

test('a code that could not be sent can be sent again at once; the same request again sends nothing', async () => {
  notifications.troubles.push('refused');
  const { id } = await register();
  expect((await service.call('GET', `/v1/platform/registrations/${id}`)).body.codeDelivery).toBe('failed');
  const key = { 'Idempotency-Key': randomUUID() };
  const path = `/v1/platform/registrations/${id}/resend`;
  const first = await service.call('POST', path, { headers: key });
  expect(first.status).toBe(200);
  const again = await service.call('POST', path, { headers: key });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(notifications.messages.has(`${id}:2`)).toBe(true);
  expect(notifications.messages.has(`${id}:3`)).toBe(false);
  expect((await service.call('GET', `/v1/platform/registrations/${id}`)).body.codeDelivery).toBe('sent');
});

test("a slug is kept for who asked first, and reserved ones are nobody's", async () => {
  const { slug, id } = await register();
  expect((await post('/registrations', wish({ slug }))).body.code).toBe('slug_not_available');
  expect((await post('/registrations', wish({ slug: service.tenant.slug }))).body.code).toBe('slug_not_available');
  expect((await post('/registrations', wish({ slug: 'admin' }))).body.errors).toMatchObject([{ pointer: '/slug' }]);
  expect((await post(`/registrations/${id}/reject`, { reason: 'a prank' })).body).toMatchObject({ status: 'rejected' });
  expect((await post('/registrations', wish({ slug }))).status).toBe(201);
});

test('of many who want the same slug at once, one gets it', async () => {
  const slug = `rush-${randomUUID().slice(0, 8)}`;
  const answers = await Promise.all(Array.from({ length: 6 }, () => post('/registrations', wish({ slug }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test('of many who enter the right code at once, one is shown the key', async () => {
  const { id } = await register();
  const code = codeOf(id);
  const answers = await Promise.all(Array.from({ length: 4 }, () => post(`/registrations/${id}/verify`, { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});

test('a plan that is not sold is refused at once', async () => {
  expect((await post('/registrations', wish({ plan: 'no-such-plan' }))).body.code).toBe('plan_not_found');
});

test('nobody verifies it within a week: it is over, and the slug is free', async () => {
  const { id, slug } = await register();
  now += 8 * 24 * 60 * MINUTE_MS;
  expect((await post(`/registrations/${id}/verify`, { code: codeOf(id) })).body.code).toBe('registration_not_open');
  await rounds().round();
  const { body } = await service.call('GET', `/v1/platform/registrations/${id}`);
  expect(body).toMatchObject({ status: 'expired', contact: 'a***@e***.com, +25***78' });
  expect((await post('/registrations', wish({ slug }))).status).toBe(201);
});

test('lists are filtered and paged', async () => {
  const region = `r-${randomUUID().slice(0, 8)}`;
  for (let index = 0; index < 3; index += 1) await register({ region });
  const first = await service.call('GET', `/v1/platform/registrations?region=${region}&status=requested&limit=2`);
  expect(first.body.data).toHaveLength(2);
  const cursor = encodeURIComponent(first.body.nextCursor as string);
  const rest = await service.call('GET', `/v1/platform/registrations?region=${region}&limit=2&cursor=${cursor}`);
  expect(rest.body).toMatchObject({ data: [{ region }], nextCursor: null });
});

test('what people type is screened for card numbers', async () => {
  expect((await post('/registrations', wish({ name: 'call 4111 1111 1111 1111' }))).body.code).toBe(
    'card_data_not_allowed',
  );
});

test('who may only read registers nothing', async () => {
  const token = await service.createKey(service.platform, { permissions: ['businesses:read'] });
  expect(await post('/registrations', wish(), token)).toMatchObject({
    status: 403,
    body: { code: 'permission_missing', permission: 'businesses:register' },
  });
});
