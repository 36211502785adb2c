import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openShop } from '../../../../../test/faults/shop.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { InventoryDouble, soldItem } from '../../../../clients/inventory/inventory-double.examples.js';

let source: InventoryDouble;
let service: TestService;
let tenant: TestTenant;
let client: Client;
beforeAll(async () => {
  source = await new InventoryDouble().start();
  service = await startService({ INVENTORY_URL: source.url, INVENTORY_TOKEN: 'secret' });
  client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await service.close();
  source.close();
});
beforeEach(async () => {
  source.reset();
  tenant = await service.createTenant();
});

const get = async (path: string): Promise<Answer['body']> => (await service.call('GET', path, { tenant })).body;
const start = (body: object = {}): Promise<Answer> => service.call('POST', '/catalog/syncs', { tenant, body });

async function ended(id: string): Promise<Answer['body']> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const body = await get(`/catalog/syncs/${id}`);
    if (body.status !== 'running') return body;
    await sleep(20);
  }
  throw new Error('the sync does not end');
}

async function sync(mode?: string): Promise<Answer['body']> {
  const answer = await start(mode === undefined ? {} : { mode });
  expect([answer.status, answer.body.status]).toEqual([202, 'running']);
  expect(answer.headers.get('location')).toBe(`/v1/${tenant.slug}/pos/catalog/syncs/${answer.body.id}`);
  return ended(answer.body.id);
}

const NOTHING = { status: 'succeeded', fetched: 0, created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0 };
const counted = (counts: Partial<typeof NOTHING>): object => ({ ...NOTHING, ...counts });
const goods = (count: number, changes: object = {}) =>
  Array.from({ length: count }, (_, n) => soldItem(`s${n}`, { barcode: String(10_000_000 + n), ...changes }));

/** All pages of what has changed since. */
async function changesSince(since: number, limit = 200): Promise<{ revision: number; items: Answer['body'][] }> {
  const items: Answer['body'][] = [];
  for (let cursor = ''; ;) {
    const { data, revision, nextCursor } = await get(`/catalog/changes?since=${since}&limit=${limit}${cursor}`);
    items.push(...data);
    if (nextCursor === null) return { revision, items };
    cursor = `&cursor=${nextCursor}`;
  }
}

test('37 changed items of 5,000: 37 are fetched, written, and handed on to a till; once more is nothing', async () => {
  source.put(...goods(5000));
  expect(await sync()).toMatchObject(counted({ fetched: 5000, created: 5000 }));
  const till = await changesSince(0);
  expect(till.items).toHaveLength(5000);
  source.put(...goods(37, { price: '9.90' }));
  source.asked.length = 0;

  const run = await sync();
  expect(run).toMatchObject(counted({ fetched: 37, updated: 37 }));
  expect(run).toMatchObject({ mode: 'incremental', fromRevision: '1', toRevision: '2', errors: [], failure: null });
  expect(source.asked).toEqual([{ since: '1', cursor: null, items: 37 }]);
  const news = await changesSince(till.revision, 10);
  expect(news.items.map(({ sku, price }) => [sku, price.amount]).sort()).toEqual(
    goods(37)
      .map(({ sku }) => [sku, 990])
      .sort(),
  );

  expect(await sync()).toMatchObject(counted({}));
  expect(await sync('full')).toMatchObject(counted({ fetched: 5000, unchanged: 5000 }));
  expect(await changesSince(news.revision)).toEqual({ revision: news.revision, items: [] });
  expect(await get('/catalog/items?sku=s0')).toMatchObject({ data: [{ version: 2, price: { amount: 990 } }] });
}, 120_000);

test('a tombstone deletes, frees the codes, and reaches tills; it comes back with a row', async () => {
  source.put(soldItem('a', { barcode: '1', plu: '4011' }), soldItem('b'));
  await sync();
  const { revision } = await changesSince(0);
  source.remove('a');
  source.put(soldItem('c', { barcode: '1', plu: '4011' }));
  source.remove('never-here');
  expect(await sync()).toMatchObject(counted({ fetched: 3, created: 1, deleted: 1, unchanged: 1 }));
  const { items } = await changesSince(revision);
  expect(items.map(({ sku, deletedAt }) => [sku, deletedAt !== null])).toEqual([
    ['a', true],
    ['c', false],
  ]);
  expect(await get('/catalog/items')).toMatchObject({ data: [{ sku: 'b' }, { sku: 'c' }] });
  source.put(soldItem('a'));
  expect(await sync()).toMatchObject(counted({ fetched: 1, updated: 1 }));
  expect(await get('/catalog/items?sku=a')).toMatchObject({ data: [{ version: 3, deletedAt: null, barcodes: [] }] });
});

