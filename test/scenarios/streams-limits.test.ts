import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAuthService, type AuthService } from '../harness/auth-service.js';
import { writeEvent } from '../harness/event-writer.js';
import { startSecondInstance } from '../harness/second-instance.js';
import { startService, type TestService, type TestTenant } from '../harness/service.js';
import { StreamClient } from '../harness/stream-client.js';

// How streams end, and what they may take.

const SETTINGS = {
  ...{ STREAM_HEARTBEAT_MS: '2000', STREAM_RECHECK_MS: '100', STREAM_BUFFER_BYTES: '16384', AUTH_CACHE_MS: '60000' },
  ...{ STREAMS_MAX: '6', TENANT_STREAMS_MAX: '4', MAX_IN_FLIGHT: '3', TENANT_MAX_IN_FLIGHT: '2' },
};

let auth: AuthService;
let service: TestService;
let owner: Client;
const open: StreamClient[] = [];
beforeAll(async () => {
  auth = await startAuthService();
  service = await startService({ ...SETTINGS, OIDC_ISSUER: auth.issuer });
  owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  for (const client of open.splice(0)) client.cut();
  while ((await metric('pos_streams_open')) > 0) await sleep(5);
});
afterAll(async () => {
  await owner.end();
  await service.close();
  await auth.close();
});

async function stream(tenant = service.tenant, token = tenant.apiKey, lastEventId?: number): Promise<StreamClient> {
  const url = `${service.baseUrl}/v1/${tenant.slug}/pos/stream`;
  const client = await StreamClient.open(url, { token, lastEventId });
  open.push(client);
  return client;
}

async function streaming(tenant?: TestTenant, token?: string): Promise<StreamClient> {
  return (await stream(tenant, token)).until(({ lastEventId, isOver }) => lastEventId !== undefined || isOver);
}

async function metric(name: string): Promise<number> {
  const text = await service.api.metrics.registry.metrics();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}
const ends = (reason: string): Promise<number> => metric(`pos_streams_ended_total{reason="${reason}"}`);

describe('a stream ends', () => {
  test('when its key is revoked, and when the business is suspended, whatever the cache believes', async () => {
    const tenant = await service.createTenant();
    const made = await service.call('POST', '/api-keys', {
      body: { name: 'screen', mode: 'live', permissions: ['streams:read', 'orders:read'] },
      tenant,
    });
    const [revoked, suspended] = [await streaming(tenant, made.body.key), await streaming(tenant)];
    const before = await ends('refused');
    // In the database alone, as another instance would that nobody hears of.
    await owner.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
    await owner.query('update api_keys set revoked_at = now() where id = $1', [made.body.id]);
    await revoked.until(({ isOver }) => isOver);
    expect(suspended.isOver).toBe(false);
    await owner.query("update tenants set status = 'suspended' where tenant_id = $1", [tenant.id]);
    await suspended.until(({ isOver }) => isOver);
    expect(await ends('refused')).toBe(before + 2);
    expect(revoked.response.complete && suspended.response.complete).toBe(true); // said well, not cut
    expect((await stream(tenant, made.body.key)).status).toBe(401);
  });

  test('when its token runs out', async () => {
    const claims = { tenant: service.tenant.slug, roles: ['cashier'] };
    const [short, long] = await Promise.all(
      [2, 300].map((expiresInSeconds) => auth.forge(claims, { expiresInSeconds })),
    );
    const [passing, staying] = [await streaming(service.tenant, short), await streaming(service.tenant, long)];
    expect([passing.status, staying.status]).toEqual([200, 200]);
    await passing.until(({ isOver }) => isOver);
    expect(await ends('expired')).toBe(1);
    expect(staying.isOver).toBe(false);
  });

  test('when its reader does not read, and the reader can resume', async () => {
    const slow = await streaming();
    const brisk = await streaming();
    const from = slow.lastEventId as number;
    slow.stall();
    const data = { text: 'x'.repeat(200_000) };
    let written = 0;
    while ((await ends('slow')) === 0) {
      await writeEvent(service.api, service.tenant, { type: 'pos.order.held', data });
      written += 1;
      await brisk.until(({ events }) => events.length >= written); // only then has this one been handed out
    }
    expect(brisk.isOver).toBe(false);
    const resumed = await stream(service.tenant, service.tenant.apiKey, from);
    await resumed.until(({ events }) => events.length >= written);
    expect(resumed.events.map(({ id }) => id)).toEqual(brisk.events.map(({ id }) => id));
  });
});

