import { randomUUID } from 'node:crypto';
import {
  balanceOf,
  defineMenu,
  giftCard,
  openPricingShop,
  promote,
  total,
  USD,
  type PricingShop,
} from './pricing-shop.js';

// What a till meets on a busy day, all in one order, through HTTP.

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop();
  await defineMenu(shop);
  const modifiers = [
    { code: 'bacon', name: 'Bacon', price: USD(150) },
    { code: 'no_onion', name: 'No onion', price: USD(0) },
    { code: 'small', name: 'Small', price: USD(-200) },
  ];
  await shop.post('/catalog/modifier-groups', { code: 'extras', name: 'Extras', currency: 'USD', min: 0, modifiers });
  await shop.put(`/catalog/items/${shop.items.get('burger')}/modifier-groups`, { groups: [{ group: 'extras' }] });
});
afterAll(() => shop.service.close());

interface Line {
  id: string;
  sku: string;
  gross: { amount: number };
  discount: { amount: number };
  tax: { amount: number };
  total: { amount: number };
  combo: { id: string } | null;
}

test('a combo of parts with different rates: sold, paid with two gift cards, one line given back after an order discount', async () => {
  const [first, second] = [await giftCard(shop, 2000), await giftCard(shop, 1333)];
  const lines = [
    {
      sku: 'menu',
      components: [
        { slot: 'main', sku: 'burger', modifiers: ['bacon'] },
        { slot: 'drink', sku: 'beer' },
      ],
    },
    { sku: 'fries', quantity: '2' },
  ];
  const opened = await shop.order({ lines, discounts: [{ percent: '10', reason: 'waited long' }] });
  const [burger, beer, fries, side] = ['burger', 'beer', 'fries', 'fries'].map((sku, index) =>
    (opened.lines as Line[]).find((line) => line.sku === sku && (index < 2 || (line.combo === null) === (index === 3))),
  ) as [Line, Line, Line, Line];
  // 17.00 over 12.00, 4.50 and 5.00; bacon and beer cost extra where they are.
  expect([burger, beer, fries, side].map(({ gross }) => gross.amount)).toEqual([949 + 150, 395 + 100, 356, 900]);
  expect(opened.totals).toMatchObject({ subtotal: USD(2850), discount: USD(285), total: USD(2565) });
  const due = opened.totals.total.amount;
  const path = `/orders/${opened.id}`;
  const pay = (tender: string, amount: number, code: string) =>
    shop.post(`${path}/payments`, { tender, amount: USD(amount), giftCard: { code } });
  expect((await pay('gift_card', 2000, first)).body.totals.due).toEqual(USD(due - 2000));
  const paid = await pay('gift_card', due - 2000, second);
  expect(paid.body.payments.map((one: { reference: string }) => one.reference)).toEqual([
    `…${first.slice(-4)}`,
    `…${second.slice(-4)}`,
  ]);
  const done = await shop.post(`${path}/complete`);
  // Gift cards are tenders: they change no tax (DOMAIN P7).
  expect(done).toMatchObject({ status: 200, body: { taxes: opened.taxes, totals: { tax: opened.totals.tax } } });

  const refund = await shop.post(`${path}/refunds`, { lines: [{ lineId: side.id, quantity: '2' }], reason: 'cold' });
  expect(refund).toMatchObject({ status: 201, body: { status: 'partially_refunded', totals: done.body.totals } });
  expect(refund.body.refunds[0]).toMatchObject({ amount: side.total, tax: side.tax });
  // Shares of the discount are frozen: nothing moved to other lines.
  const left = refund.body.lines as Line[];
  expect(left.map(({ discount, gross, tax }) => ({ discount, gross, tax }))).toEqual(
    (opened.lines as Line[]).map(({ discount, gross, tax }) => ({ discount, gross, tax })),
  );
  expect((await balanceOf(shop, first)).balance).toEqual(USD(side.total.amount));
  // The rest of the combo by its id, and all that was paid is back on the cards.
  const comboId = burger.combo?.id;
  const rest = await shop.post(`${path}/refunds`, { lines: [{ lineId: comboId, quantity: '1' }], reason: 'all of it' });
  expect(rest).toMatchObject({ status: 201, body: { status: 'refunded' } });
  expect((await balanceOf(shop, first)).balance).toEqual(USD(2000));
  expect((await balanceOf(shop, second)).balance).toEqual(USD(1333));
});

