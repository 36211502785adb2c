import { openShop } from '../../../../../test/faults/shop.js';
import { startService, type Answer, type TestService, type TestTenant } from '../../../../../test/harness/service.js';
import { wallClockOf } from '../../../../kernel/business-time.js';
import type { RequestContext } from '../../../../kernel/context.js';
import { decimal } from '../../../../kernel/decimal.js';
import type { OutletId } from '../../../../kernel/ids.js';
import { Refusal } from '../../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../../kernel/transaction.js';
import type { PostgresTx } from '../../../../platform/postgres/transaction.js';
import { TRANSACTOR } from '../../../../platform/tokens.js';
import { CatalogFacade } from '../../application/catalog-facade.js';

let service: TestService;
let shop: TestTenant;
let transactor: Transactor;
let catalog: CatalogFacade;
let outletId: OutletId;
let otherOutlet: OutletId;
beforeAll(async () => {
  service = await startService();
  transactor = service.api.container.get(TRANSACTOR);
  catalog = service.api.container.get(CatalogFacade);
});
beforeEach(async () => {
  shop = await service.createTenant();
  const { outlets } = await openShop(service.database.ownerUrl, { owner: shop, outlets: 2 });
  outletId = outlets[0].id as OutletId;
  otherOutlet = outlets[1]?.id as OutletId;
});
afterAll(() => service.close());

const context = (): RequestContext => ({
  tenantId: shop.id,
  tenantSlug: shop.slug,
  principal: { kind: 'api-key', id: 'test', permissions: new Set(), test: false },
  requestId: 'r',
  at: new Date(),
});
// A Monday, 12:00.
const NOON = wallClockOf(new Date('2026-01-05T12:00:00Z'), 'UTC');

