import { Refusal } from '../../../src/kernel/refusal.js';
import type { TestService } from '../../harness/service.js';
import { defineMenu, openPricingShop, promote, USD, type PricingShop } from '../pricing/pricing-shop.js';
import { newId, OfflineTill, type RungUp } from './offline-till.js';

let shop: PricingShop;
let service: TestService;
let till: OfflineTill;
beforeAll(async () => {
  shop = await openPricingShop();
  ({ service } = shop);
  till = new OfflineTill(service, shop.outletId);
});
afterAll(() => service.close());

const orderOf = async (id: string) => (await shop.get(`/orders/${id}`)).body;
const replaysOf = async (id: string) => (await shop.post('/pricing/replay', { orderIds: [id] })).body.data;
const priceOf = (sku: string, amount: number) =>
  shop.service.call('PATCH', `/catalog/items/${shop.items.get(sku)}`, { body: { price: USD(amount) } });

test('a sale of which nothing differs is taken as it was charged, without a conflict', async () => {
  const { body, charged } = await till.ring({ lines: [{ sku: 'burger', quantity: '2' }, { sku: 'fries' }] });
  const { order, conflicts } = await till.send('order.place', body);
  expect(conflicts).toEqual([]);
  expect(order).toMatchObject({ id: body.order.id, status: 'completed', receiptNumber: body['receiptNumber'] });
  const kept = await orderOf(order.id);
  expect(kept.totals).toEqual(charged.totals);
  expect(kept.lines.map(({ id }: { id: string }) => id)).toEqual(charged.lines.map(({ id }) => id));
  expect(kept).toMatchObject({ receiptNumber: body['receiptNumber'], cashierId: 'user:ann' });
  expect((await shop.get(`/orders?receiptNumber=${String(body['receiptNumber'])}`)).body).toMatchObject({
    data: [{ id: order.id }],
  });
});

test('the same sale again has no effect', async () => {
  const { body } = await till.ring({ lines: [{ sku: 'cola' }] });
  const first = await till.send('order.place', body);
  const second = await till.send('order.place', body);
  expect(second).toEqual({ order: first.order, conflicts: [] });
});

test('a price that changed meanwhile: what was charged stays, with both prices in one conflict, and replays to the byte', async () => {
  const { body, charged } = await till.ring({ lines: [{ sku: 'beer', quantity: '3' }, { sku: 'cola' }] });
  await priceOf('beer', 550);
  const { order, conflicts } = await till.send('order.place', body);
  await priceOf('beer', 500);
  expect(conflicts).toEqual([{ cause: 'price_differs', facts: expect.any(Object) }]);
  const { facts } = conflicts[0] ?? { facts: {} };
  expect(facts).toMatchObject({
    lines: [{ sku: 'beer', quantity: '3', charged: USD(500), own: USD(550) }],
    totals: { charged: { total: USD(1850) }, own: { total: USD(2000) } },
  });
  expect((await orderOf(order.id)).totals).toEqual(charged.totals);
  expect(await replaysOf(order.id)).toMatchObject([{ identical: true, differences: [] }]);
});

test('what does not add up is not taken', async () => {
  const { body } = await till.ring({ lines: [{ sku: 'cola' }, { sku: 'fries' }] });
  const changed = (change: (copy: ReturnType<typeof JSON.parse>) => void): object => {
    const copy = JSON.parse(JSON.stringify(body));
    change(copy);
    return copy;
  };
  const wrong: [string, object][] = [
    ['a total', changed((copy) => (copy.totals.total.amount -= 100))],
    ['a price', changed((copy) => (copy.pricing.lines[0].price -= 100))],
    ['a line that is not priced', changed((copy) => copy.order.lines.push({ id: newId(), sku: 'beer' }))],
    ['a line that is not asked for', changed((copy) => copy.order.lines.pop())],
    ['another quantity', changed((copy) => (copy.order.lines[0].quantity = '2'))],
    ['a line without a copy', changed((copy) => copy.copies.pop())],
    ['an engine that there is not', changed((copy) => (copy.pricing.engineVersion = '9'))],
    ['nonsense', changed((copy) => (copy.pricing.taxGroups = [{}]))],
    ['no payment', changed((copy) => (copy.order.payments = []))],
    ['a payment that is too low', changed((copy) => (copy.order.payments[0].amount.amount -= 1))],
  ];
  for (const [what, entry] of wrong) {
    const outcome = await till.send('order.place', entry).then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? String(error.code) : error),
    );
    expect([what, outcome]).toEqual([what, 'sale_does_not_add_up']);
  }
  expect((await shop.get(`/orders/${body.order.id}`)).status).toBe(404);
});

