import { randomUUID } from 'node:crypto';
import { SettleTipPayout } from '../../../src/modules/tips/application/settle-tip-payout.js';
import { Floor, ok, USD, type Worker } from './floor.js';

// How tips are earned, pooled, shared out and paid.

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
});
afterAll(() => floor.close());

const DAY = '2026-03-06';
const PLACED = `${DAY}T20:00:00Z`; // an afternoon in New York

const rules = (more: object = {}): object => ({
  ...{ name: 'Floor', percent: 100, sources: 'all', basis: 'hours', shares: [{ job: 'waiter', weight: '1' }] },
  ...more,
});
async function sell(worker: Worker, tip: number, tender = 'card', outletId = floor.outletId): Promise<string> {
  const payments = [{ tender, amount: USD(300 + tip) }];
  const sale = { outletId, lines: [{ sku: 'coffee' }], tip: USD(tip), payments, complete: true, placedAt: PLACED };
  return ok(await floor.post('/orders', sale, worker)).id as string;
}
async function work(personId: string, job: string, minutes: number, outletId = floor.outletId): Promise<void> {
  const { id } = ok(await floor.post('/shifts', { outletId, job, personId }));
  const clockedInAt = `${DAY}T15:00:00Z`;
  const clockedOutAt = new Date(Date.parse(clockedInAt) + minutes * 60_000).toISOString();
  const body = { clockedInAt, clockedOutAt, reason: 'as planned' };
  ok(await floor.service.call('PATCH', `/shifts/${id}`, { body }));
}
async function owed(personId: string): Promise<number> {
  const { data } = ok(await floor.get(`/tips/balances?personId=${personId}`));
  return (data as { owed: { amount: number } }[]).reduce((sum, row) => sum + row.owed.amount, 0);
}

test('a tip is earned once by the cashier of its order, however often it is told', async () => {
  const amina = await floor.worker('amina');
  const id = await sell(amina, 250);
  await sell(amina, 0);
  await floor.hear();
  await floor.hear();
  expect(await owed(amina.id)).toBe(250);
  const { data } = ok(await floor.get(`/tips/entries?personId=${amina.id}`));
  expect(data).toMatchObject([{ kind: 'earned', means: 'card', orderId: id, businessDate: DAY, amount: USD(250) }]);
  const mine = ok(await floor.get('/tips/balances/mine', amina));
  expect(mine.data).toMatchObject([{ personId: amina.id, owed: USD(250) }]);
  const told = await floor.rows(`select type, sequence from events where aggregate = 'tips' and aggregate_id = $1`, [
    data[0].accountId,
  ]);
  expect(told).toEqual([{ type: 'pos.tip.earned', sequence: 1 }]);
});