const put = (sku: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('PUT', `/outlets/${outletId}/availability/${sku}`, { tenant: shop, body, headers });
const list = async (query = ''): Promise<ReturnType<typeof JSON.parse>[]> =>
  (await service.call('GET', `/outlets/${outletId}/availability${query}`, { tenant: shop })).body.data;

const ask = (...skus: [sku: string, quantity: string][]) =>
  skus.map(([sku, quantity], index) => ({ sku, quantity: decimal(quantity), pointer: `/lines/${index}/sku` }));
const place = (channel = 'counter', at = outletId) => ({ outletId: at, channel, clock: NOON });
const take = (...skus: [sku: string, quantity: string][]): Promise<void> =>
  transactor.run(context(), (tx) => catalog.offer(tx, place(), ask(...skus), true));
const look = (channel: string, ...skus: [sku: string, quantity: string][]): Promise<void> =>
  transactor.read(context(), (tx) => catalog.offer(tx, place(channel), ask(...skus), false));
const putBack = (sku: string, quantity: string): Promise<void> =>
  transactor.run(context(), (tx) => catalog.putBack(tx, outletId, [{ sku, quantity: decimal(quantity) }]));

async function refusalOf(work: Promise<void>): Promise<Refusal | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test('an item is taken off, shown, and put back', async () => {
  const off = await put('coffee', { available: false, reason: 'machine broken' }, { 'If-Match': '"0"' });
  expect(off).toMatchObject({ status: 200, body: { available: false, reason: 'machine broken', soldOut: false } });
  expect(off.headers.get('etag')).toBe('"1"');
  expect((await put('coffee', { available: false, reason: 'machine broken' })).body.version).toBe(1);
  expect(await put('coffee', { available: true }, { 'If-Match': '"5"' })).toMatchObject({ status: 412 });
  expect(await list()).toEqual([off.body]);
  expect(await refusalOf(take(['juice', '1'], ['coffee', '1']))).toMatchObject({
    code: 'item_not_available',
    facts: { sku: 'coffee', why: 'outlet', reason: 'machine broken' },
    fields: [{ pointer: '/lines/1/sku' }],
  });
  expect((await put('coffee', { available: true })).body).toMatchObject({ available: true, version: 2 });
  expect([await list(), await refusalOf(take(['coffee', '1']))]).toEqual([[], undefined]);
});

test('another outlet still has it', async () => {
  await put('coffee', { available: false });
  const elsewhere = place('counter', otherOutlet);
  await transactor.read(context(), (tx) => catalog.offer(tx, elsewhere, ask(['coffee', '1']), false));
});

test('until when it is off is kept and told', async () => {
  const { body } = await put('coffee', { available: false, until: '2999-01-01T01:00:00+01:00' });
  expect(body.until).toBe('2999-01-01T00:00:00.000Z');
  expect(await list()).toEqual([body]);
  expect((await refusalOf(look('counter', ['coffee', '1'])))?.code).toBe('item_not_available');
});

test.each([
  [{ available: true, until: '2999-01-01T00:00:00Z' }, 422, 'availability_invalid', '/until'],
  [{ available: false, until: '2001-01-01T00:00:00Z' }, 422, 'availability_invalid', '/until'],
  [{ available: true, remaining: '-1' }, 422, 'availability_invalid', '/remaining'],
  [{ available: true, remaining: 'x' }, 400, 'validation_failed', '/remaining'],
  [{}, 400, 'validation_failed', '/available'],
])('%j is refused', async (body, status, code, pointer) => {
  expect(await put('coffee', body)).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
});

test('only items and outlets that there are', async () => {
  expect((await put('nothing', { available: false })).body.code).toBe('item_not_found');
  const stranger = await service.createTenant();
  const { outlets } = await openShop(service.database.ownerUrl, { owner: stranger });
  expect((await service.call('GET', `/outlets/${outlets[0].id}/availability`, { tenant: shop })).body.code).toBe(
    'outlet_not_found',
  );
});

test('the item’s own channels and hours count', async () => {
  const windows = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '07:00', to: '11:30' }];
  for (const [sku, more] of [
    ['kiosk-only', { channels: ['kiosk'] }],
    ['breakfast', { schedule: { windows } }],
  ] as const) {
    const body = {
      sku,
      name: sku,
      category: 'c',
      taxCategory: 'standard',
      price: { amount: 1, currency: 'USD' },
      ...more,
    };
    await service.call('POST', '/catalog/items', { tenant: shop, body });
  }
  expect(await refusalOf(look('kiosk', ['kiosk-only', '1']))).toBeUndefined();
  expect(await refusalOf(look('counter', ['kiosk-only', '1']))).toMatchObject({ facts: { why: 'channel' } });
  expect(await refusalOf(look('counter', ['breakfast', '1']))).toMatchObject({ facts: { why: 'schedule' } });
});

test('a count goes down with sales, refuses what is short, and goes up again', async () => {
  await put('coffee', { available: true, remaining: '12.5' });
  await take(['coffee', '4'], ['juice', '1'], ['coffee', '6']);
  expect(await list()).toMatchObject([{ sku: 'coffee', remaining: '2.5', available: true, version: 1 }]);
  expect(await refusalOf(take(['juice', '1'], ['coffee', '2'], ['coffee', '1']))).toMatchObject({
    code: 'item_sold_out',
    facts: { sku: 'coffee', left: '2.5', wanted: '3' },
    fields: [{ pointer: '/lines/1/sku' }, { pointer: '/lines/2/sku' }],
  });
  expect(await refusalOf(look('counter', ['coffee', '3']))).toMatchObject({ code: 'item_sold_out' });
  await take(['coffee', '2.5']);
  expect(await list('?available=false')).toMatchObject([
    { remaining: '0', available: false, soldOut: true, version: 2 },
  ]);
  await putBack('coffee', '1');
  await putBack('juice', '1');
  expect(await list('?available=true')).toMatchObject([
    { remaining: '1', available: true, soldOut: false, version: 3 },
  ]);
});