test('gift cards of 20.00 and 13.33 pay 33.33 exactly, in one call', async () => {
  const [first, second] = [await giftCard(shop, 2000), await giftCard(shop, 1333)];
  const payments = [
    { tender: 'gift_card', amount: USD(2000), giftCard: { code: first } },
    { tender: 'gift_card', amount: USD(1333), giftCard: { code: second } },
  ];
  const sold = await shop.order({ lines: [{ sku: 'odd' }], payments, complete: true });
  expect(sold.totals).toMatchObject({ total: USD(3333), paid: USD(3333), due: USD(0) });
  expect((await balanceOf(shop, first)).balance).toEqual(USD(0));
  expect((await balanceOf(shop, second)).balance).toEqual(USD(0));
  // A sale that is refused takes nothing.
  const third = await giftCard(shop, 3332);
  const short = await shop.post('/orders', {
    ...{ id: randomUUID(), outletId: shop.outletId, lines: [{ sku: 'odd' }], complete: true },
    payments: [{ tender: 'gift_card', amount: USD(3332), giftCard: { code: third } }],
  });
  expect(short).toMatchObject({ status: 422, body: { code: 'payment_due' } });
  expect((await balanceOf(shop, third)).balance).toEqual(USD(3332));
});

test('a gift card is sold: it is worth something once the sale is completed, and nothing when it is given back', async () => {
  const code = await giftCard(shop, 2500, false);
  const line = { sku: 'card', unitPrice: USD(4000), giftCardCode: code };
  expect(
    await shop.post('/orders', { outletId: shop.outletId, lines: [{ ...line, giftCardCode: undefined }] }),
  ).toMatchObject({
    status: 422,
    body: { code: 'gift_card_code_required', errors: [{ pointer: '/lines/0/giftCardCode' }] },
  });
  const opened = await shop.order({
    lines: [line, { sku: 'cola' }],
    discounts: [{ percent: '50', reason: 'opening day' }],
  });
  expect(opened.lines.map(({ discount }: Line) => discount.amount)).toEqual([0, 175]);
  expect(opened.lines[0].giftCard).toMatchObject({ last4: code.slice(-4) });
  expect((await balanceOf(shop, code)).status).toBe('inactive');
  const path = `/orders/${opened.id}`;
  await shop.post(`${path}/payments`, { tender: 'cash', amount: opened.totals.total });
  expect((await shop.post(`${path}/complete`)).status).toBe(200);
  expect(await balanceOf(shop, code)).toEqual({ status: 'active', balance: USD(4000) });
  const refund = { lines: [{ lineId: opened.lines[0].id, quantity: '1' }], reason: 'wrong card' };
  expect((await shop.post(`${path}/refunds`, refund)).status).toBe(201);
  expect((await balanceOf(shop, code)).balance).toEqual(USD(0));
  // The bearer's secret is in no answer and no event.
  const told = [await shop.get(path), await shop.get(`${path}/events?limit=200`), await shop.get(`${path}/receipt`)];
  for (const { text } of told) expect(text).not.toContain(code);
  expect(shop.service.log.join('\n')).not.toContain(code);
});

test('a combo is changed and taken off as a whole', async () => {
  const { id, lines } = await shop.order({ lines: [{ sku: 'menu', quantity: '2' }, { sku: 'cola' }] });
  const path = `/orders/${id}/lines`;
  const combo = lines[0].combo as { id: string; quantity: string };
  expect(combo.quantity).toBe('2');
  expect(total(lines.slice(0, 3).map(({ total: one }: Line) => one))).toBe(3400);
  expect(await shop.delete(`${path}/${lines[0].id}`)).toMatchObject({ status: 409, body: { code: 'line_in_combo' } });
  const more = await shop.service.call('PATCH', `${path}/${combo.id}`, { body: { quantity: '3' } });
  expect(more.body.lines.map(({ quantity }: { quantity: string }) => quantity)).toEqual(['3', '3', '3', '1']);
  expect(more.body.totals.total).toEqual(USD(5450));
  const gone = await shop.delete(`${path}/${combo.id}`);
  expect(gone).toMatchObject({ status: 200, body: { lines: [{ sku: 'cola' }], totals: { total: USD(350) } } });
});