test('what a full run does not have any more goes, unless it was made here', async () => {
  const local = (sku: string) => ({
    ...{ sku, name: `Item ${sku}`, category: 'Things', price: { amount: 250, currency: 'USD' } },
    taxCategory: 'standard',
  });
  for (const sku of ['mine', 'adopted', 'shadow'])
    await service.call('POST', '/catalog/items', { tenant, body: local(sku) });
  source.put(...goods(3), soldItem('adopted'));
  source.put({ sku: 'shadow', deleted: true });
  expect(await sync()).toMatchObject(counted({ fetched: 4, created: 3, unchanged: 1 }));
  source.forget('s1', 'adopted');
  source.put(soldItem('next', { barcode: '10000001' })); // s1 had it
  source.remove('shadow'); // a tombstone of what was never theirs
  expect(await sync('incremental')).toMatchObject(counted({ fetched: 2, unchanged: 1, rejected: 1 }));
  expect(await sync('full')).toMatchObject(counted({ fetched: 3, created: 1, unchanged: 2, deleted: 2 }));
  const { data } = await get('/catalog/items');
  expect(data.map(({ sku }: { sku: string }) => sku).sort()).toEqual(['mine', 'next', 's0', 's2', 'shadow']);
});

test('a source that has lost everything empties nothing', async () => {
  source.put(...goods(2));
  await sync();
  source.forget('s0', 's1');
  expect(await sync('full')).toMatchObject({ status: 'failed', failure: expect.stringMatching(/no items at all/) });
  expect((await get('/catalog/items')).data).toHaveLength(2);
  expect(await get('/catalog/syncs/state')).toMatchObject({ revision: '1', sourceAwaySince: null });
});

test('bad items are rejected by name, the others go in', async () => {
  source.mayBreak = true;
  source.put(
    soldItem('a'),
    soldItem('b', { price: '2.505' }),
    soldItem('c', { barcode: '7' }),
    soldItem('d', { barcode: '7' }),
  );
  source.put(soldItem('e', { colour: 'red' })); // a member that nobody here knows
  const run = await sync();
  expect(run).toMatchObject(counted({ fetched: 5, created: 3, rejected: 2 }));
  expect(run.errors).toEqual([
    { number: 2, sku: 'b', member: 'price', message: 'has more digits than its currency' },
    { number: 4, sku: 'd', member: 'barcode', message: 'belongs to the item c' },
  ]);
  source.forget('d');
  expect(await sync('full')).toMatchObject(counted({ fetched: 4, unchanged: 3, rejected: 1 }));
});

test('codes that move from item to item go in, in whatever order and on whatever page', async () => {
  source.put(soldItem('a', { barcode: '1' }), soldItem('b', { barcode: '2' }), soldItem('c', { barcode: '3' }));
  await sync();
  source.pageItems = 1;
  source.put(soldItem('a', { barcode: '2' }), soldItem('b', { barcode: '3' }), soldItem('c', { barcode: '4' }));
  expect(await sync()).toMatchObject(counted({ fetched: 3, updated: 3 }));
  expect(source.asked.slice(-3).map(({ cursor }) => cursor)).toEqual([null, '1', '2']);
});

test('a source that dies in the middle: what came stays, the copy sells on, the next run goes on', async () => {
  const { outlets } = await openShop(service.database.ownerUrl, { owner: tenant });
  const sell = () =>
    service.call('POST', '/orders', {
      tenant,
      body: {
        ...{ outletId: outlets[0].id, lines: [{ sku: 's0' }], complete: true },
        payments: [{ tender: 'cash', amount: { amount: 250, currency: 'USD' } }],
      },
    });
  source.put(...goods(4));
  await sync();
  source.put(...goods(6));
  source.pageItems = 2;
  const die = (response: ServerResponse): void => void response.destroy();
  source.instead.push(undefined, undefined, die, die, die);
  const broken = await sync();
  expect(broken).toMatchObject({ status: 'failed', fetched: 4, unchanged: 4, toRevision: null });
  expect(broken.failure).toBe('inventory could not be reached');
  const state = await get('/catalog/syncs/state');
  expect(state).toMatchObject({ revision: '1', failure: broken.failure, ageSeconds: expect.any(Number) });
  expect(Date.parse(state.sourceAwaySince)).toBeGreaterThan(Date.parse(state.lastSuccessAt));
  expect((await sell()).body).toMatchObject({ status: 'completed', lines: [{ sku: 's0' }] });

  expect(await sync()).toMatchObject(counted({ fetched: 6, created: 2, unchanged: 4 }));
  expect(await get('/catalog/syncs/state')).toMatchObject({ revision: '2', sourceAwaySince: null, failure: null });
});

