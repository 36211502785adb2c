import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { AddressPolicy } from './address-policy.js';
import { certificate } from './certificate.examples.js';
import type { CallFailed } from './call-failed.js';
import {
  SAFE_HTTP_DEFAULTS,
  SafeHttp,
  type ResolvedAddress,
  type Resolver,
  type SafeHttpSettings,
} from './safe-http.js';
import { UrlRules } from './url-rules.js';

const servers: Server[] = [];
const sockets = new Set<Socket>();
let heard: string[] = [];

const ticking: NodeJS.Timeout[] = [];

beforeEach(() => (heard = []));
afterEach(async () => {
  for (const timer of ticking.splice(0)) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listening(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.listen(port, host);
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

function every(ms: number, act: () => void): void {
  ticking.push(setInterval(act, ms));
}

const hears: RequestListener = (request, response) => {
  heard.push(`${request.method} ${request.url} by ${request.socket.localAddress}`);
  response.end('thanks');
};

/** As strict as in production, but that 127.0.0.2 plays a public address: nothing here may leave the machine. */
const oneIsPublic: AddressPolicy = {
  refusalOf: (address) => (address === '127.0.0.2' ? undefined : 'loopback'),
};

interface Parts {
  readonly allow?: readonly string[];
  readonly ports?: readonly number[];
  readonly addresses?: AddressPolicy;
  readonly resolve?: Resolver;
  readonly settings?: Partial<SafeHttpSettings>;
}

function http({ allow = [], ports = [443], addresses, resolve, settings = {} }: Parts): SafeHttp {
  return new SafeHttp(new UrlRules({ allow, ports }, addresses), { ...SAFE_HTTP_DEFAULTS, ...settings }, resolve);
}

const CALL = { headers: { 'content-type': 'application/json' }, body: '{"a":"é"}' };
const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error as CallFailed).reason,
  );
const found = (...addresses: string[]): ResolvedAddress[] => addresses.map((address) => ({ address, family: 4 }));

/** What a receiver answers that is excepted from the rules. */
async function answerOf(listener: RequestListener, settings: Partial<SafeHttpSettings> = {}) {
  const port = await listening(createServer(listener));
  const client = http({ allow: [`127.0.0.1:${port}`], settings });
  return client.post(`http://127.0.0.1:${port}/hook?x=1`, CALL);
}

test('a call is a POST with exactly its headers and body; the answer comes with its headers', async () => {
  let seen: object = {};
  const answer = await answerOf((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen = { method: request.method, url: request.url, headers: Object.keys(request.headers).sort(), body };
      response.writeHead(202, { 'set-cookie': ['a=1', 'b=2'] }).end('ok\0');
    });
  });
  expect(seen).toEqual({
    ...{ method: 'POST', url: '/hook?x=1', body: CALL.body },
    headers: ['connection', 'content-length', 'content-type', 'host'],
  });
  expect(answer).toMatchObject({
    status: 202,
    body: 'ok\ufffd',
    truncated: false,
    headers: { 'set-cookie': 'a=1, b=2' },
  });
});

test('a redirect is an answer like others, and nobody is called', async () => {
  const inner = await listening(createServer(hears));
  const answer = await answerOf((_request, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${inner}/` }).end();
  });
  expect(answer.status).toBe(307);
  expect(heard).toEqual([]);
});

const LONG_MS = 20_000; // for what is to come in time, on any machine

test.each<[string, RequestListener, number, number]>([
  ['an endless body', (_request, response) => every(1, () => response.write('x'.repeat(1_000))), 4_096, LONG_MS],
  ['one byte too much', (_request, response) => void response.end('x'.repeat(4_097)), 4_096, LONG_MS],
  ['a body that never ends', (_request, response) => void response.write('x'), 1, 300],
  ['a body cut off', (_request, response) => void response.write('x', () => response.destroy()), 1, LONG_MS],
])('of %s as much is kept as there is room and time for; the status counts', async (_title, listener, size, ms) => {
  const answer = await answerOf(listener, { bodyTimeoutMs: ms });
  expect(answer).toMatchObject({ status: 200, truncated: true });
  expect(answer.body).toHaveLength(size);
});

test.each<[string, (socket: Socket) => void, string]>([
  ['says nothing', () => undefined, 'timeout'],
  ['drips headers for ever', (socket) => every(5, () => socket.write('a')), 'protocol'],
  [
    'sends headers without end',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      every(50, () => socket.write('x-a: b\r\n'));
    },
    'timeout',
  ],
  [
    'sends huge headers',
    (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`),
    'headers_too_large',
  ],
  ['speaks no HTTP', (socket) => void socket.end('220 mail ready\r\n'), 'protocol'],
  ['only informs', (socket) => every(20, () => socket.write('HTTP/1.1 102 Processing\r\n\r\n')), 'timeout'],
  [
    'changes the protocol',
    (socket) => void socket.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    'protocol',
  ],
  ['hangs up', (socket) => void socket.end(), 'reset'],
  ['resets', (socket) => void socket.resetAndDestroy(), 'reset'],
])('a receiver that %s', async (_title, behave, reason) => {
  const port = await listening(createTcpServer((socket) => void socket.once('data', () => behave(socket))));
  const timeoutMs = reason === 'timeout' ? 700 : LONG_MS;
  const client = http({ allow: [`127.0.0.1:${port}`], settings: { timeoutMs } });
  expect(await reasonOf(client.post(`http://127.0.0.1:${port}/`, CALL))).toBe(reason);
});

