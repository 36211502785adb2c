import { startService, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { wallClockOf } from '../../../../kernel/business-time.js';
import type { OutletId } from '../../../../kernel/ids.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import type { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import type { PricebookStep } from '../../application/pricebooks-facade.js';
import { absolute, percent, PricebookShop, USD } from '../http/pricebooks.examples.js';
import { CachedPricebooks } from './cached-pricebooks.js';
import { ReleasedPricebooks } from './released-pricebooks.js';

let service: TestService;
let transactor: Transactor;
let shop: PricebookShop;
let cache: CachedPricebooks;
beforeAll(async () => {
  service = await startService();
  transactor = service.api.container.get(TRANSACTOR);
});
afterAll(() => service.close());
beforeEach(async () => {
  shop = await PricebookShop.open(service);
  cache = new CachedPricebooks(new ReleasedPricebooks());
});

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

interface Ask {
  readonly channel?: string;
  readonly at?: Date;
}
async function steps(skus: string[], { channel = 'counter', at }: Ask = {}, from = shop) {
  const moment = at ?? new Date(Date.now() + 1_000); // what was published a moment ago is in force
  const lines = skus.map((sku) => ({
    sku,
    category: 'Coffee',
    at: moment,
    clock: wallClockOf(moment, 'Africa/Nairobi'),
  }));
  const question = { outletId: from.harbour as OutletId, channel, currency: 'USD', customerGroups: [], lines };
  return counted(from.tenant, (tx) => cache.stepsFor(tx, question));
}
const briefly = (found: readonly (readonly PricebookStep[])[]) =>
  found.map((line) => line.map((step) => [step.version, step.kind === 'absolute' ? step.price.amount : step.kind]));

test('without pricebooks a price costs one question, and then none', async () => {
  expect(await steps(['latte', 'chai'])).toEqual([[[], []], 1]);
  expect(await steps(['latte', 'mocha'])).toEqual([[[], []], 0]);
});

test('all entries that are not known cost one question together, also those that there are not', async () => {
  const id = await shop.published({}, [absolute('latte', 400), absolute('chai', 300)]);
  const [found, questions] = await steps(['latte', 'mocha']);
  expect(found).toEqual([
    [{ id, version: 1, name: expect.any(String), reason: 'all sales', kind: 'absolute', price: USD(400) }],
    [],
  ]);
  expect(questions).toBe(3);
  expect((await steps(['latte', 'mocha']))[1]).toBe(0);
  expect((await steps(['latte', 'chai', 'chai', 'x', 'y']))[1]).toBe(1);
  expect((await steps(['latte', 'chai', 'x', 'y']))[1]).toBe(0);
});

test('after another release nothing is priced from before it, and what did not change is not asked again', async () => {
  const wide = await shop.published({ name: 'Wide' }, [absolute('latte', 400)]);
  await shop.published({ name: 'Kiosk', scope: { channels: ['kiosk'] } }, [absolute('latte', 350)]);
  expect(briefly((await steps(['latte'], { channel: 'kiosk' }))[0])).toEqual([[[1, 350]]]);
  expect(briefly((await steps(['latte']))[0])).toEqual([[[1, 400]]]);
  await shop.republish(wide, [absolute('latte', 420)]);
  const [kiosk, questions] = await steps(['latte'], { channel: 'kiosk' });
  expect([briefly(kiosk), questions]).toEqual([[[[1, 350]]], 3]); // the books, and the wide book's new entry
  expect(await steps(['latte'])).toMatchObject([[[{ version: 2, price: USD(420) }]], 0]);
  await shop.ok('POST', `/${wide}/archive`);
  expect(briefly((await steps(['latte']))[0])).toEqual([[]]);
});

test('lines of one sale may be of different times', async () => {
  const id = await shop.published({}, [absolute('latte', 400)]);
  const first = (await shop.ok('GET', `/${id}`)).inForce.publishAt;
  await shop.republish(id, [absolute('latte', 410)]);
  const second = (await shop.ok('GET', `/${id}`)).inForce.publishAt;
  const lines = [first, second, '2020-01-01T00:00:00Z'].map((time) => {
    const at = new Date(time);
    return { sku: 'latte', category: 'Coffee', at, clock: wallClockOf(at, 'UTC') };
  });
  const question = {
    outletId: shop.harbour as OutletId,
    channel: 'counter',
    currency: 'USD',
    customerGroups: [],
    lines,
  };
  const [found, questions] = await counted(shop.tenant, (tx) => cache.stepsFor(tx, question));
  expect(briefly(found)).toEqual([[[1, 400]], [[2, 410]], []]);
  expect(questions).toBe(3);
});

test('rules alone need no entries', async () => {
  await shop.published({ rules: [{ category: 'Coffee', kind: 'percent', rate: '-10' }] });
  const [found, questions] = await steps(['latte', 'any']);
  expect([briefly(found), questions]).toEqual([[[[1, 'percent']], [[1, 'percent']]], 2]);
});

test('two tenants never see each other’s prices', async () => {
  await shop.published({}, [absolute('latte', 400)]);
  const other = await PricebookShop.open(service);
  await other.published({}, [percent('latte', '-10')]);
  expect(briefly((await steps(['latte']))[0])).toEqual([[[1, 400]]]);
  expect(briefly((await steps(['latte'], {}, other))[0])).toEqual([[[1, 'percent']]]);
  expect((await steps(['latte']))[1]).toBe(0);
});

test('a full cache gives up what was used least, and finds it again', async () => {
  cache = new CachedPricebooks(new ReleasedPricebooks(10, 2));
  await shop.published({}, [absolute('a', 1), absolute('b', 2), absolute('c', 3)]);
  expect(briefly((await steps(['a', 'b', 'c']))[0])).toEqual([[[1, 1]], [[1, 2]], [[1, 3]]]);
  expect((await steps(['c', 'b']))[1]).toBe(0);
  expect(await steps(['a'])).toMatchObject([[[{ price: USD(1) }]], 1]);
});