test('a revision that the source has forgotten makes the run a full one', async () => {
  source.put(...goods(3));
  await sync();
  source.forget('s2');
  source.put(soldItem('new'));
  source.oldest = 100;
  const run = await sync('incremental');
  expect(run).toMatchObject(counted({ fetched: 3, created: 1, unchanged: 2, deleted: 1 }));
  expect(run).toMatchObject({ mode: 'full', fromRevision: null, toRevision: '3' });
});

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['does not know the business', (response) => response.writeHead(404).end(), /does not know this business/],
  ['does not believe us', (response) => response.writeHead(401).end(), /did not accept our token/],
  ['speaks no JSON', (response) => response.end('<html>'), /no JSON/],
  ['breaks the contract', (response) => response.end('{"items":[]}'), /broke the contract/],
])('a source that %s fails the run, and is not called away', async (_, answer, failure) => {
  source.instead.push(answer);
  expect(await sync()).toMatchObject({ status: 'failed', failure: expect.stringMatching(failure) });
  expect(await get('/catalog/syncs/state')).toMatchObject({
    revision: null,
    lastSuccessAt: null,
    sourceAwaySince: null,
  });
});

test('one run at a time; one whose process died looks failed and makes room', async () => {
  const id = randomUUID();
  await client.query("select set_config('app.tenant_id', $1, false)", [tenant.id]);
  await client.query(
    `insert into catalog_syncs (tenant_id, id, status, mode, trigger, started_by) values ($1, $2, 'running', 'full', 'manual', 'x')`,
    [tenant.id, id],
  );
  expect((await start()).body).toMatchObject({ status: 409, code: 'sync_running' });
  await client.query(`update catalog_syncs set heartbeat_at = now() - interval '61 seconds' where id = $1`, [id]);
  expect(await get(`/catalog/syncs/${id}`)).toMatchObject({
    status: 'failed',
    failure: expect.stringMatching(/stopped/),
  });
  source.put(...goods(1));
  expect(await sync()).toMatchObject(counted({ fetched: 1, created: 1 }));
  const { rows } = await client.query(
    `select data->'sync'->>'status' as status, data->'sync'->>'created' as created from events
      where type = 'pos.catalog.synced' and tenant_id = $1 order by position`,
    [tenant.id],
  );
  expect(rows).toEqual([
    { status: 'failed', created: '0' },
    { status: 'succeeded', created: '1' },
  ]);
  const { data } = await get('/catalog/syncs');
  expect(data.map(({ status }: { status: string }) => status)).toEqual(['succeeded', 'failed']);
  expect(data[0]).not.toHaveProperty('errors');
});

test('one key begins one run', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const first = await service.call('POST', '/catalog/syncs', { tenant, body: {}, headers });
  await ended(first.body.id);
  const again = await service.call('POST', '/catalog/syncs', { tenant, body: {}, headers });
  expect(again.body).toEqual(first.body);
  expect((await get('/catalog/syncs')).data).toHaveLength(1);
});

test('what another tenant has does not exist', async () => {
  source.put(...goods(1));
  const { id } = await sync();
  tenant = await service.createTenant();
  expect(await get(`/catalog/syncs/${id}`)).toMatchObject({ code: 'sync_not_found' });
  expect(await get('/catalog/syncs')).toMatchObject({ data: [] });
  expect(await get('/catalog/syncs/state')).toMatchObject({ revision: null });
  expect(await get('/catalog/changes')).toMatchObject({ data: [] });
});

test('numbers and health tell how it goes', async () => {
  source.put(...goods(2));
  await sync();
  const ready = await (await fetch(`${service.baseUrl}/readyz`)).json();
  expect((ready as Answer['body']).parts.inventory).toBe('up');
  const text = await (await fetch(`${service.baseUrl}/metrics`)).text();
  expect(text).toMatch(/pos_catalog_sync_runs_total\{outcome="succeeded"\} [1-9]/);
  expect(text).toMatch(/pos_catalog_sync_items_total\{result="created"\} [1-9]/);
  expect(text).toMatch(/pos_catalog_sync_lag_seconds \d/);
  expect(text).toMatch(/pos_sibling_calls_total\{sibling="inventory",outcome="2xx"\} [1-9]/);
});
