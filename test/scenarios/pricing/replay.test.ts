import { Client } from 'pg';
import { defineMenu, openPricingShop, promote, total, USD, type PricingShop } from './pricing-shop.js';

// Any order ever taken can be priced again, to the byte, and a promotion can be tried on the past (DOMAIN P11).

let shop: PricingShop;
let owner: Client;
beforeAll(async () => {
  shop = await openPricingShop({
    serviceCharges: [{ name: 'Service', rate: '10', basis: 'before_tax', taxGroup: 'standard', channels: ['dine_in'] }],
    cashRounding: { stepMinor: 5, mode: 'half-up' },
  });
  await defineMenu(shop);
  owner = new Client({ connectionString: shop.service.database.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.tenant_id', $1, false)", [shop.service.tenant.id]);
});
afterAll(async () => {
  await owner.end();
  await shop.service.close();
});

const PERIOD = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
let minute = 0;

async function sell(body: object): Promise<string> {
  const placedAt = `2026-01-10T12:${String(minute++).padStart(2, '0')}:00Z`;
  const opened = await shop.order({ placedAt, ...body });
  const { due } = opened.totals;
  if (due.amount > 0) await shop.post(`/orders/${opened.id}/payments`, { tender: 'cash', amount: USD(20_000) });
  const done = await shop.post(`/orders/${opened.id}/complete`);
  expect(done.status).toBe(200);
  return opened.id as string;
}

const SALES: readonly (readonly [string, object])[] = [
  ['a plain one', { lines: [{ sku: 'burger' }, { sku: 'fries', quantity: '2.5' }] }],
  ['one at the table', { channel: 'dine_in', lines: [{ sku: 'burger' }, { sku: 'beer', quantity: '3' }] }],
  ['a combo', { lines: [{ sku: 'menu', quantity: '2' }, { sku: 'cola' }] }],
  [
    'one with discounts',
    {
      lines: [{ sku: 'odd', quantity: '3' }, { sku: 'burger' }],
      discounts: [
        { percent: '23', reason: 'friend' },
        { amount: USD(501), reason: 'late' },
      ],
    },
  ],
  ['one without tax', { lines: [{ sku: 'burger' }], taxExemption: { reference: 'UN 7' } }],
  ['one with a tip', { lines: [{ sku: 'cola', quantity: '3' }], tip: USD(123) }],
  ['a price that a person set', { lines: [{ sku: 'beer', priceOverride: { unitPrice: USD(333), reason: 'flat' } }] }],
];

describe('every sale', () => {
  let promotion = '';
  beforeAll(async () => {
    promotion = await promote(shop, {
      name: 'Three beers',
      effect: { kind: 'buy_get', buy: 2, get: 1, rate: '100', pick: 'cheapest' },
      select: { skus: ['beer'] },
    });
  });
  afterAll(() => shop.post(`/promotions/${promotion}/end`));

  test.each(SALES)('such as %s explains itself to the total, and comes to the same again', async (_, sale) => {
    const id = await sell(sale);
    const order = (await shop.get(`/orders/${id}`)).body;
    const explained = await shop.get(`/orders/${id}/explanation`);
    expect(explained.body).toMatchObject({ orderId: id, engineVersion: '2', total: order.totals.total });
    expect(total(explained.body.explanation.map(({ adds }: { adds: { amount: number } }) => adds))).toBe(
      order.totals.total.amount,
    );
    const { body } = await shop.post('/pricing/replay', { orderIds: [id] });
    expect(body.data).toEqual([
      {
        orderId: id,
        number: order.number,
        engineVersion: '2',
        inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        identical: true,
        differences: [],
      },
    ]);
  });
});

test('a period is replayed page by page, and each order once', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const body: object = { ...PERIOD, limit: 3, ...(cursor !== null && { cursor }) };
    const page = await shop.post('/pricing/replay', body);
    expect(page.status).toBe(200);
    for (const { orderId, identical } of page.body.data) {
      expect(identical).toBe(true);
      seen.push(orderId);
    }
    cursor = page.body.nextCursor;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(SALES.length);
});

test('prices, promotions and taxes of later change nothing that was sold', async () => {
  const id = await sell({ lines: [{ sku: 'burger' }] });
  await shop.service.call('PATCH', `/catalog/items/${shop.items.get('burger')}`, { body: { price: USD(1999) } });
  const vat = [{ code: 'VAT', name: 'VAT', rate: '25.0' }];
  await shop.put(`/outlets/${shop.outletId}/tax-groups/standard`, { name: 'Standard', mode: 'inclusive', taxes: vat });
  const { body } = await shop.post('/pricing/replay', { orderIds: [id] });
  expect(body.data).toMatchObject([{ identical: true }]);
});

test('what engine 1 priced is replayed by engine 1', async () => {
  const id = await sell({ lines: [{ sku: 'fries', quantity: '3' }, { sku: 'cola' }] });
  await owner.query(
    `update pos_orders set settings = jsonb_set(settings, '{engineVersion}', '"1"'), pricing = null, pricing_hash = null,
       outcome_hash = null where id = $1`,
    [id],
  );
  const { body } = await shop.post('/pricing/replay', { orderIds: [id] });
  expect(body.data).toMatchObject([{ engineVersion: '1', identical: true, differences: [] }]);
  const explained = await shop.get(`/orders/${id}/explanation`);
  expect(explained.body.explanation[0]).toMatchObject({ rule: 'unit_price' });
});

test.each([
  ['a line', 'update pos_order_lines set gross = gross + 1 where order_id = $1', '/lines/0/gross'],
  ['the total', 'update pos_orders set total = total - 1 where id = $1', '/totals/total'],
  [
    'what it was priced from',
    `update pos_orders set pricing = replace(pricing::text, '"fries"', '"FRIES"')::json where id = $1`,
    '/pricing/inputHash',
  ],
])('%s that was tampered with is found', async (_, tampering, pointer) => {
  const id = await sell({ lines: [{ sku: 'fries' }] });
  await owner.query(tampering, [id]);
  const { body } = await shop.post('/pricing/replay', { orderIds: [id] });
  expect(body.data[0].identical).toBe(false);
  expect(body.data[0].differences.map((difference: { pointer: string }) => difference.pointer)).toContain(pointer);
});

test('who may not see an outlet replays nothing of it', async () => {
  const id = await sell({ lines: [{ sku: 'fries' }] });
  const tenant = await shop.service.createTenant();
  const answer = await shop.service.call('POST', '/pricing/replay', { tenant, body: { orderIds: [id] } });
  expect(answer.body.code).toBe('order_not_found');
  const unpermitted = await shop.post('/pricing/replay', { orderIds: [id] }, await shop.keyWith(['orders:read']));
  expect(unpermitted.status).toBe(403);
});

test.each([
  ['neither orders nor a period', {}, '/from'],
  ['both', { orderIds: [], ...PERIOD }, '/orderIds'],
  ['half a period', { from: PERIOD.from }, '/to'],
])('%s is refused with its place', async (_, body, pointer) => {
  const answer = await shop.post('/pricing/replay', body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toMatchObject([{ pointer }]);
});

describe('a draft over the past', () => {
  const draft = { name: 'Less beer', select: { skus: ['beer'] }, effect: { kind: 'percent_off', rate: '50' } };

  test('tells the difference of each order and writes nothing', async () => {
    const before = await owner.query('select md5(string_agg(o::text, $1 order by id)) as sum from pos_orders o', [';']);
    const { status, body } = await shop.post('/promotions/simulations', { draft, ...PERIOD });
    expect(status).toBe(200);
    expect(body.looked).toBeGreaterThan(SALES.length);
    // At the table: half of three beers, so that the third, which is free, is worth less; and the service charge on it.
    const [first] = body.data as { difference: { amount: number }; takenOff: { amount: number } }[];
    expect(first).toMatchObject({ takenOff: USD(750), difference: USD(-550) });
    expect(body.sums).toMatchObject([
      {
        currency: 'USD',
        orders: body.data.length,
        difference: USD(total(body.data.map((one: { difference: { amount: number } }) => one.difference))),
      },
    ]);
    const after = await owner.query('select md5(string_agg(o::text, $1 order by id)) as sum from pos_orders o', [';']);
    expect(after.rows).toEqual(before.rows);
    expect((await shop.get('/promotions')).body.data).not.toContainEqual(expect.objectContaining({ name: draft.name }));
  });

  test('pages, and the pages add up', async () => {
    const whole = (await shop.post('/promotions/simulations', { draft, ...PERIOD })).body;
    let [cursor, looked, orders] = [null as string | null, 0, 0];
    do {
      const body: object = { draft, ...PERIOD, limit: 2, ...(cursor !== null && { cursor }) };
      const page = (await shop.post('/promotions/simulations', body)).body;
      looked += page.looked as number;
      orders += (page.data as unknown[]).length;
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect([looked, orders]).toEqual([whole.looked, whole.data.length]);
  });

  test('of another currency changes nothing, and a bad one is refused with its place', async () => {
    const yen = { ...draft, effect: { kind: 'amount_off', amount: { amount: 10, currency: 'JPY' } } };
    expect((await shop.post('/promotions/simulations', { draft: yen, ...PERIOD })).body.data).toEqual([]);
    const bad = { ...draft, effect: { kind: 'percent_off', rate: '150' } };
    const refused = await shop.post('/promotions/simulations', { draft: bad, ...PERIOD });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/draft/effect/rate' }] } });
    const unknown = await shop.post('/promotions/simulations', { promotionId: shop.outletId, ...PERIOD });
    expect(unknown.body.code).toBe('promotion_not_found');
  });
});
