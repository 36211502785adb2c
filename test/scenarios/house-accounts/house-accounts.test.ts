import { randomUUID } from 'node:crypto';
import { encodeCursor } from '../../../src/platform/http/cursor.js';
import { HouseAccountShop, USD } from './house-account-shop.js';

const NOWHERE = '0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e';
const CARD = '4111 1111 1111 1111';
const reason = 'because of the test';

let shop: HouseAccountShop;
beforeAll(async () => void (shop = await HouseAccountShop.open()));
afterAll(async () => {
  expect(await shop.unsound()).toEqual([]);
  await shop.close();
});

test('an account is opened, bought on, paid, corrected, and its ledger tells all of it', async () => {
  const opened = await shop.call('POST', '', {
    ...{ number: 'd-1', name: 'Boulangerie', customerId: 'c-1', limit: USD(10000), termsDays: 14 },
    outletIds: [shop.outletId],
  });
  const { id } = opened.body;
  expect(opened).toMatchObject({ status: 201 });
  expect(opened.headers.get('location')).toMatch(new RegExp(`/house-accounts/${id}$`));
  expect(opened.body).toEqual({
    ...{ id: expect.any(String), number: 'D-1', name: 'Boulangerie', customerId: 'c-1', status: 'open' },
    ...{ statusReason: null, limit: USD(10000), balance: USD(0), available: USD(10000), termsDays: 14 },
    ...{ outletIds: [shop.outletId], openedAt: expect.any(String), version: 1 },
  });
  expect(await shop.charge(shop.purchase(' d-1', 2500))).toEqual({ accountId: id, number: 'D-1' });
  await shop.charge(shop.purchase(null, 500, { customerId: 'c-1' }));
  const paid = await shop.call('POST', `/${id}/payments`, {
    ...{ amount: USD(1000), tender: 'bank_transfer', reference: 'T-77' },
  });
  expect(paid).toMatchObject({
    status: 201,
    body: {
      account: { balance: USD(2000), version: 4 },
      entry: { number: 3, kind: 'payment', amount: USD(-1000), balance: USD(2000), tender: 'bank_transfer' },
    },
  });
  const adjusted = await shop.call('POST', `/${id}/adjust`, { amount: USD(50), reason: 'interest' });
  expect(adjusted).toMatchObject({ status: 200, body: { balance: USD(2050), available: USD(7950) } });
  expect(adjusted.headers.get('etag')).toBe('"5"');
  const page = await shop.call('GET', `/${id}/entries?limit=2`);
  expect(page.body.data).toMatchObject([
    { number: 4, kind: 'adjust', reason: 'interest', actor: expect.stringContaining('api-key:') },
    { number: 3, kind: 'payment', reference: 'T-77' },
  ]);
  const rest = await shop.call('GET', `/${id}/entries?cursor=${page.body.nextCursor}`);
  expect(rest.body).toMatchObject({ data: [{ number: 2, actor: 'user:till' }, { number: 1 }], nextCursor: null });
  expect((await shop.call('GET', `/${id}/entries?kind=payment`)).body.data).toHaveLength(1);
});

test('terms are changed with If-Match; blocked, unblocked, closed and opened again, each with its event', async () => {
  const { id, number } = await shop.account();
  const change = { name: 'Butcher', limit: USD(500), termsDays: 0, outletIds: null, reason };
  expect(await shop.call('PATCH', `/${id}`, change, { 'If-Match': '"7"' })).toMatchObject({ status: 412 });
  const changed = await shop.call('PATCH', `/${id}`, change, { 'If-Match': '"1"' });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Butcher', limit: USD(500), termsDays: 0, version: 2 } });
  expect(await shop.call('PATCH', `/${id}`, { reason })).toMatchObject({ status: 400 });
  expect((await shop.call('POST', `/${id}/block`, { reason })).body).toMatchObject({
    status: 'blocked',
    statusReason: reason,
  });
  expect(await shop.outcome(shop.charge(shop.purchase(number, 1)))).toBe('house_account_blocked');
  expect((await shop.call('POST', `/${id}/unblock`, { reason })).body).toMatchObject({ status: 'open' });
  await shop.charge(shop.purchase(number, 500));
  expect(await shop.call('POST', `/${id}/close`, { reason })).toMatchObject({
    status: 409,
    body: { code: 'house_account_not_settled', detail: 'USD 5.00 is owed on it. It can be closed at zero.' },
  });
  await shop.call('POST', `/${id}/payments`, { amount: USD(500), tender: 'card' });
  expect((await shop.call('POST', `/${id}/close`, { reason })).body).toMatchObject({ status: 'closed' });
  expect(await shop.outcome(shop.charge(shop.purchase(number, 1)))).toBe('house_account_closed');
  expect((await shop.call('POST', `/${id}/reopen`, { reason })).body).toMatchObject({ status: 'open' });
  const { rows } = await shop.owner.query(
    'select type, sequence, data from events where aggregate_id = $1 order by sequence',
    [id],
  );
  expect(rows).toMatchObject([
    { type: 'pos.house_account.opened', sequence: 1 },
    { type: 'pos.house_account.changed', data: { before: { name: 'Baker', limit: USD(10000) }, reason } },
    { type: 'pos.house_account.blocked', data: { before: { status: 'open' }, reason } },
    { type: 'pos.house_account.unblocked', data: { before: { status: 'blocked' }, reason } },
    { type: 'pos.house_account.charged', data: { movement: { before: USD(0), amount: USD(500) } } },
    { type: 'pos.house_account.paid', data: { movement: { before: USD(500), amount: USD(-500) } } },
    { type: 'pos.house_account.closed', sequence: 7 },
    { type: 'pos.house_account.reopened', sequence: 8, data: { before: { status: 'closed' } } },
  ]);
});

