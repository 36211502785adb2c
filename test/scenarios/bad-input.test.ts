import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '../faults/shop.js';
import { startService, type Answer, type CallOptions, type TestService } from '../harness/service.js';

const MIB = 1_048_576;
let service: TestService;
let shop: Shop;
beforeAll(async () => {
  service = await startService();
  shop = await openShop(service.database.ownerUrl, { owner: service.tenant });
});
afterAll(() => service.close());

const sale = (more: object = {}): object => ({
  outletId: shop.outlets[0].id,
  lines: [{ sku: 'coffee', quantity: '1' }],
  ...more,
});
const line = (more: object): object =>
  sale({
    lines: [
      { sku: 'coffee', quantity: '1' },
      { sku: 'juice', ...more },
    ],
  });
const paid = (amount: unknown): object =>
  sale({ payments: [{ tender: 'cash', amount: { amount, currency: 'USD' } }], complete: true });
/** A body that goes out as it is written. */
const raw = (text: string | Buffer): (() => object) => {
  return () => (typeof text === 'string' ? new String(text) : text);
};
const withMember = (json: string): (() => object) => {
  return () => new String(`{"outletId":"${shop.outlets[0].id}",${json}}`);
};

function post(body: object, options: Omit<CallOptions, 'body'> = {}): Promise<Answer> {
  return service.call('POST', '/orders', { ...options, body: body instanceof String ? body.valueOf() : body });
}

