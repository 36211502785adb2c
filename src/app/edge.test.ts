import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { startSecondInstance } from '../../test/harness/second-instance.js';
import { startService, type CallOptions, type TestService } from '../../test/harness/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const GOOD = { name: 'key', mode: 'live', permissions: ['orders:read'] };
const MEBIBYTE = 1_048_576;

function nested(levels: number): string {
  return `{"name":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
}

/** A JSON body of exactly so many bytes. */
function sized(bytes: number): string {
  const frame = JSON.stringify({ ...GOOD, name: '' });
  return frame.replace('"name":""', `"name":"${'x'.repeat(bytes - frame.length)}"`);
}

interface BadBody {
  readonly title: string;
  readonly body: unknown;
  readonly status?: number;
  readonly code?: string;
  readonly pointer?: string;
  readonly headers?: Record<string, string>;
}

const badBodies: readonly BadBody[] = [
  { title: 'an unknown member', body: { ...GOOD, colour: 'red' }, pointer: '/colour' },
  { title: 'a missing member', body: { name: 'key', mode: 'live' }, pointer: '/permissions' },
  { title: 'a wrong type', body: { ...GOOD, name: 7 }, pointer: '/name' },
  { title: 'a wrong word', body: { ...GOOD, mode: 'loud' }, pointer: '/mode' },
  {
    title: 'a wrong word in a list',
    body: { ...GOOD, permissions: ['orders:read', 'orders:eat'] },
    pointer: '/permissions/1',
  },
  { title: 'an id in capitals', body: { ...GOOD, id: '0197A3C2-7B1E-7C44-9D3E-6F0A1B2C3D4E' }, pointer: '/id' },
  { title: 'a time without offset', body: { ...GOOD, expiresAt: '2030-01-01T00:00:00' }, pointer: '/expiresAt' },
  { title: 'a day that does not exist', body: { ...GOOD, expiresAt: '2030-02-30T00:00:00Z' }, pointer: '/expiresAt' },
  { title: 'NUL in text', body: { ...GOOD, name: 'a\0b' }, pointer: '/name' },
  {
    title: 'half a character in text',
    body: '{"name":"\\ud800","mode":"live","permissions":["orders:read"]}',
    pointer: '/name',
  },
  {
    title: '__proto__',
    body: '{"__proto__":{"admin":true},"name":"x","mode":"live","permissions":["orders:read"]}',
    pointer: '',
  },
  { title: 'a list for an object', body: [GOOD], pointer: '' },
  { title: 'nothing', body: undefined, pointer: '' },
  { title: 'half of the JSON', body: '{"name":', code: 'malformed_json', pointer: '' },
  {
    title: 'bytes that are not UTF-8',
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    code: 'body_not_utf8',
    pointer: '',
  },
  { title: '33 levels', body: nested(33), code: 'body_too_deep' },
  { title: 'half a million levels', body: nested(500_000), code: 'body_too_deep' },
  { title: '1 MiB and a byte', body: sized(MEBIBYTE + 1), status: 413, code: 'body_too_large' },
  { title: '1 MiB, which is read', body: sized(MEBIBYTE), pointer: '/name' },
  {
    title: 'XML',
    body: '<x/>',
    headers: { 'Content-Type': 'application/xml' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: 'another character set',
    body: '{}',
    headers: { 'Content-Type': 'application/json; charset=utf-16' },
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    title: 'a compressed body',
    body: '{}',
    headers: { 'Content-Encoding': 'gzip' },
    status: 415,
    code: 'unsupported_media_type',
  },
];

test.each(badBodies)(
  'a body with $title',
  async ({ body, status = 400, code = 'validation_failed', pointer, headers = {} }) => {
    const answer = await service.call('POST', '/api-keys', { body, headers });
    expect(answer).toMatchObject({
      status,
      body: { status, code, retryable: false, type: `https://pos-service.dev/errors/${code}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    if (pointer !== undefined) expect(answer.body.errors[0]).toEqual({ pointer, message: expect.any(String) });
    expect(answer.body.instance).toBe(`/v1/${service.tenant.slug}/pos/api-keys`);
  },
);

interface BadRequest extends CallOptions {
  readonly title: string;
  readonly path: string;
  readonly method?: string;
  readonly status?: number;
  readonly code: string;
  readonly pointer?: string;
}

