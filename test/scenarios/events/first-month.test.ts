import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Webhook } from 'standardwebhooks';
import { startBackground } from '../../../src/app/background.js';
import type { Config } from '../../../src/app/config.js';
import { SETTINGS } from '../../../src/platform/http/tokens.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { ApiClient } from '../../../src/posctl/api-client.js';
import { run } from '../../../src/posctl/run.js';
import { runKafkaBrokers } from '../../harness/kafka-server.js';
import { runRedisUrl } from '../../harness/redis-server.js';
import { startService, type TestService } from '../../harness/service.js';
import { StreamClient } from '../../harness/stream-client.js';
import { readTopic } from '../../harness/topics.js';
import { openPizzaOutlets, type PizzaOutlets } from '../pizza-year/outlets.js';

const SAMPLE = path.resolve('test/scenarios/pizza-year/sample');
const HAND_MADE = 60;

/** An event as each way out told of it. */
interface Told {
  readonly id: string;
  readonly subject: string;
  readonly sequence: number;
}

let service: TestService;
let stopBackground: () => Promise<void>;
let receiver: Server;
let outlets: PizzaOutlets;
const received = new Map<string, Told>();
const repeats: string[] = [];
let secret = '';

beforeAll(async () => {
  receiver = createServer((request, response) => {
    void text(request).then((body) => {
      new Webhook(secret).verify(body, request.headers as Record<string, string>);
      const told = toldBy(JSON.parse(body));
      if (received.has(told.id)) repeats.push(told.id);
      received.set(told.id, told);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  service = await startService({
    KAFKA_BROKERS: runKafkaBrokers(),
    KAFKA_CONSUMER_GROUP: randomUUID(),
    REDIS_URL: runRedisUrl(),
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    WEBHOOK_ALLOW: `127.0.0.1:${port}`,
    LOG_LEVEL: 'warn',
  });
  const { container, metrics } = service.api;
  stopBackground = startBackground(container.get(SETTINGS) as Config, container, metrics, createLogger('silent'));
  outlets = await openPizzaOutlets(new ApiClient(connection(), new AbortController().signal));
  const body = { url: `http://127.0.0.1:${port}/hook`, eventTypes: ['pos.order.*'], description: 'test' };
  const endpoint = await service.call('POST', '/webhooks/endpoints', { body });
  expect([endpoint.status, endpoint.text]).toEqual([201, expect.stringContaining('whsec_')]);
  secret = endpoint.body.secret;
}, 60_000);

afterAll(async () => {
  await stopBackground();
  receiver.closeAllConnections();
  receiver.close();
  await service.close();
});

function connection() {
  return { baseUrl: service.baseUrl, tenant: service.tenant.slug, apiKey: service.tenant.apiKey };
}

function toldBy(envelope: { id: string; subject: string; sequence: string }): Told {
  return { id: envelope.id, subject: envelope.subject, sequence: Number(envelope.sequence) };
}

async function posctl(...args: string[]): Promise<number> {
  const { baseUrl, tenant, apiKey } = connection();
  const write = { write: () => undefined };
  const environment = { POS_URL: baseUrl, POS_TENANT: tenant, POS_API_KEY: apiKey };
  return run([...args, '--json'], { out: write, err: write, environment, signal: new AbortController().signal });
}

/** As a till does: on a machine that does other things, too, the same request is sent again when the service was busy. */
async function sent(route: string, body: object): Promise<void> {
  const headers = { 'Idempotency-Key': randomUUID() };
  let answer = await service.call('POST', route, { body, headers });
  while (answer.status === 503) answer = await service.call('POST', route, { body, headers });
  expect([route, answer.status < 300 ? '' : answer.text]).toEqual([route, '']);
}

/** A sale in many steps, each an event of its own, in the hands of several writers at once. */
async function sellStepByStep(): Promise<void> {
  const id = randomUUID();
  const line = { sku: 'hawaiian_m', quantity: '1' };
  const call = (route: string, body: object): Promise<void> => sent(route, body);
  await call('/orders', { id, outletId: outlets.untaxed.id, channel: 'counter', placedAt: new Date().toISOString() });
  await Promise.all([call(`/orders/${id}/lines`, { lines: [line] }), call(`/orders/${id}/lines`, { lines: [line] })]);
  await call(`/orders/${id}/hold`, {});
  await call(`/orders/${id}/recall`, {});
  const { body: order } = await service.call('GET', `/orders/${id}`);
  await call(`/orders/${id}/payments`, { tender: 'cash', amount: order.totals.due });
  await call(`/orders/${id}/complete`, {});
  await call(`/orders/${id}/refunds`, { amount: { amount: 100, currency: 'USD' }, reason: 'cold', tender: 'cash' });
}

async function outbox(): Promise<Told[]> {
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<Told>(
    `select id, 'orders/' || aggregate_id as subject, sequence from events
      where tenant_id = $1 and aggregate = 'orders' order by aggregate_id, sequence`,
    [service.tenant.id],
  );
  await owner.end();
  return rows;
}

/** The first appearance of each id, in order. */
function firstOfEach(told: readonly Told[]): Told[] {
  return [...new Map([...told].reverse().map((one) => [one.id, one])).values()].reverse();
}

function bySubject(told: readonly Told[]): Map<string, number[]> {
  const subjects = new Map<string, number[]>();
  for (const { subject, sequence } of told) subjects.set(subject, [...(subjects.get(subject) ?? []), sequence]);
  return new Map([...subjects].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function idsOf(told: Iterable<Told>): string[] {
  return [...told].map(({ id }) => id).sort();
}

test('a month of orders from concurrent writers is the same in the outbox, on Kafka, in the stream and at the webhook', async () => {
  const { baseUrl, tenant } = service;
  const stream = await StreamClient.open(`${baseUrl}/v1/${tenant.slug}/pos/stream?topics=orders`, {
    token: tenant.apiKey,
  });
  expect(stream.status).toBe(200);
  expect(await posctl('catalog', 'import', path.join(SAMPLE, 'catalog.csv'), '--watch')).toBe(0);
  const month = posctl(
    'sales',
    'import',
    path.join(SAMPLE, 'january.csv'),
    '--outlet',
    outlets.taxed.id,
    '--concurrency',
    '16',
  );
  const steps = (async () => {
    for (let n = 0; n < HAND_MADE; n += 4) await Promise.all(Array.from({ length: 4 }, sellStepByStep));
  })();
  expect(await month).toBe(0);
  await steps;
  const expected = await outbox();
  expect(expected.length).toBe(1_845 * 2 + HAND_MADE * 8);

  const ofTenant = (headers: Readonly<Record<string, string>>): boolean => headers['ce_tenant'] === tenant.slug;
  const messages = await readTopic(
    runKafkaBrokers(),
    ['pos.orders'],
    (seen) => seen.filter(({ headers }) => ofTenant(headers)).length >= expected.length,
  );
  const kafka = messages
    .filter(({ headers }) => ofTenant(headers))
    .map(({ headers }) => ({
      id: String(headers['ce_id']),
      subject: String(headers['ce_subject']),
      sequence: Number(headers['ce_sequence']),
    }));
  while (stream.events.length < expected.length || received.size < expected.length) await sleep(50);
  const streamed = stream.events.map(({ data }) => toldBy(data));
  stream.cut();

  const ids = idsOf(expected);
  expect(idsOf(firstOfEach(kafka))).toEqual(ids);
  expect(idsOf(received.values())).toEqual(ids);
  expect(idsOf(streamed)).toEqual(ids);
  const history = bySubject(expected);
  expect(bySubject(firstOfEach(kafka))).toEqual(history);
  expect(bySubject(streamed)).toEqual(history);
  expect(repeats).toEqual([]);
}, 180_000);
