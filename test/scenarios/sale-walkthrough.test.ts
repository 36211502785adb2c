import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type Answer, type TestService } from '../harness/service.js';

// The life of a sale, as a developer of a till would try it out.

let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(() => service.close());

const USD = (amount: number): object => ({ amount, currency: 'USD' });
const post = (path: string, body: object = {}): Promise<Answer> => service.call('POST', path, { body });
const get = (path: string): Promise<Answer> => service.call('GET', path);

async function opened(more: object = {}): Promise<string> {
  const { status, body } = await post('/orders', { outletId: shop.outlets[0].id, ...more });
  expect(status).toBe(201);
  return body.id as string;
}

test('step by step: lines, held and recalled, paid in two ways, change, completed', async () => {
  const made = await post('/orders', { outletId: shop.outlets[0].id, channel: 'dine_in', tableId: 'T7' });
  expect(made).toMatchObject({ status: 201, body: { status: 'open', version: 1, tableId: 'T7', lines: [] } });
  expect(made.headers.get('location')).toBe(`/v1/${shop.slug}/pos/orders/${made.body.id}`);
  expect(made.headers.get('etag')).toBe('"1"');
  const order = `/orders/${made.body.id}`;
  const coffee = await post(`${order}/lines`, { sku: 'coffee', quantity: '2' });
  expect(coffee).toMatchObject({ status: 201, body: { version: 2, totals: { total: USD(600), due: USD(600) } } });
  const more = await post(`${order}/lines`, { lines: [{ sku: 'bananas', quantity: '0.482' }, { sku: 'juice' }] });
  expect(more.body.lines.map((line: { total: object }) => line.total)).toEqual([USD(600), USD(96), USD(455)]);
  const [, , juice] = more.body.lines as { id: string }[];
  const changed = await service.call('PATCH', `${order}/lines/${juice?.id}`, {
    body: { quantity: '2', note: 'no ice' },
    headers: { 'If-Match': '"3"' },
  });
  expect(changed).toMatchObject({ status: 200, body: { version: 4, totals: { total: USD(1606) } } });
  const removed = await service.call('DELETE', `${order}/lines/${juice?.id}`, { headers: { 'If-Match': '"4"' } });
  expect(removed).toMatchObject({ status: 200, body: { version: 5, totals: { total: USD(696) } } });
  expect(await post(`${order}/hold`)).toMatchObject({ status: 200, body: { status: 'held' } });
  expect(await post(`${order}/lines`, { sku: 'coffee' })).toMatchObject({
    status: 409,
    body: { code: 'order_not_open' },
  });
  expect(await post(`${order}/recall`)).toMatchObject({ status: 200, body: { status: 'open' } });
  const card = await post(`${order}/payments`, { tender: 'card', amount: USD(400), reference: 'slip 17' });
  expect(card).toMatchObject({ status: 201, body: { totals: { paid: USD(400), due: USD(296), change: USD(0) } } });
  const cash = await post(`${order}/payments`, { tender: 'cash', amount: USD(500) });
  expect(cash.body.totals).toMatchObject({ paid: USD(900), due: USD(0), change: USD(204) });
  const completed = await post(`${order}/complete`);
  expect(completed).toMatchObject({
    status: 200,
    body: { status: 'completed', number: expect.stringMatching(/^S0-\d{6}$/) },
  });
  expect((await get(order)).body).toEqual(completed.body);
});

test('a whole sale in one call, with tax inside and on top of prices', async () => {
  const lines = [
    { sku: 'coffee', quantity: '2' },
    { sku: 'croissant', quantity: '1' },
    { sku: 'poster', quantity: '1' },
  ];
  const payments = [{ tender: 'cash', amount: USD(5000) }];
  const { status, body } = await post('/orders', { outletId: shop.outlets[0].id, lines, payments, complete: true });
  expect(status).toBe(201);
  expect(body.taxes).toHaveLength(3);
  expect(body.taxes).toEqual(
    expect.arrayContaining([
      { code: 'VAT', rate: '5.25', base: USD(1999), amount: USD(105) },
      { code: 'VAT', rate: '8.0', base: USD(269), amount: USD(21) },
      { code: 'VAT', rate: '16.0', base: USD(517), amount: USD(83) },
    ]),
  );
  expect(body.totals).toMatchObject({
    subtotal: USD(2889),
    tax: USD(209),
    total: USD(2994),
    paid: USD(5000),
    change: USD(2006),
  });
  const ofLines = body.lines.reduce((sum: number, line: { total: { amount: number } }) => sum + line.total.amount, 0);
  expect(ofLines).toBe(2994);
});