test('what is pooled is shared out once by hours, taken back, and shared out again', async () => {
  const { outletId } = floor;
  const path = `/outlets/${outletId}`;
  expect(await floor.get(`${path}/tip-rules`)).toMatchObject({ status: 409, body: { code: 'tip_rules_not_set' } });
  const twice = rules({
    shares: [
      { job: 'bar', weight: '1' },
      { job: 'bar', weight: '2' },
    ],
  });
  expect(await floor.put(`${path}/tip-rules`, twice)).toMatchObject({
    status: 422,
    body: { code: 'tip_rules_invalid' },
  });
  const set = await floor.put(`${path}/tip-rules`, rules());
  expect(set).toMatchObject({ status: 200, body: { version: 1, active: true } });
  const [ben, chao] = [await floor.worker('ben'), await floor.worker('chao')];
  await sell(ben, 1001);
  await floor.hear();
  expect(await owed(ben.id)).toBe(0);
  const pools = ok(await floor.get(`${path}/tip-pools?from=${DAY}&to=2026-03-07`));
  expect(pools.data).toEqual([{ businessDate: DAY, collected: USD(1001), undistributed: USD(1001) }]);
  const distribute = `${path}/tip-pools/${DAY}/distribute`;
  expect(await floor.post(distribute)).toMatchObject({ status: 409, body: { code: 'tip_pool_nobody' } });
  await work(ben.id, 'waiter', 60);
  await work(chao.id, 'waiter', 60);
  await work('boss', 'manager', 600);
  const shown = ok(await floor.post(`${distribute}?dryRun=true`));
  expect(await owed(ben.id)).toBe(0);
  const run = ok(await floor.post(distribute));
  expect(run.shares).toEqual(shown.shares);
  const [first, second] = [ben.id, chao.id].sort();
  expect(run.shares).toMatchObject([
    { personId: first, minutes: 60, amount: USD(501) },
    { personId: second, minutes: 60, amount: USD(500) },
  ]);
  expect(await floor.post(distribute)).toMatchObject({ status: 409, body: { code: 'tip_pool_distributed' } });
  expect((await owed(ben.id)) + (await owed(chao.id))).toBe(1001);
  const back = await floor.post(`${path}/tip-pools/${DAY}/reverse`, { reason: 'the bar was forgotten' });
  expect(back).toMatchObject({ status: 200, body: { id: run.id, status: 'reversed' } });
  expect(await owed(ben.id)).toBe(0);
  ok(
    await floor.put(
      `${path}/tip-rules`,
      rules({
        shares: [
          { job: 'waiter', weight: '1' },
          { job: 'bar', weight: '2' },
        ],
      }),
    ),
  );
  await work('dee', 'bar', 60);
  const again = ok(await floor.post(distribute));
  expect(again.shares.map((share: { amount: object }) => share.amount)).toEqual(
    expect.arrayContaining([USD(250), USD(250), USD(501)]),
  );
  const runs = ok(await floor.get(`/tips/pool-runs?outletId=${outletId}`));
  expect(runs.data).toMatchObject([
    { id: again.id, status: 'distributed' },
    { id: run.id, status: 'reversed' },
  ]);
  expect(ok(await floor.get(`/tips/pool-runs/${run.id}`))).toMatchObject({ reverseReason: 'the bar was forgotten' });
  ok(await floor.put(`${path}/tip-rules`, rules({ active: false })));
});

