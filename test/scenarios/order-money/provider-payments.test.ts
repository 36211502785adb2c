import { randomUUID } from 'node:crypto';
import { openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop({ tenders: ['cash', 'card', 'mpesa', 'eftpos'] });
  const simulated = { provider: 'simulator' };
  await put('card', { name: 'Card', kind: 'card', ...simulated, surcharge: { percent: '2' } });
  await put('mpesa', { name: 'M-Pesa', kind: 'mobile_money', ...simulated });
});
afterAll(() => shop.service.close());

async function put(code: string, body: object): Promise<void> {
  const { status, text } = await shop.put(`/tenders/${code}`, body);
  expect([status, text]).toEqual([200, expect.any(String)]);
}

/** An open order over an amount: magic amounts of the simulator go by the last two digits. */
async function bill(amount: number): Promise<{ id: string; totals: object }> {
  return shop.order({ lines: [{ sku: 'buffet', unitPrice: USD(amount) }] });
}
const mpesa = (amount: number, more: object = {}) => ({
  tender: 'mpesa',
  amount: USD(amount),
  payer: { phone: '254700000001' },
  ...more,
});
const payOf = async (id: string, body: object) => shop.post(`/orders/${id}/payments`, body);

/** Waits until an order is as expected: providers take their time. */
async function until(id: string, seen: (order: { status: string; payments: { status: string }[] }) => boolean) {
  for (let tries = 0; tries < 200; tries += 1) {
    const { body } = await shop.get(`/orders/${id}`);
    if (seen(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the order did not come to be as expected');
}

test('a card is collected with the sale, with its surcharge, in one call that can be repeated', async () => {
  const body = {
    outletId: shop.outletId,
    lines: [{ sku: 'buffet', unitPrice: USD(1000) }],
    payments: [{ tender: 'card', amount: USD(1000), payer: { token: 'tok_1' } }],
    complete: true,
  };
  const headers = { 'Idempotency-Key': randomUUID() };
  const sale = await shop.service.call('POST', '/orders', { body, headers });
  expect([sale.status, sale.body.status]).toEqual([201, 'completed']);
  expect(sale.body).toMatchObject({
    payments: [{ status: 'captured', provider: 'simulator', amount: USD(1020), surcharge: USD(20) }],
    totals: { surcharge: USD(20), total: USD(1020), paid: USD(1020), due: USD(0) },
  });
  const again = await shop.service.call('POST', '/orders', { body, headers });
  expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([sale.text, 'true']);
  expect((await shop.get(`/charges?orderId=${sale.body.id}`)).body.data).toHaveLength(1);
  const other = { ...body, note: 'another' };
  expect((await shop.service.call('POST', '/orders', { body: other, headers })).body.code).toBe(
    'idempotency_key_reused',
  );
});

test('a card that is declined leaves the order open, and another tender pays', async () => {
  const order = await bill(1001);
  // With the surcharge of 2 % the card is asked for 1021.
  const { body } = await payOf(order.id, { tender: 'card', amount: USD(981), payer: { token: 'tok_2' } });
  expect(body.payments).toMatchObject([{ status: 'failed', failure: 'declined', amount: USD(1001) }]);
  expect(body.totals).toMatchObject({ surcharge: USD(0), paid: USD(0), due: USD(1001) });
  expect((await payOf(order.id, { tender: 'cash', amount: USD(1001) })).body.totals.due).toEqual(USD(0));
});

test('mobile money that takes its time completes the order when it comes, and is not asked for twice meanwhile', async () => {
  const order = await bill(1502);
  const begun = await payOf(order.id, mpesa(1502, { completeWhenPaid: true }));
  expect([begun.status, begun.body.payments[0].status, begun.body.status]).toEqual([201, 'pending', 'open']);
  const second = await payOf(order.id, mpesa(1502));
  expect([second.status, second.body.code]).toEqual([409, 'payment_in_doubt']);
  const inCash = await payOf(order.id, { tender: 'cash', amount: USD(1502) });
  expect([inCash.status, inCash.body.code]).toEqual([409, 'payment_in_doubt']);
});

test('mobile money is completed as soon as the customer has typed the code', async () => {
  const order = await bill(1500);
  const { body } = await payOf(order.id, mpesa(1500, { completeWhenPaid: true }));
  if (body.status !== 'completed') {
    expect(body.payments[0].status).toBe('pending');
    // The worker is not part of this process: a person asks.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await shop.post(`/charges/${body.payments[0].id}/check`);
  }
  const done = await until(order.id, ({ status }) => status === 'completed');
  expect(done).toMatchObject({ payments: [{ status: 'captured' }], totals: { due: USD(0) } });
});

test('a payment is given up, and cash is taken instead', async () => {
  const order = await bill(1702);
  const { body } = await payOf(order.id, mpesa(1702));
  const cancelled = await shop.post(`/orders/${order.id}/payments/${body.payments[0].id}/cancel`);
  expect(cancelled.body.payments).toMatchObject([{ status: 'failed', failure: 'cancelled' }]);
  expect((await payOf(order.id, { tender: 'cash', amount: USD(1702) })).status).toBe(201);
  const again = await shop.post(`/orders/${order.id}/payments/${body.payments[0].id}/cancel`);
  expect([again.status, again.body.code]).toEqual([409, 'payment_not_pending']);
});

test('a refund goes back through the provider', async () => {
  const order = await bill(2000);
  const paid = await payOf(order.id, {
    tender: 'card',
    amount: USD(2000),
    payer: { token: 'tok_3' },
    completeWhenPaid: true,
  });
  expect(paid.body.status).toBe('completed');
  const { body } = await shop.post(`/orders/${order.id}/refunds`, { amount: USD(500), reason: 'cold' });
  expect(body.refunds[0].payments).toMatchObject([{ tender: 'card', amount: USD(500) }]);
  const refunds = await shop.get(`/provider-refunds?paymentId=${paid.body.payments[0].id}`);
  expect(refunds.body.data).toMatchObject([{ amount: USD(500), status: 'done' }]);
});

test('a sale in cash asks no provider', async () => {
  const sale = await shop.order({
    lines: [{ sku: 'buffet', unitPrice: USD(1000) }],
    payments: [{ tender: 'cash', amount: USD(1000) }],
    complete: true,
  });
  expect((await shop.get(`/charges?orderId=${sale.id}`)).body.data).toEqual([]);
});
