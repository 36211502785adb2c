import { randomUUID } from 'node:crypto';
import { StreamClient } from '../../harness/stream-client.js';
import { DeviceKey, linkDevice, urlOf, type TestDevice } from '../../harness/test-device.js';
import { openDeviceShop, refusalOf, type DeviceShop } from './device-shop.js';

let shop: DeviceShop;
let device: TestDevice;
beforeAll(async () => {
  shop = await openDeviceShop({ STREAM_RECHECK_MS: '100' });
  const { service, outletId, now } = shop;
  device = await linkDevice(service, { outletId, now });
});
afterAll(() => shop.service.close());

const SELF = '/devices/self';
const ask = (proof: string | undefined, path = SELF, token = device.token) =>
  shop.service.call('GET', path, { token, headers: proof === undefined ? {} : { DPoP: proof } });
const url = (path = SELF): string => urlOf(shop.service, path);
const seconds = (): number => Math.floor(shop.now() / 1_000);

test('a copied token is worth nothing without the key', async () => {
  expect(refusalOf(await ask(undefined))).toEqual([401, 'proof_required']);
  const thief = new DeviceKey(shop.now);
  expect(refusalOf(await ask(thief.proof('GET', url(), device.token)))).toEqual([401, 'proof_refused']);
  expect((await ask(device.proof('GET', url()))).status).toBe(200);
});

test('a proof is good once', async () => {
  const proof = device.proof('GET', url());
  expect((await ask(proof)).status).toBe(200);
  expect(refusalOf(await ask(proof))).toEqual([401, 'proof_refused']);
});

test.each([
  ['another path', () => device.proof('GET', url('/outlets'))],
  ['another method', () => device.proof('POST', url())],
  ['another token', () => device.proof('GET', url(), `${device.token}x`)],
  ['another host', () => device.proof('GET', url().replace('127.0.0.1', 'evil.example'))],
  ['no id', () => device.proof('GET', url(), device.token, { jti: '' })],
  ['a time to come', () => device.proof('GET', url(), device.token, { iat: seconds() + 600 })],
  ['nothing', () => 'a.b.c'],
])('a proof over %s is refused', async (_what, proof) => {
  expect(refusalOf(await ask(proof()))).toEqual([401, 'proof_refused']);
});

test('a device with a wrong clock is told the time', async () => {
  const refused = await ask(device.proof('GET', url(), device.token, { iat: seconds() - 600 }));
  expect(refused.status).toBe(401);
  expect(refused.text).toContain(new Date(shop.now()).toISOString());
});

test('the token of a device of one business opens nothing of another', async () => {
  const other = await shop.service.createTenant();
  const path = `/v1/${other.slug}/pos/devices/self`;
  const proof = device.proof('GET', `${shop.service.baseUrl}${path}`);
  expect(refusalOf(await ask(proof, path))).toEqual([404, 'not_found']);
});

test('a program is no device, and a device runs no fleet', async () => {
  expect(refusalOf(await shop.service.call('GET', SELF))).toEqual([403, 'not_a_device']);
  const refused = await device.call('GET', '/devices');
  expect(refused).toMatchObject({ status: 403, body: { permission: 'devices:read' } });
});

test('after a rotation the old token is good for a day', async () => {
  const { service, outletId, now } = shop;
  const own = await linkDevice(service, { outletId, now });
  const rotated = await own.call('POST', '/devices/self/token');
  expect(rotated.status).toBe(200);
  const token = rotated.body.token as string;
  expect(token).toMatch(/^pos_device_/);
  expect((await own.call('GET', SELF, { token })).status).toBe(200);
  expect((await own.call('GET', SELF)).status).toBe(200);
  shop.clock.ms += 86_400_001;
  expect(refusalOf(await own.call('GET', SELF))).toEqual([401, 'unauthenticated']);
  expect((await own.call('GET', SELF, { token })).status).toBe(200);
});

test('a device that is unlinked is shut out at once, and its stream ends', async () => {
  const { service, outletId, now, called } = shop;
  const own = await linkDevice(service, { outletId, now });
  const path = `/outlets/${outletId}/stream?topics=device_commands`;
  const headers = { DPoP: own.proof('GET', urlOf(service, path)) };
  const stream = await StreamClient.open(urlOf(service, path), { token: own.token, headers });
  expect(stream.status).toBe(200);
  await called('POST', `/devices/${own.id}/unlink`, { reason: 'stolen' });
  await stream.until(({ isOver }) => isOver);
  expect(refusalOf(await own.beat())).toEqual([401, 'unauthenticated']);
  const again = { jti: randomUUID() };
  expect(refusalOf(await ask(own.proof('GET', url(), own.token, again), SELF, own.token))).toEqual([
    401,
    'unauthenticated',
  ]);
});