test('a customer has one open account in a currency', async () => {
  const first = await shop.account({ customerId: 'c-2' });
  const second = { number: 'c-2-second', name: 'n', customerId: 'c-2', limit: USD(1) };
  expect(await shop.call('POST', '', second)).toMatchObject({ body: { code: 'house_account_customer_taken' } });
  await shop.call('POST', `/${first.id}/close`, { reason });
  expect(await shop.call('POST', '', second)).toMatchObject({ status: 201 });
  const again = await shop.call('POST', `/${first.id}/reopen`, { reason });
  expect(again).toMatchObject({ status: 409, body: { code: 'house_account_customer_taken' } });
});

test('what is refunded after it was paid is owed to the customer, also on a closed account', async () => {
  const { id, number } = await shop.account();
  const purchase = shop.purchase(number, 800);
  await shop.charge(purchase);
  await shop.call('POST', `/${id}/payments`, { amount: USD(800), tender: 'card' });
  await shop.call('POST', `/${id}/close`, { reason });
  await shop.giveBack(purchase, 300);
  expect((await shop.call('GET', `/${id}`)).body).toMatchObject({ status: 'closed', balance: USD(-300) });
  const { body } = await shop.call('POST', `/${id}/adjust`, { amount: USD(300), reason: 'paid out' });
  expect(body).toMatchObject({ status: 'closed', balance: USD(0) });
});

test('a statement opens, lists, closes, and says how old the debt is; as JSON and as CSV', async () => {
  const { id, number } = await shop.account({ termsDays: 45 });
  await shop.charge(shop.purchase(number, 3000));
  await shop.charge(shop.purchase(number, 2000));
  await shop.call('POST', `/${id}/payments`, { amount: USD(1000), tender: 'card', reference: '=1+1' });
  await shop.call('POST', `/${id}/adjust`, { amount: USD(100), reason: 'a "small" one' });
  await backdate(id, [100, 40, 5, 0]);
  const { body } = await shop.call('GET', `/${id}/statement?from=${daysAgo(50)}`);
  expect(body).toMatchObject({
    ...{ opening: USD(3000), charged: USD(2000), refunded: USD(0), paid: USD(-1000), adjusted: USD(100) },
    closing: USD(4100),
    ageing: {
      ...{ days0To30: USD(100), days31To60: USD(2000), days61To90: USD(0), over90: USD(2000), overdue: USD(2000) },
    },
  });
  expect(body.entries).toHaveLength(3);
  const past = await shop.call('GET', `/${id}/statement?to=${daysAgo(20)}`);
  expect(past.body).toMatchObject({
    ...{ from: null, opening: USD(0), closing: USD(5000), paid: USD(0) },
    ageing: { days0To30: USD(2000), days61To90: USD(3000), overdue: USD(3000) },
  });
  const csv = await shop.call('GET', `/${id}/statement?from=${daysAgo(50)}`, undefined, { Accept: 'text/csv' });
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="statement-D-[0-9A-F]{8}-.*\.csv"$/);
  const lines = csv.text.split('\r\n').map((line) => line.split(',').slice(1).join(','));
  expect(lines).toEqual([
    'kind,amount,balance,currency,tender,reference,reason,orderId',
    'opening,,30.00,USD,,,,',
    expect.stringMatching(/^charge,20\.00,50\.00,USD,,,,[0-9a-f-]{36}$/),
    `payment,-10.00,40.00,USD,card,"'=1+1",,`,
    'adjust,1.00,41.00,USD,,,"a ""small"" one",',
    'closing,,41.00,USD,,,,',
    '',
  ]);
  const backwards = await shop.call('GET', `/${id}/statement?from=${daysAgo(1)}&to=${daysAgo(2)}`);
  expect(backwards).toMatchObject({ status: 422, body: { code: 'house_account_statement_invalid' } });
});

