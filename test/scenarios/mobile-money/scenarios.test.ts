import { readFileSync } from 'node:fs';
import { KES, MoneyShop, PRICE } from './money-shop.js';

const { scenarios } = JSON.parse(readFileSync('test/vectors/mobile-money.json', 'utf8')) as { scenarios: string[] };
jest.setTimeout(120_000);

let shop: MoneyShop;
const done = new Set<string>();

beforeAll(async () => {
  shop = await MoneyShop.open();
});
afterAll(async () => {
  await shop.close();
  expect([...done].sort()).toEqual([...scenarios].sort());
});

/** A scenario of the vector file. */
function scenario(title: string, run: () => Promise<void>): void {
  done.add(title);
  test(title, run);
}

scenario('paid once', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'mpesa', PRICE, { completeWhenPaid: true });
  expect(payment).toMatchObject({ status: 'pending', tender: 'mpesa' });
  const push = shop.lastPush();
  expect(push).toMatchObject({ amount: 1250, phone: '254700000001' });
  const answer = await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  expect([answer.status, answer.body]).toEqual([200, { ResultCode: 0, ResultDesc: 'Accepted' }]);
  await shop.check(payment.id);
  expect(await shop.shown(order.id)).toMatchObject({
    status: 'completed',
    payments: [{ status: 'captured', reference: push.receipt }],
  });
});

scenario('same callback three times: one payment', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  const said = shop.mpesa.answer(push);
  for (let time = 0; time < 3; time += 1) expect((await shop.mpesaCallsBack(push, said)).status).toBe(200);
  await Promise.all([shop.check(payment.id), shop.mpesaCallsBack(push, said)]);
  const { payments, totals } = await shop.shown(order.id);
  expect(payments).toMatchObject([{ status: 'captured', amount: PRICE }]);
  expect(totals).toMatchObject({ paid: PRICE, due: KES(0) });
  expect(await notices(payment.id)).toBe(1);
});

scenario('callback before the response to the request', async () => {
  const order = await shop.order();
  shop.mpesa.troubles.push('lost'); // the push is on its way; our side never hears of it
  const payment = await shop.pay(order.id, 'mpesa');
  expect(payment.status).toBe('pending');
  const push = shop.lastPush();
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(payment.id);
  expect(await shop.paymentOf(order.id)).toMatchObject({ status: 'captured', reference: push.receipt });
  expect(shop.mpesa.pushes.filter(({ callbackUrl }) => callbackUrl === push.callbackUrl)).toHaveLength(1);
});

scenario('callback for an unknown request: stored, nothing paid', async () => {
  const order = await shop.order();
  const push = {
    checkoutRequestId: 'ws_CO_nobody',
    merchantRequestId: '1-2-3',
    amount: 1250,
    phone: '254700000009',
    callbackUrl: '',
  };
  const answer = await shop.callBack('mpesa', shop.mpesa.answer(push));
  expect([answer.status, answer.body.ResultCode]).toEqual([200, 0]);
  expect((await shop.shown(order.id)).payments).toEqual([]);
  expect(await shop.unallocated()).toContainEqual(
    expect.objectContaining({ provider: 'mpesa', reason: 'orphan_unproven', amount: PRICE, reference: 'ws_CO_nobody' }),
  );
});

scenario('amount differs from what was asked: flagged, not applied', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push, '0', 1200));
  await shop.check(payment.id);
  const { payments, totals } = await shop.shown(order.id);
  expect(payments[0].status).not.toBe('captured');
  expect(totals).toMatchObject({ paid: KES(0), due: PRICE });
  const { rows } = await requestOf(payment.id);
  expect(rows).toEqual([{ doubtful: true }]);
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push, '0', 1200));
  const flagged = (await shop.unallocated()).filter(({ paymentId }) => paymentId === payment.id);
  expect(flagged).toMatchObject([{ reason: 'amount_differs', amount: KES(120_000), status: 'open' }]);
  const found = await shop.called('GET', `/charges/${payment.id}`);
  expect(found).toMatchObject({ status: 'unknown', reason: 'amount_differs', captured: null });
});

