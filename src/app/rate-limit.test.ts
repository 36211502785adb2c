import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Client } from 'pg';
import { startService, type Answer, type TestService, type TestTenant } from '../../test/harness/service.js';

const TENANT = 6;
const CALLER = 4;
const START = Date.UTC(2026, 10, 21, 10);

let service: TestService;
let now = START;
beforeAll(async () => {
  const limits = { RATE_LIMIT_PER_MINUTE: String(TENANT), CALLER_RATE_LIMIT_PER_MINUTE: String(CALLER) };
  // The clock stands still, so that no window ends while a slow machine is at it.
  service = await startService({ ...limits, AUTH_CACHE_MS: '0' }, () => now);
});
afterEach(() => {
  now = START;
});
afterAll(() => service.close());

const ask = (tenant: TestTenant, token?: string): Promise<Answer> =>
  service.call('GET', '/api-keys', { tenant, ...(token === undefined ? {} : { token }) });

/** What is left of an allowance, and for how long, as the answer says; undefined when it says nothing of it. */
function leftOf({ headers }: Answer, name: string): { left: number; seconds: number } | undefined {
  const found = new RegExp(`"${name}";r=(\\d+);t=(\\d+)`).exec(headers.get('ratelimit') ?? '');
  return found === null ? undefined : { left: Number(found[1]), seconds: Number(found[2]) };
}

async function bySql(tenant: TestTenant, text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
  await client.query(text, values);
  await client.end();
}

const setOwn = (tenant: TestTenant, config: object): Promise<void> =>
  bySql(tenant, 'update tenants set settings = $1', [{ config }]);

test('every answer says how much is left of each allowance, and beyond one the caller is told to wait', async () => {
  const tenant = await service.createTenant();
  const first = await ask(tenant);
  expect(first.status).toBe(200);
  expect(first.headers.get('ratelimit-policy')).toBe('"key";q=4;w=60, "tenant";q=6;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"key";r=3;t=\d+, "tenant";r=5;t=\d+$/);
  for (const left of [2, 1, 0]) expect(leftOf(await ask(tenant), 'key')).toMatchObject({ left });
  const refused = await ask(tenant);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests', retryable: true } });
  expect(refused.body.detail).toContain('The 4 requests of this minute of this API key are used up');
  expect(refused.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/);
  expect(refused.headers.get('retry-after')).toBe(String(leftOf(refused, 'key')?.seconds));
});

test('a key that runs wild uses up its own allowance, not that of the business; all keys together have that', async () => {
  const tenant = await service.createTenant();
  for (let count = 0; count < 3 * CALLER; count += 1) await ask(tenant);
  const second = await service.createKey(tenant, {});
  const answer = await ask(tenant, second);
  expect([leftOf(answer, 'key')?.left, leftOf(answer, 'tenant')?.left]).toEqual([CALLER - 1, TENANT - CALLER - 1]);
  expect((await ask(tenant, second)).status).toBe(200);
  const refused = await ask(tenant, second);
  expect(refused.status).toBe(429);
  expect(refused.body.detail).toContain('The 6 requests of this minute of this business are used up');
  expect(leftOf(refused, 'tenant')?.left).toBe(0);
});

test('with the next minute all begins anew', async () => {
  const tenant = await service.createTenant();
  for (let count = 0; count < CALLER; count += 1) await ask(tenant);
  const refused = await ask(tenant);
  expect(refused.status).toBe(429);
  now += Number(refused.headers.get('retry-after')) * 1_000;
  expect(leftOf(await ask(tenant), 'key')?.left).toBe(CALLER - 1);
});

test('others are not concerned, nor are strangers and the routes of the operator', async () => {
  const tenant = await service.createTenant();
  for (let count = 0; count < CALLER; count += 1) await ask(tenant);
  expect((await ask(tenant)).status).toBe(429);
  expect((await ask(await service.createTenant())).status).toBe(200);
  const stranger = await ask(tenant, 'nobody');
  expect(stranger.status).toBe(401);
  expect(stranger.headers.get('ratelimit')).toBeNull();
  expect((await fetch(`${service.baseUrl}/healthz`)).status).toBe(200);
  expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200);
});