const badRequests: readonly BadRequest[] = [
  {
    title: 'an unknown query parameter',
    path: '/api-keys?colour=red',
    code: 'unknown_parameter',
    pointer: '/query/colour',
  },
  {
    title: 'a query parameter twice',
    path: '/api-keys?limit=1&limit=2',
    code: 'duplicate_parameter',
    pointer: '/query/limit',
  },
  {
    title: 'NUL in a query parameter',
    path: '/api-keys?cursor=%00',
    code: 'validation_failed',
    pointer: '/query/cursor',
  },
  { title: 'a limit of nothing', path: '/api-keys?limit=0', code: 'validation_failed', pointer: '/query/limit' },
  { title: 'a limit beyond 200', path: '/api-keys?limit=201', code: 'validation_failed', pointer: '/query/limit' },
  {
    title: 'a limit that is no number',
    path: '/api-keys?limit=many',
    code: 'validation_failed',
    pointer: '/query/limit',
  },
  { title: 'a cursor that is none', path: '/api-keys?cursor=x', code: 'cursor_invalid', pointer: '/query/cursor' },
  {
    title: 'an id that is none',
    path: '/api-keys/x',
    method: 'DELETE',
    code: 'validation_failed',
    pointer: '/path/apiKeyId',
  },
  { title: 'a path that cannot be decoded', path: '/api-keys/%ff', method: 'DELETE', code: 'malformed_path' },
  { title: 'NUL in the path', path: '/api-keys/%00', method: 'DELETE', code: 'malformed_path' },
  { title: 'another method', path: '/api-keys', method: 'PUT', status: 405, code: 'method_not_allowed' },
  { title: 'an unknown path', path: '/nothing', status: 404, code: 'not_found' },
  { title: 'an unknown path outside', path: '/v1/nothing', status: 404, code: 'not_found' },
  {
    title: 'an absent id',
    path: `/api-keys/${randomUUID()}`,
    method: 'DELETE',
    status: 404,
    code: 'api_key_not_found',
  },
  {
    title: 'an If-Match that is none',
    path: '/tenant',
    method: 'PATCH',
    body: {},
    headers: { 'If-Match': 'three' },
    code: 'if_match_invalid',
    pointer: '/header/If-Match',
  },
  {
    title: 'no Idempotency-Key',
    path: '/api-keys',
    method: 'POST',
    body: GOOD,
    withoutKey: true,
    code: 'idempotency_key_missing',
    pointer: '/header/Idempotency-Key',
  },
  {
    title: 'a key beyond ASCII',
    path: '/api-keys',
    method: 'POST',
    body: GOOD,
    headers: { 'Idempotency-Key': 'clé' },
    code: 'idempotency_key_invalid',
    pointer: '/header/Idempotency-Key',
  },
  {
    title: 'a key of 256',
    path: '/api-keys',
    method: 'POST',
    body: GOOD,
    headers: { 'Idempotency-Key': 'k'.repeat(256) },
    code: 'idempotency_key_invalid',
    pointer: '/header/Idempotency-Key',
  },
];

test.each(badRequests)(
  'a request with $title',
  async ({ path, method = 'GET', status = 400, code, pointer, body, headers = {}, withoutKey = false }) => {
    const answer = await service.call(method, path, { body, headers, withoutKey });
    expect(answer).toMatchObject({ status, body: { status, code } });
    if (pointer !== undefined) expect(answer.body.errors[0].pointer).toBe(pointer);
  },
);

test.each([
  { title: 'a fraction of a cent', amount: 13.25, status: 422, code: 'amount_has_too_many_digits' },
  { title: 'text', amount: '1325', status: 400, code: 'validation_failed' },
  { title: 'more than JSON can count', amount: 9_007_199_254_740_992, status: 400, code: 'validation_failed' },
])('an amount that is $title', async ({ amount, status, code }) => {
  const body = {
    outletId: randomUUID(),
    channel: 'counter',
    placedAt: '2030-01-01T00:00:00Z',
    lines: [{ sku: 'tea', quantity: '1' }],
    payments: [{ tender: 'cash', amount: { amount, currency: 'USD' } }],
    complete: true,
  };
  const answer = await service.call('POST', '/orders', { body });
  expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer: '/payments/0/amount/amount' }] } });
});

test('405 names the methods that the path has', async () => {
  expect((await service.call('PUT', '/api-keys')).headers.get('allow')).toBe('GET, POST');
});

test('a body that stops arriving is not waited for', async () => {
  const impatient = await startSecondInstance(service.database, { BODY_TIMEOUT_MS: '300' });
  const { port } = new URL(impatient.baseUrl);
  const head = `POST /v1/${service.tenant.slug}/pos/api-keys HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${service.tenant.apiKey}\r\n`;
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  await impatient.close();
  expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"body_incomplete"/);
});

test('every answer carries a request id, and a sane one of the caller is kept', async () => {
  const own = await service.call('GET', '/api-keys', { headers: { 'X-Request-Id': 'till-7:000123' } });
  expect(own.headers.get('x-request-id')).toBe('till-7:000123');
  const made = await service.call('GET', '/nothing', { headers: { 'X-Request-Id': 'x y' } });
  expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(made.body.traceId).toBe(made.headers.get('x-request-id')?.replaceAll('-', ''));
});

test('a trace goes on', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const answer = await service.call('GET', '/nothing', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
  expect(answer.body.traceId).toBe(trace);
});