test('a burst that is more than a reader can take at once reaches it whole, and so does what comes meanwhile', async () => {
  let reader = await streaming();
  const start = reader.lastEventId as number;
  const seen: number[] = [];
  const data = { text: 'x'.repeat(200_000) };
  reader.stall(); // 16 MB are more than the sockets hold
  const writers = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 20; n++) await writeEvent(service.api, service.tenant, { type: 'pos.order.held', data });
  });
  await Promise.all(writers);
  reader.response.resume();
  for (;;) {
    await reader.until(({ events, isOver }) => seen.length + events.length >= 80 || isOver);
    seen.push(...reader.events.map(({ id }) => id));
    if (seen.length >= 80) break;
    reader = await stream(service.tenant, service.tenant.apiKey, reader.lastEventId); // it was cut: the machine was busy elsewhere
  }
  await owner.query("select set_config('app.tenant_id', $1, false)", [service.tenant.id]);
  const { rows } = await owner.query<{ position: string }>(
    "select position from events where type = 'pos.order.held' and tenant_id = $1 and position > $2 order by position",
    [service.tenant.id, start],
  );
  expect(seen).toEqual(rows.map(({ position }) => Number(position)));
});

test('streams are no requests in progress', async () => {
  for (let n = 0; n < 4; n++) await streaming();
  expect(service.api.lifecycle.inFlight).toBe(0);
  expect((await service.call('GET', '/outlets')).status).toBe(200);
});

test('a business can open so many, an instance so many, and a place that was left is free', async () => {
  const others = await service.createTenant();
  for (let n = 0; n < 4; n++) await streaming();
  const fifth = await stream();
  expect(await fifth.problem()).toMatchObject({ status: 429, code: 'too_many_streams', retryable: true });
  expect(fifth.response.headers['retry-after']).toBe('5');
  for (let n = 0; n < 2; n++) expect((await streaming(others)).status).toBe(200);
  const seventh = await stream(others);
  expect(await seventh.problem()).toMatchObject({ status: 503, code: 'streams_exhausted', retryable: true });
  expect(seventh.response.headers['retry-after']).toBe('2');
  open[0]?.cut();
  while ((await metric('pos_streams_open')) > 5) await sleep(5);
  expect((await streaming()).status).toBe(200);
});

test('a tail that nobody follows rests, and begins again where the log is then', async () => {
  const first = await streaming();
  first.cut();
  while ((await metric('pos_streams_open')) > 0) await sleep(5);
  await writeEvent(service.api, service.tenant, { type: 'pos.order.created' });
  const second = await streaming();
  await writeEvent(service.api, service.tenant, { type: 'pos.order.held' });
  await second.until(({ events }) => events.length > 0);
  expect(second.events.map(({ type }) => type)).toEqual(['pos.order.held']);
});

test('a service that stops ends its streams at once, tells them when to come back, and opens no more', async () => {
  const leaving = await startSecondInstance(service.database, SETTINGS);
  const url = `${leaving.baseUrl}/v1/${service.tenant.slug}/pos/stream`;
  const connect = (): Promise<StreamClient> => StreamClient.open(url, { token: service.tenant.apiKey });
  const clients = [await connect(), await connect()];
  for (const client of clients) await client.until(({ lastEventId }) => lastEventId !== undefined);
  leaving.api.lifecycle.stopping = true;
  for (const client of clients) {
    await client.until(({ isOver }) => isOver);
    expect(client.response.complete).toBe(true);
    expect(client.retryMs).toBeGreaterThanOrEqual(1_000);
  }
  const late = await connect();
  expect(await late.problem()).toMatchObject({ status: 503, code: 'overloaded' });
  await leaving.close();
});
