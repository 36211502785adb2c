import { fakeServer, json, refusal, type Answering } from '../testing/fake-server.js';
import { PosClient, type ClientOptions } from './pos-client.js';
import { PosProblem, PosUnreachable } from './pos-problem.js';

const waits: number[] = [];
function clientOf(answering: Answering, more: Partial<ClientOptions> = {}) {
  const { fetch, asked } = fakeServer(answering);
  waits.length = 0;
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const credential = { kind: 'api-key', key: 'pos_test_x' } as const;
  const options = { baseUrl: 'https://pos.example/', tenant: 'acme', credential, fetch, wait, random: () => 0.5 };
  return { client: new PosClient({ ...options, ...more }), asked };
}
const down = (): Response => {
  throw new TypeError('fetch failed');
};

it('asks below the business, with key, query and version', async () => {
  const { client, asked } = clientOf(() => json(200, { id: '1' }));
  const query = { expand: 'lines', from: undefined, count: true };
  await expect(client.request('PATCH', '/pos/orders/1', { query, body: { a: 1 }, ifMatch: 3 })).resolves.toEqual({
    id: '1',
  });
  expect(asked[0]?.url.href).toBe('https://pos.example/v1/acme/pos/orders/1?expand=lines&count=true');
  expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer pos_test_x',
    'content-type': 'application/json',
    'if-match': '"3"',
  });
});

it.each([
  ['a network that fails', down, [250, 500]],
  ['the same key still running', () => refusal(409, 'idempotency_key_in_use', { 'Retry-After': '1' }), [1000, 1000]],
  ['too many requests', () => refusal(429, 'too_many_requests', { 'Retry-After': '7' }), [7000, 7000]],
  ['a bad gateway', () => new Response('<html>', { status: 502 }), [250, 500]],
  ['overload', () => refusal(503, 'overloaded'), [250, 500]],
  ['a gateway that waited too long', () => new Response(null, { status: 504 }), [250, 500]],
  ["a stranger's page", () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), [250, 500]],
  ['half an answer', () => new Response('{"id"', { headers: { 'Content-Type': 'application/json' } }), [250, 500]],
])('tries again after %s, with the same key', async (_, failing, expected) => {
  const { client, asked } = clientOf((_asked, count) => (count < 3 ? failing() : json(201, { ok: true })));
  await expect(client.request('POST', '/pos/orders', { body: {} })).resolves.toEqual({ ok: true });
  expect(waits).toEqual(expected);
  const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'));
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});

it.each([
  [400, 'validation_failed'],
  [401, 'unauthenticated'],
  [403, 'permission_missing'],
  [409, 'order_not_open'],
  [412, 'version_mismatch'],
  [422, 'price_mismatch'],
  [423, 'pin_locked'],
  [500, 'internal_error'],
])('does not try again after %s %s', async (status, code) => {
  const { client, asked } = clientOf(() => refusal(status, code));
  const problem = await client.request('POST', '/pos/orders', { body: {} }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(PosProblem);
  expect(problem).toMatchObject({ status, code, detail: 'Do it otherwise.', retryable: false });
  expect(asked).toHaveLength(1);
});

it('does not wait longer than anybody would, and says how long it would be', async () => {
  const { client, asked } = clientOf(() => refusal(429, 'too_many_requests', { 'Retry-After': '3600' }));
  await expect(client.request('GET', '/pos/orders')).rejects.toMatchObject({ retryAfterSeconds: 3600 });
  expect(asked).toHaveLength(1);
});

it('gives up after so many tries', async () => {
  const { client, asked } = clientOf(down);
  await expect(client.request('GET', '/pos/orders')).rejects.toBeInstanceOf(PosUnreachable);
  expect(asked).toHaveLength(6);
  expect(waits).toEqual([250, 500, 1000, 2000, 4000]);
});

it('stops when its caller does', async () => {
  const ending = new AbortController();
  const { client, asked } = clientOf(() => {
    ending.abort(new Error('left'));
    throw new TypeError('fetch failed');
  });
  await expect(client.request('GET', '/pos/orders', { signal: ending.signal })).rejects.toThrow('left');
  expect(asked).toHaveLength(1);
});

it('shows a 304 without a body, texts as texts and bytes as bytes', async () => {
  const { client, asked } = clientOf(({ url }) => {
    if (url.pathname.endsWith('same')) return new Response(null, { status: 304, headers: { ETag: '"4"' } });
    const isText = url.pathname.endsWith('text');
    const headers = { 'Content-Type': isText ? 'text/plain' : 'application/octet-stream' };
    return new Response(isText ? 'Käse' : new Uint8Array([27, 64]), { headers });
  });
  const same = await client.exchange('GET', '/pos/same', { ifNoneMatch: '"4"' });
  expect([same.status, same.body, same.headers.get('ETag')]).toEqual([304, undefined, '"4"']);
  expect(asked[0]?.headers.get('If-None-Match')).toBe('"4"');
  await expect(client.request('GET', '/pos/text', { accept: 'text/plain' })).resolves.toBe('Käse');
  const bytes = await client.request('GET', '/pos/bytes', { accept: 'application/vnd.escpos' });
  expect(bytes).toEqual(new Uint8Array([27, 64]));
});

it('walks a list page by page', async () => {
  const { client, asked } = clientOf(({ url }) => {
    const cursor = Number(url.searchParams.get('cursor') ?? 0);
    return json(200, { data: [cursor, cursor + 0.5], nextCursor: cursor < 2 ? String(cursor + 1) : null });
  });
  const found: number[] = [];
  for await (const one of client.pages<number>('/pos/orders', { status: 'completed' })) found.push(one);
  expect(found).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
  expect(asked.every(({ url }) => url.searchParams.get('status') === 'completed')).toBe(true);
});

it('tells an absent thing from a server that is too old, and asks for the contract once', async () => {
  const paths = { '/v1/{tenant}/pos/orders/{orderId}': {} };
  const { client, asked } = clientOf(({ url }) =>
    url.pathname === '/openapi.json'
      ? json(200, { info: { version: '0.0.9' }, paths })
      : refusal(404, url.pathname.endsWith('/9') ? 'order_not_found' : 'not_found'),
  );
  await expect(client.request('GET', '/pos/orders/9')).rejects.toMatchObject({ code: 'order_not_found' });
  expect(asked).toHaveLength(1);
  await expect(client.request('GET', '/pos/orders/1')).rejects.toMatchObject({ code: 'not_found' });
  const tooOld = client.withCredential({ kind: 'none' }).request('POST', '/pos/sync/batches', { body: {} });
  await expect(tooOld).rejects.toMatchObject({ code: 'server_too_old', status: 404, retryable: false });
  await expect(tooOld).rejects.toThrow('newer server than 0.0.9');
  await expect(client.serverContract()).resolves.toEqual({ version: '0.0.9', age: 'older' });
  expect(asked.filter(({ url }) => url.pathname === '/openapi.json')).toHaveLength(1);
});

it("learns the server's clock and shares it", async () => {
  const at = Date.UTC(2026, 0, 5, 12);
  const { client } = clientOf(() => json(200, {}, { Date: new Date(at + 3_600_000).toUTCString() }), { now: () => at });
  await client.request('GET', '/pos/orders');
  expect(client.withCredential({ kind: 'none' }).skewMs).toBe(3_600_500);
});
