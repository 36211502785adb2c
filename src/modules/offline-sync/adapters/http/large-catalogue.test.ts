import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { linkDevice, type TestDevice } from '../../../../../test/harness/test-device.js';
import { BusyShop } from './busy-shop.examples.js';
import { MasterDataCopy } from './master-data-copy.examples.js';

const ITEMS = 5_000;

let service: TestService;
let tenant: TestTenant;
let till: TestDevice;
beforeAll(async () => {
  service = await startService({ SECRETS_KEY: randomBytes(32).toString('base64') });
  tenant = await service.createTenant();
  const shop = await new BusyShop(service, tenant).open();
  till = await linkDevice(service, { outletId: shop.outlets[0] ?? '', tenant });
  await bring(0, ITEMS, 'old');
}, 120_000);
afterAll(() => service.close());

/** Imports items and waits until they are there. */
async function bring(from: number, to: number, name: string): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, index) => {
    return `sku-${from + index},${name} ${from + index},C,1.00,USD,standard,,each,true`;
  });
  const csv = ['sku,name,category,price,currency,taxCategory,barcode,unit,active', ...rows].join('\n');
  const headers = { 'Content-Type': 'text/csv' };
  const { body: started } = await service.call('POST', '/catalog/imports', { tenant, body: csv, headers });
  const status = async () =>
    (await service.call('GET', `/catalog/imports/${started.id}`, { tenant })).body.status as string;
  while ((await status()) === 'running') await sleep(50);
}

const copyOfTill = () => new MasterDataCopy((path, headers) => till.call('GET', path, { headers }));

/** What is asked of the database by those who copy. */
async function questionsOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const query = jest.spyOn(pg.Client.prototype, 'query');
  await work();
  for (const [question] of query.mock.calls as unknown as [{ name?: string } | string][]) {
    const name = typeof question === 'string' ? undefined : question.name;
    if (name !== undefined && /^(copies_|sync_marks)/.test(name)) asked.push(name);
  }
  query.mockRestore();
  return asked;
}

test('a chunk asks the same, however far it is within a catalogue', async () => {
  const asked: string[][] = [];
  for (let path = '/sync/snapshot'; path !== '';) {
    const chunks: (string | null)[] = [];
    const questions = await questionsOf(async () => {
      chunks.push((await till.call('GET', path)).body.nextChunk as string | null);
    });
    asked.push(questions);
    const next = chunks[0] ?? null;
    path = next === null ? '' : `/sync/snapshot?chunk=${next}`;
  }
  const further = ['sync_marks', 'copies_items_page'];
  expect(asked.slice(1)).toEqual([further, further]);
  expect(asked[0]?.length).toBeLessThan(20);
});

test('a chunk travels packed to who takes that', async () => {
  const packed = await till.call('GET', '/sync/snapshot');
  const plain = await till.call('GET', '/sync/snapshot', { headers: { 'Accept-Encoding': 'identity' } });
  expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
  expect(packed.text.length).toBeGreaterThan(10 * Number(packed.headers.get('content-length')));
  expect(packed.body.sections).toEqual(plain.body.sections);
});

test('where nothing has changed one question is asked', async () => {
  const copy = await copyOfTill().load();
  expect(await questionsOf(() => copy.follow())).toEqual(['sync_marks']);
});

test('what an import changes between two chunks is not missed', async () => {
  const copy = await copyOfTill().load(async (chunk) => {
    if (chunk === 1) await bring(1_000, ITEMS + 500, 'new');
    if (chunk > 2) return;
    const { data } = (await service.call('GET', '/catalog/items?limit=50', { tenant })).body;
    for (const { id } of data.slice(0, 10)) await service.call('DELETE', `/catalog/items/${id}`, { tenant });
  });
  await copy.follow(700);
  expect(copy.of('items')).toHaveLength(ITEMS + 500 - 20);
  expect(copy.shown()).toEqual((await copyOfTill().load()).shown());
}, 120_000);
