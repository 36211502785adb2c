import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';

let service: TestService;
let tenant: TestTenant;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());
beforeEach(async () => {
  tenant = await service.createTenant();
});

const get = async (path: string): Promise<Answer['body']> => (await service.call('GET', path, { tenant })).body;

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

test('tills hear of whatever changes an item, in pages, and of nothing else', async () => {
  const body = (sku: string, changes: object = {}) => ({
    ...{ sku, name: sku, category: 'C', price: { amount: 1, currency: 'USD' }, taxCategory: 't', ...changes },
  });
  const { body: made } = await service.call('POST', '/catalog/items', { tenant, body: body('a') });
  await service.call('POST', '/catalog/items', { tenant, body: body('b') });
  let { revision, items } = await changesSince(0, 1);
  expect(items.map(({ sku }) => sku)).toEqual(['a', 'b']);
  const place = `/catalog/items/${made.id}`;
  const steps: [method: string, path: string, body?: object][] = [
    ['PATCH', place, { name: 'A' }],
    ['PUT', place, body('a')],
    ['DELETE', place],
    ['POST', `${place}/restore`, {}],
  ];
  for (const [method, path, change] of steps) {
    await service.call(method, path, { tenant, body: change });
    ({ revision, items } = await changesSince(revision));
    expect([method, items.map(({ sku }) => sku)]).toEqual([method, ['a']]);
  }
  await service.call('PATCH', place, { tenant, body: { name: 'a' } }); // as it is already
  expect((await changesSince(revision)).items).toEqual([]);
  const csv =
    'sku,name,category,price,currency,taxCategory,barcode,unit,active\na,a,C,0.01,USD,t,,each,true\nb,B,C,0.01,USD,t,,each,true';
  await service.call('POST', '/catalog/imports', { tenant, body: csv, headers: { 'Content-Type': 'text/csv' } });
  do {
    await sleep(20);
    ({ items } = await changesSince(revision));
  } while (items.length === 0);
  expect(items.map(({ sku }) => sku)).toEqual(['b']);
  expect(await get(`/catalog/changes?since=${revision + 1000}`)).toMatchObject({ code: 'catalog_revision_unknown' });
});

test('without a source the catalogue here is the truth', async () => {
  const codes = [
    await service.call('POST', '/catalog/syncs', { tenant, body: {} }),
    await service.call('GET', '/catalog/syncs/state', { tenant }),
  ];
  expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
    [409, 'catalog_source_not_configured'],
    [409, 'catalog_source_not_configured'],
  ]);
  expect((await get('/catalog/syncs')).data).toEqual([]);
  expect(await get('/catalog/changes')).toMatchObject({ data: [], nextCursor: null });
  const ready = await (await fetch(`${service.baseUrl}/readyz`)).json();
  expect((ready as Answer['body']).parts.inventory).toBe('not configured');
});

test('what another tenant has changed does not exist', async () => {
  const item = { sku: 'a', name: 'A', category: 'C', price: { amount: 1, currency: 'USD' }, taxCategory: 't' };
  await service.call('POST', '/catalog/items', { tenant, body: item });
  tenant = await service.createTenant();
  expect(await get('/catalog/changes')).toMatchObject({ data: [] });
});
