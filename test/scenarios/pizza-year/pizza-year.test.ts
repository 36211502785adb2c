import 'reflect-metadata';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../../src/app/config.js';
import { demoTenant } from '../../../src/app/seed/demo-tenant.js';
import { seedTenant } from '../../../src/app/seed/seed-tenant.js';
import { createApp, createServer, type App } from '../../../src/app/server.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { ApiClient } from '../../../src/posctl/api-client.js';
import { EXIT } from '../../../src/posctl/exit-codes.js';
import { run } from '../../../src/posctl/run.js';
import { createTestDatabase, type TestDatabase } from '../../harness/test-database.js';
import { checkReports, checkTaxes, fingerprint } from './check.js';
import type { Expected } from './expected.js';
import { openPizzaOutlets, type PizzaOutlets } from './outlets.js';
import { shuffle } from './shuffle.js';

const SAMPLE = path.resolve('test/scenarios/pizza-year/sample');
const expected = JSON.parse(readFileSync(path.join(SAMPLE, 'expected.json'), 'utf8')) as Expected;

let database: TestDatabase;
let api: App;
let server: Server;
let client: ApiClient;
let outlets: PizzaOutlets;
let environment: Record<string, string>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pizza-year-'));
  for (const file of ['catalog.csv', 'sales.csv']) copyFileSync(path.join(SAMPLE, file), path.join(folder, file));
  database = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: database.ownerUrl, LOG_LEVEL: 'silent' });
  const logger = createLogger('silent');
  const tenant = demoTenant('pizza-year', 'pizza');
  const { apiKey } = await seedTenant(config, logger, {
    tenant,
    knownKey: undefined,
    renewKey: false,
    catalog: undefined,
  });
  api = await createApp({ config, logger });
  server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  environment = { POS_URL: baseUrl, POS_TENANT: tenant.slug, POS_API_KEY: apiKey ?? '' };
  client = new ApiClient({ baseUrl, tenant: tenant.slug, apiKey: apiKey ?? '' }, new AbortController().signal);
  outlets = await openPizzaOutlets(client);
});

afterAll(async () => {
  client.close();
  server.closeAllConnections();
  server.close();
  await api.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function posctl(...args: string[]): Promise<{ code: number; answer: Record<string, unknown>; err: string }> {
  const said = { out: '', err: '' };
  const sink = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) });
  const code = await run([...args, '--json'], {
    out: sink('out'),
    err: sink('err'),
    environment,
    signal: new AbortController().signal,
  });
  return { code, answer: (said.out === '' ? {} : JSON.parse(said.out)) as Record<string, unknown>, err: said.err };
}

/** Imports the shaped sales of the folder into an outlet. */
function importSales(outlet: string, file = 'sales.csv'): ReturnType<typeof posctl> {
  return posctl('sales', 'import', path.join(folder, file), '--outlet', outlet, '--concurrency', '16');
}

test('a year of real orders goes in to the cent, twice changes nothing, and taxes add up', async () => {
  const catalog = await posctl('catalog', 'import', path.join(folder, 'catalog.csv'), '--watch');
  expect(catalog).toMatchObject({
    code: EXIT.done,
    err: '',
    answer: { status: 'succeeded', created: 96, rejected: 0 },
  });

  const first = await importSales(outlets.untaxed.name);
  expect(first).toMatchObject({ code: EXIT.done, answer: { orders: 301, created: 301, replayed: 0, rejected: 0 } });
  expect(await checkReports(client, outlets.untaxed.id, expected)).toEqual([]);

  const before = await fingerprint(client, outlets.untaxed.id);
  await shuffle(path.join(folder, 'sales.csv'), path.join(folder, 'shuffled.csv'), 2015);
  const second = await importSales(outlets.untaxed.id, 'shuffled.csv');
  expect(second).toMatchObject({ code: EXIT.done, answer: { orders: 301, created: 0, replayed: 301, rejected: 0 } });
  expect(await fingerprint(client, outlets.untaxed.id)).toBe(before);

  expect(await importSales(outlets.taxed.name)).toMatchObject({ code: EXIT.done, answer: { created: 301 } });
  expect(await checkTaxes(client, outlets.taxed.id, expected)).toEqual({ orders: 301, differences: [] });
  expect(await fingerprint(client, outlets.untaxed.id)).toBe(before);
}, 120_000);

test('rows that cannot be sold are listed, and the others go in', async () => {
  const file = path.join(folder, 'mixed.csv');
  writeFileSync(
    file,
    [
      'order_id,placed_at,sku,quantity,unit_price,tender,paid,outlet',
      'm1,2015-01-01T12:00:00-05:00,hawaiian_m,1,13.25,cash,20.00,Pizza year',
      'm2,2015-01-01T12:00:00-05:00,no_such_pizza,1,,cash,20.00,Pizza year',
      'm3,2015-01-01T12:00:00-05:00,hawaiian_m,1,9.99,cash,20.00,Pizza year',
      'm4,2015-01-01T12:00:00-05:00,hawaiian_m,1,,card,20.00,Pizza year',
      'm5,2015-01-01T12:00:00-05:00,hawaiian_m,2,,,,Pizza year',
      'm6,2015-01-01T12:00:00-05:00,hawaiian_m,1,,cash,1.00,Pizza year',
    ].join('\n'),
  );
  const { code, answer } = await posctl('sales', 'import', file);
  expect({ code, answer }).toMatchObject({ code: EXIT.rejectedRows, answer: { orders: 6, created: 2, rejected: 4 } });
  const rejected = readFileSync(`${file}.rejected.csv`, 'utf8').trimEnd().split('\n');
  expect(rejected[0]).toBe('row,column,reason,order_id');
  expect(rejected.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
    ['3', 'sku'],
    ['4', 'unit_price'],
    ['5', 'paid'],
    ['7', 'paid'],
  ]);
  expect(existsSync(path.join(folder, 'sales.csv.rejected.csv'))).toBe(false);
});
