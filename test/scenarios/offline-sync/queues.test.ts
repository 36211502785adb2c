import { Client } from 'pg';
import { LookAfterQueues } from '../../../src/modules/offline-sync/application/look-after-queues.js';
import { deviceMade, wordsOf } from '../../harness/device-queue.js';
import { OfflineTill } from '../offline-orders/offline-till.js';
import { refusalOf } from '../devices/device-shop.js';
import { openSyncShop, USD, type SyncShop } from './sync-shop.js';

let shop: SyncShop;
beforeAll(async () => {
  shop = await openSyncShop();
  const tea = { sku: 'tea', name: 'Tea', category: 'Drinks', unit: 'each', active: true, taxCategory: 'standard' };
  await shop.called('POST', '/catalog/items', { ...tea, price: USD(300) });
});
afterAll(() => shop.service.close());

const MINUTE_MS = 60_000;
const lookAfter = (): Promise<number> => shop.service.api.container.get(LookAfterQueues).round(new Date(shop.clock.ms));
const eventsOf = async (type: string, deviceId: string): Promise<number> => {
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [shop.service.tenant.id]);
    const values = [type, deviceId];
    return (await client.query('select from events where type = $1 and aggregate_id = $2', values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
};

test('a sale that was rung up without a network is taken as it was charged, once, by its cashier', async () => {
  const queue = await shop.till();
  const till = new OfflineTill(shop.service, shop.outletId);
  const at = new Date(shop.clock.ms);
  const { body, charged } = await till.ring({ lines: [{ sku: 'tea', quantity: '2' }], at });
  const sale = queue.did('order.place', body);
  const answer = await queue.send([sale]);
  expect(wordsOf(answer)).toEqual(['applied']);
  const { order } = answer.body.results[0];
  expect(order).toMatchObject({ id: body.order.id, status: 'completed', receiptNumber: body['receiptNumber'] });
  expect((await queue.send([sale])).body.results[0]).toMatchObject({ status: 'duplicate', first: 'applied', order });
  const kept = await shop.called('GET', `/orders/${body.order.id}`);
  expect(kept.totals).toEqual(charged.totals);
  expect(kept.cashierId).toContain(shop.ann);
  const twisted = JSON.parse(JSON.stringify(body));
  twisted.order.id = deviceMade();
  twisted.totals.total.amount -= 100;
  expect(wordsOf(await queue.send([queue.did('order.place', twisted)]))).toEqual(['quarantined sale_does_not_add_up']);
});

test('a gap that lasts is told of once, and that it is filled as well', async () => {
  const queue = await shop.till();
  const missing = queue.did('shift.clock_in', { shiftId: deviceMade(), outletId: shop.outletId, job: 'bar' });
  const later = queue.did('shift.clock_out', { shiftId: missing.body['shiftId'] });
  expect(wordsOf(await queue.send([later]))).toEqual(['held waits_for_gap']);
  await lookAfter();
  expect(await eventsOf('pos.sync.gap_found', queue.device.id)).toBe(0);
  shop.clock.ms += 11 * MINUTE_MS;
  await lookAfter();
  await lookAfter();
  expect(await eventsOf('pos.sync.gap_found', queue.device.id)).toBe(1);
  const { data } = await shop.called('GET', '/sync/devices');
  expect(data.find((one: { deviceId: string }) => one.deviceId === queue.device.id)).toMatchObject({
    ...{ missing: [{ from: 1, to: 1 }], through: 0, highest: 2, gapSince: expect.any(String) },
  });
  expect(wordsOf(await queue.send([missing]))).toEqual(['applied']);
  expect(await eventsOf('pos.sync.gap_filled', queue.device.id)).toBe(1);
  expect(await shop.called('GET', `/sync/devices/${queue.device.id}`)).toMatchObject({ entries: { applied: 2 } });
});

test('what waits for another device is tried when that has sent it, and by the worker', async () => {
  const [one, other] = [await shop.till(), await shop.till()];
  const opening = one.did('drawer.open', { drawerId: await shop.newDrawer(), sessionId: deviceMade(), float: USD(0) });
  const { sessionId } = opening.body as { sessionId: string };
  const cash = { sessionId, amount: USD(700), reason: 'change' };
  const waiting = other.did('drawer.paid_in', cash, { dependsOn: [opening.id] });
  expect(wordsOf(await other.send([waiting]))).toEqual(['held waits_for_entry']);
  expect(wordsOf(await one.send([opening]))).toEqual(['applied']);
  expect((await other.send([waiting])).body.results[0]).toMatchObject({ status: 'duplicate', first: 'applied' });
  const orderId = deviceMade();
  const hold = other.did('order.hold', { orderId });
  expect(wordsOf(await other.send([hold]))).toEqual(['held waits_for_another_try']);
  const before = await shop.called('GET', `/sync/entries/${hold.id}`);
  const lines = [{ sku: 'tea', quantity: '1' }];
  await shop.called('POST', '/orders', { id: orderId, outletId: shop.outletId, lines });
  shop.clock.ms += 5 * MINUTE_MS;
  await lookAfter();
  expect(await shop.called('GET', `/sync/entries/${hold.id}`)).toMatchObject({
    ...{ status: 'applied', order: { id: orderId, status: 'held' }, version: (before.version as number) + 1 },
    handlings: [
      { act: 'received', after: 'held' },
      { act: 'retried', before: 'held', after: 'applied' },
    ],
  });
});

test('lists are narrowed and paged, and who acts for another outlet sees nothing', async () => {
  const first = await shop.called('GET', '/sync/entries?limit=2&status=applied');
  expect(first.data).toHaveLength(2);
  const second = await shop.called('GET', `/sync/entries?limit=2&status=applied&cursor=${first.nextCursor}`);
  expect(second.data[0].id).not.toBe(first.data[1].id);
  const other = await shop.outletOf(shop.service.tenant, 'Z');
  const wish = { permissions: ['sync:read', 'sync:resolve'] as never, outlets: [other] as never };
  const token = await shop.service.createKey(shop.service.tenant, wish);
  expect((await shop.service.call('GET', '/sync/entries', { token })).body.data).toEqual([]);
  const path = `/sync/entries/${first.data[0].id}`;
  expect(refusalOf(await shop.service.call('GET', path, { token }))).toEqual([404, 'sync_entry_not_found']);
  const discard = await shop.service.call('POST', `${path}/discard`, { token, body: { reason: 'x' } });
  expect(refusalOf(discard)).toEqual([404, 'sync_entry_not_found']);
});
