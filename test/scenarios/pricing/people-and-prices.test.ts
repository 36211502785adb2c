import { openPricingShop, total, USD, type PricingShop } from './pricing-shop.js';

// Prices are the server's; what people may change, and that it is told (DOMAIN P9).

let shop: PricingShop;
let till: string;
beforeAll(async () => {
  const channels = ['dine_in'];
  const serviceCharges = [{ name: 'Service', rate: '10', basis: 'before_tax', taxGroup: 'standard', channels }];
  shop = await openPricingShop({ serviceCharges });
  till = await shop.keyWith(['orders:read', 'orders:write']);
});
afterAll(() => shop.service.close());

const sale = (more: object) => ({ outletId: shop.outletId, ...more });

test('a price that is not the present one is refused, and so is one set without permission', async () => {
  const lines = [{ sku: 'burger', unitPrice: USD(1100) }];
  expect(await shop.post('/orders', sale({ lines }))).toMatchObject({
    status: 422,
    body: { code: 'price_mismatch', errors: [{ pointer: '/lines/0/unitPrice' }] },
  });
  const set = sale({ lines: [{ sku: 'burger', priceOverride: { unitPrice: USD(1100), reason: 'scratched' } }] });
  expect(await shop.post('/orders', set, till)).toMatchObject({
    status: 422,
    body: { code: 'price_mismatch', errors: [{ pointer: '/lines/0/priceOverride' }] },
  });
  const { body, status } = await shop.post('/orders', set);
  expect([status, body.totals.total]).toEqual([201, USD(1100)]);
  const events = (await shop.get(`/orders/${body.id}/events`)).body.data as { type: string; data: object }[];
  expect(events.map(({ type }) => type)).toEqual(['pos.order.created', 'pos.order.price_overridden']);
  expect(events[1]?.data).toMatchObject({
    override: { sku: 'burger', before: USD(1200), price: USD(1100), reason: 'scratched' },
  });
});

test('the price of an open-price item comes from the till', async () => {
  expect(await shop.post('/orders', sale({ lines: [{ sku: 'buffet' }] }))).toMatchObject({
    status: 422,
    body: { code: 'price_required', errors: [{ pointer: '/lines/0/unitPrice' }] },
  });
  const { totals } = await shop.order({ lines: [{ sku: 'buffet', unitPrice: USD(123), quantity: '2' }] });
  expect(totals.total).toEqual(USD(246));
});

test.each([
  ['a discount', { percent: '10', reason: 'regular' }, 'orders:discount'],
  ['a comp', { comp: true, reason: 'spilled' }, 'orders:comp'],
  ['a meal for staff', { percent: '50', category: 'employee_meal', reason: 'shift' }, 'orders:comp'],
])('%s needs its permission, in one call and on an open order', async (_, discount, permission) => {
  const lines = [{ sku: 'burger' }];
  const refused = { status: 403, body: { code: 'permission_missing', permission } };
  expect(await shop.post('/orders', sale({ lines, discounts: [discount] }), till)).toMatchObject(refused);
  const { id } = await shop.order({ lines });
  expect(await shop.post(`/orders/${id}/discounts`, discount, till)).toMatchObject(refused);
  const manager = await shop.keyWith(['orders:read', 'orders:write', permission]);
  expect((await shop.post(`/orders/${id}/discounts`, discount, manager)).status).toBe(201);
});

test('discounts that people give come to the same in any order of entry, and go again', async () => {
  const lines = [{ sku: 'burger' }, { sku: 'fries', quantity: '3' }];
  const gifts = [
    { percent: '23', reason: 'a' },
    { amount: USD(333), reason: 'b' },
    { percent: '7.5', reason: 'c' },
  ];
  const give = async (order: readonly number[]) => {
    const { id, lines: made } = await shop.order({ lines });
    for (const index of order) expect((await shop.post(`/orders/${id}/discounts`, gifts[index])).status).toBe(201);
    const onLine = { lineId: made[1].id, amount: USD(50), reason: 'd' };
    return (await shop.post(`/orders/${id}/discounts`, onLine)).body;
  };
  const [forth, back] = [await give([0, 1, 2]), await give([2, 1, 0])];
  expect(back.totals).toEqual(forth.totals);
  expect(back.lines.map(({ discount }: { discount: object }) => discount)).toEqual(
    forth.lines.map(({ discount }: { discount: object }) => discount),
  );
  const path = `/orders/${forth.id}/discounts`;
  const { data } = (await shop.get(path)).body;
  expect(data).toHaveLength(4);
  for (const { id } of data) expect((await shop.delete(`${path}/${id}`)).status).toBe(200);
  expect((await shop.get(`/orders/${forth.id}`)).body.totals.discount).toEqual(USD(0));
  expect(await shop.delete(`${path}/${data[0].id}`)).toMatchObject({
    status: 404,
    body: { code: 'discount_not_found' },
  });
});

test('service charge, exemption from tax and the tip each have their place', async () => {
  const lines = [{ sku: 'burger' }, { sku: 'fries' }];
  const { id, totals, taxes } = await shop.order({ channel: 'dine_in', lines });
  expect(totals).toMatchObject({ subtotal: USD(1650), serviceCharge: USD(165), total: USD(1815) });
  expect(total(taxes.map(({ amount }: { amount: { amount: number } }) => amount))).toBe(totals.tax.amount);
  const tipped = await shop.put(`/orders/${id}/tip`, { tip: USD(200) });
  expect(tipped).toMatchObject({ status: 200, body: { totals: { tip: USD(200), total: USD(2015), tax: totals.tax } } });
  const waived = await shop.order({ channel: 'dine_in', lines, waiveServiceCharge: true });
  expect(waived).toMatchObject({ serviceChargeWaived: true, totals: { serviceCharge: USD(0), total: USD(1650) } });
  const exempt = await shop.order({ lines, taxExemption: { reference: 'UN-4711' } });
  expect(exempt).toMatchObject({ taxExemption: { reference: 'UN-4711' }, totals: { tax: USD(0), total: USD(1429) } });
  expect((await shop.post('/orders', sale({ lines, waiveServiceCharge: true }), till)).body.permission).toBe(
    'orders:discount',
  );
  expect((await shop.post('/orders', sale({ lines, taxExemption: { reference: 'x' } }), till)).body.permission).toBe(
    'orders:tax_exempt',
  );
});

test('a tip is owed to staff: refunds of all lines leave it', async () => {
  const payments = [{ tender: 'card', amount: USD(1400) }];
  const sold = await shop.order({ lines: [{ sku: 'burger' }], tip: USD(200), payments, complete: true });
  const refund = { lines: [{ lineId: sold.lines[0].id, quantity: '1' }], reason: 'cold' };
  const back = await shop.post(`/orders/${sold.id}/refunds`, refund);
  expect(back).toMatchObject({
    status: 201,
    body: { status: 'refunded', refunds: [{ amount: USD(1200), payments: [{ tender: 'card', amount: USD(1200) }] }] },
  });
});
