import { randomUUID } from 'node:crypto';
import { TRANSACTOR } from '../../../src/platform/tokens.js';
import { HearOfPayment } from '../../../src/modules/tendering/index.js';
import type { RequestContext } from '../../../src/kernel/context.js';
import type { Answer } from '../../harness/service.js';
import { openPricingShop, USD, type PricingShop } from '../pricing/pricing-shop.js';

// Two that want the same money, released together: exactly one legal outcome each, and the books agree (docs/decisions/0014, 0015).

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 20);
const rounds = Array.from({ length: ROUNDS }, (_, index) => index);

let shop: PricingShop;
beforeAll(async () => {
  shop = await openPricingShop({ tenders: ['cash', 'card', 'mpesa'] });
  await shop.put('/tenders/mpesa', { name: 'M-Pesa', kind: 'mobile_money', provider: 'simulator' });
});
afterAll(async () => {
  const { status, body } = await shop.get('/invariants');
  await shop.service.close();
  expect([
    status,
    body.violations,
    body.invariants?.filter((one: { violations: number }) => one.violations > 0),
  ]).toEqual([200, 0, []]);
});

/** As tills do: what a busy database did not do is sent again under its key. */
async function post(path: string, body: object = {}): Promise<Answer> {
  const headers = { 'Idempotency-Key': randomUUID() };
  for (;;) {
    const answer = await shop.service.call('POST', path, { body, headers });
    if (answer.body?.code !== 'database_unavailable') return answer;
  }
}

const cash = (amount: number) => ({ tender: 'cash', amount: USD(amount) });
const bill = (amount: number, more: object = {}) =>
  shop.order({ lines: [{ sku: 'buffet', unitPrice: USD(amount) }], ...more });
const codes = (answers: readonly Answer[]): string[] =>
  answers.map(({ status, body }) => (status < 300 ? 'ok' : String(body.code))).sort();

/** Sends all at once: none is sent before all are ready. */
async function together(...requests: readonly (() => Promise<Answer>)[]): Promise<Answer[]> {
  let release: () => void = () => undefined;
  const barrier = new Promise<void>((resolve) => (release = resolve));
  const sent = requests.map(async (request) => {
    await barrier;
    return request();
  });
  release();
  return Promise.all(sent);
}

test.each(rounds)('two refunds of 30.00 on 50.00: one wins (%#)', async () => {
  const order = await bill(5000, { payments: [cash(5000)], complete: true });
  const refund = () => post(`/orders/${order.id}/refunds`, { amount: USD(3000), reason: 'cold' });
  expect(codes(await together(refund, refund))).toEqual(['ok', 'refund_exceeds_remaining']);
  const { body } = await shop.get(`/orders/${order.id}`);
  expect([body.refunds.length, body.status]).toEqual([1, 'partially_refunded']);
});

test.each(rounds)('two charges of one due: one is asked for (%#)', async () => {
  const order = await bill(1702);
  const charge = () =>
    post(`/orders/${order.id}/payments`, { tender: 'mpesa', amount: USD(1702), payer: { phone: '254700000001' } });
  expect(codes(await together(charge, charge))).toEqual(['ok', 'payment_in_doubt']);
  expect((await shop.get(`/charges?orderId=${order.id}`)).body.data).toHaveLength(1);
});

test.each(rounds)('a payment against a void: paid and open, or voided and not paid (%#)', async () => {
  const order = await bill(900);
  const [paid, voided] = await together(
    () => post(`/orders/${order.id}/payments`, cash(900)),
    () => post(`/orders/${order.id}/void`, { reason: 'left' }),
  );
  const { body } = await shop.get(`/orders/${order.id}`);
  if (paid?.status === 201)
    expect([voided?.body.code, body.status, body.totals.due]).toEqual(['order_has_payments', 'open', USD(0)]);
  else expect([paid?.body.code, body.status, body.payments]).toEqual(['order_not_open', 'voided', []]);
});

