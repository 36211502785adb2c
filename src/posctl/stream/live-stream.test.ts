import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from '../api-client.js';
import { EXIT } from '../exit-codes.js';
import { posctl, start, until } from '../posctl.examples.js';
import { Printer } from '../printer.js';
import { LiveStream } from './live-stream.js';

// The command against a double that does what a service only does on bad days.

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Step = (response: ServerResponse, request: IncomingMessage) => void;
interface Double {
  readonly environment: Record<string, string>;
  readonly asked: { url: string | undefined; lastEventId: string | undefined }[];
}

/** Answers each request with the next step, the last one for ever. */
async function serve(...steps: Step[]): Promise<Double> {
  const asked: Double['asked'] = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url, lastEventId: request.headers['last-event-id'] as string | undefined });
    steps[Math.min(asked.length, steps.length) - 1]?.(response, request);
  });
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, environment: { POS_URL: `http://127.0.0.1:${port}`, POS_TENANT: 'acme', POS_API_KEY: 'k' } };
}

function block(position: number, type = 'pos.order.held'): string {
  const envelope = { id: `e${position}`, type, subject: `orders/${position}`, sequence: '1', time: 'T' };
  return `id: ${position}\nevent: ${type}\ndata: ${JSON.stringify(envelope)}\n\n`;
}

const stream =
  (text: string, goesOn = false): Step =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`retry: 1\n\n${text}`);
    if (!goesOn) response.end();
  };
const cut =
  (text: string): Step =>
  (response) =>
    response.writeHead(200).write(text, () => setImmediate(() => response.destroy()));
const refuse =
  (status: number, headers = {}): Step =>
  (response) =>
    response.writeHead(status, headers).end('{"title":"No","code":"no"}');

const TAIL = ['events', 'tail', '--jsonl', '--limit', '3'];
const idsIn = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);

test.each<[string, Step]>([
  ['an end', stream(`${block(1)}${block(2)}`)],
  ['a cut in the middle of an event', cut(`retry: 1\n\n${block(1)}${block(2)}${block(3).slice(0, 20)}`)],
])('%s is not the end: it goes on where it was', async (_, first) => {
  const { environment, asked } = await serve(first, refuse(503, { 'retry-after': '0' }), stream(block(3)));
  const { code, out, err } = await posctl(TAIL, environment);
  expect({ code, ids: idsIn(out) }).toEqual({ code: EXIT.done, ids: ['e1', 'e2', 'e3'] });
  expect(asked.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '2', '2']);
  expect(err).toMatch(/broke off .* from position 2.*\nConnected again, from position 2/);
});

test('silence is the end of a connection that nobody holds any more', async () => {
  // By what it is asked for, not by turns: on a slow machine a connection may be silent before its first event.
  const { environment, asked } = await serve((response, request) =>
    (request.headers['last-event-id'] === undefined ? stream(block(1), true) : stream(block(2)))(response, request),
  );
  const connection = { baseUrl: environment['POS_URL'] ?? '', tenant: 'acme', apiKey: 'k' };
  const { signal } = new AbortController();
  const nowhere = { write: () => undefined };
  const printer = new Printer(nowhere, nowhere, { json: false, jsonl: false, quiet: true, colour: false });
  const client = new ApiClient(connection, signal);
  const live = new LiveStream(client, { path: '/stream', since: undefined }, printer, signal, 100);
  const seen: string[] = [];
  for await (const { envelope } of live.events()) if (seen.push(...idsIn(envelope)) === 2) break;
  client.close();
  expect(seen).toEqual(['e1', 'e2']);
  expect(asked.at(-1)?.lastEventId).toBe('1');
});

test('positions without events count too', async () => {
  const { environment, asked } = await serve(
    stream(`${block(1)}: heartbeat\nid: 9\n\n`),
    stream(block(10) + block(11)),
  );
  expect((await posctl(TAIL, environment)).code).toBe(EXIT.done);
  expect(asked[1]?.lastEventId).toBe('9');
});

test('Ctrl-C ends with 130 and says where to go on', async () => {
  const { environment, asked } = await serve(stream(block(41) + block(42), true));
  const running = start(
    ['events', 'tail', '--since', '40', '--topics', 'orders', '--types', 'pos.order.*'],
    environment,
  );
  await until(() => running.said.out.includes('orders/42'), 'two events');
  running.interrupt();
  expect(await running.done).toBe(EXIT.interrupted);
  expect(running.said.err).toContain('--since 42');
  expect(running.said.out).toBe([41, 42].map((id) => `T  ${'pos.order.held'.padEnd(28)}  orders/${id}  #1\n`).join(''));
  expect(asked).toEqual([{ url: '/v1/acme/pos/stream?topics=orders&types=pos.order.*', lastEventId: '40' }]);
});

test('a position that is too old is said, and the stream goes on', async () => {
  const reset = 'id: 90\nevent: reset\ndata: {"reason":"expired","position":90}\n\n';
  const { environment } = await serve(stream(reset + block(91) + block(92) + block(93), true));
  const { code, out, err } = await posctl([...TAIL, '--since', '1'], environment);
  expect({ code, ids: idsIn(out) }).toEqual({ code: EXIT.done, ids: ['e91', 'e92', 'e93'] });
  expect(err).toMatch(/warning: .*too old/);
});

test.each<[string, Step[], number]>([
  ['a wrong key', [refuse(401)], EXIT.notAllowed],
  ['a key that is revoked while it streams', [stream(block(1)), refuse(401)], EXIT.notAllowed],
  ['an unknown outlet', [refuse(404)], EXIT.notFound],
  ['a service that is never there', [(response) => response.destroy()], EXIT.unreachable],
])('%s is the end', async (_, steps, code) => {
  const { environment } = await serve(...steps);
  expect((await posctl([...TAIL, '--outlet', 'x'], environment)).code).toBe(code);
});

test.each([
  ['--since', 'yesterday'],
  ['--limit', '0'],
])('%s %s is wrong usage', async (...option) => {
  const { environment, asked } = await serve(stream(''));
  expect((await posctl(['events', 'tail', ...option], environment)).code).toBe(EXIT.usage);
  expect(asked).toEqual([]);
});
