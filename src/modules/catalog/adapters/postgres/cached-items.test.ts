import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import type { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { CachedItems } from './cached-items.js';

let service: TestService;
let transactor: Transactor;

beforeAll(async () => {
  service = await startService();
  transactor = service.api.container.get(TRANSACTOR);
});
afterAll(() => service.close());

async function add(tenant: TestTenant, sku: string, amount = 100): Promise<string> {
  const body = {
    sku,
    name: sku,
    category: 'c',
    price: { amount, currency: 'USD' },
    taxCategory: 's',
    barcode: `b-${sku}`,
  };
  const answer = await service.call('POST', '/catalog/items', { tenant, body });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

/** What work comes to, and how many questions it asked the database. */
async function counted<Result>(tenant: TestTenant, work: (tx: Tx) => Promise<Result>): Promise<[Result, number]> {
  return transactor.read({ tenantId: tenant.id }, async (tx) => {
    const query = jest.spyOn((tx as unknown as PostgresTx).client, 'query');
    try {
      return [await work(tx), query.mock.calls.length];
    } finally {
      query.mockRestore();
    }
  });
}

/** The prices of SKUs, and how many questions the database was asked for them. */
async function ask(
  cache: CachedItems,
  tenant: TestTenant,
  ...skus: string[]
): Promise<[Record<string, number>, number]> {
  const [items, questions] = await counted(tenant, (tx) => cache.sellables(tx, skus));
  return [Object.fromEntries([...items].map(([sku, { price }]) => [sku, price.amount])), questions];
}

test('a hit asks nothing, a miss asks once for all, an unknown SKU is absent', async () => {
  const [cache, tenant] = [new CachedItems(), await service.createTenant()];
  await add(tenant, 'a');
  await add(tenant, 'b', 200);
  expect(await ask(cache, tenant, 'a', 'b', 'x')).toEqual([{ a: 100, b: 200 }, 1]);
  expect(await ask(cache, tenant, 'b', 'a', 'a')).toEqual([{ a: 100, b: 200 }, 0]);
  expect(await ask(cache, tenant, 'a', 'x')).toEqual([{ a: 100 }, 1]);
});

test('after a change nothing is priced from before it', async () => {
  const [cache, tenant] = [new CachedItems(), await service.createTenant()];
  const id = await add(tenant, 'a');
  expect(await ask(cache, tenant, 'a')).toEqual([{ a: 100 }, 1]);
  await service.call('PATCH', `/catalog/items/${id}`, { tenant, body: { price: { amount: 150, currency: 'USD' } } });
  expect(await ask(cache, tenant, 'a')).toEqual([{ a: 150 }, 1]);
  expect(await ask(cache, tenant, 'a')).toEqual([{ a: 150 }, 0]);
});

test('two tenants with one SKU have two prices, and neither disturbs the other', async () => {
  const cache = new CachedItems();
  const [one, two] = [await service.createTenant(), await service.createTenant()];
  await add(one, 'a', 1);
  await add(two, 'a', 2);
  expect(await ask(cache, one, 'a')).toEqual([{ a: 1 }, 1]);
  expect(await ask(cache, two, 'a')).toEqual([{ a: 2 }, 1]);
  await add(two, 'b', 3);
  expect(await ask(cache, one, 'a')).toEqual([{ a: 1 }, 0]);
});

test('the least recently asked for is given up first', async () => {
  const [cache, tenant] = [new CachedItems(2), await service.createTenant()];
  for (const sku of ['a', 'b', 'c']) await add(tenant, sku);
  await ask(cache, tenant, 'a', 'b');
  await ask(cache, tenant, 'a');
  await ask(cache, tenant, 'c');
  expect((await ask(cache, tenant, 'a', 'c'))[1]).toBe(0);
  expect((await ask(cache, tenant, 'b'))[1]).toBe(1);
});

test('a barcode finds its item, frozen', async () => {
  const [cache, tenant] = [new CachedItems(), await service.createTenant()];
  await add(tenant, 'a');
  const find = (barcode: string) => transactor.read({ tenantId: tenant.id }, (tx) => cache.byBarcode(tx, barcode));
  const item = await find('b-a');
  expect(item).toMatchObject({ sku: 'a', barcode: 'b-a' });
  expect(Object.isFrozen(item)).toBe(true);
  expect(await find('b-a')).toBe(item);
  expect(await find('nothing')).toBeUndefined();
});
