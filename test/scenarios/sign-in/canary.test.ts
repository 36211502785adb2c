import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { activate, DeviceKey, makeLinkCode, type TestDevice } from '../../harness/test-device.js';
import { dumpTables, leaksIn, RedisWatch, type Place } from './secret-scan.js';
import { TwoInstances } from './two-instances.js';

// After all kinds of signing in, right and wrong, no secret can be read anywhere (GUARANTEES G8).

jest.setTimeout(240_000);

const VISIBLE = 'Canary Visible';
const PIN = '83915264';
const CHANGED_PIN = '57208341';
const WRONG_PIN = '60427915';
const PASSWORD = 'seven kites over the harbour';
const WRONG_PASSWORD = 'eleven owls in the bell tower';
const NEXT_PASSWORD = 'nine boats below the bridge';
const BADGE = '04:A2:2B:91:77:C3';
const WRONG_BADGE = '04:FF:00:12:34:AB';

const secrets = new Map<string, string>(
  Object.entries({ PIN, CHANGED_PIN, WRONG_PIN, PASSWORD, WRONG_PASSWORD, NEXT_PASSWORD, BADGE, WRONG_BADGE }),
);
let shop: TwoInstances;
let till: TestDevice;
let redis: RedisWatch;

/** Notes a secret that the service has made; of a token also the part that nobody could make up. */
function noted(name: string, secret: unknown): string {
  expect({ name, secret }).toEqual({ name, secret: expect.stringMatching(/^.{5,}$/) });
  secrets.set(name, secret as string);
  const [, part] = /^pos_[a-z]+_[^_]+_(.{20,})$/.exec(secret as string) ?? [];
  if (part !== undefined) secrets.set(`${name} (its secret part)`, part);
  return secret as string;
}

beforeAll(async () => {
  shop = await TwoInstances.open({ DEVICE_SECRET_ALLOWED: 'yes', LOG_LEVEL: 'debug' });
  redis = await RedisWatch.begin(shop.redis.port);
  noted('API key', shop.service.tenant.apiKey);
});
afterAll(async () => {
  redis.end();
  await shop.close();
});

async function linkDevices(): Promise<void> {
  till = await shop.link();
  noted('device token', till.token);
  const rotated = await shop.ask(till, 'POST', '/devices/self/token');
  noted('rotated device token', rotated.body.token);
  const { outletId, service } = shop;
  const code = noted('link code', await makeLinkCode(service, { outletId }));
  await activate(service, 'ABCD-EFGH', new DeviceKey(shop.now));
  const wish = { publicKey: undefined, binding: 'secret' };
  const { body } = await activate(service, code, new DeviceKey(shop.now), { body: wish, proof: null });
  noted('secret of a device', body.secret);
  noted('token of a device with a secret', body.token);
  noted('link code that is open', await makeLinkCode(service, { outletId }));
  const devices = [{ outletId, kind: 'till', name: 'Bar', serial: 'SN-0001' }];
  const batch = await shop.done('POST', '/devices/provisioning-batches', { devices });
  noted('code of a batch', batch.devices[0].code);
}

async function signInAtTill(): Promise<void> {
  const { id } = await shop.done('POST', '/staff', { displayName: VISIBLE, assignments: [{ role: 'manager' }] });
  const made = await shop.done('PUT', `/staff/${id}/pin`, { reason: 'first day', confirm: true });
  // Four digits are in many numbers by chance: as a field they are not.
  noted('PIN that the service made', `"pin":"${made.pin}"`);
  await shop.done('PUT', `/staff/${id}/pin`, { pin: PIN, reason: 'forgotten', confirm: true });
  await shop.done('POST', `/staff/${id}/badges`, { badge: BADGE, label: 'blue fob' });
  const first = await shop.signIn(till, id as string, PIN);
  const token = noted('session token', first.body.token);
  const change = { current: PIN, new: CHANGED_PIN };
  await shop.ask(till, 'POST', '/staff/me/pin', { token, body: { ...change, current: WRONG_PIN } });
  expect((await shop.ask(till, 'POST', '/staff/me/pin', { token, body: change })).status).toBeLessThan(300);
  for (const at of ['one', 'other'] as const) {
    for (const who of [id as string, randomUUID()]) await shop.signIn(till, who, WRONG_PIN, at);
    const by = (badge: string, pin?: string) =>
      shop.ask(till, 'POST', '/sessions', { at, body: { method: 'badge', badge, ...(pin && { pin }) } });
    expect((await by(WRONG_BADGE)).status).toBe(401);
    noted(`session token by badge at ${at}`, (await by(BADGE)).body.token);
  }
  // What nobody should send so is not written down either.
  await shop.ask(till, 'POST', '/sessions', { body: { method: 'pin', personId: id, pin: PIN, extra: CHANGED_PIN } });
  await shop.ask(till, 'POST', '/sessions', { body: { method: 'pin', personId: PIN, pin: `${PIN}-${CHANGED_PIN}` } });
  await shop.ask(till, 'GET', `/sessions/current?pin=${CHANGED_PIN}`, { proof: null });
  await shop.service.call('GET', `/sessions?${PIN}=${WRONG_PIN}`);
  const headers = { 'Content-Type': 'application/json', DPoP: shop.proof(till, 'POST', '/sessions') };
  await shop.service.call('POST', '/sessions', { token: till.token, headers, body: `{"method":"pin","pin":"${PIN}"` });
  await approveOnTheSpot(id as string);
}

