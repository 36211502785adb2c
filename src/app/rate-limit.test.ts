import { Client } from 'pg';
import { startService, type Answer, type TestService, type TestTenant } from '../../test/harness/service.js';

const LIMIT = 4;
const ENOUGH_SECONDS = 40; // the rest of the window, which a slow machine must not outlast

let service: TestService;
beforeAll(async () => {
  service = await startService({ RATE_LIMIT_PER_MINUTE: String(LIMIT), AUTH_CACHE_MS: '0' });
});
afterAll(() => service.close());

const ask = (tenant: TestTenant, token?: string): Promise<Answer> =>
  service.call('GET', '/api-keys', { tenant, ...(token === undefined ? {} : { token }) });

/** A tenant with its first answer, early in its window: windows begin at another time for each. */
async function earlyTenant(): Promise<{ tenant: TestTenant; first: Answer }> {
  for (;;) {
    const tenant = await service.createTenant();
    const first = await ask(tenant);
    if (secondsLeft(first) > ENOUGH_SECONDS) return { tenant, first };
  }
}

function secondsLeft({ headers }: Answer): number {
  return Number(/;t=(\d+)$/.exec(headers.get('ratelimit') ?? '')?.[1]);
}

async function setOwnLimit(tenant: TestTenant, limit: string): Promise<void> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
  await client.query('update tenants set settings = $1', [{ config: { RATE_LIMIT_PER_MINUTE: limit } }]);
  await client.end();
}

test('every answer says how much is left, and beyond it the caller is told to wait', async () => {
  const { tenant, first } = await earlyTenant();
  expect(first.status).toBe(200);
  expect(first.headers.get('ratelimit-policy')).toBe('"tenant";q=4;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"tenant";r=3;t=\d+$/);
  for (const left of [2, 1, 0]) expect((await ask(tenant)).headers.get('ratelimit')).toContain(`;r=${left};`);
  const refused = await ask(tenant);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests', retryable: true } });
  expect(refused.body.detail).toContain(`${LIMIT} requests of this minute`);
  expect(refused.headers.get('ratelimit')).toMatch(/^"tenant";r=0;t=\d+$/);
  expect(refused.headers.get('retry-after')).toBe(String(secondsLeft(refused)));
});

test('others are not concerned, nor are strangers and the routes of the operator', async () => {
  const { tenant } = await earlyTenant();
  for (let i = 1; i < LIMIT; i++) await ask(tenant);
  expect((await ask(tenant)).status).toBe(429);
  expect((await ask(await service.createTenant())).status).toBe(200);
  const stranger = await ask(tenant, 'nobody');
  expect(stranger.status).toBe(401);
  expect(stranger.headers.get('ratelimit')).toBeNull();
  expect((await fetch(`${service.baseUrl}/healthz`)).status).toBe(200);
  expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200);
});

test('what is refused for want of a permission counts', async () => {
  const { tenant } = await earlyTenant();
  const weak = await service.createKey(tenant, { permissions: ['orders:read'] });
  const refused = await ask(tenant, weak);
  expect(refused.status).toBe(403);
  expect(refused.headers.get('ratelimit')).toContain(';r=2;');
});

test('a business has its own limit where it is given one, and none at 0', async () => {
  const { tenant } = await earlyTenant();
  await setOwnLimit(tenant, '100');
  expect((await ask(tenant)).headers.get('ratelimit-policy')).toBe('"tenant";q=100;w=60');
  await setOwnLimit(tenant, '0');
  const free = await ask(tenant);
  expect(free.status).toBe(200);
  expect([free.headers.get('ratelimit'), free.headers.get('ratelimit-policy')]).toEqual([null, null]);
});
