import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startService, type TestService } from '../../../../../test/harness/service.js';
import { WITHOUT_LIMIT } from '../../domain/promotion-details.js';
import { USD } from '../../domain/promotion.examples.js';
import type { RefusedUse } from '../../application/promotions-facade.js';
import { PromotionShop, useOf } from './promotion-shop.examples.js';

// Every use runs in a transaction of its own over a connection of its own.

let service: TestService;
let shop: PromotionShop;
beforeAll(async () => {
  // Orders that race wait for a connection as long as it takes, on a slow machine too.
  service = await startService({ DATABASE_CONNECT_TIMEOUT_MS: '60000', DATABASE_STATEMENT_TIMEOUT_MS: '60000' });
});
beforeEach(async () => {
  shop = await PromotionShop.open(service);
});
afterAll(() => service.close());

const won = (results: readonly (readonly RefusedUse[])[]): number =>
  results.filter(({ length }) => length === 0).length;
const lost = (results: readonly (readonly RefusedUse[])[]): string[] => [
  ...new Set(results.flat().map(({ reason }) => reason)),
];
const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function rows(text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: service.database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.tenant.id]);
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** That counts and uses agree, for every promotion and code of the shop. */
async function assertSums(): Promise<void> {
  const wrong = await rows(
    `select c.promotion_id from promotion_counters c where tenant_id = current_setting('app.tenant_id')::uuid
       and (uses <> (select count(*) from promotion_uses u where u.promotion_id = c.promotion_id)
        or spent <> (select coalesce(sum(amount) filter (where u.currency = c.currency), 0) from promotion_uses u
          where u.promotion_id = c.promotion_id))
     union all
     select k.id from promotion_codes k where tenant_id = current_setting('app.tenant_id')::uuid
       and uses <> (select count(*) from promotion_uses u where u.promotion_id = k.promotion_id and u.code = k.code)`,
  );
  expect(wrong).toEqual([]);
}

test('one use is left and 50 orders want it at once: one has it', async () => {
  const id = await shop.active({}, { code: 'LAST', usesMax: 1 });
  const results = await times(50, () => shop.use([useOf(id, 'LAST')]));
  expect([won(results), lost(results)]).toEqual([1, ['promo_code_exhausted']]);
  await assertSums();
});

test('an automatic promotion with one use left goes to one of 50', async () => {
  const id = await shop.limited({ usesMax: 1 });
  const results = await times(50, () => shop.use([useOf(id)]));
  expect([won(results), lost(results)]).toEqual([1, ['promotion_exhausted']]);
  await assertSums();
});

test('a budget of 100.00 and 40 orders of 7.00 at once: 14 have it, 98.00 are spent', async () => {
  const id = await shop.limited({ budget: USD(10_000) });
  const results = await times(40, () => shop.use([useOf(id)]));
  expect([won(results), lost(results)]).toEqual([14, ['promotion_budget_exhausted']]);
  expect(await shop.figures(id)).toMatchObject({ uses: 14, givenAway: [USD(9_800)], budgetLeft: USD(200) });
  await assertSums();
});

test('each of five customers has it twice, however many orders race', async () => {
  const id = await shop.limited({ usesPerCustomerMax: 2 });
  const results = await times(50, (index) => shop.use([useOf(id)], { customerId: `customer ${index % 5}` }));
  expect([won(results), lost(results)]).toEqual([10, ['promotion_customer_limit']]);
  await assertSums();
});

test('a code limits its own customers', async () => {
  const id = await shop.active({}, { code: 'ONCE', usesPerCustomerMax: 1 });
  const results = await times(20, (index) => shop.use([useOf(id, 'ONCE')], { customerId: index % 2 ? 'ann' : 'bob' }));
  expect([won(results), lost(results)]).toEqual([2, ['promotion_customer_limit']]);
});

test('what is given back is free again; twice the same changes nothing', async () => {
  const orderId = randomUUID();
  const id = await shop.active({ limits: { ...WITHOUT_LIMIT, budget: USD(1_000) } }, { code: 'ONE', usesMax: 1 });
  const one = useOf(id, 'ONE');
  expect(await shop.use([one], { orderId })).toEqual([]);
  expect(await shop.use([one], { orderId })).toEqual([]);
  expect(await shop.use([one])).toMatchObject([{ promotionId: id, code: 'ONE', reason: 'promo_code_exhausted' }]);
  expect(await shop.use([], { orderId })).toEqual([]);
  expect(await shop.figures(id)).toMatchObject({ uses: 0, givenAway: [], budgetLeft: USD(1_000) });
  expect(await shop.use([one])).toEqual([]);
  await assertSums();
});