test('where nobody listens the call is refused; given up, it is stopped', async () => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  servers.pop();
  const allow = [`127.0.0.1:${port}`];
  expect(await reasonOf(http({ allow }).post(`http://127.0.0.1:${port}/`, CALL))).toBe('refused');
  const signal = AbortSignal.abort();
  expect(await reasonOf(http({ allow }).post(`http://127.0.0.1:${port}/`, { ...CALL, signal }))).toBe('stopped');
});

describe('names', () => {
  test.each([
    ['a private address', found('127.0.0.1'), 'address_forbidden'],
    ['a public and a private address', found('127.0.0.2', '127.0.0.1'), 'address_forbidden'],
    ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 as const }], 'address_forbidden'],
    ['no address', [], 'name_unknown'],
  ])('that lead to %s are not called', async (_title, addresses, reason) => {
    const port = await listening(createServer(hears));
    const client = http({ ports: [port], addresses: oneIsPublic, resolve: () => Promise.resolve(addresses) });
    expect(await reasonOf(client.post(`https://hook.example.com:${port}/`, CALL))).toBe(reason);
    expect(heard).toEqual([]);
    expect(sockets.size).toBe(0);
  });

  test('by default every address of this machine and of private networks is refused', async () => {
    const port = await listening(createServer(hears));
    for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254']) {
      const client = http({ ports: [port], resolve: () => Promise.resolve(found(address)) });
      expect(await reasonOf(client.post(`https://hook.example.com:${port}/`, CALL))).toBe('address_forbidden');
    }
    expect(sockets.size).toBe(0);
  });

  test('are looked up once: what was checked is what is called, whatever the name leads to a moment later', async () => {
    const secure = (): Server => createTlsServer(certificate, hears);
    const port = await listening(secure(), '127.0.0.2');
    await listening(secure(), '127.0.0.1', port);
    const answers = [found('127.0.0.2'), found('127.0.0.1')];
    let asked = 0;
    const resolve: Resolver = () => Promise.resolve(answers[Math.min(asked++, 1)] ?? []);
    const client = http({ ports: [port], addresses: oneIsPublic, resolve, settings: { ca: certificate.cert } });
    const url = `https://rebind.example.com:${port}/`;
    expect(await reasonOf(client.post(url, CALL))).toBe('answered');
    expect(heard).toEqual(['POST / by 127.0.0.2']);
    expect(asked).toBe(1);
    expect(await reasonOf(client.post(url, CALL))).toBe('address_forbidden');
    expect(heard).toHaveLength(1);
  });

  test('that the name service does not know', async () => {
    const resolve: Resolver = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await reasonOf(http({ resolve }).post('https://hook.example.com/', CALL))).toBe('name_unknown');
  });

  test('that the name service never answers for', async () => {
    const resolve: Resolver = () => new Promise(() => undefined);
    const client = http({ resolve, settings: { timeoutMs: 200 } });
    expect(await reasonOf(client.post('https://hook.example.com/', CALL))).toBe('timeout');
  });
});

describe('certificates', () => {
  test.each([
    ['that nobody trusts', {}, 'hook.example.com', 'certificate'],
    ['of another name', { ca: certificate.cert }, 'other.example.com', 'certificate'],
    ['that is trusted', { ca: certificate.cert }, 'hook.example.com', 'answered'],
  ])('one %s', async (_title, settings, name, reason) => {
    const port = await listening(createTlsServer(certificate, hears));
    const resolve: Resolver = () => Promise.resolve(found('127.0.0.1'));
    const client = http({ allow: [`${name}:${port}`], resolve, settings });
    expect(await reasonOf(client.post(`https://${name}:${port}/`, CALL))).toBe(reason);
    expect(heard).toHaveLength(reason === 'answered' ? 1 : 0);
  });

  test('a receiver that speaks no TLS', async () => {
    const port = await listening(createServer(hears));
    const client = http({ allow: [`127.0.0.1:${port}`] });
    expect(await reasonOf(client.post(`https://127.0.0.1:${port}/`, CALL))).toBe('certificate');
  });
});

test('proxies of the environment are not used', async () => {
  const proxy = await listening(createServer(hears));
  const before = { ...process.env };
  for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'])
    process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.1:${proxy}`;
  try {
    expect(await answerOf((_request, response) => void response.end('direct'))).toMatchObject({ body: 'direct' });
  } finally {
    process.env = before;
  }
  expect(heard).toEqual([]);
});

test('a URL that breaks the rules is not called, wherever it comes from', async () => {
  const port = await listening(createServer(hears));
  expect(await reasonOf(http({}).post(`http://127.0.0.1:${port}/`, CALL))).toBe('url_forbidden');
  expect(sockets.size).toBe(0);
});
