import type { Answer } from '../harness/service.js';
import { startReceiver, startRudeReceiver, until, type Receiver } from './webhooks-receivers.js';
import { startWebhookService, type WebhookService } from './webhooks-service.js';

const EVENTS = 12;

// Each behaves badly in its own way, all at once, while a good one is to get everything.
const hostile: Record<string, () => Promise<Receiver>> = {
  'accepts and is silent': () => startRudeReceiver(() => undefined),
  'resets connections': () => startRudeReceiver((socket) => socket.resetAndDestroy()),
  'answers without end': async () => {
    const receiver = await startReceiver();
    receiver.answer((response) => {
      response.writeHead(500);
      const timer = setInterval(() => response.write('x'.repeat(1_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    return receiver;
  },
  'sends huge headers': () =>
    startRudeReceiver((socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`)),
  'drips its answer': () =>
    startRudeReceiver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 200);
      socket.on('close', () => clearInterval(timer));
    }),
  'has a bad certificate': () => startReceiver({ tls: true }),
  'asks to wait': async () => {
    const receiver = await startReceiver();
    receiver.answer((response) => void response.writeHead(429, { 'retry-after': '7200' }).end());
    return receiver;
  },
  'is gone': async () => {
    const receiver = await startReceiver();
    receiver.answer((response) => void response.writeHead(410).end());
    return receiver;
  },
  'fails always': async () => {
    const receiver = await startReceiver();
    receiver.answer((response) => void response.writeHead(500).end());
    return receiver;
  },
};

jest.setTimeout(120_000);

let world: WebhookService;
let good: Receiver;
let inner: Receiver;
let redirecting: Receiver;
const bad: Record<string, Receiver> = {};

beforeAll(async () => {
  good = await startReceiver();
  inner = await startReceiver();
  redirecting = await startReceiver();
  for (const [name, start] of Object.entries(hostile)) bad[name] = await start();
  redirecting.answer((response) => void response.writeHead(302, { location: inner.url }).end());
  const allowed = [good, redirecting, ...Object.values(bad)];
  world = await startWebhookService(allowed, { WEBHOOK_CONCURRENCY: '16' });
}, 60_000);
afterAll(async () => {
  await world.close();
  await Promise.all([good, inner, redirecting, ...Object.values(bad)].map((receiver) => receiver.close()));
});

test('hostile receivers slow nobody: a good one gets everything while they hang', async () => {
  const endpoints: Record<string, Answer['body']> = {};
  for (const [name, receiver] of Object.entries({ ...bad, redirects: redirecting }))
    endpoints[name] = await world.endpoint(receiver);
  const wanted = await world.endpoint(good);
  for (let n = 0; n < EVENTS; n++) await world.happen();
  await until('the good receiver has it all', () => new Set(good.received.map(({ id }) => id)).size === EVENTS);
  // The silent one holds each call for 15 s, and has one at a time: it is nowhere near its end while the good one has all.
  const silent = await world.deliveries(`endpointId=${endpoints['accepts and is silent'].id}&limit=200`);
  expect(silent).toHaveLength(EVENTS);
  expect(silent.filter(({ tries }) => tries > 0).length).toBeLessThan(EVENTS);
  expect(bad['accepts and is silent']?.openMost()).toBe(1);
  await until('its tries are written down', async () => {
    const done = await world.deliveries(`endpointId=${wanted.id}&status=delivered&limit=200`);
    return done.length === EVENTS;
  });
  expect(inner.received).toEqual([]);

  const lastErrors: Record<string, RegExp> = {
    'accepts and is silent': /^timeout: /,
    'resets connections': /^reset: /,
    'answers without end': /^answered 500$/,
    'sends huge headers': /^headers_too_large: /,
    'drips its answer': /^timeout: /,
    'has a bad certificate': /^certificate: /,
    'asks to wait': /^answered 429$/,
    'is gone': /^answered 410$/,
    'fails always': /^answered 500$/,
    redirects: /^answered 302$/,
  };
  for (const [name, error] of Object.entries(lastErrors)) {
    await until(`it is written down that one ${name}`, async () => {
      const deliveries = await world.deliveries(`endpointId=${endpoints[name].id}&limit=200`);
      return deliveries.some(({ lastError }) => error.test(String(lastError)));
    });
  }
  const gone = await world.service.call('GET', `/webhooks/endpoints/${endpoints['is gone'].id}`);
  expect(gone.body).toMatchObject({ status: 'disabled', disabledReason: 'gone' });
}, 90_000);

test('an answer without end is cut in the log', async () => {
  const [failed] = await world
    .deliveries(`limit=200&status=pending`)
    .then((all) => all.filter(({ lastError }) => lastError === 'answered 500'));
  const { attempts } = (await world.service.call('GET', `/webhooks/deliveries/${failed.id}`)).body;
  for (const { responseBody } of attempts) expect(responseBody.length).toBeLessThanOrEqual(4_096);
});

test.each([
  ['http://example.com/', 'must begin with https://'],
  ['https://169.254.169.254/latest/meta-data/', 'must be a public address (link-local)'],
  ['https://2130706433/', 'must be a public address (loopback)'],
  ['https://[::ffff:10.0.0.1]/', 'must be a public address (private)'],
  ['https://user:password@example.com/', 'must not contain a user or a password'],
  ['https://example.com/#fragment', 'must not have a fragment'],
  ['https://example.com:25/', 'must use one of the ports 443, 8443'],
])('an endpoint at %s is refused', async (url, message) => {
  const refused = await world.service.call('POST', '/webhooks/endpoints', { body: { url } });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'webhook_url_forbidden', errors: [{ pointer: '/url', message }] },
  });
});

test('a URL that the rules forbid is not called even if it got into the table', async () => {
  const endpoint = await world.endpoint({ url: 'https://hooks.example.com/' }, { eventTypes: ['pos.none'] });
  await world.sql(`update webhook_endpoints set url = 'https://127.0.0.1/' where id = $1`, [endpoint.id]);
  await world.service.call('POST', `/webhooks/endpoints/${endpoint.id}/test`);
  await until('it is refused', async () => {
    const [delivery] = await world.deliveries(`endpointId=${endpoint.id}`);
    return String(delivery?.lastError).startsWith('url_forbidden: ');
  });
});
