import { randomUUID } from 'node:crypto';
import type { Answer } from '../../../../../test/harness/service.js';
import { TillShop, type Till, type Worker } from '../../../../../test/harness/till-shop.js';
import type { RequestContext } from '../../../../kernel/context.js';
import { Refusal } from '../../../../kernel/refusal.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { ApprovalsFacade, type Act } from '../../index.js';

const USD = (amount: number) => ({ amount, currency: 'USD' });
const TARGET = randomUUID();

let shop: TillShop;
let till: Till;
let cashier: Worker;
let manager: Worker;
let token: string;

beforeAll(async () => {
  shop = await TillShop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  shop.nextNoon();
  till = shop.till();
  cashier = shop.hire();
  manager = shop.hire({ pin: '8264', roles: ['manager'] });
  token = await shop.token(till, cashier);
});

function approve(wish: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const body = {
    ...{ action: 'order.refund', targetId: TARGET, outletId: shop.outletId, amount: USD(500), reason: 'cold' },
    ...{ approverId: manager.id, pin: '8264', ...wish },
  };
  const all = { 'POS-Device-Secret': till.secret, ...headers };
  return shop.service.call('POST', '/approvals/on-the-spot', { token, body, headers: all });
}

/** The cashier does what was approved. */
async function refund(approvalId: string, wish: Partial<Act> = {}): Promise<string> {
  const { container } = shop.service.api;
  const { id: tenantId, slug: tenantSlug } = shop.service.tenant;
  const principal = { kind: 'user', id: cashier.id, permissions: new Set<string>(), test: false } as const;
  const context: RequestContext = { tenantId, tenantSlug, principal, requestId: 'test', at: shop.now };
  const act: Act = {
    ...{ action: 'order.refund', permission: 'orders:refund', targetId: TARGET, outletId: shop.outletId },
    ...{ amount: USD(500), reason: 'cold', approvalId, ...wish },
  };
  try {
    const { approvedBy } = await container
      .get(TRANSACTOR)
      .run(context, (tx) => container.get(ApprovalsFacade).authorise(tx, context, act));
    return approvedBy ?? 'nobody';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return String(error.facts['why'] ?? error.code);
  }
}

test('a manager stands for the act by entering their PIN at the till, for two minutes', async () => {
  const { status, body } = await approve();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ status: 'granted', askedBy: `user:${cashier.id}`, decidedBy: `user:${manager.id}` },
    expiresAt: new Date(shop.now.getTime() + 120_000).toISOString(),
  });
  expect(JSON.stringify(body)).not.toContain('8264');
  shop.pass(119);
  expect(await refund(body.id as string)).toBe(`user:${manager.id}`);
  expect(await refund(body.id as string)).toBe('used');
});

test.each<[string, Partial<Act>]>([
  ['other_target', { targetId: 'another' }],
  ['other_action', { action: 'order.void' }],
  ['amount_too_high', { amount: USD(501) }],
])('it is bound to its act: %s', async (why, act) => {
  expect(await refund((await approve()).body.id as string, act)).toBe(why);
});

test('it is used once, by however many at once, and not after two minutes', async () => {
  const { id } = (await approve()).body;
  const used = await Promise.all([1, 2, 3, 4].map(() => refund(id as string)));
  expect(used.sort()).toEqual(['used', 'used', 'used', `user:${manager.id}`]);
  const late = (await approve()).body.id as string;
  shop.pass(120);
  expect(await refund(late)).toBe('expired');
});

test('a wrong PIN is refused and counted, and nothing else is stored', async () => {
  const key = { 'Idempotency-Key': randomUUID() };
  for (let index = 0; index < 5; index += 1) {
    const answer = await approve({ pin: '0000' }, key);
    expect(answer).toMatchObject({ status: 401, body: { code: 'credentials_refused' } });
  }
  expect(await approve({}, key)).toMatchObject({ status: 423, body: { code: 'sign_in_locked' } });
  expect((await shop.signIn(till, manager, '8264')).status).toBe(423);
  const { body } = await shop.service.call('GET', `/approvals?askedBy=user:${cashier.id}`);
  expect(body.data).toEqual([]);
  shop.pass(30);
  expect((await approve({}, key)).status).toBe(201);
});

test('repeated under its key it is the same approval, whatever PIN comes along that is right', async () => {
  const key = { 'Idempotency-Key': randomUUID() };
  const first = await approve({}, key);
  manager.pin = '5937';
  const again = await approve({ pin: '5937' }, key);
  expect(again.body).toEqual(first.body);
  const rows = await shop.sql('select fingerprint, body from idempotency_keys where key = $1', [
    key['Idempotency-Key'],
  ]);
  expect(rows).toHaveLength(1);
  expect((await approve({ reason: 'another', pin: '5937' }, key)).body.code).toBe('idempotency_key_reused');
});

test('nobody stands for themselves', async () => {
  cashier.roles = ['manager'];
  const { status, body } = await approve({ approverId: cashier.id, pin: '4711' });
  expect([status, body.code]).toEqual([409, 'approval_of_own_act']);
});

test.each([
  ['cashier', 'order.refund', 'approvals:grant'],
  ['supervisor', 'order.comp', 'orders:comp'],
])('a %s cannot stand for %s: %s', async (role, action, permission) => {
  const other = shop.hire({ roles: [role] });
  const { status, body } = await approve({ approverId: other.id, pin: '4711', action });
  expect([status, body.code, body.permission]).toEqual([403, 'permission_missing', permission]);
});

test('somebody who is not there looks like a wrong PIN, and another outlet like none', async () => {
  expect((await approve({ approverId: randomUUID() })).body.code).toBe('credentials_refused');
  expect((await approve({ outletId: randomUUID() })).body.code).toBe('outlet_not_found');
});

test('without a device nobody enters a PIN', async () => {
  token = shop.service.tenant.apiKey;
  expect((await approve()).body.code).toBe('device_required');
});
