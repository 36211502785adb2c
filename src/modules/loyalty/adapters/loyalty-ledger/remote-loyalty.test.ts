import { randomUUID } from 'node:crypto';
import type { Trouble } from '../../../../clients/loyalty-ledger/loyalty-ledger-double.examples.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { LoyaltyFacade } from '../../application/loyalty-facade.js';
import { HASTY, LoyalShop, USD } from './remote-loyalty.examples.js';

// Points that a sibling keeps: its ledger has each movement exactly once, whatever happens on the way (GUARANTEES G2).

jest.setTimeout(120_000);

let shop: LoyalShop;
beforeAll(async () => {
  shop = await LoyalShop.open();
  shop.ledger.lateMs = 600_000; // longer than anybody waits
});
afterAll(() => shop.close());
const get = (path: string) => shop.service.call('GET', path);

test('points are held, pay one sale, and come back with what is refunded', async () => {
  const anna = shop.customer(1_000);
  const held = await shop.hold(anna, 400);
  expect(held).toMatchObject({ status: 201, body: { points: 400, status: 'held', amount: USD(400) } });
  const { reference } = held.body;
  expect(held.headers.get('location')).toContain(`/loyalty/burns/${reference}`);
  expect((await get(`/loyalty/burns/${reference}`)).body).toEqual(held.body);

  const sold = await shop.sell(anna, 400, reference as string);
  expect(sold).toMatchObject({ status: 201, body: { payments: [{ tender: 'loyalty', reference: '400 points' }, {}] } });
  expect((await get(`/loyalty/burns/${reference}`)).body.status).toBe('used');
  expect(await shop.sell(anna, 400, reference as string)).toMatchObject({ body: { code: 'loyalty_burn_unknown' } });

  expect((await shop.refund(sold.body.id as string, 100)).status).toBe(201);
  expect((await shop.refund(sold.body.id as string, 900)).status).toBe(201);
  await shop.sendAll();
  expect(shop.ledger.of(shop.slug, anna).filter(([kind]) => kind.startsWith('burn'))).toEqual([
    ['burn', 400],
    ['burn_reversal', 100],
    ['burn_reversal', 300],
  ]);
  expect(shop.ledger.balanceOf(shop.slug, anna)).toBe(1_000);
});

test.each([
  ['another customer', () => shop.customer(1_000), 400],
  ['another amount', undefined, 300],
])('a burn pays for nothing that it was not made for: %s', async (_, other, amount) => {
  const anna = shop.customer(1_000);
  const { reference } = (await shop.hold(anna, 400)).body;
  const answer = await shop.sell(other?.() ?? anna, amount, reference as string);
  expect(answer).toMatchObject({ status: 409, body: { code: 'loyalty_burn_unknown' } });
  // A sale that was not made has used nothing.
  expect((await get(`/loyalty/burns/${reference}`)).body.status).toBe('held');
  expect((await shop.sell(anna, 400, reference as string)).status).toBe(201);
});

