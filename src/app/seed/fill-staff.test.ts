import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { startService, type Answer, type TestService, type TestTenant } from '../../../test/harness/service.js';
import { linkDevice } from '../../../test/harness/test-device.js';
import { ROLE_PERMISSIONS } from '../../modules/access/index.js';
import { trivialWhy } from '../../modules/people/domain/pin.js';
import { createLogger } from '../../platform/telemetry/logger.js';
import { readConfig } from '../config.js';
import { demoStaff } from './demo-staff.js';
import { demoTenant } from './demo-tenant.js';
import { seedTenant, type SeedReport } from './seed-tenant.js';

// The demo's people beside a service that keeps PINs, seen through the door that everybody uses.

/** Hashes that are slow on purpose, on a machine that does other things, too. */
jest.setTimeout(120_000);

const SECRETS_KEY = randomBytes(32).toString('base64');

let service: TestService;
beforeAll(async () => void (service = await startService({ SECRETS_KEY, AUTH_CACHE_MS: '0' })));
afterAll(() => service.close());

const seedOf = (slug: string) => demoTenant('demo', slug);
const staffOf = (slug: string) => demoStaff(seedOf(slug));
const pinsOf = (slug: string) => staffOf(slug).map(({ name, role, pin }) => ({ name, role, pin }));

function seed(slug: string, knownKey?: string, secretsKey: string | undefined = SECRETS_KEY): Promise<SeedReport> {
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, LOG_LEVEL: 'silent', SECRETS_KEY: secretsKey });
  const plan = { tenant: seedOf(slug), knownKey, renewKey: false, catalog: undefined, staff: staffOf(slug) };
  return seedTenant(config, createLogger('silent'), plan);
}

const tenantOf = (slug: string, { apiKey = '' }: SeedReport): TestTenant => ({ id: seedOf(slug).id, slug, apiKey });

async function stockOf(tenant: TestTenant): Promise<unknown[]> {
  const { data } = (await service.call('GET', '/staff', { tenant })).body as { data: { id: string }[] };
  const pins = data.map(({ id }) => service.call('GET', `/staff/${id}/pin`, { tenant }));
  return [data, ...(await Promise.all(pins)).map(({ body }) => body as unknown)];
}

/** Whether somebody signs in at a till, and what they have to do before anything else. */
async function signedIn(tenant: TestTenant): Promise<(personId: string, pin: string | null) => Promise<unknown[]>> {
  const till = await linkDevice(service, { tenant, outletId: seedOf(tenant.slug).outlets[0]?.id ?? '' });
  return async (personId, pin) => {
    const answer: Answer = await till.call('POST', '/sessions', { body: { method: 'pin', personId, pin } });
    return [answer.status, answer.body.mustChangePin];
  };
}

test('the same seed is the same people; their roles are there, and their PINs hard to guess', () => {
  expect(staffOf('demo')).toEqual(staffOf('demo'));
  const people = [...staffOf('demo'), ...staffOf('other')];
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  for (const { role, pin } of staffOf('demo')) {
    expect(Object.keys(ROLE_PERMISSIONS)).toContain(role);
    expect(trivialWhy(pin ?? '', { staffNumber: '1', phone: null })).toBeUndefined();
  }
  expect(new Set(pinsOf('demo').map(({ pin }) => pin)).size).toBe(4);
});

test('everybody signs in with the PIN of the demo and may work at once; again nothing is done', async () => {
  const first = await seed('demo');
  expect(first.pins).toEqual(pinsOf('demo'));
  const tenant = tenantOf('demo', first);
  const signIn = await signedIn(tenant);
  for (const { id, pin } of staffOf('demo')) expect(await signIn(id, pin)).toEqual([201, false]);
  const before = await stockOf(tenant);
  expect((await seed('demo', first.apiKey)).pins).toEqual([]);
  expect(await stockOf(tenant)).toEqual(before);
});

test('what people changed stays: a PIN that was set anew, somebody who left', async () => {
  const first = await seed('changed');
  const tenant = tenantOf('changed', first);
  const [cashier, bartender] = staffOf('changed').map(({ id }) => `/staff/${id}`);
  const reset = { reason: 'forgotten', confirm: true };
  const changes = [
    await service.call('PUT', `${cashier}/pin`, { tenant, body: reset }),
    await service.call('POST', `${bartender}/disable`, { tenant, body: { reason: 'left' } }),
  ];
  expect(changes.map(({ status }) => status)).toEqual([200, 200]);
  const before = await stockOf(tenant);
  expect((await seed('changed', first.apiKey)).pins).toEqual([]);
  expect(await stockOf(tenant)).toEqual(before);
});

test('without a SECRETS_KEY people have no PINs; where there is one they get them, also when seeding broke off', async () => {
  const first = await seed('late', undefined, '');
  expect(first.pins).toEqual([]);
  const tenant = tenantOf('late', first);
  expect(((await service.call('GET', '/staff', { tenant })).body as { data: object[] }).data).toHaveLength(4);
  const [cashier] = staffOf('late');
  const broken = { reason: 'first day', confirm: true };
  await service.call('PUT', `/staff/${cashier?.id}/pin`, { tenant, body: broken });
  expect((await seed('late', first.apiKey)).pins).toEqual(pinsOf('late'));
  const signIn = await signedIn(tenant);
  for (const { id, pin } of staffOf('late')) expect(await signIn(id, pin)).toEqual([201, false]);
});