async function approveOnTheSpot(manager: string): Promise<void> {
  const cashier = await shop.hire('cashier', PIN, till);
  const token = noted('session token of a cashier', await shop.token(till, cashier, PIN));
  const act = { action: 'order.refund', targetId: randomUUID(), outletId: shop.outletId, reason: 'cold' };
  for (const pin of [WRONG_PIN, CHANGED_PIN]) {
    const body = { ...act, approverId: manager, pin };
    const { status } = await shop.ask(till, 'POST', '/approvals/on-the-spot', { token, body });
    expect(status).toBe(pin === CHANGED_PIN ? 201 : 401);
  }
}

/** One who administers: an invitation, passwords, a second factor, a reset. */
async function signInAtOffice(): Promise<void> {
  const email = 'canary@example.com';
  const wish = { displayName: 'Office', email, assignments: [{ role: 'owner' }] };
  const { id: personId } = await shop.done('POST', '/staff', wish);
  const invited = await shop.done('POST', '/identity/invitations', { personId });
  const open = (path: string, body: object) =>
    shop.service.call('POST', `/identity${path}`, { token: null, withoutKey: true, body });
  const invitation = noted('invitation', invited.token);
  expect((await open('/invitations/accept', { token: invitation, password: PASSWORD })).status).toBe(200);
  await open('/sign-in', { email, password: WRONG_PASSWORD });
  await open('/sign-in', { email: 'nobody@example.com', password: WRONG_PASSWORD });
  const token = noted('session token by password', (await open('/sign-in', { email, password: PASSWORD })).body.token);
  const me = (path: string, body: object) => shop.service.call('POST', `/identity/me${path}`, { token, body });
  const secret = noted('TOTP secret', (await me('/totp', { password: PASSWORD })).body.secret);
  const otp = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: shop.now() });
  const codes = (await me('/totp/confirm', { otp })).body.recoveryCodes as string[];
  codes.forEach((code, index) => noted(`recovery code ${index}`, code));
  await open('/sign-in', { email, password: PASSWORD, otp: codes[0] });
  expect((await me('/password', { current: PASSWORD, new: NEXT_PASSWORD })).status).toBeLessThan(300);
  const reset = await shop.done('POST', `/identity/logins/${personId}/reset`, { reason: 'lost laptop' });
  if (typeof reset.token === 'string') noted('reset link', reset.token);
}

test('no PIN, password, token, code, badge or key is in any table, log, event, or in Redis', async () => {
  await linkDevices();
  await signInAtTill();
  await signInAtOffice();
  const logs: Place[] = [
    { name: 'log of one', text: shop.service.log.join('') },
    { name: 'log of the other', text: shop.otherLog.join('') },
  ];
  const places = [...(await dumpTables(shop.service.database.ownerUrl)), ...logs, redis.place];
  // The scan sees what is there: a name, a device, and what Redis was asked.
  const seenIn = (text: string): string[] => leaksIn(places, new Map([['x', text]])).map(({ place }) => place);
  expect(seenIn(VISIBLE)).toEqual(expect.arrayContaining(['table public.staff', 'table public.events']));
  expect(seenIn('/devices/activations')).toContain('log of one');
  expect(redis.place.text).toContain('dpop:');
  expect(secrets.size).toBeGreaterThan(30);
  expect(leaksIn(places, secrets)).toEqual([]);
});
