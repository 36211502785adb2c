import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIBLING_DEFAULTS, SiblingClient, type SiblingCall } from './sibling-client.js';
import { SiblingFailed } from './sibling-failed.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let handler: Handler = (_, response) => response.end();
const seen: IncomingMessage[] = [];
const server = createServer((request, response) => {
  seen.push(request);
  handler(request, response);
});
let baseUrl = '';
const waits: number[] = [];
const outcomes: string[] = [];
const breakers: boolean[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  for (const list of [seen, waits, outcomes, breakers]) list.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function client(settings: { timeoutMs?: number; answerMax?: number; baseUrl?: string; resetMs?: number } = {}) {
  return new SiblingClient(
    { ...SIBLING_DEFAULTS, name: 'inventory', baseUrl, token: 'secret', timeoutMs: 20_000, ...settings },
    {
      tried: (_, outcome) => outcomes.push(outcome),
      breaker: (_, open) => breakers.push(open),
    },
    {
      random: () => 0.5,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    },
  );
}

function answer(status: number, body = '', headers: Record<string, string> = {}): Handler {
  return (_, response) => response.writeHead(status, headers).end(body);
}

/** Answers in turn; the last one again and again. */
function inTurn(...handlers: Handler[]): Handler {
  let next = 0;
  return (request, response) => handlers[Math.min(next++, handlers.length - 1)]?.(request, response);
}

const GET: SiblingCall = { method: 'GET', path: '/items?since=1' };
const POST: SiblingCall = { method: 'POST', path: '/burns', body: { points: 5 } };

async function failureOf(promise: Promise<unknown>): Promise<SiblingFailed> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SiblingFailed);
  return error as SiblingFailed;
}

test('sends token, body and key, and reads JSON and ETag', async () => {
  handler = answer(200, '{"items":[1]}', { etag: '"7"' });
  const call: SiblingCall = { ...POST, idempotencyKey: 'k1', headers: { 'x-tenant': 'acme' } };
  const rawBody = Buffer.from('{"items":[1]}');
  expect(await client().call(call)).toMatchObject({ status: 200, body: { items: [1] }, etag: '"7"', rawBody });
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/burns' });
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'idempotency-key': 'k1',
    'x-tenant': 'acme',
  });
});

test.each([204, 304, 400, 404, 409])('an answer of %d is an answer', async (status) => {
  handler = answer(status);
  expect(await client().call(GET)).toMatchObject({ status, body: null });
  expect(seen).toHaveLength(1);
});

test('what may be repeated is, with jitter, and a wish to wait is met within reason', async () => {
  handler = inTurn(answer(503), answer(429, '', { 'retry-after': '3600' }), answer(200, '{}'));
  expect((await client().call(GET)).status).toBe(200);
  expect(waits).toEqual([100, 5_000]);
  expect(outcomes).toEqual(['status_503', 'status_429', '2xx']);
});

test('a POST without a key is tried once', async () => {
  handler = answer(503);
  expect(await failureOf(client().call(POST))).toMatchObject({ reason: 'status_503', retryable: true });
  expect(seen).toHaveLength(1);
});

test('with a key it is tried to the end', async () => {
  handler = answer(500);
  await failureOf(client().call({ ...POST, idempotencyKey: 'k2' }));
  expect(seen).toHaveLength(3);
});

test('silence ends at the timeout', async () => {
  handler = () => undefined;
  expect((await failureOf(client({ timeoutMs: 50 }).call(POST))).reason).toBe('timeout');
});

test('nobody there is told as such, without the address', async () => {
  const failure = await failureOf(client({ baseUrl: 'http://127.0.0.1:1' }).call(POST));
  expect(failure).toMatchObject({ reason: 'unreachable', message: 'inventory could not be reached' });
});

test('what surely never left is told from what may have been heard', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => nobody.once('listening', resolve));
  const { port } = nobody.address() as AddressInfo;
  await new Promise((resolve) => nobody.close(resolve));
  expect((await failureOf(client({ baseUrl: `http://127.0.0.1:${port}` }).call(POST))).neverLeft).toBe(true);
  handler = ({ socket }) => socket.destroy();
  expect((await failureOf(client().call(POST))).neverLeft).toBe(false);
  handler = () => undefined;
  expect((await failureOf(client({ timeoutMs: 50 }).call(POST))).neverLeft).toBe(false);
});

test.each([
  ['more than it may', answer(200, `"${'x'.repeat(200)}"`), 'too_large'],
  ['no JSON', answer(200, '<html>secret</html>'), 'not_json'],
  ['somewhere else', answer(302, '', { location: 'http://127.0.0.1:1/' }), 'unreachable'],
])('an answer that is %s is a failure', async (_, answering, reason) => {
  handler = answering;
  const failure = await failureOf(client({ answerMax: 100 }).call(POST));
  expect(failure.reason).toBe(reason);
  expect(failure.message).not.toContain('secret');
});

test('after a row of failures nothing is tried, and after a while again', async () => {
  const calling = client({ resetMs: 20 });
  handler = answer(500);
  expect(calling.awayForSeconds()).toBeNull();
  for (let call = 0; call < 5; call += 1) await failureOf(calling.call(POST));
  expect(breakers).toEqual([true]);
  handler = answer(200, '{}');
  for (;;) {
    const outcome = await calling.call(POST).catch((error: unknown) => (error as SiblingFailed).reason);
    if (typeof outcome === 'object') break;
    expect(outcome).toBe('breaker_open');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(breakers).toEqual([true, false]);
  expect(calling.awayForSeconds()).toBeNull();
  calling.close();
});

test('while nothing is tried it is known for how long', async () => {
  const calling = client({ resetMs: 60_000 });
  handler = answer(500);
  for (let call = 0; call < 5; call += 1) await failureOf(calling.call(POST));
  expect(calling.awayForSeconds()).toBeGreaterThan(0);
  expect(calling.awayForSeconds()).toBeLessThanOrEqual(60);
  expect(await failureOf(calling.call(POST))).toMatchObject({ reason: 'breaker_open', neverLeft: true });
  expect(seen).toHaveLength(5);
  calling.close();
});
