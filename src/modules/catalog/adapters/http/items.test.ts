import { randomUUID } from 'node:crypto';
import { startService, type TestService } from '../../../../../test/harness/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const item = (sku: string, changes: object = {}) => ({
  sku,
  name: `Item ${sku}`,
  category: 'Things',
  price: { amount: 250, currency: 'USD' },
  taxCategory: 'standard',
  ...changes,
});
const skusOf = (answer: { body: { data: { sku: string }[] } }) => answer.body.data.map(({ sku }) => sku);

test('an item is added, found, changed and taken off sale', async () => {
  const added = await service.call('POST', '/catalog/items', { body: item('a1', { barcode: '4006381333931' }) });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ unit: 'each', active: true, version: 1 });
  const place = `/catalog/items/${added.body.id}`;
  expect(added.headers.get('location')).toBe(`/v1/${service.tenant.slug}/pos${place}`);
  expect((await service.call('GET', place)).body).toEqual(added.body);
  expect(skusOf(await service.call('GET', '/catalog/items?barcode=4006381333931'))).toEqual(['a1']);
  const changed = await service.call('PATCH', place, {
    body: { active: false, barcode: null },
    headers: { 'If-Match': '"1"' },
  });
  expect(changed.body).toMatchObject({ active: false, barcode: null, version: 2 });
  const stale = await service.call('PATCH', place, { body: { name: 'x' }, headers: { 'If-Match': '"1"' } });
  expect(stale.body).toMatchObject({ status: 412, currentVersion: 2 });
});

test('PUT adds under an id of the caller and then replaces', async () => {
  const place = `/catalog/items/${randomUUID()}`;
  expect((await service.call('PUT', place, { body: item('p1') })).body).toMatchObject({ version: 1 });
  expect((await service.call('PUT', place, { body: item('p1') })).body).toMatchObject({ version: 1 });
  expect((await service.call('PUT', place, { body: item('p1', { unit: 'kg' }) })).body).toMatchObject({
    unit: 'kg',
    version: 2,
  });
});

test('the same id again is the same item or a conflict', async () => {
  const body = item('id1', { id: randomUUID() });
  const first = await service.call('POST', '/catalog/items', { body });
  expect((await service.call('POST', '/catalog/items', { body })).body).toEqual(first.body);
  const other = await service.call('POST', '/catalog/items', { body: { ...body, name: 'Other' } });
  expect([other.status, other.body.code]).toEqual([409, 'item_id_taken']);
});

test.each([
  ['a SKU that is taken', { sku: 'taken' }, 409, 'sku_taken', '/sku'],
  ['a barcode that is taken', { barcode: '111' }, 409, 'barcode_taken', '/barcode'],
  ['a negative price', { price: { amount: -1, currency: 'USD' } }, 400, 'validation_failed', '/price/amount'],
  [
    'a price finer than its currency',
    { price: { amount: 1.5, currency: 'USD' } },
    422,
    'amount_has_too_many_digits',
    '/price/amount',
  ],
  ['a currency that is none', { price: { amount: 1, currency: 'XXX' } }, 422, 'item_invalid', '/price'],
  ['a blank name', { name: ' ' }, 422, 'item_invalid', '/name'],
  ['a member nobody knows', { colour: 'red' }, 400, 'validation_failed', '/colour'],
])('%s is refused with its place', async (_, changes, status, code, pointer) => {
  await service.call('POST', '/catalog/items', { body: item('taken', { barcode: '111' }) });
  const answer = await service.call('POST', '/catalog/items', { body: item('fresh', changes) });
  expect(answer.body).toMatchObject({ status, code, errors: [{ pointer }] });
});

describe('a list', () => {
  const names = ['100% juice', '100 juices', 'Apple_pie', 'Applepie', 'Zebra'];
  const list = async (query: string) => {
    const answer = await service.call('GET', `/catalog/items?${query}`, { tenant: await shop });
    return answer.body.data.map(({ name }: { name: string }) => name);
  };
  let shop: ReturnType<TestService['createTenant']>;
  beforeAll(async () => {
    shop = service.createTenant();
    const tenant = await shop;
    for (const [at, name] of names.entries()) {
      const body = item(`sku-${at}`, {
        name,
        barcode: `40${at}`,
        category: at < 2 ? 'Drinks' : 'Food',
        active: at !== 4,
      });
      expect((await service.call('POST', '/catalog/items', { tenant, body })).status).toBe(201);
    }
  });

  test.each([
    ['q=100%25', ['100% juice']],
    ['q=apple_', ['Apple_pie']],
    ['q=%5C', []],
    ['q=PIE', ['Apple_pie', 'Applepie']],
    ['q=SKU-4', ['Zebra']],
    ['q=403', ['Applepie']],
    ['sku=sku-0', ['100% juice']],
    ['category=Food&active=true', ['Apple_pie', 'Applepie']],
    ['active=false', ['Zebra']],
  ])('%s finds %j', async (query, found) => expect(await list(query)).toEqual(found));

  test('pages without repeating, while items are added', async () => {
    const tenant = await shop;
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const { body } = await service.call('GET', `/catalog/items?limit=2${cursor}`, { tenant });
      seen.push(...body.data.map(({ name }: { name: string }) => name));
      if (page === 0)
        await service.call('POST', '/catalog/items', { tenant, body: item('early', { name: '0 first' }) });
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect([...seen].sort()).toEqual([...names].sort());
    expect(new Set(seen).size).toBe(names.length);
  });

  test('categories are counted', async () => {
    const { body } = await service.call('GET', '/catalog/categories', { tenant: await shop });
    expect(body.data).toEqual(expect.arrayContaining([{ name: 'Food', items: 3, activeItems: 2 }]));
    const page = await service.call('GET', '/catalog/categories?limit=1', { tenant: await shop });
    expect(page.body.data).toEqual([{ name: 'Drinks', items: 2, activeItems: 2 }]);
    const next = await service.call('GET', `/catalog/categories?limit=1&cursor=${page.body.nextCursor}`, {
      tenant: await shop,
    });
    expect(next.body.data).toMatchObject([{ name: 'Food' }]);
  });
});

test('what another tenant has does not exist', async () => {
  const { body } = await service.call('POST', '/catalog/items', { body: item('mine') });
  const tenant = await service.createTenant();
  expect((await service.call('GET', `/catalog/items/${body.id}`, { tenant })).body.code).toBe('item_not_found');
  expect((await service.call('PATCH', `/catalog/items/${body.id}`, { tenant, body: { name: 'x' } })).status).toBe(404);
  expect(skusOf(await service.call('GET', '/catalog/items', { tenant }))).toEqual([]);
});
