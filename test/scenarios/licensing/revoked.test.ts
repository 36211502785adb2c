import { USD, type LicensedShop } from '../../../src/modules/licensing/adapters/http/licensing.examples.js';
import { StreamClient } from '../../harness/stream-client.js';
import { urlOf, type TestDevice } from '../../harness/test-device.js';
import { done } from './trade.js';
import { hire, link, openTwoDoors, signIn, type TwoDoors } from './two-doors.js';

// A licence that is withdrawn: people at devices are out, devices hear it and stay reachable, and restoring brings all back.

jest.setTimeout(240_000);

let doors: TwoDoors;
let shop: LicensedShop;
let tills: TestDevice[];
let cashier: string;
beforeAll(async () => {
  doors = await openTwoDoors();
  ({ shop } = doors);
  await shop.licence('PUT', '', { plan: 'standard', paidUntil: shop.inDays(300) });
  tills = [await link(shop), await link(shop, doors.other)];
  cashier = await hire(shop, 'cashier', tills[0] as TestDevice);
});
afterAll(() => doors.close());

const revoked = { status: 403, body: { code: 'licence_revoked' } };
const reason = 'because of the test';
const sale = () => ({
  ...{ outletId: shop.outletId, lines: [{ sku: 'tea' }], complete: true },
  payments: [{ tender: 'cash', amount: USD(1000) }],
});

test('sessions end at the door, devices are told to lock and still reach what is theirs, and it all comes back', async () => {
  const tokens: string[] = [];
  for (const till of tills) {
    const token = await signIn(till, cashier);
    expect((await till.call('POST', '/orders', { token, body: sale() })).status).toBe(201);
    tokens.push(token);
  }
  const [first, second] = tills as [TestDevice, TestDevice];
  const path = `/outlets/${shop.outletId}/stream`;
  const headers = { DPoP: first.proof('GET', urlOf(shop.service, path), tokens[0]) };
  const streamUrl = `${urlOf(shop.service, path)}?topics=orders`;
  const stream = await StreamClient.open(streamUrl, { token: tokens[0] as string, headers });
  expect(stream.status).toBe(200);

  expect((await shop.licence('POST', '/revoke', { reason })).status).toBe(200);
  expect(await first.call('GET', '/sessions/current', { token: tokens[0] as string })).toMatchObject(revoked);
  await stream.until(({ isOver }) => isOver);
  // The other door was not told: it learns by itself.
  doors.forget();
  for (const [index, till] of tills.entries()) {
    const token = tokens[index] as string;
    for (const request of [
      () => till.call('GET', '/orders', { token }),
      () => till.call('POST', '/orders', { token, body: sale() }),
    ])
      expect(await request()).toMatchObject(revoked);
    expect((await till.beat({ queueDepth: 3 })).body).toMatchObject({
      status: 'locked',
      lockReason: 'licence_revoked',
    });
    for (const own of ['/devices/self', '/devices/self/configuration'])
      expect([own, (await till.call('GET', own)).status]).toEqual([own, 200]);
  }
  // With the key of the business nothing is sold either; its books stay open to it, and so does what it owes.
  expect(await shop.sell()).toMatchObject(revoked);
  for (const read of ['/orders', '/licence', '/licence/invoices', `/devices/${first.id}`])
    await done(shop, 'GET', read);
  expect((await done(shop, 'GET', '/licence')).status).toBe('revoked');

  expect((await shop.licence('POST', '/restore', { reason: 'paid' })).status).toBe(200);
  doors.forget();
  for (const [index, till] of [first, second].entries()) {
    expect((await till.beat({ queueDepth: 0 })).body).toMatchObject({ status: 'active', lockReason: null });
    const token = tokens[index] as string;
    expect((await till.call('POST', '/orders', { token, body: sale() })).status).toBe(201);
  }
  expect((await shop.sell()).status).toBe(201);
});

test('open orders are paid and refunded by the key of the business while it is withdrawn', async () => {
  const { body } = await shop.sell({});
  expect((await shop.licence('POST', '/revoke', { reason })).status).toBe(200);
  try {
    await done(shop, 'POST', `/orders/${body.id}/payments`, { tender: 'cash', amount: USD(1000) });
    await done(shop, 'POST', `/orders/${body.id}/complete`);
    await done(shop, 'POST', `/orders/${body.id}/refunds`, { amount: USD(300), reason });
  } finally {
    expect((await shop.licence('POST', '/restore', { reason })).status).toBe(200);
  }
});
