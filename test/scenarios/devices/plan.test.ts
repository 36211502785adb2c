import { activate, DeviceKey, linkDevice, makeLinkCode } from '../../harness/test-device.js';
import { openDeviceShop, refusalOf, type DeviceShop } from './device-shop.js';

// A plan of five devices: the sixth is refused, five go on (DOMAIN.md "Licensing").

let shop: DeviceShop;
beforeAll(async () => {
  shop = await openDeviceShop({ DEFAULT_PLAN: 'standard' });
});
afterAll(() => shop.service.close());

test('of two that race for the last place one is linked, and what there is goes on', async () => {
  const { service, outletId, now, called } = shop;
  const first = await linkDevice(service, { outletId, now });
  for (let more = 0; more < 3; more += 1) await linkDevice(service, { outletId, now });
  const codes = await Promise.all([1, 2, 3].map(() => makeLinkCode(service, { outletId })));
  const keys = codes.map(() => new DeviceKey(now));
  const answers = await Promise.all(codes.map((code, index) => activate(service, code, keys[index] as DeviceKey)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
  const refused = answers.findIndex(({ status }) => status === 403);
  expect(answers[refused]?.body).toMatchObject({ code: 'entitlement_exceeded' });
  expect((await first.beat()).status).toBe(200);
  // The code is not used up: it links as soon as there is a place.
  await called('POST', `/devices/${first.id}/unlink`, { reason: 'sold' });
  expect((await activate(service, codes[refused] ?? '', keys[refused] as DeviceKey)).status).toBe(201);
  const sixth = await activate(service, await makeLinkCode(service, { outletId }), new DeviceKey(now));
  expect(refusalOf(sixth)).toEqual([403, 'entitlement_exceeded']);
});
