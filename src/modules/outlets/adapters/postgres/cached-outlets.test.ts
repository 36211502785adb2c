import { randomUUID } from 'node:crypto';
import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import type { RequestContext } from '../../../../kernel/context.js';
import type { OutletId, TenantId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { revisionsOf, runPrepared, type PostgresTx } from '../../../../platform/postgres/transaction.js';
import { RegisterTenant } from '../../application/register-tenant.js';
import { CachedOutlets } from './cached-outlets.js';

let service: TestService;
let transactor: Transactor;

beforeAll(async () => {
  service = await startService();
  transactor = service.api.container.get(TRANSACTOR);
});
afterAll(() => service.close());

let prefix = 0;
async function open(tenant: TestTenant, name = 'Outlet'): Promise<OutletId> {
  const taxGroups = [{ code: 's', name: 'S', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '16.5' }] }];
  const body = { name, timeZone: 'UTC', receiptPrefix: `P${(prefix += 1)}`, taxGroups };
  return (await service.call('POST', '/outlets', { tenant, body })).body.id;
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

async function nameOf(cache: CachedOutlets, tenant: TestTenant, id: OutletId): Promise<[string | undefined, number]> {
  const [outlet, questions] = await counted(tenant, (tx) => cache.outlet(tx, id));
  return [outlet?.name, questions];
}

test('a hit asks nothing; after a change nothing is told from before it', async () => {
  const [cache, tenant] = [new CachedOutlets(), await service.createTenant()];
  const id = await open(tenant, 'Old');
  expect(await nameOf(cache, tenant, id)).toEqual(['Old', 1]);
  expect(await nameOf(cache, tenant, id)).toEqual(['Old', 0]);
  await service.call('PATCH', `/outlets/${id}`, { tenant, body: { name: 'New' } });
  expect(await nameOf(cache, tenant, id)).toEqual(['New', 1]);
});

test('an outlet of another tenant is unknown, cached or not', async () => {
  const [cache, one, two] = [new CachedOutlets(), await service.createTenant(), await service.createTenant()];
  const id = await open(one);
  expect(await nameOf(cache, one, id)).toEqual(['Outlet', 1]);
  expect(await nameOf(cache, two, id)).toEqual([undefined, 1]);
  await open(two);
  expect(await nameOf(cache, one, id)).toEqual(['Outlet', 0]);
});

test('outlets are frozen to the last rate', async () => {
  const [cache, tenant] = [new CachedOutlets(), await service.createTenant()];
  const id = await open(tenant);
  const outlet = await transactor.read({ tenantId: tenant.id }, (tx) => cache.outlet(tx, id));
  const tax = outlet?.taxGroups.get('s')?.taxes[0];
  expect(tax?.rate).toBe(16_500_000n);
  expect([Object.isFrozen(outlet), Object.isFrozen(outlet?.tenders), Object.isFrozen(tax)]).toEqual([true, true, true]);
});

test('the cache holds no more than it may', async () => {
  const [cache, one, two] = [new CachedOutlets(2), await service.createTenant(), await service.createTenant()];
  const [a, b, c] = [await open(one), await open(one), await open(two)];
  await nameOf(cache, one, a);
  await nameOf(cache, one, b);
  await nameOf(cache, two, c);
  expect((await nameOf(cache, two, c))[1]).toBe(0);
  expect((await nameOf(cache, one, a))[1]).toBe(1);
});

test('the list is in order and warms the single answers', async () => {
  const [cache, tenant] = [new CachedOutlets(), await service.createTenant()];
  const ids = [await open(tenant, 'B'), await open(tenant, 'A')];
  const list = await transactor.read({ tenantId: tenant.id }, (tx) => cache.list(tx));
  expect(list.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(await nameOf(cache, tenant, ids[0] as OutletId)).toEqual(['B', 0]);
});

test('a registered tenant is there with its digits, its revisions and its event; a slug is taken once', async () => {
  const register = service.api.container.get(RegisterTenant);
  const contextOf = (tenantId: TenantId): RequestContext => ({
    tenantId,
    tenantSlug: 'registered',
    principal: { kind: 'system', id: 'test', permissions: new Set(), test: false },
    requestId: 'r',
    at: new Date(),
  });
  const draft = { slug: 'registered', name: 'R', currency: 'TWD', minorDigits: { TWD: 0 } };
  const id = randomUUID() as TenantId;
  await register.execute(contextOf(id), draft);
  const tenant = await transactor.read({ tenantId: id }, (tx) => new CachedOutlets().tenant(tx));
  expect(tenant).toMatchObject({ id, currency: 'TWD', minorDigits: { TWD: 0 }, version: 1 });
  await transactor.read({ tenantId: id }, async (tx) => {
    expect(revisionsOf(tx)).toEqual({ catalog: 1, outlets: 1, pricing: 1 });
    expect(await runPrepared(tx, 'e', 'select type, sequence from events', [])).toEqual([
      { type: 'pos.tenant.registered', sequence: 1 },
    ]);
  });
  await expect(register.execute(contextOf(randomUUID() as TenantId), draft)).rejects.toMatchObject({
    code: 'tenant_slug_taken',
  });
});