function expectProblem(answer: Answer, status: number, code: string, pointer?: string): void {
  expect({ status: answer.status, code: answer.body?.code, pointer: answer.body?.errors?.[0]?.pointer }).toEqual({
    status,
    code,
    pointer,
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    type: expect.stringContaining(code),
    title: expect.any(String),
    instance: expect.stringMatching(/^\/v1\//),
    retryable: false,
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
}

type Row = readonly [title: string, body: () => object, pointer: string];
const AMOUNT = '/payments/0/amount/amount';

const ILL_FORMED: readonly Row[] = [
  ['unknown member', () => sale({ colour: 'red' }), '/colour'],
  ['unknown member of a line', () => line({ colour: 'red' }), '/lines/1/colour'],
  ['a member named __proto__', withMember('"__proto__":{"a":1}'), ''],
  ['a member named toString', withMember('"channel":{"toString":1}'), '/channel'],
  ['7-decimal quantity', () => line({ quantity: '0.1234567' }), '/lines/1/quantity'],
  ['quantity as a number', () => line({ quantity: 1 }), '/lines/1/quantity'],
  ['quantity of ten digits', () => line({ quantity: '1234567890' }), '/lines/1/quantity'],
  ['quantity with an exponent', () => line({ quantity: '1e3' }), '/lines/1/quantity'],
  ['amount as text', () => paid('1325'), AMOUNT],
  ['a huge amount', () => paid(1e16), AMOUNT],
  [
    'a number beyond all numbers',
    withMember('"lines":[],"payments":[{"tender":"cash","amount":1e999}]'),
    '/payments/0/amount',
  ],
  ['31 February', () => sale({ placedAt: '2026-02-31T10:00:00Z' }), '/placedAt'],
  ['a year before all calendars', () => sale({ placedAt: '0000-01-01T00:00:00Z' }), '/placedAt'],
  ['a time without an offset', () => sale({ placedAt: '2026-02-03T10:00:00' }), '/placedAt'],
  ['upper-case UUID', () => sale({ id: randomUUID().toUpperCase() }), '/id'],
  ['upper-case UUID of a line', () => line({ id: 'A'.repeat(36) }), '/lines/1/id'],
  ['NUL in text', withMember('"note":"a\\u0000b"'), '/note'],
  ['NUL in the name of a member', withMember('"a\\u0000b":1'), ''],
  ['lone surrogate', withMember('"note":"\\ud83d"'), '/note'],
  ['text that is too long', () => sale({ note: 'x'.repeat(501) }), '/note'],
  ['a missing member', () => ({ lines: [] }), '/outletId'],
  ['null instead of a list', () => sale({ lines: null }), '/lines'],
  ['a list instead of an object', () => [], ''],
  ['501 lines', () => sale({ lines: Array<object>(501).fill({ sku: 'coffee' }) }), '/lines'],
];
test.each(ILL_FORMED)('%s: 400 validation_failed', async (_, body, pointer) => {
  expectProblem(await post(body()), 400, 'validation_failed', pointer);
});

const DEEPEST = '/0'.repeat(32);
test.each<readonly [string, () => object, number, string, string | undefined]>([
  ['no JSON', raw('{"outletId":'), 400, 'malformed_json', ''],
  ['invalid UTF-8', raw(Buffer.from('7b226e6f7465223a22ff227d', 'hex')), 400, 'body_not_utf8', ''],
  ['deep JSON', raw('['.repeat(40) + ']'.repeat(40)), 400, 'body_too_deep', DEEPEST],
  ['very deep JSON', raw('['.repeat(500_000) + ']'.repeat(500_000)), 400, 'body_too_deep', DEEPEST],
  ['1 MiB + 1 body', raw(`"${'x'.repeat(MIB - 1)}"`), 413, 'body_too_large', undefined],
  ['a body of exactly 1 MiB', raw(`"${'x'.repeat(MIB - 2)}"`), 400, 'validation_failed', ''],
  ['amount with too many digits', () => paid(13.25), 422, 'amount_has_too_many_digits', AMOUNT],
])('%s: %#', async (_, body, status, code, pointer) => {
  expectProblem(await post(body()), status, code, pointer);
});

const KEY = '/header/Idempotency-Key';
const key = (value: string): CallOptions => ({ headers: { 'Idempotency-Key': value } });
const type = (value: string): CallOptions => ({ headers: { 'Content-Type': value } });
test.each<readonly [string, CallOptions, number, string, string | undefined]>([
  ['missing idempotency key', { withoutKey: true }, 400, 'idempotency_key_missing', KEY],
  ['key of 256 characters', key('k'.repeat(256)), 400, 'idempotency_key_invalid', KEY],
  ['a key that cannot be printed', key('café'), 400, 'idempotency_key_invalid', KEY],
  ['wrong content type', type('text/plain'), 415, 'unsupported_media_type', undefined],
  ['another character set', type('application/json; charset=latin1'), 415, 'unsupported_media_type', undefined],
  ['a compressed body', { headers: { 'Content-Encoding': 'gzip' } }, 415, 'unsupported_media_type', undefined],
])('%s', async (_, options, status, code, pointer) => {
  expectProblem(await post(sale(), options), status, code, pointer);
});

test('a key of 255 characters is a key', async () => {
  expect((await post(sale(), key('k'.repeat(255)))).status).toBe(201);
});

test.each([
  ['bad cursor', 'cursor=x', 'cursor_invalid', '/query/cursor'],
  ['bad cursor in UTF-8', 'cursor=%F0%9F%8D%95', 'cursor_invalid', '/query/cursor'],
  ['unknown query parameter', 'stauts=open', 'unknown_parameter', '/query/stauts'],
  ['a parameter twice', 'limit=1&limit=2', 'duplicate_parameter', '/query/limit'],
  ['no page size', 'limit=0', 'validation_failed', '/query/limit'],
  ['a page of 201', 'limit=201', 'validation_failed', '/query/limit'],
  ['a page of a half', 'limit=1.5', 'validation_failed', '/query/limit'],
  ['a status that is none', 'status=lost', 'validation_failed', '/query/status'],
  ['upper-case UUID', `outletId=${randomUUID().toUpperCase()}`, 'validation_failed', '/query/outletId'],
  ['31 February', 'from=2026-02-31T00:00:00Z', 'validation_failed', '/query/from'],
  ['NUL in a search', 'q=%00', 'validation_failed', '/query/q'],
  ['a search of 101 characters', `q=${'x'.repeat(101)}`, 'validation_failed', '/query/q'],
  ['an expansion that is none', 'expand=everything', 'validation_failed', '/query/expand'],
])('a list with %s: 400', async (_, query, code, pointer) => {
  expectProblem(await service.call('GET', `/orders?${query}`), 400, code, pointer);
});

test('an unknown query parameter of a command is refused as well', async () => {
  const answer = await service.call('POST', '/orders?colour=red', { body: sale() });
  expectProblem(answer, 400, 'unknown_parameter', '/query/colour');
});

test.each(['3', 'W/"3"', '"three"', '"3", "4"', `"${'9'.repeat(30)}"`])('bad If-Match %s: 400', async (value) => {
  const { body } = await post(sale());
  const path = `/orders/${body.id}/lines/${body.lines[0].id}`;
  const answer = await service.call('PATCH', path, { body: { quantity: '2' }, headers: { 'If-Match': value } });
  expectProblem(answer, 400, 'if_match_invalid', '/header/If-Match');
});

test.each(['not-a-uuid', '%00', '%ff', 'A'.repeat(36), '..%2f..%2fetc%2fpasswd'])(
  'an id in the path like %s is refused',
  async (id) => {
    const { status, body } = await service.call('GET', `/orders/${id}`);
    expect(status).toBe(400);
    expect(body.code).toMatch(/^(validation_failed|malformed_path)$/);
  },
);

test.each(['%00', 'UPPER', 'x'.repeat(64)])('a tenant in the path like %s is not there', async (slug) => {
  const { status, body } = await service.call('GET', `/v1/${slug}/pos/orders`);
  expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
});