test('a quote stores nothing, agrees with the sale, and its explanation sums to the total', async () => {
  const lines = [
    { sku: 'coffee', quantity: '3' },
    { sku: 'poster', quantity: '2' },
    { sku: 'bananas', quantity: '0.482' },
  ];
  const basket = { outletId: shop.outlets[1]?.id, lines };
  const quote = await post('/quotes', basket);
  expect(quote.status).toBe(200);
  const explained = quote.body.explanation.reduce(
    (sum: number, step: { adds: { amount: number } }) => sum + step.adds.amount,
    0,
  );
  expect(explained).toBe(quote.body.totals.total.amount);
  expect(await get(`/orders?outletId=${basket.outletId}`)).toMatchObject({
    status: 200,
    body: { data: [], nextCursor: null },
  });
  const order = await post('/orders', basket);
  expect(order.body.totals).toEqual(quote.body.totals);
  expect(order.body.taxes).toEqual(quote.body.taxes);
});

test('what is not paid can be voided, what is paid cannot', async () => {
  const id = await opened({ lines: [{ sku: 'coffee' }] });
  expect(await post(`/orders/${id}/void`, { reason: 'left' })).toMatchObject({
    status: 200,
    body: { status: 'voided' },
  });
  expect(await post(`/orders/${id}/complete`)).toMatchObject({ status: 409, body: { code: 'order_not_open' } });
  const paid = await opened({ lines: [{ sku: 'coffee' }], payments: [{ tender: 'cash', amount: USD(100) }] });
  expect(await post(`/orders/${paid}/void`, { reason: 'left' })).toMatchObject({
    status: 409,
    body: { code: 'order_has_payments' },
  });
});

test('a part comes back, then the rest, to the tenders it was paid with, and no more', async () => {
  const payments = [
    { tender: 'card', amount: USD(500) },
    { tender: 'cash', amount: USD(1000) },
  ];
  const lines = [
    { sku: 'coffee', quantity: '3' },
    { sku: 'juice', quantity: '1' },
  ];
  const id = await opened({ lines, payments, complete: true });
  const sold = (await get(`/orders/${id}`)).body;
  const first = await post(`/orders/${id}/refunds`, {
    lines: [{ lineId: sold.lines[0].id, quantity: '1' }],
    reason: 'cold',
  });
  expect(first).toMatchObject({
    status: 201,
    body: {
      status: 'partially_refunded',
      refunds: [{ amount: USD(300), payments: [{ tender: 'card', amount: USD(300) }] }],
    },
  });
  const rest = await post(`/orders/${id}/refunds`, { amount: USD(1055), reason: 'all of it' });
  expect(rest).toMatchObject({ status: 201, body: { status: 'refunded' } });
  expect(rest.body.refunds[1].payments).toEqual([
    { paymentId: sold.payments[0].id, tender: 'card', amount: USD(200) },
    { paymentId: sold.payments[1].id, tender: 'cash', amount: USD(855) },
  ]);
  expect(await post(`/orders/${id}/refunds`, { amount: USD(1), reason: 'more' })).toMatchObject({
    status: 409,
    body: { code: 'order_not_refundable' },
  });
});

test('the events of an order tell its story, page by page', async () => {
  const id = await opened({ lines: [{ sku: 'coffee' }] });
  await post(`/orders/${id}/payments`, { tender: 'cash', amount: USD(300) });
  await post(`/orders/${id}/complete`);
  await post(`/orders/${id}/refunds`, { amount: USD(300), reason: 'cold' });
  const first = await get(`/orders/${id}/events?limit=3`);
  const rest = await get(`/orders/${id}/events?limit=3&cursor=${first.body.nextCursor}`);
  expect(rest.body.nextCursor).toBeNull();
  const story = [...first.body.data, ...rest.body.data] as {
    type: string;
    sequence: number;
    data: { order: { status: string } };
  }[];
  expect(story.map(({ type, sequence, data }) => [sequence, type, data.order.status])).toEqual([
    [1, 'pos.order.created', 'open'],
    [2, 'pos.order.payment_captured', 'open'],
    [3, 'pos.order.completed', 'completed'],
    [4, 'pos.order.refunded', 'refunded'],
  ]);
});

