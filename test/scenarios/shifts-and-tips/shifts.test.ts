import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { reminderChore } from '../../../src/modules/shifts/adapters/postgres/reminder-chore.js';
import { RemindOfShifts } from '../../../src/modules/shifts/application/remind-of-shifts.js';
import { Floor, ok, USD, type Worker } from './floor.js';

// How people clock in and out, and what the till says they did meanwhile.

let floor: Floor;
beforeAll(async () => {
  floor = await Floor.open();
});
afterAll(() => floor.close());

const clockIn = async (worker: Worker, job = 'waiter'): Promise<string> =>
  ok(await floor.post('/shifts', { outletId: floor.outletId, job }, worker)).id as string;
const CASHIER = ['shifts:clock', 'orders:write', 'orders:read'] as const;

test('a shift from clock-in to clock-out, with a break and the tips that were got', async () => {
  const amina = await floor.worker('amina', CASHIER);
  const begun = await floor.post('/shifts', { outletId: floor.outletId, job: 'waiter', deviceId: 'till 1' }, amina);
  expect(begun).toMatchObject({ status: 201, body: { status: 'working', personId: amina.id, version: 1, breaks: [] } });
  const path = `/shifts/${begun.body.id}`;
  expect(begun.headers.get('location')).toBe(`/v1/${floor.shop.slug}/pos${path}`);
  expect(await floor.post(`${path}/breaks/end`, {}, amina)).toMatchObject({ body: { code: 'shift_not_on_break' } });
  expect(await floor.post(`${path}/breaks/start`, {}, amina)).toMatchObject({
    status: 200,
    body: { status: 'on_break' },
  });
  expect(await floor.post(`${path}/breaks/start`, {}, amina)).toMatchObject({ body: { code: 'shift_on_break' } });
  expect(await floor.post(`${path}/breaks/end`, {}, amina)).toMatchObject({ body: { status: 'working' } });
  const wrong = await floor.post(`${path}/clock-out`, { declaredTips: { amount: 1, currency: 'KES' } }, amina);
  expect(wrong).toMatchObject({ status: 422, body: { code: 'currency_mismatch' } });
  const out = await floor.post(`${path}/clock-out`, { declaredTips: USD(1250) }, amina);
  expect(out.body).toMatchObject({ status: 'ended', declaredTips: USD(1250), workedMinutes: 0, version: 4 });
  expect(await floor.post(`${path}/clock-out`, {}, amina)).toMatchObject({
    status: 409,
    body: { code: 'shift_ended' },
  });
  const mine = await floor.get('/shifts/mine', amina);
  expect(mine.body.data).toMatchObject([{ id: begun.body.id }]);
  expect((await floor.get(path, amina)).headers.get('etag')).toBe('"4"');
});

test('of ten clock-ins of one person at once one wins', async () => {
  const worker = await floor.worker('eager', CASHIER);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => floor.post('/shifts', { outletId: floor.outletId, job: 'bar' }, worker)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ body }) => body.code as string)).toEqual(Array(9).fill('shift_already_open'));
});

test('a cashier sees and works only their own clock', async () => {
  const [amina, ben] = [await floor.worker('a', CASHIER), await floor.worker('b', CASHIER)];
  const id = await clockIn(amina);
  for (const path of [`/shifts/${id}`, `/shifts/${id}/report`])
    expect(await floor.get(path, ben)).toMatchObject({ status: 404, body: { code: 'shift_not_found' } });
  expect((await floor.post(`/shifts/${id}/clock-out`, {}, ben)).status).toBe(404);
  expect((await floor.get('/shifts', ben)).status).toBe(403);
  const other = { outletId: floor.outletId, job: 'bar', personId: amina.id };
  expect(await floor.post('/shifts', other, ben)).toMatchObject({ status: 403, body: { permission: 'shifts:manage' } });
  const reader = await floor.worker('reader', ['shifts:clock', 'shifts:read']);
  expect((await floor.get(`/shifts/${id}`, reader)).status).toBe(200);
  expect((await floor.post(`/shifts/${id}/clock-out`, {}, reader)).status).toBe(403);
  expect((await floor.post(`/shifts/${id}/clock-out`)).status).toBe(200); // the owner of the shop
});