test('what is counted down is taken by sales, and put back by what is not sold after all', async () => {
  const path = `/outlets/${shop.outletId}/availability/burger`;
  expect((await shop.put(path, { available: true, remaining: '3' })).status).toBe(200);
  const { id, lines } = await shop.order({ lines: [{ sku: 'burger', quantity: '2' }] });
  const short = await shop.post('/orders', { outletId: shop.outletId, lines: [{ sku: 'menu', quantity: '2' }] });
  expect(short).toMatchObject({ status: 409, body: { code: 'item_sold_out' } });
  expect((await shop.post('/quotes', { outletId: shop.outletId, lines: [{ sku: 'menu' }] })).status).toBe(200);
  const change = { body: { quantity: '3' } };
  expect((await shop.service.call('PATCH', `/orders/${id}/lines/${lines[0].id}`, change)).status).toBe(200);
  expect((await shop.post('/orders', { outletId: shop.outletId, lines: [{ sku: 'burger' }] })).status).toBe(409);
  expect((await shop.post(`/orders/${id}/void`, { reason: 'guest left' })).status).toBe(200);
  expect(
    (await shop.post('/orders', { outletId: shop.outletId, lines: [{ sku: 'menu', quantity: '3' }] })).status,
  ).toBe(201);
  expect((await shop.put(path, { available: true })).status).toBe(200);
});

test('the explanation of an order sums to its total, and its replay is identical', async () => {
  await promote(shop, {
    name: 'Third drink half',
    effect: { kind: 'buy_get', buy: 2, get: 1, rate: '50', pick: 'cheapest' },
    select: { categories: ['Drinks'] },
  });
  const lines = [
    { sku: 'menu', components: [{ slot: 'main', sku: 'burger', modifiers: ['small'] }] },
    { sku: 'cola', quantity: '2' },
    { sku: 'beer', quantity: '2' },
    { sku: 'buffet', unitPrice: USD(777) },
  ];
  const order = await shop.order({ lines, discounts: [{ amount: USD(100), reason: 'spilled' }], tip: USD(300) });
  const { body, status } = await shop.get(`/orders/${order.id}/explanation`);
  expect(status).toBe(200);
  const adds = body.explanation.map((step: { adds: { amount: number } }) => step.adds);
  expect(total(adds)).toBe(order.totals.total.amount);
  expect(order.totals.tip).toEqual(USD(300));
  const replayed = await shop.post('/pricing/replay', { orderIds: [order.id] });
  expect(replayed).toMatchObject({ status: 200, body: { data: [{ identical: true }] } });
});

test('what comes by default is left out where none is wanted', async () => {
  const modifiers = [
    { code: 'ice', name: 'Ice', price: USD(10), default: true },
    { code: 'lemon', name: 'Lemon', price: USD(20), default: true },
  ];
  await shop.post('/catalog/modifier-groups', { code: 'with', name: 'With', currency: 'USD', min: 0, modifiers });
  await shop.put(`/catalog/items/${shop.items.get('cola')}/modifier-groups`, { groups: [{ group: 'with' }] });
  const quoteOf = async (chosen: object[]) =>
    (await shop.post('/quotes', { outletId: shop.outletId, lines: [{ sku: 'cola', modifiers: chosen }] })).body;
  expect((await quoteOf([])).totals.total).toEqual(USD(380));
  const without = await quoteOf([{ modifier: 'ice', quantity: 0 }]);
  expect(without).toMatchObject({ totals: { total: USD(350) }, lines: [{ modifiers: [] }] });
  expect((await quoteOf([{ modifier: 'lemon', quantity: 2 }])).totals.total).toEqual(USD(390));
});
