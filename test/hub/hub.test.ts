import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { EXIT } from '../../src/posctl/exit-codes.js';
import { posctl } from '../../src/posctl/posctl.examples.js';
import { openShop } from '../faults/shop.js';
import { startService, type Answer, type TestService } from '../harness/service.js';
import { HubShop } from './hub-shop.js';
import { ShopTill } from './shop-till.js';

// A cloud and the hub of one of its shops, each on a database of its own, with a line between them that is cut.

const LONG_MS = 180_000;
let cloud: TestService;
let outletId: string;
let hub: HubShop;
let till: ShopTill;
let anna: string;
let ben: string;

beforeAll(async () => {
  cloud = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  const shop = await openShop(cloud.database.ownerUrl, { owner: cloud.tenant });
  outletId = shop.outlets[0].id;
  [anna, ben] = [await hire('Anna Ngo', '8264'), await hire('Ben Wu', '7193')];
  till = await ShopTill.open(cloud, outletId, { personId: anna, sessionId: null });
  hub = await HubShop.open(cloud, outletId);
}, LONG_MS);
afterAll(async () => {
  await till.close();
  await hub.close();
  await cloud.close();
});

async function hire(displayName: string, pin: string): Promise<string> {
  const { body } = await cloud.call('POST', '/staff', { body: { displayName, assignments: [{ role: 'cashier' }] } });
  await setPin(body.id as string, pin);
  return body.id as string;
}

async function setPin(personId: string, pin: string): Promise<void> {
  const body = { pin, reason: 'first day', confirm: true };
  expect(await cloud.call('PUT', `/staff/${personId}/pin`, { body })).toMatchObject({ status: 200 });
}

