import {
  enrol,
  hire,
  SECRETS,
  signIn,
  withLogin,
} from '../../../src/modules/identity/adapters/http/identity.examples.js';
import { startService, type TestService } from '../../harness/service.js';
import { linkDevice } from '../../harness/test-device.js';

/** Hashes that are slow on purpose, on a machine that does other things, too. */
jest.setTimeout(120_000);

let service: TestService;
beforeAll(async () => void (service = await startService({ ...SECRETS, AUTH_CACHE_MS: '0' })));
afterAll(() => service.close());

test('a second factor frees no session by a PIN that somebody else knows', async () => {
  const outlet = { name: 'Main street', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
  const { id: outletId } = (await service.call('POST', '/outlets', { body: outlet })).body as { id: string };
  const till = await linkDevice(service, { outletId });
  const ann = await withLogin(service, await hire(service, 'manager'));
  const reset = { body: { reason: 'first day', confirm: true } };
  const { pin } = (await service.call('PUT', `/staff/${ann.personId}/pin`, reset)).body as { pin: string };
  const begun = await till.call('POST', '/sessions', { body: { method: 'pin', personId: ann.personId, pin } });
  const atTill = { token: begun.body.token as string };
  await enrol(service, ann, (await signIn(service, ann)).body.token as string, Date.now());
  expect(await till.call('GET', '/orders', atTill)).toMatchObject({ status: 403, body: { permission: 'orders:read' } });
  expect((await till.call('GET', '/sessions/current', atTill)).body).toMatchObject({ mustFirst: 'change_pin' });
  const chosen = await till.call('POST', '/staff/me/pin', { ...atTill, body: { current: pin, new: '4826' } });
  expect(chosen.status).toBe(200);
  expect((await till.call('GET', '/orders', atTill)).status).toBe(200);
  expect((await till.call('GET', '/sessions/current', atTill)).body).toMatchObject({ mustFirst: null });
});
