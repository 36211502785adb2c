import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openShop, type Shop } from '../../faults/shop.js';
import { startService, type Answer, type TestService } from '../../harness/service.js';
import { posctl } from '../../../src/posctl/posctl.examples.js';

const USD = (amount: number) => ({ amount, currency: 'USD' });

let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
  await trade();
});
afterAll(() => service.close());

const outletId = (): string => shop.outlets[0].id;
const check = (query = '', token?: string): Promise<Answer> =>
  service.call('GET', `/invariants${query}`, { ...(token !== undefined && { token }) });

/** Sales of every kind that needs no provider: change, tips, discounts, part payments, gift cards, accounts, refunds, voids. */
async function trade(): Promise<void> {
  await done('PATCH', `/outlets/${outletId()}`, { tenders: ['cash', 'card', 'gift_card', 'house_account'] });
  const lines = [{ sku: 'coffee', quantity: '2' }, { sku: 'poster' }, { sku: 'bananas', quantity: '0.482' }];
  const cash = { tender: 'cash', amount: USD(20000) };
  const sold = await done('POST', '/orders', { outletId: outletId(), lines, payments: [cash], complete: true });
  const line = sold.lines[0].id as string;
  await done('POST', `/orders/${sold.id}/refunds`, { lines: [{ lineId: line, quantity: '1' }], reason: 'cold' });
  await done('POST', `/orders/${sold.id}/refunds`, { amount: USD(333), reason: 'late' });
  const past = { placedAt: '2026-01-05T09:00:00Z', lines, payments: [cash], complete: true };
  await done('POST', '/orders', { outletId: outletId(), ...past });
  const open = await done('POST', '/orders', { outletId: outletId(), lines: [{ sku: 'juice', quantity: '3' }] });
  await done('POST', `/orders/${open.id}/payments`, { tender: 'card', amount: USD(500) });
  const cards = await done('POST', '/gift-cards', {
    ...{ kind: 'gift_card', currency: 'USD', amount: USD(5000), activateBecause: 'test' },
  });
  const giftCard = { code: cards.cards[0].code as string };
  await done('POST', `/orders/${open.id}/payments`, { tender: 'gift_card', amount: USD(300), giftCard });
  await done('POST', `/orders/${open.id}/payments`, { tender: 'cash', amount: USD(2000) });
  await done('POST', `/orders/${open.id}/complete`);
  await done('POST', `/orders/${open.id}/refunds`, { amount: USD(1000), reason: 'broken' });
  const left = await done('POST', '/orders', { outletId: outletId(), lines: [{ sku: 'coffee' }] });
  await done('POST', `/orders/${left.id}/void`, { reason: 'left' });
  await tradeWithDrawer();
}

/** Sales into a drawer, with change, on account, refunded and returned in cash; the drawer is closed 1.00 short. */
async function tradeWithDrawer(): Promise<void> {
  const account = await done('POST', '/house-accounts', { number: 'D-1', name: 'Baker', limit: USD(10000) });
  const drawer = await done('POST', '/drawers', { outletId: outletId(), name: 'Till' });
  const session = await done('POST', `/drawers/${drawer.id}/sessions`, { float: USD(10000) });
  const at = { outletId: outletId(), drawerSessionId: session.id };
  const lines = [{ sku: 'juice', quantity: '2' }];
  const cash = { tender: 'cash', amount: USD(2000) };
  const onAccount = { tender: 'house_account', amount: USD(400), houseAccount: { account: 'D-1' } };
  const sold = await done('POST', '/orders', { ...at, lines, payments: [onAccount, cash], complete: true });
  const drawerSessionId = session.id as string;
  await done('POST', `/house-accounts/${account.id}/payments`, { tender: 'cash', amount: USD(30), drawerSessionId });
  await done('POST', `/orders/${sold.id}/refunds`, { amount: USD(700), reason: 'sour', drawerSessionId });
  const open = await done('POST', '/orders', { ...at, lines, payments: [{ tender: 'cash', amount: USD(500) }] });
  const back = `/orders/${open.id}/payments/${open.payments[0].id}/return`;
  await done('POST', back, { reason: 'changed their mind', drawerSessionId });
  await done('POST', `/drawer-sessions/${session.id}/skims`, { amount: USD(1000), reason: 'to the safe' });
  await done('POST', `/drawer-sessions/${session.id}/count`);
  const { expected } = await done('GET', `/drawer-sessions/${session.id}`);
  await done('POST', `/drawer-sessions/${session.id}/close`, { counted: USD(expected.amount - 100) });
}

