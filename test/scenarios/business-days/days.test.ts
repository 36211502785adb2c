import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../harness/service.js';
import { afterNoon, dayAfter, openDayShop, USD, type DayShop } from './day-shop.js';

/** The owner of the database sees all tenants. */
const OWN = "tenant_id = current_setting('app.tenant_id')::uuid";

let service: TestService;
let shop: DayShop;

beforeAll(async () => {
  service = await startService({}, afterNoon);
});
beforeEach(async () => {
  const tenant = await service.createTenant();
  Object.assign(service, { tenant });
  const { call } = service;
  shop = await openDayShop({
    ...service,
    tenant,
    call: (method, path, options) => call(method, path, { tenant, ...options }),
  });
});
afterAll(() => service.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  service.call('GET', path, { tenant: service.tenant, headers });

test('a day is closed: numbered, listed, shown, and what comes after it is late and counts in the next', async () => {
  const { today, outletId } = shop;
  const yesterday = dayAfter(today, -1);
  await shop.sell({ coffees: 2, on: yesterday });
  const x = await shop.ok('GET', `/outlets/${outletId}/x-report?date=${yesterday}`);
  expect(x).toMatchObject({
    closed: false,
    withheld: false,
    figures: { orders: { count: 1 }, sales: { total: USD(600) } },
  });
  const closed = await shop.close(yesterday, { reason: 'the evening' });
  expect([closed.status, closed.body.report.number, closed.body.closed.length]).toEqual([201, 1, 1]);
  const { id } = closed.body.report;
  const z = await shop.ok('GET', `/z-reports/${id}`);
  expect(z).toMatchObject({ reason: 'the evening', previousHash: null, grandTotal: USD(600), exceptions: [] });
  expect(z.figures).toEqual(x.figures);
  await shop.sell({ on: yesterday });
  expect((await shop.ok('GET', `/z-reports/${id}`)).figures).toEqual(z.figures);
  const running = await shop.ok('GET', `/outlets/${outletId}/x-report`);
  expect(running.figures.late).toEqual([
    { businessDate: yesterday, orders: 1, total: USD(300), refunds: 0, refunded: USD(0) },
  ]);
  const second = await shop.close(today);
  expect(second.body.report).toMatchObject({ number: 2, businessDate: today, total: USD(300), grandTotal: USD(900) });
  expect((await shop.ok('GET', `/z-reports/${second.body.report.id}`)).exceptions).toMatchObject([
    { code: 'closed_before_the_cut' },
  ]);
  const { data } = await shop.ok('GET', `/outlets/${outletId}/days?from=${dayAfter(today, -2)}&to=${today}`);
  expect(data).toEqual([
    { businessDate: yesterday, status: 'closed', zReportId: id },
    { businessDate: today, status: 'closed', zReportId: second.body.report.id },
  ]);
});

test('earlier days with business are closed first, in one call, each with its report', async () => {
  const { today } = shop;
  for (const day of [-9, -4, -3]) await shop.sell({ on: dayAfter(today, day) });
  const { body } = await shop.close(dayAfter(today, -2));
  expect(body.closed.map(({ businessDate, number }: Record<string, unknown>) => [businessDate, number])).toEqual(
    [-9, -4, -3, -2].map((day, index) => [dayAfter(today, day), index + 1]),
  );
  const { data, nextCursor } = await shop.ok('GET', '/z-reports?limit=3&scope=day');
  expect(data.map(({ number }: { number: number }) => number)).toEqual([4, 3, 2]);
  const rest = await shop.ok('GET', `/z-reports?limit=3&scope=day&cursor=${nextCursor}`);
  expect([rest.data.length, rest.data[0].number, rest.nextCursor]).toEqual([1, 1, null]);
  const some = await shop.ok(
    'GET',
    `/z-reports?outletId=${shop.outletId}&from=${dayAfter(today, -4)}&to=${dayAfter(today, -3)}`,
  );
  expect(some.data).toHaveLength(2);
  const due = await shop.ok('GET', `/outlets/${shop.outletId}/days?from=${dayAfter(today, -9)}&to=${today}`);
  expect(due.data.at(-1)).toEqual({ businessDate: today, status: 'open', zReportId: null });
});

test('refused: a day that is closed, one that has not begun, no day, and the same under one key is the same', async () => {
  const { today, outletId } = shop;
  const path = `/outlets/${outletId}/days/${today}/close`;
  const headers = { 'Idempotency-Key': randomUUID() };
  const tenant = service.tenant;
  const first = await service.call('POST', path, { tenant, body: {}, headers });
  const again = await service.call('POST', path, { tenant, body: {}, headers });
  expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
  const closed = await shop.close(today);
  expect([closed.status, closed.body.code]).toEqual([409, 'day_already_closed']);
  expect(closed.body.detail).toContain(first.body.report.id);
  expect((await shop.close(dayAfter(today, 1))).body.code).toBe('day_in_future');
  expect((await shop.close('2026-02-30')).status).toBe(400);
  expect((await shop.close('2026-02-03', { reason: '4111 1111 1111 1111' })).body.code).toBe('card_data_not_allowed');
  expect((await get(`/outlets/${randomUUID()}/x-report`)).status).toBe(404);
  expect((await get(`/z-reports/${randomUUID()}`)).body.code).toBe('z_report_not_found');
  expect((await get(`/outlets/${outletId}/days?from=${today}&to=${dayAfter(today, -1)}`)).body.code).toBe(
    'days_period_invalid',
  );
  const other = await service.call('POST', `/drawer-sessions/${randomUUID()}/z-report`, { tenant });
  expect([other.status, other.body.code]).toEqual([404, 'report_session_not_found']);
});

test('more open days than one call closes: refused, with the day to begin with', async () => {
  const { today } = shop;
  await shop.sell({ on: today });
  const [order] = await shop.sql<{ id: string }>(`select id from pos_orders where ${OWN}`);
  await shop.sql(
    `insert into pos_orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 'old-' || n,
       'business_date', $2::date - n))).* from pos_orders o, generate_series(1, 70) n where o.id = $1`,
    [order?.id, today],
  );
  const refused = await shop.close(today);
  expect([refused.status, refused.body.code]).toEqual([409, 'too_many_open_days']);
  const [last] = /\d{4}-\d{2}-\d{2}/.exec(refused.body.detail) ?? [];
  expect((await shop.close(last ?? '')).body.closed).toHaveLength(62);
  expect((await shop.close(today)).body.closed).toHaveLength(9);
});

test('a report is shown by Accept, the same bytes each time', async () => {
  await shop.sell();
  const { body } = await shop.close(shop.today);
  const path = `/z-reports/${body.report.id}`;
  for (const [accept, begins] of [
    ['application/json', '{"auditHead":{"hash"'],
    ['text/plain', '                   Z report 1'],
    ['text/html', '<!doctype html>'],
    ['application/pdf', '%PDF-1.4'],
  ] as const) {
    const first = await get(path, { accept });
    expect([first.status, first.text.startsWith(begins)]).toEqual([200, true]);
    expect(first.headers.get('content-type')).toContain(accept);
    expect((await get(path, { accept })).text).toBe(first.text);
  }
  const image = await get(path, { accept: 'image/png' });
  expect([image.status, image.body.code]).toEqual([406, 'z_report_format_unavailable']);
});

test('nobody changes or removes a report; whoever goes behind the service is found out', async () => {
  for (const day of [-2, -1]) await shop.sell({ on: dayAfter(shop.today, day) });
  await shop.close(dayAfter(shop.today, -1));
  const verify = `/z-reports/verify?outletId=${shop.outletId}`;
  expect(await shop.ok('GET', verify)).toEqual({
    intact: true,
    series: [{ scope: 'day', seriesId: shop.outletId, reports: 2, faults: [] }],
  });
  for (const statement of ["update z_reports set content = '{}'", 'delete from z_reports', 'truncate z_reports']) {
    await expect(shop.sql(`do $$ begin set local role pos_app; ${statement}; end $$`)).rejects.toThrow(
      'permission denied',
    );
  }
  await shop.sql(
    `update z_reports set content = replace(content, '"amount":300', '"amount":200') where number = 1 and ${OWN}`,
  );
  const { intact, series } = await shop.ok('GET', verify);
  expect([intact, series[0].faults[0]]).toMatchObject([false, { number: 1, fault: 'content_changed' }]);
});

test('who may do what', async () => {
  const key = (permissions: readonly string[]) =>
    service.createKey(service.tenant, { permissions: permissions as never });
  const [reader, stranger] = [await key(['days:read']), await key(['orders:read'])];
  const paths = [`/outlets/${shop.outletId}/x-report`, '/z-reports', `/outlets/${shop.outletId}/day-policy`];
  for (const path of paths) {
    expect((await service.call('GET', path, { tenant: service.tenant, token: reader })).status).toBe(200);
    expect((await service.call('GET', path, { tenant: service.tenant, token: stranger })).status).toBe(403);
  }
  const path = `/outlets/${shop.outletId}/days/${shop.today}/close`;
  expect((await service.call('POST', path, { tenant: service.tenant, token: reader, body: {} })).status).toBe(403);
  const elsewhere = await service.createKey(service.tenant, { outlets: [randomUUID() as never] });
  expect((await service.call('POST', path, { tenant: service.tenant, token: elsewhere, body: {} })).status).toBe(404);
  const { body } = await shop.close(shop.today);
  const seen = await service.call('GET', `/z-reports/${body.report.id}`, { tenant: service.tenant, token: elsewhere });
  expect(seen.status).toBe(404);
  const list = await service.call('GET', '/z-reports', { tenant: service.tenant, token: elsewhere });
  expect(list.body.data).toEqual([]);
});

test('the policy of days: read, set, guarded by its version', async () => {
  const path = `/outlets/${shop.outletId}/day-policy`;
  expect(await shop.ok('GET', path)).toEqual({ outletId: shop.outletId, closure: 'off', graceMinutes: 60, version: 0 });
  const put = (body: object, headers = {}) => service.call('PUT', path, { tenant: service.tenant, body, headers });
  const set = await put({ closure: 'required', graceMinutes: 90 });
  expect([set.status, set.body.version, set.headers.get('etag')]).toEqual([200, 1, '"1"']);
  expect((await put({ closure: 'off', graceMinutes: 0 }, { 'If-Match': '"7"' })).status).toBe(412);
  expect((await put({ closure: 'off', graceMinutes: 1441 })).status).toBe(400);
  expect((await put({ closure: 'off', graceMinutes: 0 }, { 'If-Match': '"1"' })).body).toMatchObject({
    closure: 'off',
    version: 2,
  });
  const events = await shop.sql<{ sequence: number; data: object }>(
    `select sequence, data from events where type = 'pos.day_policy.changed' and ${OWN} order by sequence`,
  );
  expect(events).toMatchObject([
    { sequence: 1, data: { policy: { closure: 'required' }, before: { closure: 'off', version: 0 } } },
    { sequence: 2, data: { policy: { closure: 'off' }, before: { closure: 'required', version: 1 } } },
  ]);
});

test('what a close tells', async () => {
  await shop.sell();
  const { body } = await shop.close(shop.today, { reason: 'stocktaking' });
  const events = await shop.sql<{ type: string; aggregate_id: string; sequence: number; data: object }>(
    `select type, aggregate_id, sequence, data from events where (type like 'pos.report.%' or type like 'pos.day.%') and ${OWN} order by position`,
  );
  const { id, number, hash } = body.report;
  expect(events).toMatchObject([
    {
      type: 'pos.report.generated',
      aggregate_id: id,
      sequence: 1,
      data: { report: { id, number, hash, figures: { orders: 1 } } },
    },
    {
      type: 'pos.day.closed',
      aggregate_id: shop.outletId,
      sequence: 1,
      data: { zReportId: id, reason: 'stocktaking', exceptions: 1 },
    },
  ]);
});

test.each([
  { title: '23 hours', day: '2026-03-29', from: '2026-03-28T23:00:00Z', hours: 23 },
  { title: '25 hours', day: '2026-10-25', from: '2026-10-24T22:00:00Z', hours: 25 },
])('a day of $title in Berlin has the sales of all its hours, and no other', async ({ day, from, hours }) => {
  await shop.ok('PATCH', `/outlets/${shop.outletId}`, { timeZone: 'Europe/Berlin' });
  for (let hour = -1; hour <= hours; hour += 1) {
    const placedAt = new Date(Date.parse(from) + hour * 3_600_000 + 60_000).toISOString();
    await shop.sell({ more: { placedAt } });
  }
  const { body } = await shop.close(day);
  const totals = body.closed.map(({ businessDate, total }: Record<string, object>) => [businessDate, total]);
  expect(totals).toEqual([
    [dayAfter(day, -1), USD(300)],
    [day, USD(300 * hours)],
  ]);
});