test('the receipt, as text and as JSON', async () => {
  const payments = [{ tender: 'cash', amount: USD(1000) }];
  const id = await opened({ lines: [{ sku: 'coffee', quantity: '2' }], payments, complete: true });
  const text = await service.call('GET', `/orders/${id}/receipt`, { headers: { Accept: 'text/plain' } });
  expect(text.headers.get('content-type')).toMatch(/^text\/plain/);
  for (const word of ['coffee', '6.00', '10.00', '4.00', 'S0-']) expect(text.text).toContain(word);
  const json = await service.call('GET', `/orders/${id}/receipt`, { headers: { Accept: 'application/json' } });
  expect(json).toMatchObject({ status: 200, body: { totals: { total: USD(600), change: USD(400) } } });
  const other = await service.call('GET', `/orders/${id}/receipt`, { headers: { Accept: 'image/png' } });
  expect(other.status).toBe(406);
  expect(other.headers.get('content-type')).toBe('application/problem+json');
});

test.each([
  { accept: 'text/html', type: /^text\/html/, begins: '<!doctype html>', wide: 'size: 80mm', narrow: 'size: 58mm' },
  {
    accept: 'text/plain',
    type: /^text\/plain/,
    begins: ' ',
    wide: `\n${'-'.repeat(48)}\n`,
    narrow: `\n${'-'.repeat(32)}\n`,
  },
  {
    accept: 'application/pdf',
    type: /^application\/pdf/,
    begins: '%PDF-1.4',
    wide: '[0 0 226.77',
    narrow: '[0 0 164.41',
  },
  {
    ...{ accept: 'application/vnd.escpos', type: /^application\/vnd\.escpos/, begins: '\u001b@\u001bt\u0013' },
    ...{ wide: `\n${'-'.repeat(48)}\n`, narrow: `\n${'-'.repeat(32)}\n` },
  },
])('the receipt as $accept, on paper of 58 and 80 mm', async ({ accept, type, begins, wide, narrow }) => {
  const payments = [{ tender: 'cash', amount: USD(1000) }];
  const id = await opened({ lines: [{ sku: 'coffee', quantity: '2' }], payments, complete: true });
  for (const [query, shown] of [
    ['', wide],
    ['?paper=58&copy=true', narrow],
  ] as const) {
    const answer = await service.call('GET', `/orders/${id}/receipt${query}`, { headers: { Accept: accept } });
    expect([answer.status, answer.headers.get('vary')]).toEqual([200, expect.stringContaining('Accept')]);
    expect(answer.headers.get('content-type')).toMatch(type);
    expect(answer.text.startsWith(begins)).toBe(true);
    expect(answer.text).toContain(shown);
    expect(answer.text.includes('COPY')).toBe(query !== '');
  }
});

describe('the list', () => {
  const customerId = randomUUID();
  const ids: string[] = [];
  beforeAll(async () => {
    for (let hour = 0; hour < 7; hour += 1) {
      const placedAt = new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
      ids.unshift(await opened({ customerId, placedAt, lines: [{ sku: 'coffee' }] }));
    }
    await post(`/orders/${ids[0]}/hold`);
  });

  test('pages are whole: newest first, nothing twice, nothing left out, also when orders come in between', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await get(`/orders?q=${customerId}&limit=3${cursor}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      await opened({ customerId, lines: [] });
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(ids);
  });

  test.each([
    ['by status', 'status=held', [0]],
    ['from, included', 'from=2026-01-05T05:00:00Z&to=2026-01-06T00:00:00Z', [0, 1]],
    ['to, excluded', 'from=2026-01-01T00:00:00Z&to=2026-01-05T02:00:00%2B00:00', [5, 6]],
  ])('filters %s', async (_, query, expected) => {
    const { body } = await get(`/orders?q=${customerId}&${query}`);
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(expected.map((index) => ids[index]));
  });

  test('shows lines and payments where asked, and not otherwise', async () => {
    const plain = await get(`/orders?q=${customerId}&limit=1`);
    expect(plain.body.data[0]).not.toHaveProperty('lines');
    const expanded = await get(`/orders?q=${customerId}&status=held&expand=lines,payments`);
    expect(expanded.body.data[0]).toMatchObject({ lines: [{ sku: 'coffee' }], payments: [] });
  });
});