const signIn = async (personId: string, pin: string): Promise<string> => {
  try {
    await till.client.request('POST', '/pos/sessions', { body: { method: 'pin', personId, pin }, attempts: 1 });
    return 'signed in';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

async function ordersOf(ids: readonly string[], ask: (path: string) => Promise<Answer>): Promise<unknown[]> {
  const found = [];
  for (const id of ids) found.push((await ask(`/orders/${id}`)).body);
  return found;
}
const atCloud = (path: string): Promise<Answer> => cloud.call('GET', path);

test('what a device sells from is the same at the hub', async () => {
  const here = await till.client.request<object>('GET', '/pos/sync/snapshot');
  await till.talkTo(hub.baseUrl);
  const there = await till.client.request<object>('GET', '/pos/sync/snapshot');
  expect({ ...there, cursor: null }).toEqual({ ...here, cursor: null });
  await till.stockUp();
});

test('nothing has changed: one question, and nothing is copied', async () => {
  await hub.exchange();
  await expect(hub.exchange()).resolves.toEqual({ relayed: 0, copied: [], fetched: 0 });
  await cloud.call('PATCH', '/tenant', { body: { name: 'Another name' }, headers: { 'If-Match': '"1"' } });
  const { copied } = await hub.exchange();
  expect(copied.length).toBeLessThan(6);
});

test('a PIN is checked in the cloud once, and at the hub from then on', async () => {
  expect(await signIn(anna, '1111')).toBe('credentials_refused');
  expect(await signIn(anna, '8264')).toBe('signed in');
  hub.uplink.cut();
  expect(await signIn(anna, '8264')).toBe('signed in');
  expect(await signIn(anna, '1111')).toBe('credentials_refused');
  expect(await signIn(ben, '7193')).toBe('pin_needs_uplink');
  hub.uplink.restore();
  await setPin(anna, '5937');
  await hub.exchange();
  expect(await signIn(anna, '8264')).toBe('credentials_refused');
  expect(await signIn(anna, '5937')).toBe('signed in');
});

test('a hub takes queues only', async () => {
  const refused = { status: 409, code: 'hub_takes_queues_only' };
  const asked = till.client.request('POST', '/pos/orders', { body: { outletId, lines: [] } });
  await expect(asked).rejects.toMatchObject(refused);
  await expect(till.client.request('GET', `/pos/outlets/${outletId}`)).resolves.toMatchObject({ id: outletId });
});

test(
  'sales of a shop without an uplink are in the cloud afterwards, each once, also after the hub was restarted',
  async () => {
    hub.uplink.cut();
    const ids: string[] = [];
    for (let count = 0; count < 12; count++)
      ids.push(await till.sell([{ sku: 'coffee' }, { sku: 'croissant', quantity: '2' }]));
    expect(await till.send()).toEqual([]);
    await expect(hub.exchange()).rejects.toThrow('cannot be reached');
    await expect(hub.status()).resolves.toMatchObject({
      ...{ uplink: 'down', outlet: { id: outletId }, waiting: [{ deviceId: till.deviceId, entries: 12 }] },
    });
    const told = await posctl(['hub', 'status', '--url', hub.baseUrl], { DATA_DIR: hub.dataDir });
    expect(told).toMatchObject({ code: EXIT.done, err: '' });
    expect(told.out).toMatch(/Uplink +down since .*\n[^]*Waiting +12 entries of 1 devices\n/);
    await hub.restart();
    await till.talkTo(hub.baseUrl);
    hub.uplink.restore();
    await expect(hub.exchange()).resolves.toMatchObject({ relayed: 12 });
    await expect(hub.exchange()).resolves.toMatchObject({ relayed: 0, fetched: 0 });
    await expect(hub.status()).resolves.toMatchObject({ uplink: 'up', waiting: [] });
    const there = await ordersOf(ids, atCloud);
    expect(there).toHaveLength(12);
    for (const order of there) expect(order).toMatchObject({ status: 'completed', totals: { total: { amount: 880 } } });
    const queue = await cloud.call('GET', `/sync/devices/${till.deviceId}`);
    expect(queue.body).toMatchObject({ through: 12, highest: 12, missing: [] });
  },
  LONG_MS,
);

test(
  'a till moves between hub and cloud in mid-sale',
  async () => {
    await till.stockUp();
    const opened = await till.sell([{ sku: 'coffee' }], { paid: false });
    expect(await till.send()).toEqual([]);
    await till.talkTo(cloud.baseUrl);
    await till.pay(opened, { amount: 300, currency: 'USD' });
    await till.send();
    await hub.exchange();
    await expect(atCloud(`/orders/${opened}`)).resolves.toMatchObject({ body: { status: 'completed' } });
    await till.stockUp();
    const other = await till.sell([{ sku: 'juice' }], { paid: false });
    expect(await till.send()).toEqual([]);
    await till.talkTo(hub.baseUrl);
    await hub.exchange();
    await till.pay(other, { amount: 455, currency: 'USD' });
    expect(await till.send()).toEqual([]);
    await hub.exchange();
    await expect(atCloud(`/orders/${other}`)).resolves.toMatchObject({ body: { status: 'completed' } });
    const counts = (await cloud.call('GET', `/sync/devices/${till.deviceId}`)).body;
    expect(counts).toMatchObject({ missing: [], through: 18, highest: 18 });
  },
  LONG_MS,
);

describe('posctl hub status', () => {
  const status = (...more: string[]): ReturnType<typeof posctl> => posctl(['hub', 'status', ...more], {});

  test('tells the same as JSON', async () => {
    const { code, out } = await status('--data', hub.dataDir, '--url', hub.baseUrl, '--json');
    expect({ code, answer: JSON.parse(out) as unknown }).toMatchObject({
      code: EXIT.done,
      answer: { uplink: 'up', outlet: { id: outletId }, waiting: [], certificateEndsAt: null },
    });
  });

  test('says where there is no hub, and where it does not answer', async () => {
    const none = await status('--data', path.join(hub.dataDir, 'elsewhere'));
    expect(none).toMatchObject({ code: EXIT.usage, err: expect.stringContaining('There is no hub in') });
    const silent = await status('--data', hub.dataDir, '--url', 'http://127.0.0.1:9');
    expect(silent).toMatchObject({ code: EXIT.unreachable, err: expect.stringContaining('No hub answers at') });
  });
});
