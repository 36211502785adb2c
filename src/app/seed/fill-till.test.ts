import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/test-database.js';
import { createLogger } from '../../platform/telemetry/logger.js';
import { readConfig } from '../config.js';
import { createApp, createServer, type App } from '../server.js';
import { DEMO_MENU, menuAsCsv } from './demo-menu.js';
import { demoTenant, type TenantSeed } from './demo-tenant.js';
import { demoTill, HOUSE_ACCOUNT, type DemoTill } from './demo-till.js';
import { seedDoor, type SeedDoor } from './seed-door.js';
import { seedTenant, type SeedReport } from './seed-tenant.js';

// The demo's money at the till in a database of its own, seen through the door that everybody uses.

/** Seeding is many small requests, on a machine that does other things, too. */
const SEEDED_WITHIN_MS = 120_000;

let database: TestDatabase;
let api: App;
let server: Server;
let first: SeedReport;
let door: SeedDoor;
const tenant = demoTenant('demo', 'demo');
const cafe = String(tenant.outlets[0]?.id);

const logger = createLogger('silent');
const config = () => readConfig({ DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'silent' });
const seed = (of: TenantSeed, knownKey: string | undefined, till: DemoTill | undefined): Promise<SeedReport> =>
  seedTenant(config(), logger, {
    ...{ tenant: of, knownKey, renewKey: false, catalog: menuAsCsv(DEMO_MENU, of.currency) },
    ...(till !== undefined && { till }),
  });
