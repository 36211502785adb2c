import { Client } from 'pg';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { outlet } from '../postgres/books.examples.js';
import { writeOutlets, writeRefund, writeSale } from '../postgres/sale-rows.examples.js';

let service: TestService;
const nairobi = outlet('Nairobi', 'KES', 'Africa/Nairobi');
const boston = outlet('Boston', 'USD', 'America/New_York');
const PERIOD = 'from=2026-01-01&to=2026-02-01';

beforeAll(async () => {
  service = await startService();
  const client = new Client({ connectionString: service.database.appUrl });
  await client.connect();
  const tenant = service.tenant.id;
  await writeOutlets(client, tenant, [nairobi, boston]);
  const lines = [{ sku: '=tea', name: 'Tea, black', net: 862, tax: 138, discount: 50, quantity: '0.5' }];
  const sale = await writeSale(client, tenant, { outlet: nairobi, at: '2026-01-05T09:00:00Z', lines });
  await writeRefund(client, tenant, { sale, at: '2026-01-06T09:00:00Z', lines: { 0: 100 }, payments: [['cash', 100]] });
  await client.end();
});
afterAll(() => service.close());

const KES = (amount: number) => ({ amount, currency: 'KES' });
const SOLD = { orders: 1, quantity: '0.5', gross: KES(1050), discount: KES(50), tax: KES(138), net: KES(862) };
const report = (query: string, headers: Record<string, string> = {}) =>
  service.call('GET', `/reports/sales?${query}`, { headers });

test('a report by day, in the shape of the contract', async () => {
  const answer = await report(PERIOD);
  const nothing = { orders: 0, quantity: '0', gross: KES(0), discount: KES(0), tax: KES(0), net: KES(0) };
  const totals = { ...SOLD, refunds: KES(100) };
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    groupBy: 'day',
    from: '2026-01-01',
    to: '2026-02-01',
    data: [
      { key: '2026-01-05', name: null, ...SOLD, refunds: KES(0) },
      { key: '2026-01-06', name: null, ...nothing, refunds: KES(100) },
    ],
    totals,
    totalsByCurrency: [totals],
  });
});

const CSV = [
  'key,name,currency,orders,quantity,gross,discount,tax,net,refunds',
  `'=tea,"Tea, black",KES,1,0.5,10.50,0.50,1.38,8.62,1.00`,
  '',
].join('\r\n');

test.each([
  { query: `${PERIOD}&groupBy=item&format=csv`, headers: { Accept: '*/*' } },
  { query: `${PERIOD}&groupBy=item`, headers: { Accept: 'text/csv' } },
  { query: `${PERIOD}&groupBy=item&format=csv`, headers: { Accept: 'application/json' } },
])('the same as CSV: $query, $headers', async ({ query, headers }) => {
  const answer = await report(query, headers);
  expect(answer).toMatchObject({ status: 200, text: CSV });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="sales-by-item-2026-01-01-2026-02-01.csv"',
  );
  expect(answer.headers.get('vary')).toContain('Accept');
});

test('with format=json, or an Accept that names both, JSON', async () => {
  expect((await report(`${PERIOD}&format=json`, { Accept: 'text/csv' })).body).toHaveProperty('totals');
  expect((await report(PERIOD, { Accept: 'application/json, text/csv' })).body).toHaveProperty('totals');
});

test('several currencies have no one total', async () => {
  const client = new Client({ connectionString: service.database.appUrl });
  await client.connect();
  await writeSale(client, service.tenant.id, { outlet: boston, at: '2027-01-05T15:00:00Z', lines: [{ net: 5 }] });
  await writeSale(client, service.tenant.id, { outlet: nairobi, at: '2027-01-05T09:00:00Z', lines: [{ net: 7 }] });
  await client.end();
  const { body } = await report('from=2027-01-01&to=2027-02-01&groupBy=month');
  expect(body).toMatchObject({
    data: [
      { key: '2027-01', net: KES(7) },
      { key: '2027-01', net: { amount: 5, currency: 'USD' } },
    ],
    totals: null,
    totalsByCurrency: [{ net: KES(7) }, { net: { amount: 5, currency: 'USD' } }],
  });
});

test.each([
  ['to=2026-02-01', 400, 'validation_failed', '/query/from'],
  ['from=2026-01-01', 400, 'validation_failed', '/query/to'],
  ['from=2026-02-30&to=2026-03-01', 400, 'validation_failed', '/query/from'],
  ['from=2026-01-01T00:00:00Z&to=2026-03-01', 400, 'validation_failed', '/query/from'],
  ['from=2026-01-01&to=yesterday', 400, 'validation_failed', '/query/to'],
  ['from=0000-01-01&to=0001-01-01', 400, 'validation_failed', '/query/from'],
  [`${PERIOD}&groupBy=size`, 400, 'validation_failed', '/query/groupBy'],
  [`${PERIOD}&format=pdf`, 400, 'validation_failed', '/query/format'],
  [`${PERIOD}&outletId=7`, 400, 'validation_failed', '/query/outletId'],
  [`${PERIOD}&outlet=7`, 400, 'unknown_parameter', '/query/outlet'],
  ['from=2026-01-01&to=2026-01-01', 422, 'report_period_empty', '/query/to'],
  ['from=2016-01-01&to=2026-01-02', 422, 'report_period_too_long', '/query/to'],
  [`${PERIOD}&outletId=0197a3c2-7b1e-7c44-9d3e-6f0a1b2c3d4e`, 404, 'report_outlet_not_found', '/query/outletId'],
])('%s is %i %s', async (query, status, code, pointer) => {
  for (const format of ['application/json', 'text/csv']) {
    const answer = await report(query, { Accept: format });
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});

test('needs reports:read, and shows only the outlets of the caller', async () => {
  const stranger = await service.createKey(service.tenant, { permissions: ['orders:read'] });
  const refused = await service.call('GET', `/reports/sales?${PERIOD}`, { token: stranger });
  expect(refused).toMatchObject({ status: 403, body: { permission: 'reports:read' } });
  const ofBoston = await service.createKey(service.tenant, { outlets: [boston.id as never] });
  const seen = await service.call('GET', `/reports/sales?${PERIOD}`, { token: ofBoston });
  expect(seen.body).toMatchObject({ data: [], totals: { orders: 0, net: { amount: 0, currency: 'USD' } } });
  const hidden = await service.call('GET', `/reports/sales?${PERIOD}&outletId=${nairobi.id}`, { token: ofBoston });
  expect(hidden).toMatchObject({ status: 404, body: { code: 'report_outlet_not_found' } });
});
