import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createHttpServer, type Server } from 'node:http';
import { Client } from 'pg';
import { readConfig } from '../../src/app/config.js';
import { createApp, type App } from '../../src/app/server.js';
import { createLogger } from '../../src/platform/telemetry/logger.js';
import { openShop, type Shop } from '../faults/shop.js';
import { PATIENCE, startService, type Answer, type TestService } from '../harness/service.js';

const PARALLEL = 20;
const TRIES_MAX = 1_000; // a database that stands still for some seconds keeps the key in use

let service: TestService;
let shop: Shop;
let second: { api: App; server: Server; baseUrl: string };
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  second = await startSecondInstance();
});
afterAll(async () => {
  second.server.closeAllConnections();
  second.server.close();
  await second.api.close();
  await service.close();
});

/** Another process' worth of service on the same database: nothing in memory is common. */
async function startSecondInstance(): Promise<typeof second> {
  const config = readConfig({
    DATABASE_URL: service.database.ownerUrl,
    LOG_LEVEL: 'silent',
    API_KEY_USAGE_MS: '3600000',
    ...PATIENCE,
  });
  const api = await createApp({ config, logger: createLogger('silent') });
  const server = createHttpServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { api, server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function sale(more: object = {}): object {
  return {
    outletId: shop.outlets[0].id,
    lines: [{ sku: 'coffee', quantity: '2' }],
    payments: [{ tender: 'cash', amount: { amount: 1000, currency: 'USD' } }],
    complete: true,
    ...more,
  };
}

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
}

/** Posts as a client does: while the first is still running, it waits and asks again. */
async function post(baseUrl: string, path: string, key: string, body: object): Promise<Sent> {
  for (let round = 0; round < TRIES_MAX; round += 1) {
    const response = await fetch(`${baseUrl}/v1/${shop.slug}/pos${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 409 || !text.includes('"idempotency_key_in_use"')) {
      return { status: response.status, text, replayed: response.headers.get('idempotency-replayed') === 'true' };
    }
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the key stayed in use');
}

async function count(sql: string, values: unknown[]): Promise<number> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values);
    return rows[0]?.count ?? -1;
  } finally {
    await client.end();
  }
}

const command = (path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('POST', path, { body, headers });

describe.each([
  { title: 'one instance', urls: () => [service.baseUrl] },
  { title: 'two instances on one database', urls: () => [service.baseUrl, second.baseUrl] },
])('over $title', ({ urls }) => {
  const inParallel = (send: (baseUrl: string, index: number) => Promise<Sent>): Promise<Sent[]> =>
    Promise.all(Array.from({ length: PARALLEL }, (_, index) => send(urls()[index % urls().length] ?? '', index)));

  test(`${PARALLEL} parallel posts with one key make one order`, async () => {
    const [key, token] = [randomUUID(), randomUUID()];
    const sent = await inParallel((url) => post(url, '/orders', key, sale({ customerId: token })));
    expect(new Set(sent.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await count('pos_orders where customer_id = $1', [token])).toBe(1);
    expect(await count('pos_payments where order_id = $1', [JSON.parse(sent[0]?.text ?? '').id])).toBe(1);
  });

  test(`one client id under ${PARALLEL} keys makes one order and gives one body`, async () => {
    const body = sale({ id: randomUUID(), customerId: randomUUID() });
    const sent = await inParallel((url) => post(url, '/orders', randomUUID(), body));
    expect(new Set(sent.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(sent[0]?.status).toBe(201);
    expect(await count('pos_orders where customer_id = $1', [(body as { customerId: string }).customerId])).toBe(1);
  });

  test('two refunds that race for the same remainder: one wins', async () => {
    const order = (await command('/orders', sale())).body;
    const refund = { amount: { amount: 400, currency: 'USD' }, reason: 'cold' };
    const sent = await inParallel((url) => post(url, `/orders/${order.id}/refunds`, randomUUID(), refund));
    expect(sent.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(PARALLEL - 1).fill(422)]);
    expect(sent.filter(({ text }) => text.includes('refund_exceeds_remaining'))).toHaveLength(PARALLEL - 1);
    expect(await count('pos_refunds where order_id = $1', [order.id])).toBe(1);
  });

  test('lines added at the same time all survive', async () => {
    const order = (await command('/orders', { outletId: shop.outlets[0].id })).body;
    const sent = await inParallel((url, index) =>
      post(url, `/orders/${order.id}/lines`, randomUUID(), { sku: 'coffee', quantity: `${index + 1}` }),
    );
    expect(sent.map(({ status }) => status)).toEqual(Array<number>(PARALLEL).fill(201));
    const { body } = await service.call('GET', `/orders/${order.id}`);
    expect(
      body.lines.map(({ quantity }: { quantity: string }) => Number(quantity)).sort((a: number, b: number) => a - b),
    ).toEqual(Array.from({ length: PARALLEL }, (_, index) => index + 1));
    expect(body).toMatchObject({
      version: PARALLEL + 1,
      totals: { total: { amount: (300 * PARALLEL * (PARALLEL + 1)) / 2 } },
    });
  });
});

test('one client id under two keys gives the first body again, even when the order has moved on', async () => {
  const body = sale({ id: randomUUID() });
  const first = await command('/orders', body);
  await command(`/orders/${first.body.id}/refunds`, { amount: { amount: 100, currency: 'USD' }, reason: 'cold' });
  const again = await command('/orders', body);
  expect({ status: again.status, text: again.text }).toEqual({ status: 201, text: first.text });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('the same client id with another body is a conflict', async () => {
  const id = randomUUID();
  await command('/orders', sale({ id }));
  expect(await command('/orders', sale({ id, note: 'other' }))).toMatchObject({
    status: 409,
    body: { code: 'order_id_taken', retryable: false },
  });
});

test('the same key with another body is refused, and with the members in another order is the same', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const first = await command('/orders', sale(), headers);
  expect(await command('/orders', sale({ note: 'other' }), headers)).toMatchObject({
    status: 422,
    body: { code: 'idempotency_key_reused' },
  });
  const shuffled = Object.fromEntries(Object.entries(sale()).reverse());
  expect((await command('/orders', shuffled, headers)).text).toBe(first.text);
});

test('a connection cut after the commit, and the repeat gives the stored answer to the byte', async () => {
  const [key, token] = [randomUUID(), randomUUID()];
  const body = sale({ customerId: token });
  await sendAndCut(key, body);
  const end = Date.now() + 20_000;
  while ((await count('pos_orders where customer_id = $1', [token])) === 0 && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const repeats = [await post(service.baseUrl, '/orders', key, body), await post(second.baseUrl, '/orders', key, body)];
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ body: string }>('select body from idempotency_keys where key = $1', [key]);
  await client.end();
  for (const repeat of repeats) expect(repeat).toEqual({ status: 201, text: rows[0]?.body, replayed: true });
  expect(await count('pos_orders where customer_id = $1', [token])).toBe(1);
});

/** Sends a whole request and tears the connection before an answer can come. */
function sendAndCut(key: string, body: object): Promise<void> {
  const headers = {
    Authorization: `Bearer ${shop.apiKey}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  };
  return new Promise((resolve) => {
    const sent = httpRequest(`${service.baseUrl}/v1/${shop.slug}/pos/orders`, { method: 'POST', headers });
    sent.once('error', () => resolve()).once('close', () => resolve());
    sent.end(JSON.stringify(body), () => sent.destroy());
  });
}

test('refusals are given again too, also when the reason is gone', async () => {
  const order = (await command('/orders', { outletId: shop.outlets[0].id, lines: [{ sku: 'coffee' }] })).body;
  const key = randomUUID();
  const refused = await post(service.baseUrl, `/orders/${order.id}/complete`, key, {});
  expect(JSON.parse(refused.text)).toMatchObject({ status: 422, code: 'payment_due' });
  await command(`/orders/${order.id}/payments`, { tender: 'cash', amount: { amount: 300, currency: 'USD' } });
  expect(await post(second.baseUrl, `/orders/${order.id}/complete`, key, {})).toEqual({ ...refused, replayed: true });
  expect((await command(`/orders/${order.id}/complete`, {})).body.status).toBe('completed');
});

test('a request with a bad form stores nothing: the key is free for the right one', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  expect((await command('/orders', sale({ nonsense: 1 }), headers)).status).toBe(400);
  expect((await command('/orders', sale(), headers)).status).toBe(201);
});

test('a stale If-Match on a line is refused with the present version; a fresh one is not', async () => {
  const order = (await command('/orders', { outletId: shop.outlets[0].id, lines: [{ sku: 'coffee' }] })).body;
  await command(`/orders/${order.id}/lines`, { sku: 'juice' });
  const path = `/orders/${order.id}/lines/${order.lines[0].id}`;
  const stale = await service.call('PATCH', path, { body: { quantity: '3' }, headers: { 'If-Match': '"1"' } });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', currentVersion: 2 } });
  const fresh = await service.call('PATCH', path, { body: { quantity: '3' }, headers: { 'If-Match': '"2"' } });
  expect(fresh).toMatchObject({ status: 200, body: { version: 3 } });
  expect(fresh.headers.get('etag')).toBe('"3"');
});
