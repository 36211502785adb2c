import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestDevice } from '../../harness/test-device.js';
import { PeopleShop, told } from './people-shop.js';

// Somebody who may manage others tries to become more than they are.

jest.setTimeout(240_000);

const [PIN, OTHER_PIN] = ['83915264', '57208341'];

let shop: PeopleShop;
let till: TestDevice;
let manager: string;
let owner: string;
let token: string;

beforeAll(async () => {
  shop = await PeopleShop.open();
  till = await shop.link();
  manager = await shop.hire('manager', PIN, till);
  owner = await shop.hire('owner', OTHER_PIN, till);
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.pass(3_600);
  token = await shop.token(till, manager, PIN);
});

const asManager = (method: string, path: string, body?: object) =>
  till.call(method, path, { token, ...(body && { body }) });

test("nobody takes the name of another in the books: by their id as one's user, or by their user as an id", async () => {
  expect(told(await asManager('PATCH', `/staff/${manager}`, { userId: owner }))).not.toBe('200');
  const subject = randomUUID();
  const linked = await shop.person([{ role: 'owner' }], { userId: subject });
  const twin = { id: subject, displayName: 'Twin', assignments: [] };
  const [hired, changed] = [
    await shop.service.call('POST', '/staff', { body: twin }),
    await shop.service.call('PATCH', `/staff/${await shop.person([])}`, { body: { userId: linked } }),
  ];
  expect([told(hired), told(changed)]).toEqual(['409 staff_user_taken', '409 staff_user_taken']);
});

test('nobody changes by whom they are known to the auth service', async () => {
  const own = await shop.person([{ role: 'manager', outlets: [shop.outletId] }], { userId: 'auth0|local' });
  const pin = await shop.giveFirstPin(own);
  const first = await shop.token(till, own, pin);
  await till.call('POST', '/staff/me/pin', { token: first, body: { current: pin, new: PIN }, withoutKey: true });
  token = await shop.token(till, own, PIN);
  for (const userId of ['auth0|of-somebody', null])
    expect(told(await asManager('PATCH', `/staff/${own}`, { userId }))).toBe('409 own_person');
  expect(told(await asManager('PATCH', `/staff/${own}`, { note: 'tall' }))).toBe('200');
});

test('who may do less does not lift the lock of who may do more', async () => {
  for (let tries = 0; tries < 5; tries += 1) await shop.signIn(till, owner, '40404041');
  const { body } = await shop.service.call('GET', `/sign-in/locks?personId=${owner}`);
  const path = `/sign-in/locks/${body.data[0].id as string}/lift`;
  expect(told(await asManager('POST', path, { reason: 'they asked' }))).toBe('403 rights_exceed_caller');
  expect(told(await shop.service.call('POST', path, { body: { reason: 'they asked' } }))).toBe('200');
});

test('a PIN that somebody else has set approves nothing before it was changed', async () => {
  const fresh = await shop.person([{ role: 'manager' }]);
  const pin = await shop.giveFirstPin(fresh);
  const act = { action: 'order.refund', targetId: randomUUID(), outletId: shop.outletId, reason: 'cold' };
  const amount = { amount: 500, currency: 'USD' };
  const approved = await asManager('POST', '/approvals/on-the-spot', { ...act, amount, approverId: fresh, pin });
  expect(approved).toMatchObject({ status: 403, body: { permission: 'approvals:grant' } });
});

test.each(['__proto__', 'constructor', 'hasown', 'owner', 'platform_super_admin'])(
  'no role is called %s to gain by it',
  async (code) => {
    const body = { code, name: 'Odd', permissions: ['orders:read'] };
    const made = await shop.service.call('POST', '/roles', { body });
    const shown = await shop.service.call('GET', `/roles/${code}`);
    if (made.status === 201) expect(shown.body).toMatchObject({ builtIn: false, permissions: ['orders:read'] });
    else expect(told(made)).toMatch(/^(?:400 validation_failed|409 role_built_in)$/);
  },
);

test.each(['constructor', '__proto__', 'toString', 'x'.repeat(300), '%00'])('there is no template %s', async (code) => {
  const answers = [
    await shop.service.call('GET', `/role-templates/${code}`),
    await shop.service.call('POST', `/role-templates/${code}/apply`),
  ];
  for (const { status } of answers) expect([400, 404, 405, 422]).toContain(status);
});

test('who acts for one outlet gives nothing, and sees nobody, beyond it', async () => {
  const elsewhere = await shop.person([{ role: 'cashier', outlets: [shop.otherOutletId] }]);
  const [here, there] = [[shop.outletId], [shop.otherOutletId]];
  const hired = async (assignment: object) =>
    told(await asManager('POST', '/staff', { displayName: 'New', assignments: [{ role: 'cashier', ...assignment }] }));
  expect(await hired({ outlets: here })).toBe('201');
  for (const wish of [
    { outlets: there },
    { outlets: [...here, ...there] },
    { outlets: null },
    {},
    { role: 'owner', outlets: here },
  ])
    expect(await hired(wish)).toBe('403 rights_exceed_caller');
  expect(told(await asManager('GET', `/staff/${elsewhere}`))).toBe('404 person_not_found');
  expect(told(await asManager('PATCH', `/staff/${elsewhere}`, { note: 'x' }))).toBe('404 person_not_found');
});

test('each attempt at more rights is told of, once', async () => {
  const body = { displayName: 'New', assignments: [{ role: 'owner', outlets: [shop.outletId] }] };
  const assignments = { assignments: [{ role: 'owner' }], reason: 'they asked' };
  const own = await shop.person([{ role: 'manager', outlets: [shop.outletId] }]);
  expect(told(await asManager('PUT', `/staff/${own}/assignments`, assignments))).toBe('403 rights_exceed_caller');
  expect(told(await asManager('POST', '/staff', body))).toBe('403 rights_exceed_caller');
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    await client.query('set row_security = off');
    const { rows } = await client.query<{ told: object }>(
      `select data as told from events where type = 'pos.access.refused' and data::text like $1`,
      [`%staff/${own}%`],
    );
    expect(rows).toMatchObject([{ told: { code: 'rights_exceed_caller', target: `staff/${own}` } }]);
  } finally {
    await client.end();
  }
});