describe('what master data say later', () => {
  const lines = [{ sku: 'fries' }, { sku: 'odd' }];
  const causes = async ({ body, charged }: RungUp): Promise<string[]> => {
    const { order, conflicts } = await till.send('order.place', body);
    expect((await orderOf(order.id)).totals).toEqual(charged.totals);
    expect(await replaysOf(order.id)).toMatchObject([{ identical: true, differences: [] }]);
    return conflicts.map(({ cause }) => cause);
  };

  test('an item that is off the list', async () => {
    const rung = await till.ring({ lines });
    const path = `/catalog/items/${shop.items.get('odd')}`;
    await service.call('PATCH', path, { body: { active: false } });
    expect(await causes(rung)).toEqual(['item_inactive']);
    await service.call('PATCH', path, { body: { active: true } });
  });

  test('an item that is sold out: its count goes down as far as it goes', async () => {
    const rung = await till.ring({ lines: [{ sku: 'cola', quantity: '3' }, { sku: 'fries' }] });
    const path = `/outlets/${shop.outletId}/availability/cola`;
    const said = await service.call('PUT', path, { body: { available: true, remaining: '2' } });
    expect([said.status, said.text]).toEqual([200, expect.any(String)]);
    expect(await causes(rung)).toEqual(['item_sold_out']);
    expect((await shop.post('/orders', { outletId: shop.outletId, lines: [{ sku: 'cola' }] })).status).toBe(409);
    await service.call('PUT', path, { body: { available: true, remaining: null } });
  });

  test('a tax rate, in the line that has it', async () => {
    const rung = await till.ring({ lines });
    const path = `/outlets/${shop.outletId}/tax-groups/reduced`;
    const vat = (rate: string) => ({ name: 'Reduced', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate }] });
    await shop.put(path, vat('7.0'));
    expect(await causes(rung)).toEqual(['tax_differs']);
    await shop.put(path, vat('5.0'));
  });

  test('a promotion that is over, and one that is new', async () => {
    const promotion = { name: 'Tenth off', effect: { kind: 'percent_off', rate: '10' }, select: { skus: ['fries'] } };
    const before = await till.ring({ lines });
    const id = await promote(shop, promotion);
    const during = await till.ring({ lines });
    expect(await causes(before)).toEqual(['promotion_differs']);
    expect(await causes(during)).toEqual([]);
    const late = await till.ring({ lines });
    await shop.post(`/promotions/${id}/end`);
    expect(await causes(late)).toEqual(['promotion_differs']);
  });

  test('a promotion whose uses have run out meanwhile: what it took off stays off', async () => {
    const effect = { kind: 'percent_off', rate: '50' };
    const id = await promote(shop, { name: 'First one', effect, select: { skus: ['odd'] }, limits: { usesMax: 1 } });
    const rung = await till.ring({ lines });
    const taken = await till.ring({ lines });
    expect(await causes(taken)).toEqual([]);
    expect(await causes(rung)).toEqual(['promotion_differs']);
    await shop.post(`/promotions/${id}/end`);
  });

  test('a tender that the outlet takes no more', async () => {
    const rung = await till.ring({ lines, payments: [{ tender: 'card', amount: 3783, reference: 'slip 7' }] });
    const tenders = (names: string[]) =>
      service.call('PATCH', `/outlets/${shop.outletId}`, { body: { tenders: names } });
    expect((await tenders(['cash'])).status).toBe(200);
    expect(await causes(rung)).toEqual(['tender_not_accepted']);
    await tenders(['cash', 'card', 'gift_card', 'voucher', 'loyalty']);
  });

  test('the smallest coin: the rounding of the device stays', async () => {
    const rule = (cashRounding: object | null) =>
      service.call('PATCH', `/outlets/${shop.outletId}`, { body: { cashRounding } });
    expect((await rule({ stepMinor: 5, mode: 'half-up' })).status).toBe(200);
    const rung = await till.ring({ lines, payments: [{ tender: 'cash', amount: 4000 }] });
    expect(rung.charged.totals).toMatchObject({ rounding: USD(2), change: USD(215) });
    await rule(null);
    expect(await causes(rung)).toEqual([]);
  });

  test('a combo whose choices are others', async () => {
    await defineMenu(shop);
    const components = [{ slot: 'drink', sku: 'beer' }];
    const rung = await till.ring({ lines: [{ sku: 'menu', components, note: 'no ice' }] });
    const same = await till.ring({ lines: [{ sku: 'menu', components }] });
    expect(await causes(same)).toEqual([]);
    const slots = [{ code: 'main', name: 'Main', min: 1, max: 1, choices: [{ sku: 'burger', default: true }] }];
    await shop.put(`/catalog/items/${shop.items.get('menu')}/combo`, { pricing: { kind: 'fixed' }, slots });
    expect(await causes(rung)).toEqual(['choice_differs']);
    expect((await orderOf(rung.body.order.id)).lines[0].note).toBe('no ice');
  });
});

