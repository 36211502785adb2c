import { linkDevice, makeLinkCode, activate, DeviceKey } from '../../../../../test/harness/test-device.js';
import { LicensedShop } from './licensing.examples.js';

// What a licence counts is what the modules that own things really have.

let shop: LicensedShop;
beforeEach(async () => {
  shop = await LicensedShop.open({ SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') });
});
afterEach(() => shop.close());

const reason = 'because of the test';

async function used(): Promise<Record<string, number>> {
  const { entitlements } = (await shop.service.call('GET', '/licence')).body;
  return Object.fromEntries(
    (entitlements as { thing: string; used: number }[]).map((entitlement) => [entitlement.thing, entitlement.used]),
  );
}

const hire = async (displayName: string): Promise<string> => {
  const body = { displayName, assignments: [{ role: 'cashier' }] };
  return (await shop.service.call('POST', '/staff', { body })).body.id as string;
};

test('outlets, devices, staff and integrations are counted as they come and go', async () => {
  const { service, outletId } = shop;
  const now = (): number => shop.now().getTime();
  expect(await used()).toEqual({ outlets: 1, devices: 0, staff: 0, integrations: 0 });

  const till = await linkDevice(service, { outletId, now });
  await linkDevice(service, { outletId, now, kind: 'kiosk' });
  await makeLinkCode(service, { outletId }); // a code is no device yet
  const cashier = await hire('Amina');
  await hire('Baraka');
  const { id: endpointId } = (await shop.endpoint()).body;
  expect(await used()).toEqual({ outlets: 1, devices: 2, staff: 2, integrations: 1 });

  // A locked device has its place, an unlinked one has none.
  await service.call('POST', `/devices/${till.id}/lock`, { body: { reason } });
  expect(await used()).toMatchObject({ devices: 2 });
  await service.call('POST', `/devices/${till.id}/unlink`, { body: { reason } });
  await service.call('POST', `/staff/${cashier}/disable`, { body: { reason } });
  await service.call('DELETE', `/webhooks/endpoints/${endpointId}`);
  await service.call('PATCH', `/outlets/${outletId}`, { body: { active: false } });
  expect(await used()).toEqual({ outlets: 0, devices: 1, staff: 1, integrations: 0 });
});

test('one device more than the plan allows is refused with what is used, and what is there goes on', async () => {
  const { service, outletId } = shop;
  const now = (): number => shop.now().getTime();
  await shop.licence('PUT', '', { plan: 'free', paidUntil: null });
  const tills = [await linkDevice(service, { outletId, now }), await linkDevice(service, { outletId, now })];
  const code = await makeLinkCode(service, { outletId });
  const third = await activate(service, code, new DeviceKey(now));
  expect(third).toMatchObject({ status: 403, body: { code: 'entitlement_exceeded', retryable: false } });
  expect(third.body.detail).toContain('2');
  for (const till of tills) expect((await till.beat()).status).toBe(200);
  const { body } = await service.call('GET', '/licence');
  expect(body.entitlements).toContainEqual({ thing: 'devices', used: 2, limit: 2 });
});
