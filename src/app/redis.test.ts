import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnRedis, type OwnRedis } from '../../test/harness/redis-server.js';
import { PATIENCE, startService, type TestService } from '../../test/harness/service.js';
import { EPHEMERAL, EVENTS_CHANNEL } from '../platform/ephemeral/tokens.js';
import type { Signals } from '../platform/ephemeral/ports.js';
import { checkService } from '../posctl/doctor/service-checks.js';
import { readConfig } from './config.js';
import { createApp, createServer, type App } from './server.js';

jest.setTimeout(120_000);

const LIMIT = 100_000;
const PATIENCE_MS = 20_000; // a loaded machine must not look like a failure
const NEW_KEY = { name: 'key', mode: 'live', permissions: ['orders:read', 'api_keys:read'] };

/** Another instance on the same database and Redis. */
interface Second {
  readonly api: App;
  readonly baseUrl: string;
  get(path: string, token?: string): Promise<Response>;
  close(): Promise<void>;
}
const UNPUBLISHED = /^pos_redis_failures_total\{operation="publish",reason="away"\} [1-9]/m;

let redis: OwnRedis;
let first: TestService;
let second: Second;
beforeAll(async () => {
  redis = await startOwnRedis();
  const settings = { REDIS_URL: redis.url, RATE_LIMIT_PER_MINUTE: '0', API_KEY_ROTATION_OVERLAP_HOURS: '0' };
  first = await startService(settings);
  second = await startSecond(first, settings);
  await Promise.all([first.api, second.api].map(connected));
});
afterAll(async () => {
  await second.close();
  await first.close();
  await redis.stop();
});

async function startSecond(service: TestService, settings: Readonly<Record<string, string>>): Promise<Second> {
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, LOG_LEVEL: 'silent', ...PATIENCE, ...settings });
  const api = await createApp({ config });
  const server = createServer(api.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api,
    baseUrl,
    get: (path, token = service.tenant.apiKey) =>
      fetch(`${baseUrl}/v1/${service.tenant.slug}/pos${path}`, { headers: { Authorization: `Bearer ${token}` } }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await api.close();
    },
  };
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!(await test())) {
    if (performance.now() > endMs) throw new Error('it did not come to pass');
    await sleep(20);
  }
}

const signalsOf = ({ container }: App): Signals => container.get(EPHEMERAL).signals;

/** Waits until the instance hears the others: it is told so by an empty text. */
async function connected(api: App): Promise<void> {
  let heard = false;
  const end = signalsOf(api).listen('connected', () => (heard = true));
  await until(() => heard);
  end();
}

const metricsOf = ({ metrics }: App): Promise<string> => metrics.registry.metrics();

const readiness = async (): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${second.baseUrl}/readyz`);
  return { status: response.status, body: await response.json() };
};

/** How many signals of the first instance did not leave. */
async function lostSignals(): Promise<number> {
  const lines = (await metricsOf(first.api)).matchAll(/^pos_redis_failures_total\{operation="publish",.*\} (\d+)$/gm);
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Acts until it has come to that; again only where the service itself says that its signal was lost, as after a stall of the machine. */
async function untilTold<Done>(
  act: () => Promise<Done>,
  isSo: (done: Done) => Promise<boolean> | boolean,
): Promise<void> {
  for (;;) {
    const lost = await lostSignals();
    const done = await act();
    await until(async () => (await isSo(done)) || (await lostSignals()) > lost);
    if (await isSo(done)) return;
  }
}

test.each([
  { change: 'revoked', method: 'DELETE', path: '' },
  { change: 'rotated without overlap', method: 'POST', path: '/rotate' },
])('a key that is $change in one instance is refused by the other, which had it in its cache', async (row) => {
  await untilTold(
    async () => {
      const { body: made } = await first.call('POST', '/api-keys', { body: NEW_KEY });
      expect((await second.get('/api-keys', made.key)).status).toBe(200);
      const { status } = await first.call(row.method, `/api-keys/${made.id}${row.path}`);
      expect(status).toBeLessThan(300);
      return made.key as string;
    },
    async (key) => (await second.get('/api-keys', key)).status === 401,
  );
});

test('what one instance commits wakes the other', async () => {
  const heard: string[] = [];
  const end = signalsOf(second.api).listen(EVENTS_CHANNEL, (text) => heard.push(text));
  await untilTold(
    () => first.call('POST', '/api-keys', { body: NEW_KEY }),
    () => heard.length > 0,
  );
  end();
});

test('Redis shows in the readiness, which does not depend on it, and the doctor warns', async () => {
  await until(async () => JSON.stringify((await readiness()).body).includes('"redis":"up"'));
  expect(await readiness()).toMatchObject({ status: 200, body: { status: 'ready', parts: { postgres: 'up' } } });
  await redis.kill('SIGKILL');
  await until(async () => JSON.stringify((await readiness()).body).includes('"redis":"down"'));
  expect((await readiness()).status).toBe(200);
  expect((await second.get('/api-keys')).status).toBe(200);
  expect((await first.call('POST', '/api-keys', { body: NEW_KEY })).status).toBe(201);
  const connection = { baseUrl: second.baseUrl, tenant: first.tenant.slug, apiKey: first.tenant.apiKey };
  const findings = await checkService(connection, new AbortController().signal);
  const states = findings.map(({ check, state }) => `${check}: ${state}`);
  expect(states).toEqual(expect.arrayContaining(['service: ok', 'redis: warn', 'API key: ok']));
  expect(await metricsOf(second.api)).toMatch(/^pos_redis_up 0$/m);
  await until(async () => UNPUBLISHED.test(await metricsOf(first.api)));
  await redis.restart();
  await until(async () => JSON.stringify((await readiness()).body).includes('"redis":"up"'));
});

test('two instances keep one limit', async () => {
  const settings = { REDIS_URL: redis.url, RATE_LIMIT_PER_MINUTE: String(LIMIT) };
  const [a, b] = [await startSecond(first, settings), await startSecond(first, settings)];
  const left = (response: Response): number =>
    Number(/;r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1] ?? Number.NaN);
  try {
    await Promise.all([connected(a.api), connected(b.api)]);
    // They are asked in turn until the one has learned of the other: it has fewer left than its own requests explain.
    let asked = 0;
    await until(async () => {
      await a.get('/api-keys');
      asked += 1;
      const response = await b.get('/api-keys');
      return left(response) < LIMIT - asked;
    });
  } finally {
    await a.close();
    await b.close();
  }
});
