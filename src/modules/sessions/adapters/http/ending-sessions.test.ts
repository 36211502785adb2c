import { StreamClient } from '../../../../../test/harness/stream-client.js';
import type { Answer } from '../../../../../test/harness/service.js';
import { TillShop, type Till, type Worker } from '../../../../../test/harness/till-shop.js';

// How soon somebody is out: at once where the door is told, within its cache's time where it is not.

let shop: TillShop;
let worker: Worker;
let till: Till;

beforeAll(async () => {
  shop = await TillShop.open({ STREAM_RECHECK_MS: '100' });
});
afterAll(() => shop.close());
beforeEach(() => {
  shop.nextNoon();
  worker = shop.hire();
  till = shop.till();
});

const asSession = (token: string, method: string, path: string, body?: object): Promise<Answer> =>
  shop.at(till, method, path, body, token);
const current = (token: string): Promise<Answer> => asSession(token, 'GET', '/sessions/current');

test('a forced logout acts at once here, and a change of role when the door has forgotten', async () => {
  const token = await shop.token(till, worker);
  expect((await asSession(token, 'GET', '/sessions')).status).toBe(403);
  worker.roles = ['manager'];
  shop.pass(30);
  expect((await asSession(token, 'GET', '/sessions')).status).toBe(200);
  const { id, version } = (await current(token)).body;
  const path = `/sessions/${id}?reason=left%20early`;
  const stale = await shop.service.call('DELETE', path, { headers: { 'If-Match': '"9"' } });
  expect(stale.body).toMatchObject({ code: 'version_mismatch', currentVersion: version });
  expect((await shop.service.call('DELETE', path)).body).toMatchObject({ status: 'ended', endedWhy: 'forced' });
  expect((await current(token)).status).toBe(401);
  expect((await shop.service.call('DELETE', path)).body.code).toBe('session_over');
});

test('all sessions of a person, a device or an outlet end at once', async () => {
  const tokens = [await shop.token(till, worker), await shop.token(shop.till(), worker)];
  const body = { personId: worker.id, reason: 'phone lost' };
  const { data } = (await shop.service.call('POST', '/sessions/end', { body })).body;
  expect(data).toHaveLength(2);
  for (const token of tokens) expect((await current(token)).status).toBe(401);
  const two = await shop.service.call('POST', '/sessions/end', { body: { ...body, deviceId: till.id } });
  expect(two.status).toBe(400);
});

test.each([
  ['pos.staff.disabled', () => worker.id, 'staff_disabled'],
  ['pos.staff.pin_reset', () => worker.id, 'pin_reset'],
  ['pos.device.unlinked', () => till.id, 'device_unlinked'],
  ['pos.device.locked', () => till.id, 'device_locked'],
])('%s ends sessions', async (type, aggregateId, why) => {
  const token = await shop.token(till, worker);
  const { id } = (await current(token)).body;
  await shop.tell(type, aggregateId());
  expect((await current(token)).status).toBe(401);
  expect((await shop.service.call('GET', `/sessions/${id}`)).body).toMatchObject({
    endedWhy: why,
    endedBy: 'user:boss',
  });
});

test('a session that began after the event goes on', async () => {
  const before = shop.now;
  shop.pass(1);
  const token = await shop.token(till, worker);
  shop.pass((before.getTime() - shop.now.getTime()) / 1_000);
  await shop.tell('pos.staff.disabled', worker.id);
  shop.pass(1);
  expect((await current(token)).status).toBe(200);
});

test('without any event a disabled person and a locked device are out when the door has forgotten', async () => {
  const [one, two] = [await shop.token(till, worker), await shop.token(shop.till(), shop.hire())];
  worker.isActive = false;
  for (const other of shop.devices.tills.values()) if (other !== till) other.status = 'locked';
  shop.pass(30);
  expect((await current(one)).status).toBe(401);
  expect((await current(two)).status).toBe(401);
  till.status = 'locked';
  expect((await shop.signIn(till, worker)).body.code).toBe('sign_in_closed');
});

test('the stream of somebody who is disabled ends', async () => {
  const token = await shop.token(till, worker);
  const { slug } = shop.service.tenant;
  const url = `${shop.service.baseUrl}/v1/${slug}/pos/outlets/${shop.outletId}/stream?topics=orders`;
  const stream = await StreamClient.open(url, { token, headers: { 'POS-Device-Secret': till.secret } });
  expect(stream.response.statusCode).toBe(200);
  worker.isActive = false;
  await shop.tell('pos.staff.disabled', worker.id);
  while (!stream.isOver) await new Promise((resolve) => setTimeout(resolve, 20));
});
