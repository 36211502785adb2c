import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient, ATTEMPTS } from './api-client.js';
import { EXIT } from './exit-codes.js';
import { isWorthRepeating, repeatWaitMs } from './retries.js';

let server: Server | undefined;
let client: ApiClient | undefined;
afterEach(() => {
  client?.close();
  server?.close();
});

type Step = (request: IncomingMessage, response: ServerResponse) => void;

/** A service that answers each request with the next step, the last one for ever. */
async function serve(...steps: Step[]): Promise<ApiClient> {
  let index = 0;
  const running = createServer((request, response) => steps[Math.min(index++, steps.length - 1)]?.(request, response));
  server = running;
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  const { port } = running.address() as AddressInfo;
  const connection = { baseUrl: `http://127.0.0.1:${port}`, tenant: 'acme', apiKey: 'pos_test_x' };
  client = new ApiClient(connection, new AbortController().signal, 4, ATTEMPTS.longWork, () => 0);
  return client;
}

const answer =
  (status: number, headers: Record<string, string> = {}): Step =>
  (request, response) => {
    request.resume();
    response
      .writeHead(status, headers)
      .end(JSON.stringify({ title: 'A problem', code: 'some_code', path: request.url }));
  };
const cut: Step = (request) => void request.socket.destroy();

test.each([
  { title: 'a cut connection', steps: [cut] },
  { title: 'a busy service', steps: [answer(503)] },
  { title: 'a limit', steps: [answer(429, { 'retry-after': '0' })] },
  { title: 'its own first try still running', steps: [answer(409, { 'retry-after': '0' })] },
])('$title is tried again', async ({ steps }) => {
  const api = await serve(...steps, answer(201));
  const { status } = await api.request({ method: 'POST', path: '/orders', body: '{}', idempotencyKey: 'k' });
  expect(status).toBe(201);
  expect(api.retries.count).toBe(1);
});

test.each([400, 403, 404, 409, 422, 500])('%i is final', async (status) => {
  const api = await serve(answer(status), answer(201));
  expect((await api.request({ method: 'GET', path: '/orders' })).status).toBe(status);
});

test.each([
  { status: 401, exitCode: EXIT.notAllowed },
  { status: 404, exitCode: EXIT.notFound },
  { status: 409, exitCode: EXIT.conflict },
  { status: 422, exitCode: EXIT.failed },
])('$status ends a command with $exitCode', async ({ status, exitCode }) => {
  const api = await serve(answer(status));
  await expect(api.json({ method: 'GET', path: '/orders' })).rejects.toMatchObject({ exitCode });
});

test('the tenant is in the path and the key in the header', async () => {
  const api = await serve((request, response) =>
    response.end(JSON.stringify([request.url, request.headers.authorization])),
  );
  expect(await api.json({ method: 'GET', path: '/orders' })).toEqual(['/v1/acme/pos/orders', 'Bearer pos_test_x']);
});

test('a service that is away for good is unreachable', async () => {
  const api = await serve(cut);
  await expect(api.request({ method: 'GET', path: '/orders' })).rejects.toMatchObject({ exitCode: EXIT.unreachable });
});

test('waits double up to a limit, with full jitter, or as asked', () => {
  expect([1, 2, 3, 7, 20].map((attempt) => repeatWaitMs(attempt, undefined, 1))).toEqual([
    500, 1000, 2000, 30_000, 30_000,
  ]);
  expect(repeatWaitMs(3, undefined, 0.5)).toBe(1000);
  expect(repeatWaitMs(1, '2', 1)).toBe(2000);
  expect(isWorthRepeating({ status: 409, headers: {} })).toBe(false);
});