const doorOf = (slug: string, apiKey: string | undefined): SeedDoor =>
  seedDoor(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/${slug}/pos`, apiKey ?? '');

beforeAll(async () => {
  database = await createTestDatabase();
  first = await seed(tenant, undefined, demoTill(tenant));
  api = await createApp({ config: config(), logger });
  server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  door = doorOf('demo', first.apiKey);
}, SEEDED_WITHIN_MS);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await api.close();
  await database.drop();
});

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

const LISTS = [
  '/drawers',
  '/drawer-trays',
  '/drawer-sessions',
  '/house-accounts',
  '/shifts',
  '/z-reports',
  '/orders',
  '/tables',
];
const SETTINGS = demoTill(tenant).settings.map(({ path }) => path);

async function stockOf(through: SeedDoor, slug: TenantSeed): Promise<unknown[]> {
  const outlet = `/outlets/${String(slug.outlets[0]?.id)}`;
  const paths = [...LISTS, outlet, ...demoTill(slug).settings.map(({ path }) => path)];
  return Promise.all(paths.map((path) => through.find<object>(path)));
}

test('the same seed is the same data', () => {
  expect(demoTill(tenant)).toEqual(demoTill(demoTenant('demo', 'demo')));
  expect(demoTill(demoTenant('b', 'demo')).session.body.id).not.toBe(demoTill(tenant).session.body.id);
});

test('no list is empty', async () => {
  expect(first.tillFilled).toBe(true);
  const counts = await Promise.all(LISTS.map(async (path) => (await door.find<Listed>(path))?.data.length));
  expect(counts).toEqual([2, 2, 1, 1, 1, 1, 4, 14]);
  expect(await door.find('/drawer-sessions')).toMatchObject({
    data: [{ status: 'open', expected: { amount: 20_000 }, blind: true }],
  });
});

test('the café has eight tables in two parts, the market none', async () => {
  const tablesOf = async (index: number) =>
    (await door.find<Listed>(`/tables?outletId=${String(tenant.outlets[index]?.id)}`))?.data.map(
      ({ name, area }) => `${String(area)} ${String(name)}`,
    );
  const inside = ['1', '2', '3', '4', '5'].map((name) => `Inside ${name}`);
  expect(await tablesOf(0)).toEqual([...inside, 'Terrace 6', 'Terrace 7', 'Terrace 8']);
  expect(await tablesOf(1)).toHaveLength(6);
  expect(await tablesOf(2)).toEqual([]);
});

test('yesterday has its Z, and every sale is in it', async () => {
  const [report] = (await door.find<Listed>('/z-reports'))?.data ?? [];
  expect(report).toMatchObject({ number: 1, scope: 'day', exceptions: 0 });
  const z = await door.find<{ figures: { tenders: readonly object[] } }>(`/z-reports/${String(report?.['id'])}`);
  expect(z).toMatchObject({ figures: { orders: { count: 4 }, sales: { tips: { amount: 150 } } } });
  expect(z?.figures.tenders).toHaveLength(4);
  expect(await door.find(`/house-accounts?number=${HOUSE_ACCOUNT}`)).toMatchObject({
    data: [{ balance: { amount: 1130 }, customerId: 'grace' }],
  });
});

test('the café takes the new tenders, and a sale needs no drawer', async () => {
  const { tenders = [] } = (await door.find<{ tenders: object[] }>(`/tenders?outletId=${cafe}`)) ?? {};
  const on = (code: string, provider: string | null) => expect.objectContaining({ code, provider, on: true }) as object;
  expect(tenders).toEqual(
    expect.arrayContaining([on('mpesa', 'simulator'), on('eftpos', null), on('house_account', null), on('card', null)]),
  );
  const amount = { amount: 300, currency: 'USD' };
  const sale = { outletId: cafe, lines: [{ sku: 'coffee' }], payments: [{ tender: 'cash', amount }], complete: true };
  expect(await door.send('POST', '/orders', sale)).toMatchObject({ status: 'completed' });
});

test(
  'again it changes nothing, and what people changed stays so',
  async () => {
    await door.send('PUT', `/outlets/${cafe}/day-policy`, { closure: 'off', graceMinutes: 10 });
    const table = String(demoTill(tenant).tables[0]?.id);
    await door.send('PATCH', `/tables/${table}`, { active: false });
    const before = await stockOf(door, tenant);
    expect(before.slice(-SETTINGS.length).every((setting) => setting !== undefined)).toBe(true);
    expect(await seed(tenant, first.apiKey, demoTill(tenant))).toMatchObject({ tillFilled: false });
    expect(await stockOf(door, tenant)).toEqual(before);
  },
  SEEDED_WITHIN_MS,
);

test(
  'seeding that broke off is taken up where it was; a setting of somebody else stays',
  async () => {
    const other = demoTenant('broken', 'broken');
    const till = demoTill(other);
    const cut = { ...till, sales: till.sales.slice(0, 1), session: { ...till.session, drawerId: cafe } };
    const { apiKey } = await seed(other, undefined, cut);
    const through = doorOf('broken', apiKey);
    expect((await through.find<Listed>('/drawer-sessions'))?.data).toEqual([]);
    await through.send('PUT', '/approval-rules/order.refund', { secondPerson: 'always' });
    expect(await seed(other, apiKey, till)).toMatchObject({ tillFilled: true });
    expect((await through.find<Listed>('/drawer-sessions'))?.data).toHaveLength(1);
    expect((await through.find<Listed>('/z-reports'))?.data).toHaveLength(1);
    expect(await through.find('/approval-rules/order.refund')).toMatchObject({ secondPerson: 'always' });
  },
  SEEDED_WITHIN_MS,
);

test(
  'books that somebody has written in get no invented sales',
  async () => {
    const used = demoTenant('used', 'used');
    const { apiKey } = await seed(used, undefined, undefined);
    const through = doorOf('used', apiKey);
    await through.send('POST', '/orders', { outletId: String(used.outlets[0]?.id), lines: [{ sku: 'coffee' }] });
    expect(await seed(used, apiKey, demoTill(used))).toMatchObject({ tillFilled: true });
    expect((await through.find<Listed>('/orders'))?.data).toHaveLength(1);
    expect((await through.find<Listed>('/z-reports'))?.data).toEqual([]);
    expect((await through.find<Listed>('/drawer-sessions'))?.data).toHaveLength(1);
  },
  SEEDED_WITHIN_MS,
);