test('accounts are listed, filtered, paged, and summed by currency', async () => {
  const tenant = await shop.service.createTenant();
  const call = (method: string, path: string, body?: object) =>
    shop.service.call(method, `/house-accounts${path}`, { tenant, ...(body !== undefined && { body }) });
  for (const [number, name] of Object.entries({ 'X-1': '50% off', 'X-2': 'Second', 'Y-3': 'Third' }))
    await call('POST', '', { number, name, limit: USD(100) });
  const euros = { number: 'E-4', name: 'Euro', limit: { amount: 700, currency: 'EUR' } };
  const { body: account } = await call('POST', '', euros);
  await call('POST', `/${account.id}/adjust`, { amount: { amount: 250, currency: 'EUR' }, reason });
  const numbers = async (query: string): Promise<string[]> =>
    (await call('GET', query)).body.data.map(({ number }: { number: string }) => number);
  expect(await numbers('')).toEqual(['E-4', 'Y-3', 'X-2', 'X-1']);
  expect(await numbers('?q=x-')).toEqual(['X-2', 'X-1']);
  expect(await numbers('?q=0%25')).toEqual(['X-1']);
  expect(await numbers('?number=y-3')).toEqual(['Y-3']);
  expect(await numbers('?owing=true')).toEqual(['E-4']);
  expect(await numbers('?status=blocked')).toEqual([]);
  const page = await call('GET', '?limit=3');
  expect(page.body.data).toHaveLength(3);
  expect(await numbers(`?limit=3&cursor=${page.body.nextCursor}`)).toEqual(['X-1']);
  expect((await call('GET', '/balances')).body.data).toEqual([
    {
      ...{ currency: 'EUR', accounts: 1, owed: { amount: 250, currency: 'EUR' } },
      ...{ credit: { amount: 0, currency: 'EUR' }, limits: { amount: 700, currency: 'EUR' } },
    },
    { currency: 'USD', accounts: 0, owed: USD(0), credit: USD(0), limits: USD(300) },
  ]);
});

test('whoever is bound to outlets sees and opens accounts of these', async () => {
  const elsewhere = await shop.service.call('POST', '/outlets', {
    body: { name: 'Other', timeZone: 'UTC', receiptPrefix: 'O', currency: 'USD' },
  });
  const token = await shop.service.createKey(shop.service.tenant, {
    permissions: ['house_accounts:read', 'house_accounts:manage'],
    outlets: [shop.outletId],
  });
  const bound = (method: string, path: string, body?: object) =>
    shop.service.call(method, `/house-accounts${path}`, { token, ...(body !== undefined && { body }) });
  const theirs = await shop.account({ outletIds: [elsewhere.body.id] });
  const ours = await shop.account({ outletIds: [shop.outletId] });
  expect(await bound('GET', `/${theirs.id}`)).toMatchObject({ status: 404 });
  expect(await bound('POST', `/${theirs.id}/block`, { reason })).toMatchObject({ status: 404 });
  expect(await bound('GET', `/${ours.id}`)).toMatchObject({ status: 200 });
  const wish = { number: 'bound', name: 'n', limit: USD(1) };
  for (const outletIds of [undefined, null, [elsewhere.body.id]])
    expect(await bound('POST', '', { ...wish, outletIds })).toMatchObject({
      status: 422,
      body: { code: 'house_account_outlets_invalid' },
    });
  expect(await bound('POST', '', { ...wish, outletIds: [shop.outletId] })).toMatchObject({ status: 201 });
  expect(await shop.outcome(shop.charge(shop.purchase(theirs.number, 1)))).toBe('house_account_unknown');
});

