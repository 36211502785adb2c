import { randomUUID } from 'node:crypto';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { TreasuryDouble } from '../../../../clients/treasury/treasury-double.examples.js';
import { BY_KAFKA } from '../../../../platform/inbox/inbox.examples.js';
import { INBOX } from '../../../../platform/inbox/tokens.js';
import { BACKGROUND_WORK } from '../../../../platform/tokens.js';
import { Collector } from '../../application/collector.js';

// Cards through a treasury, over HTTP: what it tells by itself comes first, late, twice, or for nothing of ours.

jest.setTimeout(120_000);

let treasury: TreasuryDouble;
let service: TestService;
let outletId: string;
beforeAll(async () => {
  treasury = await TreasuryDouble.start();
  service = await startService({
    ...{ TREASURY_URL: treasury.url, TREASURY_TOKEN: 'secret', SIBLING_TIMEOUT_MS: '20000' },
    CALLBACK_SECRETS: `treasury=${treasury.callbacks.secret}`,
  });
  treasury.callbacks.serviceUrl = service.baseUrl;
  const tax = [{ code: 'none', name: 'Untaxed', mode: 'inclusive', taxes: [] }];
  const outlet = { name: 'Corner', timeZone: 'UTC', receiptPrefix: 'C', tenders: ['cash', 'card'], taxGroups: tax };
  outletId = (await done('POST', '/outlets', outlet)).id;
  const tea = { sku: 'tea', name: 'Tea', unit: 'each', active: true, category: 'Drinks', taxCategory: 'none' };
  await done('POST', '/catalog/items', { ...tea, price: USD(1_000) });
  await done('PUT', '/tenders/card', { name: 'Card', kind: 'card', provider: 'treasury' });
});
afterAll(async () => {
  await service.close();
  await treasury.stop();
});

const USD = (amount: number) => ({ amount, currency: 'USD' });

