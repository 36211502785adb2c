import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../../src/posctl/exit-codes.js';
import { posctl } from '../../../src/posctl/posctl.examples.js';
import { deviceMade, wordsOf, type DeviceQueue } from '../../harness/device-queue.js';
import { activate, DeviceKey, makeLinkCode, type TestDevice } from '../../harness/test-device.js';
import { OfflineTill } from '../offline-orders/offline-till.js';
import { refusalOf } from '../devices/device-shop.js';
import { openSyncShop, USD, type SyncShop } from './sync-shop.js';

// Who gets in with a queue: devices with a secret, locked ones, those of a business without a licence, and managers with a file.

let shop: SyncShop;
let folder: string;
beforeAll(async () => {
  shop = await openSyncShop({ DEVICE_SECRET_ALLOWED: 'yes' });
  folder = mkdtempSync(join(tmpdir(), 'pos-doors-'));
  const tea = { sku: 'tea', name: 'Tea', category: 'Drinks', unit: 'each', active: true, taxCategory: 'standard' };
  await shop.called('POST', '/catalog/items', { ...tea, price: USD(300) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await shop.service.close();
});

const soldBy = async (queue: DeviceQueue, more: object = {}) => {
  const till = new OfflineTill(shop.service, shop.outletId);
  const { body } = await till.ring({ lines: [{ sku: 'tea' }], at: new Date(shop.clock.ms), ...more });
  return queue.did('order.place', { ...body, receiptNumber: null });
};
const orderOf = (entry: { body: object }): Promise<{ status: string }> =>
  shop.called('GET', `/orders/${(entry.body as { order: { id: string } }).order.id}`);
/** What anybody's door has kept of callers is forgotten. */
const doorsForget = (): void => void (shop.clock.ms += 2_000);

/** Links a device that keeps a secret in place of a key. It seals by HMAC under the SHA-256 of it. */
async function secretTill(): Promise<DeviceQueue> {
  const { service, outletId, now } = shop;
  const code = await makeLinkCode(service, { outletId, name: `Till ${deviceMade()}` });
  const wish = { publicKey: undefined, binding: 'secret' };
  const { body } = await activate(service, code, new DeviceKey(now), { body: wish, proof: null });
  const { token, secret, device } = body as { token: string; secret: string; device: { id: string } };
  const hmac = createHash('sha256').update(secret).digest();
  const key = { publicJwk: null, sign: (text: string) => createHmac('sha256', hmac).update(text).digest('base64url') };
  const call: TestDevice['call'] = (method, path, options = {}) =>
    service.call(method, path, { ...options, token, headers: { 'POS-Device-Secret': secret } });
  return shop.queueOf({ id: device.id, token, key, call } as unknown as TestDevice);
}

test('a device with a secret seals by it, and nobody else can', async () => {
  const queue = await secretTill();
  const sale = await soldBy(queue);
  const forged = { ...sale, signature: createHmac('sha256', 'guess').update(sale.hash).digest('base64url') };
  expect(wordsOf(await queue.send([forged]))).toEqual(['quarantined signature_wrong']);
  expect(wordsOf(await queue.send([queue.seal(sale, new DeviceKey())]))).toEqual(['quarantined signature_wrong']);
  expect(wordsOf(await queue.send([sale]))).toEqual(['applied']);
  expect(wordsOf(await queue.relay([await soldBy(queue)]))).toEqual(['applied']);
  const { service } = shop;
  const without = await service.call('POST', '/sync/batches', { token: queue.device.token, body: queue.batch([sale]) });
  expect(refusalOf(without)).toEqual([401, 'proof_required']);
});

test('what a locked device has sold is taken, and nothing else of it', async () => {
  for (const queue of [await shop.till(), await secretTill()]) {
    const sale = await soldBy(queue);
    await shop.called('POST', `/devices/${queue.device.id}/lock`, { reason: 'left in the taxi' });
    doorsForget();
    expect(refusalOf(await queue.device.call('GET', '/sync/snapshot'))).toEqual([403, 'permission_missing']);
    expect(wordsOf(await queue.send([sale]))).toEqual(['applied']);
    expect(await orderOf(sale)).toMatchObject({ status: 'completed' });
  }
});

test('the file of a device that is unlinked waits for a manager, who releases it: then it is sold', async () => {
  const { service } = shop;
  const queue = await shop.till();
  const sales = [await soldBy(queue), await soldBy(queue)];
  await shop.called('POST', `/devices/${queue.device.id}/unlink`, { reason: 'broken', force: true });
  doorsForget();
  const { key, sentAt } = queue.batch(sales) as { key: object; sentAt: string };
  const file = join(folder, 'till.json');
  const about = { format: 'pos-sync/1', tenant: service.tenant.slug, deviceId: queue.device.id, trigger: 'file' };
  writeFileSync(file, JSON.stringify({ ...about, key, sentAt, waiting: 0, entries: sales }));
  const manager = await service.createKey(service.tenant, {
    permissions: ['sync:relay', 'sync:read', 'sync:resolve'] as never,
  });
  const by = { POS_URL: service.baseUrl, POS_TENANT: service.tenant.slug, POS_API_KEY: manager };
  const uploaded = await posctl(['sync', 'upload', file], by);
  expect(uploaded.out).toContain('2 entries were taken, 2 of them need somebody.');
  expect(uploaded.out).toContain('Number 1 is quarantined. Its device is not linked any more.');
  for (const { id } of sales)
    expect((await posctl(['sync', 'release', id, '--reason', 'I have the tablet'], by)).code).toBe(EXIT.done);
  for (const sale of sales) expect(await orderOf(sale)).toMatchObject({ status: 'completed' });
  expect((await posctl(['sync', 'upload', file], by)).out).toContain('2 entries were taken, 0 of them need somebody.');
  const stranger = await service.createTenant();
  const foreign = { ...by, POS_TENANT: stranger.slug, POS_API_KEY: stranger.apiKey };
  expect((await posctl(['sync', 'upload', file], foreign)).code).toBe(EXIT.notFound);
});

test('a sale waits for the opening of its drawer that is missing, and is tried without it when somebody says so', async () => {
  const queue = await shop.till();
  const drawerSessionId = deviceMade();
  const opening = queue.did('drawer.open', {
    drawerId: await shop.newDrawer(),
    sessionId: drawerSessionId,
    float: USD(0),
  });
  const sale = await soldBy(queue, { drawerSessionId });
  expect(wordsOf(await queue.send([sale]))).toEqual(['held waits_for_gap']);
  expect(wordsOf(await queue.send([opening]))).toEqual(['applied']);
  expect((await queue.send([sale])).body.results).toMatchObject([
    { status: 'duplicate', first: 'applied', conflicts: [] },
  ]);
  expect(await shop.called('GET', `/drawer-sessions/${drawerSessionId}`)).toMatchObject({ expected: USD(300) });
  queue.did('drawer.paid_in', { sessionId: drawerSessionId, amount: USD(1), reason: 'lost with the tablet' });
  const lost = await soldBy(queue, { drawerSessionId: deviceMade() });
  expect(wordsOf(await queue.send([lost]))).toEqual(['held waits_for_gap']);
  await shop.called('POST', `/sync/entries/${lost.id}/retry`, { reason: 'number 3 is lost for good' });
  const again = await queue.send([lost]);
  expect(wordsOf(again)).toEqual(['duplicate + drawer_session_closed']);
  expect(again.body.results).toMatchObject([{ first: 'applied' }]);
});

test('who closes the drawer of somebody else without the right to is told of; a manager beside them may', async () => {
  const [cashier, manager] = [await shop.hire('cashier'), await shop.hire('manager')];
  const by = (personId: string) => ({ actor: { personId, sessionId: null } });
  for (const [closer, more, causes] of [
    [cashier, {}, ' + person_without_right'],
    [cashier, { approver: by(manager).actor }, ''],
    [manager, {}, ''],
  ] as const) {
    const queue = await shop.till();
    const sessionId = deviceMade();
    const entries = [
      queue.did('drawer.open', { drawerId: await shop.newDrawer(), sessionId, float: USD(500) }),
      queue.did('drawer.close', { sessionId, counted: USD(500) }, { ...by(closer), ...more }),
    ];
    const answer = await queue.send(entries);
    expect(wordsOf(answer)).toEqual(['applied', `applied${causes}`]);
    expect(await shop.called('GET', `/drawer-sessions/${sessionId}`)).toMatchObject({ status: 'closed' });
    const [conflict] = answer.body.results[1].conflicts;
    if (conflict !== undefined)
      expect(await shop.called('GET', `/sync/conflicts/${conflict.id}`)).toMatchObject({
        facts: { permission: 'drawers:move', sessionId },
      });
  }
});

test('a device compares its own sums with those of the books, day by day', async () => {
  const queue = await shop.till();
  const sales = [await soldBy(queue), await soldBy(queue)];
  await queue.send(sales);
  const path = `/sync/devices/${queue.device.id}`;
  const { days } = await shop.called('GET', path);
  expect(days).toEqual([
    {
      ...{ businessDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), currency: 'USD', sales: 2 },
      ...{ total: USD(600), paid: USD(600), refunded: USD(0) },
    },
  ]);
  const { businessDate } = days[0];
  expect((await shop.called('GET', `${path}?from=${businessDate}&to=${businessDate}`)).days).toEqual(days);
  expect((await shop.called('GET', `${path}?from=2020-01-01&to=2020-02-01`)).days).toEqual([]);
  for (const query of ['from=2026-02-01&to=2026-01-31', 'from=2026-01-01&to=2026-06-01'])
    expect(refusalOf(await shop.service.call('GET', `${path}?${query}`))).toEqual([422, 'sync_days_invalid']);
});

test('what was sold before a licence was withdrawn is taken, with the device and without it', async () => {
  const { service } = shop;
  const licence = (method: string, path = '', body: object = {}) =>
    service.call(method, `/v1/platform/businesses/${service.tenant.slug}/licence${path}`, { body });
  const queue = await shop.till();
  const [sale, later] = [await soldBy(queue), await soldBy(queue)];
  const paidUntil = new Date(shop.clock.ms + 30 * 86_400_000).toISOString();
  expect((await licence('PUT', '', { plan: 'standard', paidUntil })).status).toBeLessThan(300);
  expect((await licence('POST', '/revoke', { reason: 'the test' })).status).toBe(200);
  doorsForget();
  const online = { outletId: shop.outletId, lines: [{ sku: 'tea' }] };
  expect(refusalOf(await service.call('POST', '/orders', { body: online }))).toEqual([403, 'licence_revoked']);
  expect(wordsOf(await queue.send([sale]))).toEqual(['applied']);
  expect(wordsOf(await queue.relay([later]))).toEqual(['applied']);
  expect(await orderOf(later)).toMatchObject({ status: 'completed' });
});
