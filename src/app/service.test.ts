import { Client } from 'pg';
import { startService, type TestService } from '../../test/harness/service.js';

const GOOD = { name: 'key', mode: 'live', permissions: ['orders:read'] };

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

test.each([
  { path: '/healthz', status: 200, type: /json/, text: '"ok"' },
  { path: '/readyz', status: 200, type: /json/, text: '"postgres":"up"' },
  { path: '/metrics', status: 200, type: /text\/plain/, text: 'pos_http_request_duration_seconds_bucket' },
  { path: '/openapi.json', status: 200, type: /json/, text: '"openapi":"3' },
  { path: '/docs', status: 200, type: /html/, text: '<main' },
  { path: '/docs/reference.js', status: 200, type: /javascript/, text: 'curl' },
  { path: '/docs/errors.json', status: 200, type: /json/, text: 'validation_failed' },
])('$path answers without a token', async ({ path, status, type, text }) => {
  const response = await fetch(`${service.baseUrl}${path}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(type);
  expect(await response.text()).toContain(text);
});

test('the reference asks nobody else for anything', async () => {
  for (const path of ['/docs', '/docs/reference.js', '/docs/reference.css']) {
    const response = await fetch(`${service.baseUrl}${path}`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(await response.text()).not.toMatch(/https?:\/\//);
  }
});

test('the log has a line for each request, and no secret in any', async () => {
  const answer = await service.call('POST', '/api-keys', { body: GOOD });
  const line = service.log
    .map((text) => JSON.parse(text))
    .find(({ requestId }) => requestId === answer.headers.get('x-request-id'));
  expect(line).toMatchObject({
    level: 'info',
    tenant: service.tenant.slug,
    method: 'POST',
    route: '/v1/:tenant/pos/api-keys',
    status: 201,
    ms: expect.any(Number),
  });
  const all = service.log.join('');
  for (const secret of [service.tenant.apiKey, answer.body.key]) expect(all).not.toContain(secret);
});

test('a suspended business is told so', async () => {
  const tenant = await service.createTenant();
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
  await client.query("update tenants set status = 'suspended'");
  await client.end();
  expect(await service.call('GET', '/api-keys', { tenant })).toMatchObject({
    status: 403,
    body: { code: 'tenant_suspended' },
  });
});

describe('overload', () => {
  let small: TestService;
  beforeAll(async () => {
    small = await startService({ MAX_IN_FLIGHT: '2', TENANT_MAX_IN_FLIGHT: '1' });
  });
  afterAll(() => small.close());

  async function whileLocked(count: number): Promise<{ status: number; code: unknown; wait: string | null }[]> {
    const client = new Client({ connectionString: small.database.ownerUrl });
    await client.connect();
    await client.query('begin; lock table api_keys in access exclusive mode');
    const running = Array.from({ length: count }, () => small.call('GET', '/api-keys'));
    const first = await Promise.race(running);
    await client.query('rollback');
    await client.end();
    await Promise.all(running);
    return [{ status: first.status, code: first.body.code, wait: first.headers.get('retry-after') }];
  }

  test('beyond its share a business is told to wait, and serves again afterwards', async () => {
    await small.call('GET', '/api-keys');
    expect(await whileLocked(2)).toEqual([{ status: 429, code: 'too_many_requests', wait: '1' }]);
    expect((await small.call('GET', '/api-keys')).status).toBe(200);
  });

  test('a stopping instance is not ready', async () => {
    small.api.lifecycle.stopping = true;
    const response = await fetch(`${small.baseUrl}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'stopping', parts: { postgres: 'up', redis: 'in-process' } });
  });
});

test('beyond the requests that one instance takes the answer is 503', async () => {
  const none = await startService({ MAX_IN_FLIGHT: '1' });
  try {
    none.api.lifecycle.inFlight = 1;
    const answer = await none.call('GET', '/api-keys');
    expect(answer).toMatchObject({ status: 503, body: { code: 'overloaded', retryable: true } });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await fetch(`${none.baseUrl}/healthz`)).status).toBe(200);
  } finally {
    await none.close();
  }
});
