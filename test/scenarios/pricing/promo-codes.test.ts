import { openPricingShop, promote, USD, type PricingShop } from './pricing-shop.js';

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
});
afterAll(() => shop.service.close());

const FIVE_OFF = { activation: 'code', level: 'order', effect: { kind: 'amount_off', amount: USD(500) } };

async function withCode(name: string, code: string, usesMax: number | null): Promise<string> {
  const id = await promote(shop, { name, ...FIVE_OFF });
  const made = await shop.post(`/promotions/${id}/codes`, { code, usesMax });
  expect(made.status).toBe(201);
  return id;
}

test('a code with one use left and 50 sales at once: one wins, and the others are told', async () => {
  await withCode('Once', 'LASTONE', 1);
  const sale = { outletId: shop.outletId, lines: [{ sku: 'burger' }], promoCodes: ['lastone'] };
  const answers = await Promise.all(Array.from({ length: 50 }, () => shop.post('/orders', sale)));
  const won = answers.filter(({ status }) => status === 201);
  expect(won).toHaveLength(1);
  expect(won[0]?.body).toMatchObject({ promoCodes: ['LASTONE'], totals: { total: USD(700), discount: USD(500) } });
  for (const { status, body } of answers.filter((answer) => answer !== won[0])) {
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'promo_code_exhausted', '/promoCodes/0']);
  }
  // Who gives the order up gives the use back; the next sale may have it.
  expect((await shop.post(`/orders/${won[0]?.body.id}/void`, { reason: 'guest left' })).status).toBe(200);
  expect((await shop.post('/orders', sale)).status).toBe(201);
});

test('a code comes to an open order and goes again, and its use with it', async () => {
  await withCode('Once more', 'SINGLE', 1);
  const [one, two] = [await shop.order({ lines: [{ sku: 'fries' }] }), await shop.order({ lines: [{ sku: 'beer' }] })];
  const added = await shop.post(`/orders/${one.id}/promo-codes`, { code: ' single ' });
  expect(added).toMatchObject({ status: 201, body: { promoCodes: ['SINGLE'], totals: { total: USD(0) } } });
  expect(await shop.post(`/orders/${two.id}/promo-codes`, { code: 'SINGLE' })).toMatchObject({
    status: 422,
    body: { code: 'promo_code_exhausted' },
  });
  // A line more: the order keeps its own use of the code.
  const more = await shop.post(`/orders/${one.id}/lines`, { sku: 'cola' });
  expect(more).toMatchObject({ status: 201, body: { totals: { discount: USD(500), total: USD(300) } } });
  const removed = await shop.delete(`/orders/${one.id}/promo-codes/single`);
  expect(removed).toMatchObject({ status: 200, body: { promoCodes: [], totals: { total: USD(800) } } });
  expect(await shop.delete(`/orders/${one.id}/promo-codes/single`)).toMatchObject({
    status: 404,
    body: { code: 'promo_code_not_on_order' },
  });
  expect((await shop.post(`/orders/${two.id}/promo-codes`, { code: 'SINGLE' })).status).toBe(201);
});

test('a code that nobody gave out is refused where it stands, and a quote uses nothing up', async () => {
  await withCode('Quoted', 'QUOTED', 1);
  const lines = [{ sku: 'burger' }];
  const refused = await shop.post('/orders', { outletId: shop.outletId, lines, promoCodes: ['QUOTED', 'NONSENSE'] });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'promo_code_unknown', errors: [{ pointer: '/promoCodes/1' }] },
  });
  for (let time = 0; time < 3; time += 1) {
    const quote = await shop.post('/quotes', { outletId: shop.outletId, lines, promoCodes: ['QUOTED'] });
    expect(quote).toMatchObject({ status: 200, body: { promoCodes: ['QUOTED'], totals: { total: USD(700) } } });
  }
  expect((await shop.order({ lines, promoCodes: ['QUOTED'] })).totals.total).toEqual(USD(700));
});

test('an automatic promotion that has no use left is left out, and the sale goes on', async () => {
  const effect = { kind: 'percent_off', rate: '50' };
  const select = { skus: ['odd'] };
  await promote(shop, { name: 'First two', effect, select, limits: { usesMax: 2 } });
  const sales = await Promise.all(Array.from({ length: 8 }, () => shop.order({ lines: [{ sku: 'odd' }] })));
  const totals = sales.map(({ totals: { total } }) => total.amount as number).sort((a, b) => a - b);
  expect(totals).toEqual([1666, 1666, 3333, 3333, 3333, 3333, 3333, 3333]);
});

test('an order keeps the promotion of its time when that is changed or ended', async () => {
  const effect = { kind: 'percent_off', rate: '20' };
  const id = await promote(shop, { name: 'Cola days', effect, select: { skus: ['cola'] } });
  const opened = await shop.order({ lines: [{ sku: 'cola' }] });
  expect(opened.lines[0].discounts).toMatchObject([{ source: 'promotion', id, name: 'Cola days', amount: USD(70) }]);
  expect((await shop.post(`/promotions/${id}/end`)).status).toBe(200);
  const more = await shop.post(`/orders/${opened.id}/lines`, { sku: 'fries' });
  expect(more.body.totals).toMatchObject({ discount: USD(70), total: USD(730) });
  expect((await shop.order({ lines: [{ sku: 'cola' }] })).totals.discount).toEqual(USD(0));
});
