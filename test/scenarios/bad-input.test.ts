import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type CallOptions, type TestService } from '../harness/service.js';

const MIB = 1_048_576;
let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(() => service.close());

const USD = (amount: number): object => ({ amount, currency: 'USD' });

function sale(more: object = {}): object {
  return { outletId: shop.outlets[0].id, lines: [{ sku: 'coffee', quantity: '1' }], ...more };
}
const line = (more: object): object =>
  sale({
    lines: [
      { sku: 'coffee', quantity: '1' },
      { sku: 'juice', ...more },
    ],
  });
const paid = (tender: string, amount: object): object => sale({ payments: [{ tender, amount }], complete: true });
const text = (json: string): object => ({ raw: `{"outletId":"${shop.outlets[0].id}",${json}}` });

interface Case {
  readonly title: string;
  /** The body; `{ raw }` goes out as it is. */
  readonly body: () => object;
  readonly path?: string;
  readonly method?: string;
  readonly options?: Omit<CallOptions, 'body'>;
  readonly status: number;
  readonly code: string;
  /** Absent: the problem is about no one place. */
  readonly pointer?: string;
}

/** Bodies that do not have the form of the contract. */
const FORM: readonly Case[] = [
  {
    title: 'unknown member',
    body: () => sale({ colour: 'red' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/colour',
  },
  {
    title: 'unknown member of a line',
    body: () => line({ colour: 'red' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines/1/colour',
  },
  {
    title: 'a member named __proto__',
    body: () => text('"__proto__":{"a":1}'),
    status: 400,
    code: 'validation_failed',
    pointer: '',
  },
  {
    title: '7-decimal quantity',
    body: () => line({ quantity: '0.1234567' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'a quantity as a number',
    body: () => line({ quantity: 1 }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'a quantity of ten digits',
    body: () => line({ quantity: '1234567890' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'amount with too many digits',
    body: () => paid('cash', USD(13.25)),
    status: 422,
    code: 'amount_has_too_many_digits',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: 'an amount as text',
    body: () => paid('cash', { amount: '1325', currency: 'USD' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: 'a huge amount',
    body: () => paid('cash', USD(1e16)),
    status: 400,
    code: 'validation_failed',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: 'a number that JSON cannot hold',
    body: () => text('"payments":[{"tender":"cash","amount":{"amount":1e999,"currency":"USD"}}]'),
    status: 400,
    code: 'validation_failed',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: '31 February',
    body: () => sale({ placedAt: '2026-02-31T10:00:00Z' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/placedAt',
  },
  {
    title: 'a time without an offset',
    body: () => sale({ placedAt: '2026-02-03T10:00:00' }),
    status: 400,
    code: 'validation_failed',
    pointer: '/placedAt',
  },
  {
    title: 'upper-case UUID',
    body: () => sale({ id: randomUUID().toUpperCase() }),
    status: 400,
    code: 'validation_failed',
    pointer: '/id',
  },
  {
    title: 'a UUID of a line in upper case',
    body: () => line({ id: 'A'.repeat(36) }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines/1/id',
  },
  {
    title: 'NUL in text',
    body: () => text('"note":"a\\u0000b"'),
    status: 400,
    code: 'validation_failed',
    pointer: '/note',
  },
  {
    title: 'NUL in the name of a member',
    body: () => text('"a\\u0000b":1'),
    status: 400,
    code: 'validation_failed',
    pointer: '',
  },
  {
    title: 'lone surrogate',
    body: () => text('"note":"\\ud83d"'),
    status: 400,
    code: 'validation_failed',
    pointer: '/note',
  },
  {
    title: 'text that is too long',
    body: () => sale({ note: 'x'.repeat(501) }),
    status: 400,
    code: 'validation_failed',
    pointer: '/note',
  },
  {
    title: 'a missing member',
    body: () => ({ lines: [] }),
    status: 400,
    code: 'validation_failed',
    pointer: '/outletId',
  },
  {
    title: 'null instead of a list',
    body: () => sale({ lines: null }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines',
  },
  { title: 'a list instead of an object', body: () => [], status: 400, code: 'validation_failed', pointer: '' },
  {
    title: '501 lines',
    body: () => sale({ lines: Array<object>(501).fill({ sku: 'coffee' }) }),
    status: 400,
    code: 'validation_failed',
    pointer: '/lines',
  },
  { title: 'no JSON', body: () => ({ raw: '{"outletId":' }), status: 400, code: 'malformed_json', pointer: '' },
  {
    title: 'invalid UTF-8',
    body: () => ({ raw: Buffer.from('7b226e6f7465223a22ff227d', 'hex') }),
    status: 400,
    code: 'body_not_utf8',
    pointer: '',
  },
  {
    title: 'deep JSON',
    body: () => ({ raw: `${'['.repeat(40)}${']'.repeat(40)}` }),
    status: 400,
    code: 'body_too_deep',
    pointer: '/0'.repeat(32),
  },
  {
    title: 'very deep JSON',
    body: () => ({ raw: '['.repeat(500_000) + ']'.repeat(500_000) }),
    status: 400,
    code: 'body_too_deep',
    pointer: '/0'.repeat(32),
  },
  { title: '1 MiB + 1 body', body: () => ({ raw: `"${'x'.repeat(MIB - 1)}"` }), status: 413, code: 'body_too_large' },
];

/** Bodies whose form is right and whose meaning is wrong. */
const MEANING: readonly Case[] = [
  {
    title: 'unknown SKU',
    body: () => line({ sku: 'unicorn' }),
    status: 422,
    code: 'item_unknown',
    pointer: '/lines/1/sku',
  },
  {
    title: 'inactive item',
    body: () => line({ sku: 'switched_off' }),
    status: 422,
    code: 'item_inactive',
    pointer: '/lines/1/sku',
  },
  {
    title: 'unknown outlet',
    body: () => sale({ outletId: randomUUID() }),
    status: 422,
    code: 'outlet_unknown',
    pointer: '/outletId',
  },
  {
    title: 'negative quantity',
    body: () => line({ quantity: '-1' }),
    status: 422,
    code: 'quantity_not_positive',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'no quantity',
    body: () => line({ quantity: '0.000000' }),
    status: 422,
    code: 'quantity_not_positive',
    pointer: '/lines/1/quantity',
  },
  {
    title: 'a price that is not ours',
    body: () => line({ unitPrice: USD(1) }),
    status: 422,
    code: 'price_mismatch',
    pointer: '/lines/1/unitPrice',
  },
  {
    title: 'amount in another currency',
    body: () => paid('cash', { amount: 500, currency: 'EUR' }),
    status: 422,
    code: 'currency_mismatch',
    pointer: '/payments/0/amount/currency',
  },
  {
    title: 'amount in no currency',
    body: () => paid('cash', { amount: 500, currency: 'XXX' }),
    status: 422,
    code: 'unknown_currency',
    pointer: '/payments/0/amount/currency',
  },
  {
    title: 'negative amount',
    body: () => paid('cash', USD(-1)),
    status: 422,
    code: 'amount_not_positive',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: 'card above due',
    body: () => paid('card', USD(301)),
    status: 422,
    code: 'payment_exceeds_due',
    pointer: '/payments/0/amount/amount',
  },
  {
    title: 'a tender that the outlet does not take',
    body: () => paid('shells', USD(300)),
    status: 422,
    code: 'tender_not_accepted',
    pointer: '/payments/0/tender',
  },
  {
    title: 'a second payment when nothing is due',
    body: () =>
      sale({
        payments: [
          { tender: 'cash', amount: USD(300) },
          { tender: 'card', amount: USD(1) },
        ],
      }),
    status: 422,
    code: 'order_already_paid',
    pointer: '/payments/1',
  },
  {
    title: 'a promotion that is not there',
    body: () => sale({ promoCodes: ['FREE'] }),
    status: 422,
    code: 'promo_code_unknown',
    pointer: '/promoCodes/0',
  },
  {
    title: 'a sale of next year',
    body: () => sale({ placedAt: '2999-01-01T00:00:00Z' }),
    status: 422,
    code: 'placed_in_future',
    pointer: '/placedAt',
  },
  {
    title: 'one line id twice',
    body: () => sale({ lines: [LINE, LINE] }),
    status: 409,
    code: 'line_id_taken',
    pointer: '/lines/1/id',
  },
  { title: 'completing what is not paid', body: () => sale({ complete: true }), status: 422, code: 'payment_due' },
  { title: 'completing nothing', body: () => sale({ lines: [], complete: true }), status: 422, code: 'order_empty' },
];
const LINE = { id: randomUUID(), sku: 'coffee' };

/** What is wrong beside the body. */
const AROUND: readonly Case[] = [
  {
    title: 'missing idempotency key',
    body: () => sale(),
    options: { withoutKey: true },
    status: 400,
    code: 'idempotency_key_missing',
    pointer: '/header/Idempotency-Key',
  },
  {
    title: 'key of 256 characters',
    body: () => sale(),
    options: { headers: { 'Idempotency-Key': 'k'.repeat(256) } },
    status: 400,
    code: 'idempotency_key_invalid',
    pointer: '/header/Idempotency-Key',
  },
  {
    title: 'a key that cannot be printed',
    body: () => sale(),
    options: { headers: { 'Idempotency-Key': 'caf\u00e9' } },
    status: 400,
    code: 'idempotency_key_invalid',
    pointer: '/header/Idempotency-Key',
  },
  {
    title: 'wrong content type',
    body: () => sale(),
    options: { headers: { 'Content-Type': 'text/plain' } },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: 'another character set',
    body: () => sale(),
    options: { headers: { 'Content-Type': 'application/json; charset=latin1' } },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: 'a compressed body',
    body: () => sale(),
    options: { headers: { 'Content-Encoding': 'gzip' } },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: 'unknown query parameter',
    body: () => sale(),
    path: '/orders?colour=red',
    status: 400,
    code: 'unknown_parameter',
    pointer: '/query/colour',
  },
];

/** A line id twice in one request is a conflict, like one that an earlier request has used. */
test.each([...FORM, ...MEANING, ...AROUND])(
  '$title: $status $code',
  async ({ body, method = 'POST', path = '/orders', options = {}, ...expected }) => {
    const made = body();
    const sent = 'raw' in made ? made.raw : made;
    const answer = await service.call(method, path, { ...options, body: sent });
    assertProblem(answer, expected);
  },
);

function assertProblem(
  answer: Awaited<ReturnType<TestService['call']>>,
  { status, code, pointer }: Pick<Case, 'status' | 'code' | 'pointer'>,
): void {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    code,
    title: expect.any(String),
    instance: expect.stringMatching(/^\/v1\//),
    retryable: false,
  });
  expect(answer.body).toMatchObject({
    type: expect.stringContaining(code),
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(answer.status).toBe(status);
  expect(answer.body.errors?.[0]?.pointer).toBe(pointer);
}

test.each([
  { title: 'bad cursor', query: 'cursor=x', code: 'cursor_invalid', pointer: '/query/cursor' },
  { title: 'bad cursor in UTF-8', query: 'cursor=%F0%9F%8D%95', code: 'cursor_invalid', pointer: '/query/cursor' },
  { title: 'unknown query parameter', query: 'stauts=open', code: 'unknown_parameter', pointer: '/query/stauts' },
  { title: 'a parameter twice', query: 'limit=1&limit=2', code: 'duplicate_parameter', pointer: '/query/limit' },
  { title: 'no page size', query: 'limit=0', code: 'validation_failed', pointer: '/query/limit' },
  { title: 'a page of 201', query: 'limit=201', code: 'validation_failed', pointer: '/query/limit' },
  { title: 'a page of a half', query: 'limit=1.5', code: 'validation_failed', pointer: '/query/limit' },
  { title: 'a status that is none', query: 'status=lost', code: 'validation_failed', pointer: '/query/status' },
  {
    title: 'upper-case UUID',
    query: `outletId=${randomUUID().toUpperCase()}`,
    code: 'validation_failed',
    pointer: '/query/outletId',
  },
  { title: '31 February', query: 'from=2026-02-31T00:00:00Z', code: 'validation_failed', pointer: '/query/from' },
  { title: 'NUL in a search', query: 'q=%00', code: 'validation_failed', pointer: '/query/q' },
  {
    title: 'a search of 101 characters',
    query: `q=${'x'.repeat(101)}`,
    code: 'validation_failed',
    pointer: '/query/q',
  },
  {
    title: 'an expansion that is none',
    query: 'expand=everything',
    code: 'validation_failed',
    pointer: '/query/expand',
  },
])('a list with $title: 400 $code', async ({ query, code, pointer }) => {
  assertProblem(await service.call('GET', `/orders?${query}`), { status: 400, code, pointer });
});

test.each([
  { title: 'no quotes', value: '3' },
  { title: 'weak', value: 'W/"3"' },
  { title: 'no number', value: '"three"' },
  { title: 'two', value: '"3", "4"' },
  { title: 'huge', value: `"${'9'.repeat(30)}"` },
])('bad If-Match, $title: 400 if_match_invalid', async ({ value }) => {
  const { body } = await service.call('POST', '/orders', { body: sale() });
  const path = `/orders/${body.id}/lines/${body.lines[0].id}`;
  const answer = await service.call('PATCH', path, { body: { quantity: '2' }, headers: { 'If-Match': value } });
  assertProblem(answer, { status: 400, code: 'if_match_invalid', pointer: '/header/If-Match' });
});

describe('on an order', () => {
  test.each([
    {
      title: 'more refund than paid',
      body: { amount: USD(301) },
      status: 422,
      code: 'refund_exceeds_remaining',
      pointer: '/amount/amount',
    },
    { title: 'a refund of nothing', body: { lines: [] }, status: 400, code: 'validation_failed', pointer: '/lines' },
    {
      title: 'a refund of lines and of an amount',
      body: { lines: [{ lineId: randomUUID(), quantity: '1' }], amount: USD(1) },
      status: 400,
      code: 'validation_failed',
      pointer: '/amount',
    },
    {
      title: 'a refund in another currency',
      body: { amount: { amount: 1, currency: 'EUR' } },
      status: 422,
      code: 'currency_mismatch',
      pointer: '/amount/currency',
    },
    {
      title: 'a refund to another tender',
      body: { amount: USD(1), tender: 'card' },
      status: 422,
      code: 'refund_tender_mismatch',
      pointer: '/tender',
    },
    {
      title: 'a refund of a line that is not there',
      body: { lines: [{ lineId: randomUUID(), quantity: '1' }] },
      status: 404,
      code: 'line_not_found',
      pointer: '/lines/0/lineId',
    },
    {
      title: 'a refund without a reason',
      body: { amount: USD(1), reason: '' },
      status: 400,
      code: 'validation_failed',
      pointer: '/reason',
    },
  ])('$title: $status $code', async ({ body, ...expected }) => {
    const order = (await service.call('POST', '/orders', { body: paid('cash', USD(300)) })).body;
    const answer = await service.call('POST', `/orders/${order.id}/refunds`, { body: { reason: 'cold', ...body } });
    assertProblem(answer, expected);
  });

  test.each([
    {
      title: 'more of a line than was sold',
      quantity: '1.000001',
      code: 'refund_exceeds_remaining',
      pointer: '/lines/0/quantity',
      status: 422,
    },
    {
      title: 'a negative part of a line',
      quantity: '-1',
      code: 'quantity_not_positive',
      pointer: '/lines/0/quantity',
      status: 422,
    },
  ])('a refund of $title: $status $code', async ({ quantity, ...expected }) => {
    const order = (await service.call('POST', '/orders', { body: paid('cash', USD(300)) })).body;
    const body = { lines: [{ lineId: order.lines[0].id, quantity }], reason: 'cold' };
    assertProblem(await service.call('POST', `/orders/${order.id}/refunds`, { body }), expected);
  });

  test.each(['not-a-uuid', '%00', '%ff', 'A'.repeat(36), '..%2f..%2fetc%2fpasswd'])(
    'an id in the path like %s is refused',
    async (id) => {
      const answer = await service.call('GET', `/orders/${id}`);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: expect.stringMatching(/^(validation_failed|malformed_path)$/) },
      });
    },
  );

  test('an order of nobody is not there', async () => {
    assertProblem(await service.call('GET', `/orders/${randomUUID()}`), { status: 404, code: 'order_not_found' });
  });
});
