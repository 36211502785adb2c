import { randomUUID } from 'node:crypto';
import { balanceOf, giftCard, openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop({ cashRounding: { stepMinor: 5, mode: 'half-up' } });
});
afterAll(() => shop.service.close());

const sold = (sku: string, payments: object[], more: object = {}) =>
  shop.order({ lines: [{ sku }], payments, complete: true, ...more });
const cash = (amount: number) => ({ tender: 'cash', amount: USD(amount) });
const card = (amount: number) => ({ tender: 'card', amount: USD(amount), reference: 'slip 7' });

describe('an exchange', () => {
  const exchanged = async (order: { id: string; lines: { id: string }[] }, instead: object) =>
    shop.post(`/orders/${order.id}/exchanges`, {
      lines: [{ lineId: order.lines[0]?.id, quantity: '1' }],
      reason: 'wrong size',
      order: instead,
    });

  test('for something dearer takes the difference', async () => {
    const { status, body } = await exchanged(await sold('cola', [card(350)]), {
      lines: [{ sku: 'beer' }],
      payments: [cash(150)],
    });
    expect([status, body.order?.status, body.returned?.status]).toEqual([201, 'completed', 'refunded']);
    expect(body.order.payments).toMatchObject([
      { tender: 'exchange', amount: USD(350) },
      { tender: 'cash', amount: USD(150) },
    ]);
    expect(body.returned.refunds[0].payments).toMatchObject([{ tender: 'exchange', amount: USD(350) }]);
  });

  test('for something cheaper gives the rest back to where it came from', async () => {
    const { body } = await exchanged(await sold('beer', [card(300), cash(200)]), { lines: [{ sku: 'cola' }] });
    expect(body.order).toMatchObject({ status: 'completed', totals: { total: USD(350), due: USD(0) } });
    expect(body.returned.refunds[0].payments).toMatchObject([
      { tender: 'exchange', amount: USD(300) },
      { tender: 'exchange', amount: USD(50) },
      { tender: 'cash', amount: USD(150) },
    ]);
  });

  test('that is not paid changes nothing on either side', async () => {
    const order = await sold('cola', [card(350)]);
    const { status, body } = await exchanged(order, { lines: [{ sku: 'beer' }] });
    expect([status, body.code]).toEqual([422, 'payment_due']);
    expect((await shop.get(`/orders/${order.id}`)).body).toEqual(order);
    const left = await exchanged(order, { lines: [{ sku: 'beer' }], complete: false });
    expect(left.body.order).toMatchObject({ status: 'open', totals: { due: USD(150) } });
  });

  test('happens once, however often it is asked for', async () => {
    const order = await sold('cola', [card(350)]);
    const headers = { 'Idempotency-Key': randomUUID() };
    const body = {
      lines: [{ lineId: order.lines[0].id, quantity: '1' }],
      reason: 'wrong size',
      order: { lines: [{ sku: 'cola' }] },
    };
    const [one, two] = [
      await shop.service.call('POST', `/orders/${order.id}/exchanges`, { body, headers }),
      await shop.service.call('POST', `/orders/${order.id}/exchanges`, { body, headers }),
    ];
    expect([one.status, two.text]).toEqual([201, one.text]);
    expect(two.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('money that was taken for an order that is not settled', () => {
  test('is given back before a void', async () => {
    const order = await shop.order({ lines: [{ sku: 'burger' }], payments: [cash(2000)] });
    const voided = { reason: 'guest left' };
    expect((await shop.post(`/orders/${order.id}/void`, voided)).body.code).toBe('order_has_payments');
    const path = `/orders/${order.id}/payments/${order.payments[0].id}/return`;
    const returned = await shop.post(path, { reason: 'guest left' });
    expect(returned.body).toMatchObject({
      payments: [{ status: 'refunded' }],
      totals: { paid: USD(0), change: USD(0), due: USD(1200) },
    });
    expect((await shop.post(path, { reason: 'again' })).body.code).toBe('payment_not_returnable');
    expect((await shop.post(`/orders/${order.id}/void`, voided)).body.status).toBe('voided');
  });

  test('is given back to the gift card that it came from', async () => {
    const code = await giftCard(shop, 1000);
    const payments = [{ tender: 'gift_card', amount: USD(400), giftCard: { code } }];
    const order = await shop.order({ lines: [{ sku: 'burger' }], payments });
    await shop.post(`/orders/${order.id}/payments/${order.payments[0].id}/return`, { reason: 'guest left' });
    expect(await balanceOf(shop, code)).toMatchObject({ balance: USD(1000) });
  });

  test('takes a right to give back', async () => {
    const cashier = await shop.keyWith(['orders:read', 'orders:write']);
    const order = await shop.order({ lines: [{ sku: 'burger' }], payments: [cash(500)] });
    const path = `/orders/${order.id}/payments/${order.payments[0].id}/return`;
    const refused = await shop.post(path, { reason: 'guest left' }, cashier);
    expect([refused.status, refused.body.code, refused.body.permission]).toEqual([
      403,
      'permission_missing',
      'orders:refund',
    ]);
  });
});

describe('a refund to another tender', () => {
  test('is paid in coins, and takes a right of its own', async () => {
    const order = await sold('odd', [card(3333)]);
    const wish = { amount: USD(1003), reason: 'no card at hand', tender: 'cash' };
    const supervisor = await shop.keyWith(['orders:read', 'orders:write', 'orders:refund']);
    const refused = await shop.post(`/orders/${order.id}/refunds`, wish, supervisor);
    expect([refused.status, refused.body.permission]).toEqual([403, 'orders:refund_other_tender']);
    const { body } = await shop.post(`/orders/${order.id}/refunds`, wish);
    expect(body.refunds[0]).toMatchObject({
      amount: USD(1003),
      rounding: USD(2),
      payments: [{ tender: 'cash', amount: USD(1005) }],
    });
  });

  test('never gives back more than came in', async () => {
    const order = await sold('odd', [card(3333)]);
    const answer = await shop.post(`/orders/${order.id}/refunds`, { amount: USD(3334), reason: 'x', tender: 'cash' });
    expect(answer.body.code).toBe('refund_exceeds_remaining');
  });
});

test('a tip that the guest wrote on the slip is added to the card, and is not refunded with the goods', async () => {
  const order = await sold('burger', [card(1200)]);
  const path = `/orders/${order.id}/payments/${order.payments[0].id}/tip`;
  const tipped = await shop.post(path, { tip: USD(180) });
  expect(tipped.body).toMatchObject({
    payments: [{ amount: USD(1380) }],
    totals: { tip: USD(180), total: USD(1380), paid: USD(1380), due: USD(0) },
  });
  const history = await shop.get(`/orders/${order.id}/events`);
  expect(history.body.data.at(-1)).toMatchObject({
    type: 'pos.order.tip_adjusted',
    data: { before: USD(0), tip: USD(180) },
  });
  const whole = await shop.post(`/orders/${order.id}/refunds`, { amount: USD(1200), reason: 'cold' });
  expect(whole.body.refunds[0].payments).toMatchObject([{ tender: 'card', amount: USD(1200) }]);
  expect((await shop.post(path, { tip: USD(200) })).body.code).toBe('order_not_refundable');
});

test.each([
  ['void', 'orders:void', (id: string) => [`/orders/${id}/void`, { reason: 'x' }] as const, false],
  [
    'refund',
    'orders:refund',
    (id: string) => [`/orders/${id}/refunds`, { amount: USD(1), reason: 'x' }] as const,
    true,
  ],
])('a %s takes a right or a second person', async (_, permission, request, complete) => {
  const cashier = await shop.keyWith(['orders:read', 'orders:write']);
  const payments = complete ? [cash(350)] : [];
  const order = await shop.order({ lines: [{ sku: 'cola' }], payments, complete });
  const [path, body] = request(order.id);
  const refused = await shop.post(path, body, cashier);
  expect([refused.status, refused.body.code, refused.body.permission]).toEqual([403, 'permission_missing', permission]);
  expect((await shop.post(path, body)).status).toBeLessThan(300);
});
