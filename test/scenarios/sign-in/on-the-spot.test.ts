import { randomUUID } from 'node:crypto';
import { startAuthService, type AuthService } from '../../harness/auth-service.js';
import type { Answer } from '../../harness/service.js';
import type { TestDevice } from '../../harness/test-device.js';
import { outcomeOf, TwoInstances, type Asking, type Instance } from './two-instances.js';

// A manager's PIN at the cashier's till stands for one act, once, for two minutes, and never for their own (GUARANTEES G11).

jest.setTimeout(240_000);

const USD = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'USD' });
const PIN = '83915264';
const MANAGER_PIN = '57208341';
const reason = 'cold coffee';

let auth: AuthService;
let shop: TwoInstances;
let desk: TestDevice;
let till: TestDevice;
let cashier: string;
let manager: string;
let token: string;

beforeAll(async () => {
  auth = await startAuthService();
  shop = await TwoInstances.open({ OIDC_ISSUER: auth.issuer });
  desk = await shop.link({ name: 'Desk' });
  cashier = await shop.hire('cashier', PIN, desk);
  manager = await shop.hire('manager', MANAGER_PIN, desk);
  const tea = { sku: 'tea', name: 'Tea', unit: 'each', active: true, category: 'Drinks', taxCategory: 'none' };
  await shop.done('POST', '/catalog/items', { ...tea, price: USD(1000) });
});
afterAll(async () => {
  await shop.close();
  await auth.close();
});
beforeEach(async () => {
  shop.nextNoon();
  till = await shop.link();
  token = await shop.token(till, cashier, PIN);
});

const ask = (method: string, path: string, body?: object, more: Asking = {}): Promise<Answer> =>
  shop.ask(till, method, path, { token, ...(body && { body }), ...more });