test('shifts are listed by person, status and day, page by page', async () => {
  const [first, second] = [`p-${randomUUID()}`, `p-${randomUUID()}`];
  const { outletId } = floor;
  for (const personId of [first, second, first, first]) {
    const { id } = ok(await floor.post('/shifts', { outletId, job: 'bar', personId }));
    ok(await floor.post(`/shifts/${id}/clock-out`));
  }
  const page = await floor.get(`/shifts?personId=${first}&outletId=${outletId}&status=ended&limit=2`);
  expect(page.body.data).toHaveLength(2);
  const rest = await floor.get(`/shifts?personId=${first}&limit=2&cursor=${page.body.nextCursor}`);
  expect(rest.body).toMatchObject({ data: [{ personId: first }], nextCursor: null });
  const day = page.body.data[0].businessDate as string;
  expect((await floor.get(`/shifts?personId=${first}&from=${day}&to=${day}`)).body.data).toEqual([]);
  expect(await floor.get('/shifts?from=2026-02-30')).toMatchObject({
    status: 400,
    body: { code: 'validation_failed' },
  });
});

test('a manager puts right what the clock says; what it said is kept', async () => {
  const personId = `p-${randomUUID()}`;
  const { outletId } = floor;
  const { id } = ok(await floor.post('/shifts', { outletId, job: 'bar', personId }));
  const patch = (body: object, version = '*') =>
    floor.service.call('PATCH', `/shifts/${id}`, { body, headers: { 'If-Match': version } });
  const times = { clockedInAt: '2026-03-06T18:00:00Z', clockedOutAt: '2026-03-06T23:30:00Z' };
  const breaks = [{ from: '2026-03-06T20:00:00Z', to: '2026-03-06T20:30:00Z' }];
  expect(await patch({ ...times, reason: 'x' }, '"7"')).toMatchObject({ status: 412 });
  const corrected = await patch({ ...times, breaks, reason: 'forgot to clock out' }, '"1"');
  expect(corrected.body).toMatchObject({
    ...{ status: 'ended', workedMinutes: 300, businessDate: '2026-03-06', version: 2 },
    edits: [{ reason: 'forgot to clock out', before: { clockedOutAt: null }, after: { breaks: [{}] } }],
  });
  expect(await patch({ clockedInAt: '2026-03-07T18:00:00Z', reason: 'x' })).toMatchObject({
    ...{ status: 422, body: { code: 'shift_times_invalid' } },
  });
  const card = await patch({ job: 'bar', reason: 'card 4111 1111 1111 1111' });
  expect(card).toMatchObject({ status: 422, body: { code: 'card_data_not_allowed' } });
  const { id: next } = ok(await floor.post('/shifts', { outletId, job: 'bar', personId }));
  const overlapping = { clockedInAt: '2026-03-06T23:00:00Z', reason: 'x' };
  const overlaps = await floor.service.call('PATCH', `/shifts/${next}`, { body: overlapping });
  expect(overlaps).toMatchObject({ status: 409, body: { code: 'shift_overlaps' } });
});