test('of sales that race for one burn one wins', async () => {
  const anna = shop.customer(1_000);
  const { reference } = (await shop.hold(anna, 400)).body;
  const sold = await Promise.all([1, 2, 3, 4].map(() => shop.sell(anna, 400, reference as string)));
  expect(sold.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test('points that no sale came for go back', async () => {
  const anna = shop.customer(1_000);
  const { reference } = (await shop.hold(anna, 400)).body;
  await shop.rounds(2);
  expect(shop.ledger.balanceOf(shop.slug, anna)).toBe(600); // its time is not over
  await shop.letExpire(reference as string);
  await Promise.all([shop.rounds(1), shop.rounds(1)]);
  await shop.sendAll();
  expect((await get(`/loyalty/burns/${reference}`)).body).toMatchObject({ status: 'reversed', points: 400 });
  expect(shop.ledger.of(shop.slug, anna)).toEqual([
    ['burn', 400],
    ['burn_reversal', 400],
  ]);
  expect(await shop.sell(anna, 400, reference as string)).toMatchObject({ body: { code: 'loyalty_burn_unknown' } });
});

test('of a sale and the end of the hold one wins, and the ledger agrees', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const anna = shop.customer(1_000);
    const { reference } = (await shop.hold(anna, 400)).body;
    await shop.letExpire(reference as string);
    const [sold] = await Promise.all([shop.sell(anna, 400, reference as string), shop.rounds(1)]);
    await shop.sendAll();
    const { status } = (await get(`/loyalty/burns/${reference}`)).body;
    outcomes.add(`${sold.status} ${status}`);
    expect(shop.ledger.balanceOf(shop.slug, anna)).toBe(sold.status === 201 ? 600 : 1_000);
  }
  expect(['201 used', '409 reversed']).toEqual(expect.arrayContaining([...outcomes]));
});

test.each<Trouble>(['before', 'after', 'late', 'error', 'elsewhere'])(
  'trouble (%s) leaves a burn pending, and its key or the worker finds out',
  async (trouble) => {
    for (const finder of ['key', 'worker']) {
      const anna = shop.customer(1_000);
      const hurry = trouble === 'late' ? HASTY : {};
      const [instance, asked, key] = [await shop.instance(), await shop.instance(hurry), randomUUID()];
      try {
        shop.ledger.troubles.push(trouble);
        const pending = await shop.hold(anna, 400, asked.baseUrl, key);
        shop.ledger.troubles.length = 0; // a call that was given up before it left has met none
        expect(pending).toMatchObject({ status: 202, body: { status: 'pending', points: null } });
        if (finder === 'worker') await shop.sendAll(instance.api);
        const held = await shop.hold(anna, 400, instance.baseUrl, key);
        const { reference } = pending.body;
        expect(held).toMatchObject({ status: 201, body: { reference, status: 'held', points: 400 } });
        const again = await shop.hold(anna, 400, instance.baseUrl, key);
        expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([held.text, 'true']);
        expect(shop.ledger.of(shop.slug, anna)).toEqual([['burn', 400]]);
      } finally {
        await Promise.all([asked.close(), instance.close()]);
      }
    }
  },
);

test('a process that dies between intent and answer is finished by another', async () => {
  const anna = shop.customer(1_000);
  const [dying, other] = [await shop.instance(HASTY), await shop.instance()];
  try {
    shop.ledger.troubles.push('late');
    const asked = shop.hold(anna, 400, dying.baseUrl).catch(() => undefined);
    while (shop.ledger.of(shop.slug, anna).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await shop.sendAll(other.api); // while the answer of the first is still out
    const [row] = await shop.rows('select id, status from loyalty_intents where customer_id = $1', [anna]);
    expect(row?.['status']).toBe('held');
    await asked;
    expect((await get(`/loyalty/burns/${String(row?.['id'])}`)).body.status).toBe('held');
    expect(shop.ledger.of(shop.slug, anna)).toEqual([['burn', 400]]);
  } finally {
    await Promise.all([dying.close(), other.close()]);
  }
});

test('a key stands for one wish', async () => {
  const [anna, key] = [shop.customer(1_000), randomUUID()];
  expect((await shop.hold(anna, 400, undefined, key)).status).toBe(201);
  expect(await shop.hold(anna, 401, undefined, key)).toMatchObject({ body: { code: 'idempotency_key_reused' } });
});

test.each([
  ['points_too_low', 422, 'loyalty_points_too_low'],
  ['closed', 409, 'loyalty_member_closed'],
  ['nobody', 404, 'loyalty_not_enrolled'],
])('the ledger says no (%s): nothing is held', async (how, status, code) => {
  const key = randomUUID();
  const anna = how === 'nobody' ? `c-${randomUUID()}` : shop.customer(how === 'closed' ? 1_000 : 10);
  const account = shop.ledger.accounts.get(`${shop.slug} ${anna}`);
  if (how === 'closed' && account) account.status = 'closed';
  const calls = shop.ledger.calls.length;
  for (let time = 0; time < 2; time += 1)
    expect(await shop.hold(anna, 400, undefined, key)).toMatchObject({ status, body: { code } });
  expect(shop.ledger.calls.length).toBe(calls + 1);
});

test('sales earn once, refunds take back in proportion and to the last point', async () => {
  const anna = shop.customer(0);
  const { id } = (await shop.sell(anna)).body;
  await shop.tell(id as string);
  await shop.tell(id as string);
  expect((await shop.refund(id as string, 333)).status).toBe(201);
  await shop.tell(id as string);
  await shop.sendAll();
  expect(shop.ledger.of(shop.slug, anna)).toEqual([
    ['earn', 1_000],
    ['earn_reversal', 333],
  ]);
  expect((await shop.refund(id as string, 667)).status).toBe(201);
  await shop.tell(id as string);
  await shop.tell(id as string);
  await shop.sendAll();
  expect(shop.ledger.of(shop.slug, anna).at(-1)).toEqual(['earn_reversal', 667]);
  expect(shop.ledger.balanceOf(shop.slug, anna)).toBe(0);
  // The customer was unknown here: the ledger was asked, and the copy shows what it said.
  const member = await get(`/loyalty/members/${anna}`);
  expect(member.body).toMatchObject({ balance: 0, status: 'active' });
  expect((await get(`/loyalty/members/${anna}/entries`)).body.data).toMatchObject([{ points: -667 }, { points: -333 }]);
});

test('what was paid with points that were kept here comes back there', async () => {
  const { container } = shop.service.api;
  const { id: tenantId, slug: tenantSlug } = shop.service.tenant;
  const customerId = `c-${randomUUID()}`;
  await shop.service.call('POST', '/loyalty/members', { body: { customerId } });
  const [paymentId, orderId] = [randomUUID(), randomUUID()];
  await shop.rows(
    `insert into loyalty_entries (tenant_id, id, member_id, kind, points, balance, source, order_id, worth, actor, at)
     select tenant_id, $2, id, 'burn', -300, 0, 'burn:' || $3, $4, 100, 'a', now() from loyalty_members where customer_id = $1`,
    [customerId, randomUUID(), paymentId, orderId],
  );
  const principal = { kind: 'system', id: 'test', permissions: new Set<string>(), test: false } as const;
  const context = { tenantId, tenantSlug, principal, requestId: 'r', at: new Date() };
  for (const [refundId, amount] of [
    ['r1', 33],
    ['r1', 33],
    ['r2', 67],
  ] as const) {
    const refund = { refundId, paymentId, orderId, customerId, amount: USD(amount) };
    await container.get(TRANSACTOR).run(context, (tx) => container.get(LoyaltyFacade).giveBack(tx, refund));
  }
  await shop.sendAll();
  expect(shop.ledger.of(shop.slug, customerId)).toEqual([
    ['burn_reversal', 99],
    ['burn_reversal', 201],
  ]);
});

test('what is paid with points earns none, and what nobody earned is not taken back', async () => {
  const [anna, stranger] = [shop.customer(1_000), `c-${randomUUID()}`];
  const { reference } = (await shop.hold(anna, 1_000)).body;
  const all = (await shop.sell(anna, 1_000, reference as string)).body.id as string;
  const theirs = (await shop.sell(stranger)).body.id as string;
  for (const id of [all, theirs]) {
    await shop.tell(id);
    expect((await shop.refund(id, 500)).status).toBe(201);
    await shop.tell(id);
  }
  await shop.sendAll();
  expect(shop.ledger.of(shop.slug, anna)).toEqual([
    ['burn', 1_000],
    ['burn_reversal', 500],
  ]);
  const rows = await shop.rows(
    'select kind, status, error from loyalty_intents where customer_id = $1 order by created_at',
    [stranger],
  );
  expect(rows).toEqual([
    { kind: 'earn', status: 'refused', error: 'member_not_found' },
    { kind: 'earn_reversal', status: 'refused', error: 'nothing_to_undo' },
  ]);
});

test('a customer is enrolled with the ledger first, and the copy follows what it tells', async () => {
  const customerId = `c-${randomUUID()}`;
  const enrol = (body: object) => shop.service.call('POST', '/loyalty/members', { body });
  expect(await enrol({ customerId })).toMatchObject({ status: 201, body: { customerId, balance: 0, version: 1 } });
  expect(shop.ledger.balanceOf(shop.slug, customerId)).toBe(0);
  expect(await enrol({ customerId })).toMatchObject({ status: 409, body: { code: 'loyalty_member_exists' } });
  expect(await enrol({ customerId: 'x', groups: ['staff'] })).toMatchObject({
    body: { code: 'loyalty_kept_elsewhere' },
  });

  const told = { customerId, groups: ['gold'], entitlements: ['plan'], balance: 70, status: 'active' };
  expect((await shop.announce(told, 2)).body).toEqual({ status: 'accepted' });
  expect((await shop.announce({ ...told, balance: 10 }, 1)).body).toEqual({ status: 'ignored' });
  expect((await get(`/loyalty/members/${customerId}`)).body).toMatchObject({ ...told, version: 2 });
  expect((await shop.announce({ ...told, groups: 'gold' }, 3)).body).toMatchObject({ code: 'loyalty_member_invalid' });
  const stranger = { ...told, customerId: `c-${randomUUID()}` };
  expect((await shop.announce(stranger, 4)).status).toBe(202);
  expect((await get(`/loyalty/members/${stranger.customerId}`)).body).toMatchObject({ balance: 70, version: 1 });
});

test('what the ledger decides is not changed here', async () => {
  const adjust = { body: { points: 5, reason: 'welcome' } };
  const adjusted = await shop.service.call('POST', '/loyalty/members/anna/adjustments', adjust);
  const changed = await shop.service.call('PATCH', '/loyalty/members/anna', { body: { groups: ['staff'] } });
  expect([adjusted, changed].map(({ body }) => body.code)).toEqual(Array(2).fill('loyalty_kept_elsewhere'));
});

test('an enrolment that was not answered is done later, and the same request tells', async () => {
  const [instance, customerId] = [await shop.instance(), `c-${randomUUID()}`];
  try {
    shop.ledger.troubles.push('elsewhere');
    const headers = { 'Idempotency-Key': randomUUID() };
    const enrol = () => shop.service.call('POST', '/loyalty/members', { body: { customerId }, headers });
    expect(await enrol()).toMatchObject({ status: 503, body: { code: 'loyalty_service_away', retryable: true } });
    await shop.sendAll(instance.api);
    expect((await get(`/loyalty/members/${customerId}`)).body).toMatchObject({ customerId });
    expect(await enrol()).toMatchObject({ status: 201, body: { customerId } });
  } finally {
    await instance.close();
  }
});

test('what stays without an answer for days is given up, and told of', async () => {
  const [anna, instance] = [shop.customer(0), await shop.instance()];
  try {
    const { id } = (await shop.sell(anna)).body;
    await shop.tell(id as string);
    await shop.rows(`update loyalty_intents set give_up_at = now() where customer_id = $1`, [anna]);
    shop.ledger.troubles.push('error');
    await shop.sendAll(instance.api);
    const [row] = await shop.rows('select id, status, error from loyalty_intents where customer_id = $1', [anna]);
    expect(row).toMatchObject({ status: 'refused', error: 'loyalty answered 500' });
    const events = await shop.rows('select type, actor from events where aggregate_id = $1', [row?.['id']]);
    expect(events).toEqual([{ type: 'pos.loyalty.movement_failed', actor: 'system:loyalty' }]);
  } finally {
    await instance.close();
  }
});

test('another tenant sees no burn', async () => {
  const { reference } = (await shop.hold(shop.customer(100), 10)).body;
  const tenant = await shop.service.createTenant();
  const answer = await shop.service.call('GET', `/loyalty/burns/${reference}`, { tenant });
  expect(answer).toMatchObject({ status: 404, body: { code: 'loyalty_burn_not_found' } });
});