test('ten left and fifty who buy one each: ten win', async () => {
  await put('coffee', { available: true, remaining: '10' });
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, buyer) =>
      refusalOf(buyer % 2 === 0 ? take(['coffee', '1'], ['juice', '1']) : take(['juice', '1'], ['coffee', '1'])),
    ),
  );
  expect(outcomes.filter((refusal) => refusal === undefined)).toHaveLength(10);
  expect(new Set(outcomes.map((refusal) => refusal?.code))).toEqual(new Set([undefined, 'item_sold_out']));
  expect(await list()).toMatchObject([{ remaining: '0', soldOut: true, version: 2 }]);
});

test('two counts asked for in two orders never wait for each other', async () => {
  await put('coffee', { available: true, remaining: '20' });
  await put('juice', { available: true, remaining: '20' });
  const buy = (turn: number): Promise<void> =>
    turn % 2 === 0 ? take(['coffee', '1'], ['juice', '1']) : take(['juice', '1'], ['coffee', '1']);
  const outcomes = await Promise.all(Array.from({ length: 30 }, (_, turn) => refusalOf(buy(turn))));
  expect(outcomes.filter((refusal) => refusal === undefined)).toHaveLength(20);
  expect(await list('?available=false')).toHaveLength(2);
});

test('a sale that is not made takes nothing', async () => {
  await put('coffee', { available: true, remaining: '5' });
  const broken = transactor.run(context(), async (tx) => {
    await catalog.offer(tx, place(), ask(['coffee', '5']), true);
    throw new Refusal('order_not_open');
  });
  expect((await refusalOf(broken))?.code).toBe('order_not_open');
  expect(await list()).toMatchObject([{ remaining: '5' }]);
});

test('events tell of what screens must show: off, back, and a count that comes to or from nothing', async () => {
  const { body } = await put('coffee', { available: true, remaining: '2' });
  await take(['coffee', '1']);
  await take(['coffee', '1']);
  await putBack('coffee', '1');
  await put('coffee', { available: false });
  await put('coffee', { available: true });
  const events = await transactor.read(context(), async (tx) => {
    const { client } = tx as unknown as PostgresTx;
    const { rows } = await client.query('select * from events where aggregate_id = $1 order by sequence', [body.id]);
    return rows;
  });
  expect(events.map(({ sequence, data: { availability: now } }) => [sequence, now.available, now.remaining])).toEqual([
    [1, true, '2'],
    [2, false, '0'],
    [3, true, '1'],
    [4, false, null],
    [5, true, null],
  ]);
  expect(
    events.every(({ type, outlet_id: at }) => type === 'pos.catalog.availability_changed' && at === outletId),
  ).toBe(true);
});

test('where nothing is restricted, asking costs nothing but the first time', async () => {
  const questions = async (work: (tx: Tx) => Promise<void>): Promise<number> =>
    transactor.run(context(), async (tx) => {
      const query = jest.spyOn((tx as unknown as PostgresTx).client, 'query');
      try {
        await work(tx);
        return query.mock.calls.length;
      } finally {
        query.mockRestore();
      }
    });
  const sell = (tx: Tx): Promise<void> => catalog.offer(tx, place(), ask(['juice', '1']), true);
  await questions(sell);
  expect(await questions(sell)).toBe(0);
  await put('coffee', { available: true, remaining: '3' });
  await questions(sell);
  await look('counter', ['coffee', '1']);
  expect(await questions(sell)).toBe(0);
  expect(await questions((tx) => catalog.offer(tx, place(), ask(['coffee', '1'], ['juice', '1']), true))).toBe(2);
});

test('the list is paged by SKU', async () => {
  for (const sku of ['coffee', 'juice', 'poster']) await put(sku, { available: false });
  const first = await service.call('GET', `/outlets/${outletId}/availability?limit=2`, { tenant: shop });
  expect(first.body.data.map(({ sku }: { sku: string }) => sku)).toEqual(['coffee', 'juice']);
  expect(await list(`?limit=2&cursor=${first.body.nextCursor}`)).toMatchObject([{ sku: 'poster' }]);
});