test('an order that is sent many times at once takes one use', async () => {
  const orderId = randomUUID();
  const id = await shop.limited({ budget: USD(700) }, { code: 'ONE', usesMax: 1 });
  const results = await times(20, () => shop.use([useOf(id, 'ONE')], { orderId }));
  expect([won(results), (await shop.figures(id)).uses]).toEqual([20, 1]);
  await assertSums();
});

test('staff who change a promotion while it is used wait their turn, and nothing is lost', async () => {
  const id = await shop.limited({ usesMax: 30 });
  const results = await times(40, async (index) => {
    if (index % 4 > 0) return shop.use([useOf(id)]);
    await shop.change(id, { priority: index });
    return [{ promotionId: id, code: null, reason: 'promotion_exhausted' as const }];
  });
  expect(won(results)).toBe(30);
  const [told] = await rows(
    `select count(*)::integer as events, max(sequence) as last from events where aggregate_id = '${id}'`,
  );
  expect(told).toEqual({ events: 13, last: 13 }); // created, activated, changed ten times, exhausted
  await assertSums();
});

test('all or nothing: where one is refused, none is taken, and what the order had stays', async () => {
  const orderId = randomUUID();
  const [kept, free, full] = [
    await shop.limited({ usesMax: 1 }),
    await shop.limited({ usesMax: 5 }),
    await shop.limited({ usesMax: 1 }),
  ];
  await shop.use([useOf(full)]);
  await shop.use([useOf(kept)], { orderId });
  const refused = await shop.use([useOf(free), useOf(full)], { orderId });
  expect(refused).toEqual([{ promotionId: full, code: null, reason: 'promotion_exhausted' }]);
  expect(await Promise.all([kept, free, full].map(async (id) => (await shop.figures(id)).uses))).toEqual([1, 0, 1]);
  await assertSums();
});

test('another amount moves the budget by the difference, and is refused where it does not hold it', async () => {
  const orderId = randomUUID();
  const id = await shop.limited({ budget: USD(1_000) });
  await shop.use([useOf(id, null, 400)], { orderId });
  expect(await shop.use([useOf(id, null, 1_001)], { orderId })).toMatchObject([
    { reason: 'promotion_budget_exhausted' },
  ]);
  expect(await shop.use([useOf(id, null, 1_000)], { orderId })).toEqual([]);
  expect(await shop.use([useOf(id, null, 1)])).toMatchObject([{ reason: 'promotion_budget_exhausted' }]);
  expect(await shop.use([useOf(id, null, 250)], { orderId })).toEqual([]);
  expect(await shop.figures(id)).toMatchObject({ uses: 1, givenAway: [USD(250)], budgetLeft: USD(750) });
  await assertSums();
});

test('orders that want several promotions in any order do not wait for each other in a circle', async () => {
  const ids = [await shop.limited({ usesMax: 1_000 }), await shop.limited({ budget: USD(1_000_000) })];
  const code = await shop.active({}, { code: 'MANY' });
  const uses = [...ids.map((id) => useOf(id)), useOf(code, 'MANY')];
  const orders = Array.from({ length: 8 }, () => randomUUID());
  const results = await times(48, (index) => {
    const turned = [...uses.slice(index % 3), ...uses.slice(0, index % 3)].slice(0, 1 + (index % 3));
    return shop.use(index % 4 === 3 ? [] : turned, { orderId: orders[Math.floor(index / 6)] ?? '' });
  });
  expect(lost(results)).toEqual([]);
});

test('a lowered limit takes nothing away, and a budget that is new begins with what was taken off before', async () => {
  const orderId = randomUUID();
  const id = await shop.limited({ usesMax: 5 });
  await shop.use([useOf(id)], { orderId });
  await shop.use([useOf(id)]);
  await shop.change(id, { limits: { ...WITHOUT_LIMIT, usesMax: 1, budget: USD(1_500) } });
  expect(await shop.use([useOf(id)], { orderId })).toEqual([]);
  expect(await shop.use([useOf(id)])).toMatchObject([{ reason: 'promotion_exhausted' }]);
  expect(await shop.figures(id)).toMatchObject({ uses: 2, usesLeft: 0, budgetLeft: USD(100) });
  await assertSums();
});

test('the last use is told once, in the promotion’s own sequence', async () => {
  const id = await shop.limited({ usesMax: 2 });
  await times(10, () => shop.use([useOf(id)]));
  const told = await rows(
    `select type, sequence, data from events where aggregate = 'promotions' and aggregate_id = '${id}' order by sequence`,
  );
  expect(told.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['pos.promotion.created', 1],
    ['pos.promotion.activated', 2],
    ['pos.promotion.exhausted', 3],
  ]);
  expect(told[2]).toMatchObject({ data: { promotionId: id, uses: 2, usesMax: 2, spent: null, budget: null } });
});
