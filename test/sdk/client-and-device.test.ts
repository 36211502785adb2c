import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDeviceKeys,
  credentialOf,
  fetchConfiguration,
  Heartbeats,
  linkDevice,
  newId,
  PosClient,
  PosProblem,
  rotateToken,
  type Credential,
  type HeartbeatAnswer,
  type LinkedDevice,
  type Order,
  type PosEvent,
} from '../../sdk/src/index.js';
import { fileKeyStore } from '../../sdk/src/node.js';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type TestService } from '../harness/service.js';
import { makeLinkCode } from '../harness/test-device.js';

// The SDK as a till uses it, against the service itself.

let service: TestService;
let shop: Shop;
let outletId: string;
let folder: string;
beforeAll(async () => {
  const variables = { SECRETS_KEY: randomBytes(32).toString('base64'), DEVICE_SECRET_ALLOWED: 'yes' };
  service = await startService({ ...variables, STREAM_HEARTBEAT_MS: '200' });
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  outletId = shop.outlets[0].id;
  folder = await mkdtemp(join(tmpdir(), 'pos-sdk-'));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const about = { fingerprint: 'machine-0001', appVersion: '1.0.0' };
const keysOf = (name: string) => createDeviceKeys(fileKeyStore(join(folder, name)));

function clientOf(credential: Credential, more: { readonly now?: () => number } = {}): PosClient {
  return new PosClient({ baseUrl: service.baseUrl, tenant: service.tenant.slug, credential, ...more });
}
const office = (): PosClient => clientOf({ kind: 'api-key', key: service.tenant.apiKey });

async function linked(name: string): Promise<{ client: PosClient; device: LinkedDevice }> {
  const keys = await keysOf(name);
  const code = await makeLinkCode(service, { outletId, name });
  const device = await linkDevice({ baseUrl: service.baseUrl, tenant: service.tenant.slug, code, keys, ...about });
  return { device, client: clientOf(credentialOf(device, keys)) };
}
const sale = (id: string): object => ({
  ...{ id, outletId, lines: [{ sku: 'coffee', quantity: '2' }], complete: true },
  payments: [{ tender: 'cash', amount: { amount: 1_000, currency: 'USD' } }],
});

test('a sale that is asked for twice is one sale, and lists are walked', async () => {
  const ids = [newId(), newId(), newId()];
  for (const id of ids) {
    const options = { body: sale(id), idempotencyKey: `key-of-${id}` };
    const first = await office().request<Order>('POST', '/pos/orders', options);
    const again = await office().exchange<Order>('POST', '/pos/orders', options);
    expect(first).toMatchObject({ id, status: 'completed', totals: { change: { amount: 400, currency: 'USD' } } });
    expect(again.body).toEqual(first);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  }
  const found: string[] = [];
  for await (const { id } of office().pages<Order>('/pos/orders', { outletId, limit: 2 })) found.push(id);
  expect(found).toEqual(expect.arrayContaining(ids));
  expect(new Set(found).size).toBe(found.length);
});

test('a refusal says what it is', async () => {
  const refused = office().request('POST', '/pos/orders', { body: { outletId, lines: [{ sku: 'nothing' }] } });
  await expect(refused).rejects.toBeInstanceOf(PosProblem);
  await expect(refused).rejects.toMatchObject({ status: 422, retryable: false, traceId: expect.any(String) as string });
  const unknown = office().request('GET', '/pos/no-such-thing');
  await expect(unknown).rejects.toMatchObject({ code: 'server_too_old', status: 404 });
  const stranger = office().request('GET', '/v1/no-such-business/pos/orders');
  await expect(stranger).rejects.toMatchObject({ code: 'not_found', status: 404 });
});

test('a device is linked by a code, proves each request, and gets what it works by', async () => {
  const { client, device } = await linked('Counter');
  expect(device).toMatchObject({ tenant: service.tenant.slug, secret: null, outlet: { id: outletId } });
  await expect(client.request('GET', '/pos/devices/self')).resolves.toMatchObject({ id: device.device.id });
  const configuration = await fetchConfiguration(client);
  expect(configuration).toEqual(device.configuration);
  await expect(fetchConfiguration(client, configuration?.revision)).resolves.toBeNull();
  const stolen = clientOf({ kind: 'bound', token: device.token, keys: await keysOf('Thief') });
  await expect(stolen.request('GET', '/pos/devices/self')).rejects.toMatchObject({ code: 'proof_refused' });
  const { token } = await rotateToken(client);
  const keys = await keysOf('Counter');
  const renewed = client.withCredential(credentialOf({ token, secret: null }, keys));
  await expect(renewed.request('GET', '/pos/devices/self')).resolves.toMatchObject({ id: device.device.id });
});

test('a scanned address says which business, and a code works once', async () => {
  const code = await makeLinkCode(service, { outletId, name: 'Scanned' });
  const address = `${service.baseUrl}/link#business=${service.tenant.slug}&code=${code}`;
  const keys = await keysOf('Scanned');
  const device = await linkDevice({ baseUrl: service.baseUrl, code: address, keys, ...about });
  expect(device.device.name).toBe('Scanned');
  const again = linkDevice({ baseUrl: service.baseUrl, code: address, keys: await keysOf('Late'), ...about });
  await expect(again).rejects.toMatchObject({ code: 'credentials_refused' });
  await expect(linkDevice({ baseUrl: service.baseUrl, code, keys, ...about })).rejects.toThrow(RangeError);
});

test('a device that cannot keep a key works with a secret where that is allowed', async () => {
  const code = await makeLinkCode(service, { outletId, name: 'Old' });
  const device = await linkDevice({ baseUrl: service.baseUrl, tenant: service.tenant.slug, code, ...about });
  const client = clientOf(credentialOf(device, undefined));
  await expect(client.request('GET', '/pos/devices/self')).resolves.toMatchObject({ binding: 'secret' });
});

test('a clock that is 36 h ahead stands in the way of nothing', async () => {
  const now = (): number => Date.now() + 36 * 3_600_000;
  const keys = await keysOf('Ahead');
  const code = await makeLinkCode(service, { outletId, name: 'Ahead' });
  const device = await linkDevice({ baseUrl: service.baseUrl, tenant: service.tenant.slug, code, keys, now, ...about });
  const client = clientOf(credentialOf(device, keys), { now });
  await expect(client.request('GET', '/pos/devices/self')).resolves.toMatchObject({ id: device.device.id });
  expect(Math.abs(client.skewMs + 36 * 3_600_000)).toBeLessThan(60_000);
});

test('signs of life tell what waits, and what was done is acknowledged', async () => {
  const { client, device } = await linked('Alive');
  const told: HeartbeatAnswer[] = [];
  const oldestAt = new Date(Date.now() - 60_000);
  const status = { pending: 3, oldestAt, lastError: null, sending: null, refused: 0, lastSyncAt: null, full: false };
  const heartbeats = new Heartbeats({
    ...{ client: () => client, state: () => about, queue: () => status },
    onAnswer: (answer) => {
      told.push(answer);
      return answer.commands.map(({ id }) => id);
    },
  });
  await service.call('POST', `/devices/${device.device.id}/messages`, { body: { text: 'Last orders' } });
  await heartbeats.beat();
  await heartbeats.beat();
  expect(told.map(({ commands }) => commands.map(({ text }) => text))).toEqual([['Last orders'], []]);
  const seen = await service.call('GET', `/devices/${device.device.id}`);
  expect(seen.body.state).toMatchObject({ queueDepth: 3 });
});

test('a stream shows what happens, and goes on after it was cut', async () => {
  const ending = new AbortController();
  let cut = new AbortController();
  const cutting: typeof fetch = (url, init = {}) => {
    const either = init.signal == null ? cut.signal : AbortSignal.any([init.signal, cut.signal]);
    return fetch(url, { ...init, signal: either });
  };
  const credential = { kind: 'api-key', key: service.tenant.apiKey } as const;
  const options = { baseUrl: service.baseUrl, tenant: service.tenant.slug, credential, fetch: cutting };
  const client = new PosClient({ ...options, wait: () => Promise.resolve() });
  const ids = [newId(), newId(), newId()];
  const seen: PosEvent[] = [];
  let next = 0;
  const sell = async (): Promise<void> => {
    const id = ids[next++];
    if (id !== undefined) await office().request('POST', '/pos/orders', { body: sale(id) });
  };
  const onState = (state: string): void => {
    if (state === 'live' && next === 0) void sell();
  };
  for await (const event of client.stream(outletId, ['orders'], { signal: ending.signal, onState })) {
    if (event.type !== 'pos.order.completed') continue;
    seen.push(event);
    const before = cut;
    cut = new AbortController();
    before.abort();
    if (seen.length === ids.length) break;
    await sell();
  }
  expect(seen.map(({ data }) => data['subject'])).toEqual(ids.map((id) => `orders/${id}`));
});