test('prices and discounts that people set are kept with why, and who stood by', async () => {
  const cola = newId();
  const lines = [
    { sku: 'burger', priceOverride: { unitPrice: USD(1000), reason: 'cold' } },
    { id: cola, sku: 'cola' },
  ];
  const discounts = [{ id: newId(), lineId: cola, percent: '50', reason: 'waited' }];
  const { body, charged } = await till.ring({ lines, more: { discounts } });
  const { order, conflicts } = await till.send('order.place', body, { approvedBy: 'user:boss' });
  expect(conflicts).toEqual([]);
  expect((await orderOf(order.id)).totals).toEqual(charged.totals);
  const { data } = (await shop.get(`/orders/${order.id}/events`)).body;
  const told = data.map((event: { type: string; data: object }) => [event.type, event.data]);
  expect(told).toEqual([
    ['pos.order.created', expect.any(Object)],
    ['pos.order.price_overridden', expect.objectContaining({ approvedBy: 'user:boss' })],
    ['pos.order.discount_given', expect.objectContaining({ approvedBy: 'user:boss' })],
    ['pos.order.completed', expect.any(Object)],
  ]);
});

test('a receipt number that another receipt has stays with that one', async () => {
  const [first, second] = [
    await till.ring({ lines: [{ sku: 'cola' }] }),
    await till.ring({ lines: [{ sku: 'cola' }] }),
  ];
  await till.send('order.place', first.body);
  const receiptNumber = first.body['receiptNumber'];
  const { order, conflicts } = await till.send('order.place', { ...second.body, receiptNumber });
  expect(conflicts).toEqual([
    { cause: 'receipt_number_taken', facts: { receiptNumber, orderId: first.body.order.id } },
  ]);
  expect(order).toMatchObject({ status: 'completed', receiptNumber: null });
  const asked = { outletId: shop.outletId, lines: [{ sku: 'cola' }], receiptNumber };
  expect(await shop.post('/orders', asked)).toMatchObject({ status: 409, body: { code: 'receipt_number_taken' } });
});

test.each(['gift_card', 'loyalty', 'voucher'])('%s takes value of ours: not without a network', async (tender) => {
  const { body } = await till.ring({ lines: [{ sku: 'cola' }] });
  const payments = [{ id: newId(), tender, amount: USD(350) }];
  const wrong = { ...body, order: { ...body.order, payments } };
  await expect(till.send('order.place', wrong)).rejects.toMatchObject({ code: 'tender_needs_network' });
});

test('sums of a device by day', async () => {
  const other = new OfflineTill(service, shop.outletId);
  const at = new Date('2026-03-02T15:00:00Z');
  for (const sku of ['cola', 'beer']) {
    const { body } = await other.ring({ lines: [{ sku }], at });
    await other.send('order.place', body, { at });
  }
  expect(await other.sums('2026-03-02', '2026-03-02')).toEqual([
    { businessDate: '2026-03-02', currency: 'USD', sales: 2, total: USD(850), paid: USD(850), refunded: USD(0) },
  ]);
});