test('what is refused for want of a permission counts', async () => {
  const tenant = await service.createTenant();
  const weak = await service.createKey(tenant, { permissions: ['orders:read'] });
  const refused = await ask(tenant, weak);
  expect(refused.status).toBe(403);
  expect(leftOf(refused, 'tenant')).toMatchObject({ left: TENANT - 1 });
});

test('a business has its own limits where it is given them, and none at 0', async () => {
  const tenant = await service.createTenant();
  await setOwn(tenant, { RATE_LIMIT_PER_MINUTE: '100' });
  expect((await ask(tenant)).headers.get('ratelimit-policy')).toBe('"key";q=4;w=60, "tenant";q=100;w=60');
  await setOwn(tenant, { RATE_LIMIT_PER_MINUTE: '100', CALLER_RATE_LIMIT_PER_MINUTE: '0' });
  expect((await ask(tenant)).headers.get('ratelimit-policy')).toBe('"tenant";q=100;w=60');
  await setOwn(tenant, { RATE_LIMIT_PER_MINUTE: '0', CALLER_RATE_LIMIT_PER_MINUTE: '0' });
  const free = await ask(tenant);
  expect(free.status).toBe(200);
  expect([free.headers.get('ratelimit'), free.headers.get('ratelimit-policy')]).toEqual([null, null]);
});

test('a plan may set the limit of the business', async () => {
  const tenant = await service.createTenant();
  await bySql(
    tenant,
    `insert into licence_standings (tenant_id, plan, rate_limit_per_minute, updated_at) values ($1, 'free', 2, now())`,
    [tenant.id],
  );
  expect((await ask(tenant)).headers.get('ratelimit-policy')).toBe('"key";q=4;w=60, "tenant";q=2;w=60');
  await ask(tenant);
  expect((await ask(tenant)).status).toBe(429);
});

describe('one business floods', () => {
  const SHARE = 3;
  const sockets: Socket[] = [];
  let small: TestService;
  beforeAll(async () => {
    small = await startService({ MAX_IN_FLIGHT: '12', TENANT_MAX_IN_FLIGHT: String(SHARE) });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await small.close();
  });

  /** A request whose body never comes whole: it is in progress until the connection ends. */
  async function unending({ slug, apiKey }: TestTenant): Promise<Socket> {
    const socket = connect(Number(new URL(small.baseUrl).port), '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    await once(socket, 'connect');
    const fields = [
      'Host: x',
      `Authorization: Bearer ${apiKey}`,
      'Content-Type: application/json',
      'Content-Length: 99',
      'Expect: 100-continue', // the service says that it has begun: what is asked after that comes after it
    ];
    socket.write(`POST /v1/${slug}/pos/outlets HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`);
    await once(socket, 'data');
    return socket;
  }

  const statusOf = async (tenant: TestTenant): Promise<number> =>
    (await small.call('GET', '/api-keys', { tenant })).status;

  async function until(is: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 30_000; // an endless wait would keep the whole run from ending
    while (!(await is())) if (Date.now() > end) throw new Error('it has not come to that');
  }

  test('it has its share of what is in progress and no more; the others get all their answers', async () => {
    const [greedy, other] = [small.tenant, await small.createTenant()];
    // One more each time: a probe that has just been answered can still hold the place of one.
    await until(async () => {
      await unending(greedy);
      return [await statusOf(greedy), await statusOf(greedy)].every((status) => status === 429);
    });
    for (let round = 0; round < 20; round += 1) {
      const [flood, served] = await Promise.all([Promise.all([statusOf(greedy), statusOf(greedy)]), statusOf(other)]);
      expect(flood.every((status) => status === 429)).toBe(true);
      expect(served).toBe(200);
    }
    for (const socket of sockets) socket.destroy();
    await until(async () => (await statusOf(greedy)) === 200);
  });
});