test('two who share the same pool out at once: one does', async () => {
  const outletId = floor.shop.outlets[1]?.id as string;
  const path = `/outlets/${outletId}`;
  ok(await floor.put(`${path}/tip-rules`, rules({ basis: 'equal' })));
  const eve = await floor.worker('eve');
  await sell(eve, 500, 'cash', outletId);
  await floor.hear();
  await work(eve.id, 'waiter', 30, outletId);
  const { id } = ok(await floor.post('/shifts', { outletId, job: 'waiter', personId: 'late' }));
  await floor.rows(`update shifts set business_date = $2 where id = $1`, [id, DAY]);
  const distribute = `${path}/tip-pools/${DAY}/distribute`;
  const going = await floor.post(distribute);
  expect(going).toMatchObject({ status: 409, body: { code: 'tip_pool_shifts_open' } });
  expect((await floor.post(`${distribute}?dryRun=true`)).status).toBe(200);
  ok(await floor.post(`/shifts/${id}/clock-out`));
  const answers = await Promise.all(Array.from({ length: 5 }, () => floor.post(distribute)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const sums = await floor.rows(
    `select sum(amount)::int as sum from tip_entries where kind in ('pool_in', 'pool_out')`,
  );
  expect(sums).toEqual([{ sum: 0 }]);
});

test('never more is paid than is owed, whoever pays at once, and in one way', async () => {
  const fay = await floor.worker('fay');
  await sell(fay, 1000);
  await floor.hear();
  const payout = { provider: 'simulator', payee: '254700000001' };
  const wish = { outletId: floor.outletId, personId: fay.id, amount: USD(600), payout, reason: 'end of the evening' };
  const both = { ...wish, drawerSessionId: randomUUID() };
  expect(await floor.post('/tips/tip-outs', both)).toMatchObject({
    status: 422,
    body: { code: 'tip_out_way_invalid' },
  });
  const answers = await Promise.all(Array.from({ length: 4 }, () => floor.post('/tips/tip-outs', wish)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const [refused] = answers.filter(({ status }) => status !== 201);
  expect(refused).toMatchObject({ status: 422, body: { code: 'tip_out_too_high' } });
  expect(await owed(fay.id)).toBe(400);
  const adjusted = await floor.post('/tips/adjustments', {
    ...{ outletId: floor.outletId, personId: fay.id, amount: USD(-100), reason: 'paid twice' },
  });
  expect(adjusted).toMatchObject({ status: 201, body: { kind: 'adjusted', owed: USD(300) } });
  const card = { ...wish, reason: '4111 1111 1111 1111' };
  expect(await floor.post('/tips/tip-outs', card)).toMatchObject({ body: { code: 'card_data_not_allowed' } });
  const kes = { ...wish, amount: { amount: 1, currency: 'KES' } };
  expect(await floor.post('/tips/tip-outs', kes)).toMatchObject({ status: 422, body: { code: 'currency_mismatch' } });
});

test('a provider that is asked pays; one that does not has the tip owed again, once', async () => {
  const { outletId } = floor;
  const kim = await floor.worker('kim');
  await sell(kim, 1000);
  await floor.hear();
  const payout = { provider: 'simulator', payee: '254700000001' };
  const wish = { outletId, personId: kim.id, reason: 'end of the evening', payout };
  const paid = ok(await floor.post('/tips/tip-outs', { ...wish, amount: USD(300) }));
  expect(paid).toMatchObject({ kind: 'paid_payout', owed: USD(700), payout: { ...payout, id: expect.any(String) } });
  const made = ok(await floor.get(`/payouts/${paid.payout.id}`));
  expect(made).toMatchObject({ status: 'done', amount: USD(300), outletId, payeeHint: '…0001' });
  // By its amount the simulator declines it.
  const declined = ok(await floor.post('/tips/tip-outs', { ...wish, amount: USD(401) }));
  expect(ok(await floor.get(`/payouts/${declined.payout.id}`))).toMatchObject({ status: 'failed' });
  expect(await owed(kim.id)).toBe(299);
  for (let times = 0; times < 2; times += 1) await floor.hear();
  expect(await owed(kim.id)).toBe(700);
  const { data } = ok(await floor.get(`/tips/entries?personId=${kim.id}&kind=payout_returned`));
  expect(data).toMatchObject([{ amount: USD(401), reason: 'payout failed: declined', payout: declined.payout }]);
  const told = await floor.rows(`select 1 from events where position($1 in data::text) > 0`, [payout.payee]);
  expect(told).toEqual([]);
  // Money that went after all went.
  const settled = { context: floor.context('payout'), id: declined.payout.id as string };
  for (let times = 0; times < 2; times += 1)
    await floor.service.api.container.get(SettleTipPayout).paid(settled.context, settled.id);
  expect(await owed(kim.id)).toBe(299);
  const away = { ...payout, provider: 'treasury' };
  const refused = await floor.post('/tips/tip-outs', { ...wish, payout: away, amount: USD(1) });
  expect(refused).toMatchObject({ status: 422, body: { code: 'payout_invalid' } });
  expect(refused.body.errors).toMatchObject([{ pointer: '/payout/provider' }]);
  expect(await owed(kim.id)).toBe(299);
});

test('paid in cash, tips leave the drawer', async () => {
  const gus = await floor.worker('gus');
  await sell(gus, 700);
  await floor.hear();
  const { outletId } = floor;
  const drawer = ok(await floor.post('/drawers', { outletId, name: `Drawer ${randomUUID().slice(0, 8)}` }));
  const session = ok(await floor.post(`/drawers/${drawer.id}/sessions`, { float: USD(5000) }));
  const wish = { outletId, personId: gus.id, amount: USD(700), drawerSessionId: session.id, reason: 'end of the day' };
  const elsewhere = { ...wish, outletId: floor.shop.outlets[1]?.id, amount: USD(1) };
  expect((await floor.post('/tips/tip-outs', elsewhere)).status).toBe(422); // owed nothing there
  const paid = await floor.post('/tips/tip-outs', wish);
  expect(paid).toMatchObject({ status: 201, body: { kind: 'paid_cash', amount: USD(-700), owed: USD(0) } });
  const [booked] = await floor.rows(
    `select drawer_expected($1)::int as expected, (select person from drawer_entries where session_id = $1 and kind = 'tip_out') as person`,
    [session.id],
  );
  expect(booked).toEqual({ expected: 4300, person: gus.id });
});

test('more than is owed takes the word of a second person', async () => {
  const hal = await floor.worker('hal');
  await sell(hal, 100);
  await floor.hear();
  const { outletId } = floor;
  const { data } = ok(await floor.get(`/tips/balances?personId=${hal.id}`));
  const ask = {
    action: 'drawer.tip_out',
    targetId: data[0].accountId,
    outletId,
    amount: USD(500),
    reason: 'in advance',
  };
  const asker = await floor.worker('asker');
  const asked = ok(await floor.post('/approvals', ask, asker));
  const payout = { provider: 'simulator', payee: 'hal' };
  const wish = { outletId, personId: hal.id, amount: USD(500), payout, reason: 'in advance' };
  expect((await floor.post('/tips/tip-outs', wish, asker)).body.code).toBe('tip_out_too_high');
  const early = await floor.post('/tips/tip-outs', { ...wish, approvalId: asked.id }, asker);
  expect(early.body.code).toBe('approval_invalid');
  ok(await floor.post(`/approvals/${asked.id}/grant`));
  const paid = await floor.post('/tips/tip-outs', { ...wish, approvalId: asked.id }, asker);
  expect(paid).toMatchObject({ status: 201, body: { owed: USD(-400), approvedBy: expect.any(String) } });
});

test('the report has earned, pooled, paid and owed, sales, and what was declared beside it', async () => {
  const ivy = await floor.worker('ivy');
  await sell(ivy, 60);
  await sell(ivy, 30, 'cash');
  await floor.hear();
  const { id } = ok(await floor.post('/shifts', { outletId: floor.outletId, job: 'waiter', personId: ivy.id }));
  const times = { clockedInAt: `${DAY}T15:00:00Z`, clockedOutAt: `${DAY}T16:00:00Z`, declaredTips: USD(100) };
  ok(await floor.service.call('PATCH', `/shifts/${id}`, { body: { ...times, reason: 'as planned' } }));
  const query = `/reports/tips?outletId=${floor.outletId}&from=${DAY}&to=2026-03-07`;
  const { data, totals } = ok(await floor.get(query));
  expect(data.find((row: { personId: string }) => row.personId === ivy.id)).toMatchObject({
    ...{ businessDate: DAY, earned: USD(90), earnedCash: USD(30), earnedCard: USD(60), owed: USD(90) },
    ...{ sales: USD(600), percentOfSales: '15.00', declared: USD(100), variance: USD(10) },
  });
  const sum = (name: string): number =>
    (data as Record<string, { amount: number }>[]).reduce((all, row) => all + (row[name]?.amount ?? 0), 0);
  for (const name of ['earned', 'pooled', 'shared', 'paid', 'owed', 'sales'])
    expect(totals[0][name]).toEqual(USD(sum(name)));
  const csv = await floor.get(`${query}&format=csv`);
  expect(csv.text.split('\r\n').find((line) => line.includes(ivy.id))).toBe(
    `${DAY},${ivy.id},USD,0.90,0.30,0.60,0.00,0.00,0.00,0.00,0.90,6.00,15.00,1.00,0.10`,
  );
});

test('another tenant, and who may not act for the outlet, find nothing', async () => {
  const tenant = await floor.service.createTenant();
  const path = `/outlets/${floor.outletId}/tip-rules`;
  expect((await floor.service.call('GET', path, { tenant })).status).toBe(404);
  expect((await floor.service.call('GET', '/tips/balances', { tenant })).body.data).toEqual([]);
  const outlets = [floor.shop.outlets[1]?.id as never];
  const token = await floor.service.createKey(floor.service.tenant, { outlets });
  expect((await floor.service.call('GET', path, { token })).status).toBe(404);
  expect((await floor.service.call('GET', `/tips/balances?outletId=${floor.outletId}`, { token })).status).toBe(404);
});