test('a shift that lasts too long is told of once, whoever looks how often', async () => {
  const worker = await floor.worker('tireless', CASHIER);
  const id = await clockIn(worker);
  const policy = `/outlets/${floor.outletId}/shift-policy`;
  expect((await floor.get(policy)).body).toMatchObject({ longestMinutes: 720, version: 0 });
  expect((await floor.put(policy, { longestMinutes: 60 })).body).toMatchObject({ longestMinutes: 60, version: 1 });
  await floor.rows(
    `update shifts set clocked_in_at = clocked_in_at - interval '2 hours', overdue_at = overdue_at - interval '2 hours' where id = $1`,
    [id],
  );
  const pool = new Pool({ connectionString: floor.service.database.workerUrl });
  try {
    const chore = reminderChore(floor.service.api.container.get(RemindOfShifts), () => new Date());
    expect(await chore.run(pool)).toBe(1);
    expect(await chore.run(pool)).toBe(0);
  } finally {
    await pool.end();
  }
  const told = await floor.rows(`select type from events where aggregate_id = $1 order by sequence`, [id]);
  expect(told).toEqual([{ type: 'pos.shift.started' }, { type: 'pos.shift.overdue' }]);
  expect((await floor.put(policy, { longestMinutes: null })).body).toMatchObject({ longestMinutes: null });
});

test('the report of a shift and of cashiers says what people did, and changes nothing', async () => {
  const cashier = await floor.worker('cashier');
  const id = await clockIn(cashier);
  const { outletId } = floor;
  const sale = { outletId, lines: [{ sku: 'coffee', quantity: '2' }], complete: true };
  const cash = { ...sale, tip: USD(100), payments: [{ tender: 'cash', amount: USD(1000) }] };
  const sold = ok(await floor.post('/orders', cash, cashier));
  ok(await floor.post('/orders', { ...sale, payments: [{ tender: 'card', amount: USD(600) }] }, cashier));
  const open = ok(await floor.post('/orders', { outletId, lines: [{ sku: 'juice' }] }, cashier));
  ok(await floor.post(`/orders/${open.id}/void`, { reason: 'left' }, cashier));
  const refund = { lines: [{ lineId: sold.lines[0].id, quantity: '1' }], reason: 'cold' };
  ok(await floor.post(`/orders/${sold.id}/refunds`, refund, cashier));
  const given = ok(await floor.post('/orders', { outletId, lines: [{ sku: 'coffee' }] }, cashier));
  const off = { discounts: [{ percent: '10', reason: 'regular' }] };
  const discounted = await floor.post(`/orders/${given.id}/discounts`, off.discounts[0], cashier);
  ok(discounted);
  const due = discounted.body.totals.due;
  ok(await floor.post(`/orders/${given.id}/payments`, { tender: 'card', amount: due }, cashier));
  ok(await floor.post(`/orders/${given.id}/complete`, {}, cashier));

  const report = ok(await floor.get(`/shifts/${id}/report`, cashier));
  const expected = {
    ...{ personId: cashier.id, shifts: 1, orders: 3, tips: USD(100), priceOverrides: 0, noSales: 0 },
    ...{ gross: USD(1500), discount: USD(30), refunds: { count: 1, amount: USD(300) } },
    tenders: [
      { tender: 'card', count: 2, amount: USD(870) },
      { tender: 'cash', count: 1, amount: USD(700) },
    ],
    ...{ voids: { count: 1, amount: USD(455) }, comps: { count: 0 }, discountsGiven: { count: 1, amount: USD(30) } },
  };
  expect(report.figures).toMatchObject(expected);
  const { net, tax } = report.figures as Record<'net' | 'tax', { amount: number }>;
  expect(net.amount + tax.amount).toBe(1470);
  expect(ok(await floor.get(`/shifts/${id}/report`, cashier)).figures).toEqual(report.figures);

  const day = report.shift.businessDate as string;
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const query = `/reports/cashiers?outletId=${outletId}&personId=${cashier.id}&from=${day}&to=${next}`;
  expect(ok(await floor.get(query)).data).toMatchObject([expected]);
  const csv = await floor.get(`${query}&format=csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.text.split('\r\n')[1]).toContain(`${cashier.id},USD,1,0,3,15.00,0.30,`);
  expect(await floor.get('/reports/cashiers?from=2026-01-01&to=2026-01-01')).toMatchObject({
    ...{ status: 422, body: { code: 'shift_period_invalid' } },
  });
});