scenario('failed then paid for the same order under a new request id', async () => {
  const order = await shop.order();
  const first = await shop.pay(order.id, 'mpesa');
  const refused = shop.lastPush();
  await shop.mpesaCallsBack(refused, shop.mpesa.answer(refused, '1032'));
  await shop.check(first.id);
  expect(await shop.paymentOf(order.id)).toMatchObject({ status: 'failed' });
  const second = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(second.id);
  const { payments, totals } = await shop.shown(order.id);
  expect(payments.map(({ status }: { status: string }) => status)).toEqual(['failed', 'captured']);
  expect(totals).toMatchObject({ paid: PRICE, due: KES(0) });
});

scenario('paid after the order was settled in cash: over-payment to refund', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  await settleInCash(order.id, payment.id);
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(payment.id);
  expect((await shop.shown(order.id)).totals.paid).toEqual(PRICE);
  expect(await shop.unallocated()).toContainEqual(
    expect.objectContaining({ provider: 'mpesa', amount: PRICE, paymentId: payment.id, status: 'open' }),
  );
});

scenario('paid after the invoice was sealed: payments[] changes, the sealed document does not', async () => {
  const order = await shop.order();
  const payment = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  await settleInCash(order.id, payment.id);
  const sealed = await shop.shown(order.id);
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(payment.id);
  const after = await shop.shown(order.id);
  for (const part of ['number', 'lines', 'taxes', 'totals']) expect(after[part]).toEqual(sealed[part]);
});

scenario('30 callbacks in parallel for 30 orders', async () => {
  const waiting: { order: string; payment: string; push: ReturnType<MoneyShop['lastPush']> }[] = [];
  for (let count = 0; count < 30; count += 1) {
    const order = (await shop.order()).id;
    const payment = (await shop.pay(order, 'mpesa')).id;
    waiting.push({ order, payment, push: shop.lastPush() });
  }
  const said = await Promise.all(waiting.map(({ push }) => shop.mpesaCallsBack(push, shop.mpesa.answer(push))));
  expect(said.map(({ status }) => status)).toEqual(waiting.map(() => 200));
  for (const { payment } of waiting) await shop.check(payment);
  for (const { order, push } of waiting)
    expect((await shop.shown(order)).payments).toMatchObject([{ status: 'captured', reference: push.receipt }]);
});

scenario('two providers on one bill', async () => {
  const order = await shop.order(2);
  const first = await shop.pay(order.id, 'mpesa');
  const push = shop.lastPush();
  const second = await shop.pay(order.id, 'airtel_money', PRICE, {
    payer: { phone: '254730000002' },
    completeWhenPaid: true,
  });
  const collection = shop.airtel.collections.at(-1);
  if (collection === undefined) throw new Error('Airtel was not asked');
  expect(collection).toMatchObject({ amount: 1250, currency: 'KES', msisdn: '730000002' });
  await shop.mpesaCallsBack(push, shop.mpesa.answer(push));
  await shop.check(first.id);
  // Signed, so that it counts at once.
  expect((await shop.callBack('airtel_money', shop.airtel.answer(collection, 'TS', { hashed: true }))).status).toBe(
    200,
  );
  const { payments, totals, status } = await shop.shown(order.id);
  expect(payments).toMatchObject([
    { id: first.id, status: 'captured' },
    { id: second.id, status: 'captured' },
  ]);
  expect([status, totals.due]).toEqual(['completed', KES(0)]);
});

/** The cashier stops waiting and takes cash, as much as is due. */
async function settleInCash(orderId: string, paymentId: string): Promise<void> {
  const cancelled = await shop.call('POST', `/orders/${orderId}/payments/${paymentId}/cancel`);
  if (cancelled.status >= 300) throw new Error(`cancelling answered ${cancelled.status}: ${cancelled.text}`);
  await shop.called('POST', `/orders/${orderId}/payments`, { tender: 'cash', amount: PRICE, completeWhenPaid: true });
}

async function notices(paymentId: string): Promise<number> {
  const { rows } = await asOwner('select from provider_notices where request_key = $1', paymentId);
  return rows.length;
}

function requestOf(paymentId: string) {
  return asOwner('select doubtful from provider_requests where key = $1', paymentId);
}

async function asOwner(text: string, paymentId: string): Promise<{ rows: unknown[] }> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: shop.service.database.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.tenant_id', $1, false)", [shop.tenant.id]);
    return await client.query(text, [`charge-${paymentId}`]);
  } finally {
    await client.end();
  }
}