/** A tea that was sold and paid by the cashier. */
async function sold(): Promise<string> {
  const payments = [{ tender: 'cash', amount: USD(1000) }];
  const sale = { outletId: shop.outletId, lines: [{ sku: 'tea' }], payments, complete: true };
  const { status, text, body } = await ask('POST', '/orders', sale);
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

const approve = (targetId: string, wish: object = {}, more: Asking = {}): Promise<Answer> => {
  const act = { action: 'order.refund', targetId, outletId: shop.outletId, amount: USD(500), reason };
  return ask('POST', '/approvals/on-the-spot', { ...act, approverId: manager, pin: MANAGER_PIN, ...wish }, more);
};
const refund = (orderId: string, approvalId: string | undefined, amount = 500, at: Instance = 'one') => {
  const body = { amount: USD(amount), reason, ...(approvalId !== undefined && { approvalId }) };
  return ask('POST', `/orders/${orderId}/refunds`, body, { at });
};
const whyOf = ({ body }: Answer): string => (body?.approval?.why as string | undefined) ?? String(body?.code);

test('a cashier may not refund, and with the PIN of a manager may once', async () => {
  const orderId = await sold();
  expect(outcomeOf(await refund(orderId, undefined))).toBe('permission_missing');
  const { id } = (await approve(orderId)).body as { id: string };
  expect((await refund(orderId, id)).status).toBe(201);
  expect(whyOf(await refund(orderId, id))).toBe('used');
  // Approving signs nobody in: the till is still the cashier's.
  expect((await ask('GET', '/sessions/current')).body).toMatchObject({ personId: cashier });
  expect(outcomeOf(await ask('GET', '/sessions'))).toBe('permission_missing');
});

test('it is bound to its target, its act and its amount', async () => {
  const [orderId, other] = [await sold(), await sold()];
  const { id } = (await approve(orderId)).body as { id: string };
  expect(whyOf(await refund(other, id))).toBe('other_target');
  expect(whyOf(await refund(orderId, id, 501))).toBe('amount_too_high');
  const voided = await ask('POST', `/orders/${orderId}/void`, { reason, approvalId: id });
  expect(voided.status).toBeGreaterThanOrEqual(400);
  expect((await refund(orderId, id, 499)).status).toBe(201);
});

test('it is bound to the cashier for whom it was given', async () => {
  const orderId = await sold();
  const { id } = (await approve(orderId)).body as { id: string };
  const colleague = await shop.hire('cashier', PIN, desk);
  token = await shop.token(till, colleague, PIN);
  const answer = await refund(orderId, id);
  expect([answer.status, answer.body.code]).toEqual([expect.any(Number), 'approval_invalid']);
});

test('two who use it at the same time, at two instances, have one refund', async () => {
  const orderId = await sold();
  const { id } = (await approve(orderId)).body as { id: string };
  const answers = await Promise.all([0, 1, 2, 3].map((n) => refund(orderId, id, 100, n % 2 === 0 ? 'one' : 'other')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const order = (await shop.done('GET', `/orders/${orderId}`)) as { refunds: unknown[] };
  expect(order.refunds).toHaveLength(1);
});

test('it is good for two minutes', async () => {
  const orderId = await sold();
  const [first, second] = [await approve(orderId), await approve(orderId)].map(({ body }) => body.id as string);
  shop.pass(119);
  expect((await refund(orderId, first)).status).toBe(201);
  shop.pass(1);
  expect(whyOf(await refund(orderId, second))).toBe('expired');
});

test('wrong PINs count for the manager on this till, and for the till, as those of signing in do', async () => {
  const orderId = await sold();
  for (let index = 0; index < 5; index += 1)
    expect(outcomeOf(await approve(orderId, { pin: '60427915' }, { at: index % 2 === 0 ? 'one' : 'other' }))).toBe(
      'credentials_refused',
    );
  expect(outcomeOf(await approve(orderId))).toBe('sign_in_locked');
  expect(outcomeOf(await shop.signIn(till, manager, MANAGER_PIN, 'other'))).toBe('sign_in_locked');
  expect(outcomeOf(await shop.signIn(desk, manager, MANAGER_PIN))).toBe(201);
  for (let index = 0; index < 5; index += 1)
    expect(outcomeOf(await approve(orderId, { approverId: randomUUID() }))).toBe('credentials_refused');
  expect(outcomeOf(await shop.signIn(till, cashier, PIN))).toBe('sign_in_locked');
  expect((await shop.rows('select 1 from approvals where target_id = $1', [orderId])).length).toBe(0);
});

describe('nobody stands for themselves', () => {
  let ada: string;
  beforeAll(async () => {
    ada = await shop.hire('manager', MANAGER_PIN, desk, { userId: 'ada' });
  });
  const byAuthService = (roles: readonly string[] = []): Promise<string> =>
    auth.forge({ sub: 'ada', tenant: shop.service.tenant.slug, roles }, { expiresInSeconds: 90 * 86_400 });

  test('signed in by PIN', async () => {
    const orderId = await sold();
    token = await shop.token(till, manager, MANAGER_PIN);
    expect(outcomeOf(await approve(orderId))).toBe('approval_of_own_act');
  });

  test('signed in at the till by the auth service, and then by PIN', async () => {
    const orderId = await sold();
    const body = { method: 'oauth', accessToken: await byAuthService() };
    const signedIn = await shop.ask(till, 'POST', '/sessions', { body });
    expect(signedIn.body).toMatchObject({ session: { personId: ada, actor: 'user:ada' } });
    token = signedIn.body.token as string;
    expect(outcomeOf(await approve(orderId, { approverId: ada }))).toBe('approval_of_own_act');
    expect((await approve(orderId)).status).toBe(201);
  });

  test('asked at the till by PIN, and granted in the office by the auth service', async () => {
    const orderId = await sold();
    token = await shop.token(till, ada, MANAGER_PIN);
    const act = { action: 'order.refund', targetId: orderId, outletId: shop.outletId, amount: USD(500), reason };
    const asked = await ask('POST', '/approvals', act);
    expect(asked.body).toMatchObject({ status: 'asked', askedBy: 'user:ada' });
    const office = await byAuthService(['manager']);
    const granted = await shop.service.call('POST', `/approvals/${asked.body.id}/grant`, { token: office, body: {} });
    expect(outcomeOf(granted)).toBe('approval_of_own_act');
  });

  test('asked before they were linked to their user, and granted as that user: nobody can use it', async () => {
    const orderId = await sold();
    const late = await shop.hire('supervisor', MANAGER_PIN, desk);
    token = await shop.token(till, late, MANAGER_PIN);
    await shop.done('PUT', '/approval-rules/order.refund', { secondPerson: 'always' });
    const act = { action: 'order.refund', targetId: orderId, outletId: shop.outletId, amount: USD(500), reason };
    const asked = await ask('POST', '/approvals', act);
    expect(asked.status).toBe(201);
    await shop.done('PATCH', `/staff/${late}`, { userId: 'late' });
    const claims = { sub: 'late', tenant: shop.service.tenant.slug, roles: ['manager'] };
    const office = await auth.forge(claims, { expiresInSeconds: 90 * 86_400 });
    await shop.service.call('POST', `/approvals/${asked.body.id}/grant`, { token: office, body: {} });
    expect(outcomeOf(await refund(orderId, asked.body.id as string))).toBe('approval_invalid');
  });
});