test('cash goes into a drawer, or is taken at an outlet that keeps none', async () => {
  const { id, number } = await shop.account();
  await shop.charge(shop.purchase(number, 1000));
  const pay = (more: object) => shop.call('POST', `/${id}/payments`, { amount: USD(100), tender: 'cash', ...more });
  expect(await pay({})).toMatchObject({ status: 422, body: { code: 'house_account_drawer_needed' } });
  expect(await pay({ outletId: NOWHERE })).toMatchObject({ body: { code: 'house_account_outlets_invalid' } });
  const card = { tender: 'card', drawerSessionId: NOWHERE };
  expect(await pay(card)).toMatchObject({ status: 422, body: { code: 'house_account_drawer_needed' } });
  expect(await pay({ drawerSessionId: NOWHERE })).toMatchObject({ body: { code: 'drawer_session_not_found' } });
  expect((await shop.call('GET', `/${id}`)).body).toMatchObject({ balance: USD(1000) });
  expect(await pay({ outletId: shop.outletId })).toMatchObject({ status: 201 });
  const drawer = await shop.done('POST', '/drawers', { outletId: shop.outletId, name: 'Till' });
  const session = await shop.done('POST', `/drawers/${drawer.id}/sessions`, { float: USD(5000) });
  await shop.done('PUT', `/outlets/${shop.outletId}/drawer-policy`, { sessionRequired: true });
  expect(await pay({ outletId: shop.outletId })).toMatchObject({ body: { code: 'house_account_drawer_needed' } });
  const paid = await pay({ drawerSessionId: session.id });
  expect(paid).toMatchObject({
    status: 201,
    body: { entry: { drawerSessionId: session.id, outletId: shop.outletId }, account: { balance: USD(800) } },
  });
  const { rows } = await shop.owner.query(
    `select kind, amount::integer, category from drawer_entries where session_id = $1 order by at, id`,
    [session.id],
  );
  expect(rows).toEqual([
    { kind: 'float', amount: 5000, category: null },
    { kind: 'paid_in', amount: 100, category: 'account_payment' },
  ]);
  const tooMuch = await pay({ amount: USD(801), drawerSessionId: session.id });
  expect(tooMuch).toMatchObject({ status: 422, body: { code: 'house_account_payment_too_high' } });
  const books = await shop.service.call('GET', '/invariants');
  expect(books.body).toMatchObject({ violations: 0 });
});

test.each<[string, string, string, object | undefined, number, string]>([
  ['an id that leads nowhere', 'GET', `/${NOWHERE}`, undefined, 404, 'house_account_not_found'],
  ['a statement of nothing', 'GET', `/${NOWHERE}/statement`, undefined, 404, 'house_account_not_found'],
  ['entries of nothing', 'GET', `/${NOWHERE}/entries`, undefined, 404, 'house_account_not_found'],
  ['a forged cursor', 'GET', `/${NOWHERE}/entries?cursor=${encodeCursor([1.5])}`, undefined, 400, 'cursor_invalid'],
  ['a NUL', 'GET', '?q=%00', undefined, 400, 'validation_failed'],
  ['a number with signs', 'POST', '', { number: 'a_b' }, 422, 'house_account_number_invalid'],
  ['a payment card as a number', 'POST', '', { number: CARD }, 422, 'card_data_not_allowed'],
  ['a payment card in the name', 'POST', '', { name: `of ${CARD}` }, 422, 'card_data_not_allowed'],
  ['a limit below zero', 'POST', '', { limit: USD(-1) }, 400, 'validation_failed'],
  ['a currency that is none', 'POST', '', { limit: { amount: 1, currency: 'XXQ' } }, 422, 'unknown_currency'],
  ['an outlet that is none', 'POST', '', { outletIds: [NOWHERE] }, 422, 'house_account_outlets_invalid'],
])('%s', async (_, method, path, more, status, code) => {
  const body = more && { number: randomUUID().slice(0, 8), name: 'n', limit: USD(1), ...more };
  expect(await shop.call(method, path, body)).toMatchObject({ status, body: { code } });
});

test('the same id and body again is the first answer; another body is refused', async () => {
  const body = { id: randomUUID(), number: 'twice', name: 'n', limit: USD(1) };
  const first = await shop.call('POST', '', body);
  expect(await shop.call('POST', '', { ...body, name: 'other' })).toMatchObject({
    status: 409,
    body: { code: 'house_account_id_taken' },
  });
  expect(first.status).toBe(201);
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

/** Entries are never changed; the test makes them old as the superuser. */
async function backdate(accountId: string, days: readonly number[]): Promise<void> {
  for (const [index, ago] of days.entries())
    await shop.owner.query(
      `update house_account_entries set occurred_at = now() - make_interval(days => $3, secs => 60)
        where tenant_id = $4 and account_id = $1 and number = $2`,
      [accountId, index + 1, ago, shop.service.tenant.id],
    );
}