async function done(method: string, path: string, body?: object): Promise<Answer['body']> {
  const answer = await service.call(method, path, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.body;
}

/** A tea, paid by card. */
async function sell(): Promise<{ order: Answer['body']; key: string; paymentId: string }> {
  const order = await done('POST', '/orders', { outletId, lines: [{ sku: 'tea' }] });
  const payment = { tender: 'card', amount: USD(1_000), payer: { token: 'tok_visa' } };
  await done('POST', `/orders/${order.id}/payments`, payment);
  const shown = await done('GET', `/orders/${order.id}`);
  const paymentId = shown.payments[0].id as string;
  return { order: shown, paymentId, key: `charge-${paymentId}` };
}

const shown = (id: string) => done('GET', `/orders/${id}`);
const tell = (type: string, data: object, id?: string) =>
  treasury.callbacks.tell(service.tenant.slug, `treasury.${type}`, data, id);
const there = (key: string) => treasury.ledger.payment(service.tenant.slug, key) ?? {};

/** Lets the worker do what is due. */
async function collect(): Promise<void> {
  const collector = service.api.container.getAll(BACKGROUND_WORK).find((work) => work instanceof Collector);
  if (!(collector instanceof Collector)) throw new Error('nobody collects');
  while ((await collector.round()) > 0);
}

test('a card is charged at once, once, with what the treasury must know', async () => {
  const { order, key } = await sell();
  expect(order.payments).toMatchObject([{ status: 'captured', amount: USD(1_000) }]);
  expect(there(key)).toMatchObject({ status: 'captured', captured: USD(1_000) });
  expect(treasury.heard.at(-1)).toMatchObject({
    ...{ path: `/v1/${service.tenant.slug}/payments`, key, authorization: 'Bearer secret' },
    body: { method: 'card', payer: { token: 'tok_visa' }, metadata: { orderId: order.id, outletId } },
  });
});

test('a callback that comes before the answer, and twice more, makes one payment', async () => {
  treasury.troubles.push('early');
  const { order, key } = await sell();
  const id = randomUUID();
  expect(await tell('payment_captured', there(key), id)).toBe(202);
  expect(await tell('payment_captured', there(key), id)).toBe(202);
  await collect();
  expect((await shown(order.id)).payments).toMatchObject([{ status: 'captured', amount: USD(1_000) }]);
  expect((await done('GET', '/unallocated-payments')).data).toEqual([]);
});

test('an answer that never came: the callback tells', async () => {
  treasury.troubles.push('after');
  const { order, key } = await sell();
  expect(order.payments).toMatchObject([{ status: 'pending' }]);
  await tell('payment_captured', there(key));
  expect((await shown(order.id)).payments).toMatchObject([{ status: 'captured' }]);
});

test('what is told by a topic and by a callback is heard once', async () => {
  treasury.ledger.fates.push({ status: 'pending' });
  const { order, key } = await sell();
  treasury.progress(service.tenant.slug, key, 'captured');
  const id = randomUUID();
  const event = { source: 'treasury', id, type: 'treasury.payment_captured', tenantSlug: service.tenant.slug };
  const inbox = service.api.container.get(INBOX);
  expect(await inbox.receive({ ...event, data: there(key) }, BY_KAFKA)).toBe('accepted');
  expect(await inbox.receive({ ...event, data: there(key) }, BY_KAFKA)).toBe('duplicate');
  expect(await tell('payment_captured', there(key), id)).toBe(202);
  expect((await shown(order.id)).payments).toMatchObject([{ status: 'captured' }]);
});

test('one that waits for the customer, and is declined', async () => {
  treasury.ledger.fates.push({ status: 'pending' });
  const { order, key } = await sell();
  expect(order.payments).toMatchObject([{ status: 'pending' }]);
  treasury.progress(service.tenant.slug, key, 'failed');
  await tell('payment_failed', there(key));
  await tell('payment_initiated', there(key)); // late
  expect((await shown(order.id)).payments).toMatchObject([{ status: 'failed' }]);
});

test('money that is none of ours is kept, once, and somebody is told', async () => {
  const stray = {
    id: 'pay-stray',
    reference: null,
    status: 'captured',
    amount: USD(77),
    captured: USD(77),
    reason: null,
  };
  for (let time = 0; time < 2; time += 1) expect(await tell('payment_captured', stray)).toBe(202);
  const { data } = await done('GET', '/unallocated-payments');
  expect(data).toMatchObject([{ provider: 'treasury', amount: USD(77), status: 'open' }]);
});

test('what is no event of a payment is refused, and who does not sign is not believed', async () => {
  expect(await tell('payment_captured', {})).toBe(422);
  const path = `${service.baseUrl}/v1/${service.tenant.slug}/integrations/callbacks/treasury`;
  expect((await fetch(path, { method: 'POST', body: '{}' })).status).toBe(401);
});

test('how the treasury is, is told by readiness and in numbers', async () => {
  await sell();
  const ready = await fetch(`${service.baseUrl}/readyz`);
  expect(await ready.json()).toMatchObject({ parts: { treasury: 'up' } });
  expect(await service.api.metrics.registry.metrics()).toMatch(
    /^pos_sibling_calls_total\{sibling="treasury",outcome="2xx"\} \d+$/m,
  );
});

test('a treasury that is away fails cards at once when that is known, and cash sells on', async () => {
  treasury.dead = true;
  let refused: Answer | undefined;
  for (let sale = 0; sale < 12 && refused === undefined; sale += 1) {
    const { id } = await done('POST', '/orders', { outletId, lines: [{ sku: 'tea' }] });
    const answer = await service.call('POST', `/orders/${id}/payments`, {
      body: { tender: 'card', amount: USD(1_000) },
    });
    if (answer.status === 503) refused = answer;
  }
  expect(refused?.body).toMatchObject({ code: 'payment_provider_unavailable' });
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  const cash = { lines: [{ sku: 'tea' }], payments: [{ tender: 'cash', amount: USD(1_000) }], complete: true };
  expect(await done('POST', '/orders', { outletId, ...cash })).toMatchObject({ status: 'completed' });
  treasury.dead = false;
});