test.each(rounds)('a callback against a cancel: the order has the money, or it is unallocated (%#)', async () => {
  const order = await bill(1702);
  const begun = await post(`/orders/${order.id}/payments`, {
    tender: 'mpesa',
    amount: USD(1702),
    payer: { phone: '254700000001' },
  });
  const paymentId = begun.body.payments[0].id as string;
  const [, cancelled] = await Promise.all([
    hear(paymentId, 1702),
    post(`/orders/${order.id}/payments/${paymentId}/cancel`),
  ]);
  const { body } = await shop.get(`/orders/${order.id}`);
  const stray = await strayOf(paymentId);
  if (cancelled.status < 300) expect([body.payments[0].status, stray]).toEqual(['failed', [1702]]);
  else expect([body.payments[0].status, cancelled.body.code, stray]).toEqual(['captured', 'payment_not_pending', []]);
});

test.each(rounds)('closing a drawer against a payment into it: counted there, or not taken (%#)', async () => {
  const drawer = await post('/drawers', { outletId: shop.outletId, name: `till ${randomUUID()}` });
  const session = await post(`/drawers/${drawer.body.id}/sessions`, { float: USD(10_000) });
  expect([session.status, session.text]).toEqual([201, expect.any(String)]);
  const id = session.body.id as string;
  const order = await bill(900);
  const [paid, counting] = await together(
    () => post(`/orders/${order.id}/payments`, { ...cash(1000), drawerSessionId: id }),
    () => post(`/drawer-sessions/${id}/count`),
  );
  expect(counting?.status).toBeLessThan(300);
  const closed = await post(`/drawer-sessions/${id}/close`, { counted: USD(10_900) });
  expect([closed.status, closed.text]).toEqual([200, expect.any(String)]);
  const { body } = await shop.get(`/orders/${order.id}`);
  if (paid?.status === 201) {
    expect([closed.body.expected, body.payments[0].drawerSessionId]).toEqual([USD(10_900), id]);
  } else {
    expect([paid?.body.code, closed.body.expected, body.payments]).toEqual([
      'drawer_session_not_open',
      USD(10_000),
      [],
    ]);
  }
});

test.each(rounds)('closing the day against sales: each is in one Z, none in two (%#)', async (round) => {
  const made = await post('/outlets', {
    name: `Corner ${round}`,
    timeZone: 'UTC',
    receiptPrefix: `Z${round}`,
    tenders: ['cash'],
    taxGroups: [
      { code: 'reduced', name: 'Reduced', mode: 'inclusive', taxes: [{ code: 'VAT', name: 'VAT', rate: '5.0' }] },
    ],
  });
  const outletId = made.body.id as string;
  const sale = () =>
    post('/orders', {
      ...{ outletId, lines: [{ sku: 'buffet', unitPrice: USD(100) }], payments: [cash(100)], complete: true },
    });
  const first = await sale();
  const date = first.body.businessDate as string;
  const answers = await together(sale, sale, () => post(`/outlets/${outletId}/days/${date}/close`, {}), sale, sale);
  expect(codes(answers)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  const late = answers.filter(({ body }) => body.late === true).length;
  const reports = await shop.get(`/z-reports?outletId=${outletId}&scope=day`);
  expect(reports.body.data).toHaveLength(1);
  const z = await shop.get(`/z-reports/${reports.body.data[0].id}`);
  expect(z.body.figures.orders.count).toBe(5 - late);
});

async function hear(paymentId: string, amount: number): Promise<void> {
  const { container } = shop.service.api;
  const principal = { kind: 'system', id: 'simulator', permissions: new Set<string>(), test: false } as const;
  const { id: tenantId, slug: tenantSlug } = shop.service.tenant;
  const context: RequestContext = { tenantId, tenantSlug, principal, requestId: randomUUID(), at: new Date() };
  await container.get(TRANSACTOR).run(context, (tx) =>
    container.get(HearOfPayment).execute(tx, context, {
      ...{
        provider: 'simulator',
        noticeId: randomUUID(),
        key: `charge-${paymentId}`,
        reference: null,
        about: 'charge',
      },
      ...{ outcome: 'captured', amount: USD(amount), reason: null, trusted: true, payerHint: null, at: new Date() },
    }),
  );
}

/** What came for a payment and is unallocated. */
async function strayOf(paymentId: string): Promise<number[]> {
  const { body } = await shop.get('/unallocated-payments?limit=200');
  return body.data
    .filter((one: { paymentId: string | null }) => one.paymentId === paymentId)
    .map((one: { amount: { amount: number } }) => one.amount.amount);
}