async function done(method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, { ...(body !== undefined && { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

test('after a day of trade no rule is broken, and it says what was looked at', async () => {
  const { status, body } = await check();
  expect(body.invariants.flatMap(({ examples }: { examples: object[] }) => examples)).toEqual([]);
  expect({ status, violations: body.violations }).toEqual({ status: 200, violations: 0 });
  const checked = Object.fromEntries(
    body.invariants.map((one: { code: string; checked: number }) => [one.code, one.checked]),
  );
  expect(checked).toMatchObject({
    ...{ drawer_count: 1, payment_returns: 1, ledger_payments: 2, house_accounts: 1 },
    ...{ order_totals: 6, order_settled: 6, day_money: 2, refund_parts: 4, gift_cards: 1 },
  });
  expect(new Date(body.checkedAt).getTime()).not.toBeNaN();
});

test('days and outlets bound it; what cannot be asked is refused', async () => {
  const count = async (query: string): Promise<number> =>
    (await check(query)).body.invariants.find(({ code }: { code: string }) => code === 'order_totals').checked;
  expect(await count('?from=2026-01-05&to=2026-01-06')).toBe(1);
  expect(await count('?from=2026-01-06')).toBe(5);
  expect(await count(`?outletId=${outletId()}`)).toBe(6);
  expect(await check('?from=2026-01-06&to=2026-01-06')).toMatchObject({ body: { code: 'report_period_empty' } });
  expect(await check('?from=2026-02-30')).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  expect(await check(`?outletId=${randomUUID()}`)).toMatchObject({ body: { code: 'report_outlet_not_found' } });
});

test('who may not look is told which permission is missing; who is bound to outlets sees theirs; tenants see themselves', async () => {
  const blind = await service.createKey(service.tenant, { permissions: ['orders:read'] });
  expect(await check('', blind)).toMatchObject({ status: 403, body: { permission: 'invariants:read' } });
  const other = await done('POST', '/outlets', { name: 'Other', timeZone: 'UTC', receiptPrefix: 'O', currency: 'USD' });
  const bound = await service.createKey(service.tenant, { permissions: ['invariants:read'], outlets: [other.id] });
  expect((await check('', bound)).body.invariants[0]).toMatchObject({ code: 'order_totals', checked: 0 });
  expect(await check(`?outletId=${outletId()}`, bound)).toMatchObject({ status: 404 });
  const stranger = await service.createTenant();
  const theirs = await service.call('GET', '/invariants', { tenant: stranger });
  expect(theirs.body.invariants.every(({ checked }: { checked: number }) => checked === 0)).toBe(true);
});

test('doctor has a line for each rule, and fails with cause and fix where one is broken', async () => {
  const environment = {
    ...{ POS_URL: service.baseUrl, POS_TENANT: service.tenant.slug, POS_API_KEY: service.tenant.apiKey },
  };
  const money = async (): Promise<{ check: string; state: string; found: string; fix?: string }[]> => {
    const { out } = await posctl(['doctor', '--json'], environment);
    const findings = JSON.parse(out) as { check: string; state: string; found: string; fix?: string }[];
    return findings.filter(({ check: name }) => name.startsWith('money'));
  };
  const sound = await money();
  expect(sound).toHaveLength(20);
  expect(sound.filter(({ state }) => state !== 'ok')).toEqual([]);
  await corrupt('update pos_orders set tip = tip + 1 where tenant_id = $1 and status = $2', [
    service.tenant.id,
    'voided',
  ]);
  expect((await money()).filter(({ state }) => state !== 'ok')).toEqual([
    {
      ...{ check: 'money order_totals', state: 'fail', fix: expect.stringContaining('/events') },
      found: expect.stringMatching(/^broken by 1 of 5: .*; order [0-9a-f-]{36}: expected \d+, is \d+$/),
    },
  ]);
});

async function corrupt(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  await client.query(text, values);
  await client.end();
}
