import { randomBytes, randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { linkDevice, type TestDevice } from '../../../../../test/harness/test-device.js';

// With the real staff, devices, hashes and proofs: from hiring somebody to the end of their work.

let service: TestService;
let outletId: string;
let till: TestDevice;
let nowMs = Date.UTC(2026, 10, 21, 8);
const now = (): number => nowMs;

beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') }, now);
  const outlet = { name: 'Main street', timeZone: 'Africa/Nairobi', receiptPrefix: 'M' };
  outletId = (await service.call('POST', '/outlets', { body: outlet })).body.id;
  till = await linkDevice(service, { outletId, now });
});
afterAll(() => service.close());

async function hire(displayName: string, role: string, pin: string): Promise<string> {
  const hired = await service.call('POST', '/staff', { body: { displayName, assignments: [{ role }] } });
  const set = await service.call('PUT', `/staff/${hired.body.id}/pin`, {
    body: { pin, reason: 'first day', confirm: true },
  });
  expect([hired.status, set.status]).toEqual([201, 200]);
  return hired.body.id as string;
}

const signIn = (personId: string, pin: string): Promise<Answer> =>
  till.call('POST', '/sessions', { body: { method: 'pin', personId, pin } });

/** Signs in for the first time and chooses another PIN. */
async function settled(personId: string, pin: string, chosen: string): Promise<string> {
  const { body } = await signIn(personId, pin);
  expect(body).toMatchObject({ mustChangePin: true });
  const token = body.token as string;
  expect((await till.call('GET', '/orders', { token })).body).toMatchObject({ permission: 'orders:read' });
  const wrong = await till.call('POST', '/staff/me/pin', { token, body: { current: '1357', new: chosen } });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  const changed = await till.call('POST', '/staff/me/pin', { token, body: { current: pin, new: chosen } });
  expect(changed.status).toBeLessThan(300);
  return token;
}

test('a cashier signs in, chooses a PIN, has a refund approved on the spot, and is out when disabled', async () => {
  const [cashier, manager] = [await hire('Anna Ngo', 'cashier', '8264'), await hire('Ben Wu', 'manager', '7193')];
  await settled(manager, '7193', '5937');
  const token = await settled(cashier, '8264', '4826');
  expect((await till.call('GET', '/orders', { token })).status).toBe(200);
  const offered = (await till.call('GET', '/sign-in/people')).body.data;
  expect(offered).toEqual([
    { id: cashier, displayName: 'Anna Ngo', initials: 'AN' },
    { id: manager, displayName: 'Ben Wu', initials: 'BW' },
  ]);

  const act = { action: 'order.refund', targetId: randomUUID(), outletId, reason: 'cold', approverId: manager };
  const approve = (pin: string): Promise<Answer> =>
    till.call('POST', '/approvals/on-the-spot', { token, body: { ...act, pin } });
  expect((await approve('7193')).body.code).toBe('credentials_refused');
  expect((await approve('5937')).body).toMatchObject({ status: 'granted', decidedBy: `user:${manager}` });

  const copied = await service.call('GET', '/sessions/current', { token });
  expect(copied.body.code).toBe('proof_required');
  await service.call('POST', `/staff/${cashier}/disable`, { body: { reason: 'left the company' } });
  nowMs += 60_000;
  expect((await till.call('GET', '/sessions/current', { token })).status).toBe(401);
  expect((await signIn(cashier, '4826')).body.code).toBe('credentials_refused');
});

test('a badge of the real staff signs in', async () => {
  const person = await hire('Cleo Ray', 'cashier', '9351');
  const badge = { badge: '04:A2:2B:91', label: 'blue fob' };
  expect((await service.call('POST', `/staff/${person}/badges`, { body: badge })).status).toBeLessThan(300);
  const { body } = await till.call('POST', '/sessions', { body: { method: 'badge', badge: badge.badge } });
  expect(body.session).toMatchObject({ personId: person, method: 'badge' });
});
