import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startBackground } from '../../../src/app/background.js';
import type { Config } from '../../../src/app/config.js';
import { SETTINGS } from '../../../src/platform/http/tokens.js';
import { createLogger } from '../../../src/platform/telemetry/logger.js';
import { startOwnKafka, type OwnKafka } from '../../harness/kafka-server.js';
import { startOwnRedis, type OwnRedis } from '../../harness/redis-server.js';
import { startService, type TestService } from '../../harness/service.js';
import { readTopic } from '../../harness/topics.js';

const SALES = 25;

let kafka: OwnKafka;
let redis: OwnRedis;
let service: TestService;
let stopBackground: () => Promise<void>;
let outletId: string;

beforeAll(async () => {
  [kafka, redis] = await Promise.all([startOwnKafka(), startOwnRedis()]);
  service = await startService({ KAFKA_BROKERS: kafka.brokers, REDIS_URL: redis.url, LOG_LEVEL: 'warn' });
  const { container, metrics } = service.api;
  stopBackground = startBackground(container.get(SETTINGS) as Config, container, metrics, createLogger('silent'));
  outletId = randomUUID();
  const taxGroups = [{ code: 'none', name: 'None', mode: 'inclusive', taxes: [] }];
  const outlet = { id: outletId, name: 'Shop', receiptPrefix: 'S', timeZone: 'UTC', tenders: ['cash'], taxGroups };
  expect((await service.call('POST', '/outlets', { body: outlet })).status).toBe(201);
  const item = {
    sku: 'tea',
    name: 'Tea',
    category: 'Drinks',
    price: { amount: 250, currency: 'USD' },
    taxCategory: 'none',
  };
  expect((await service.call('POST', '/catalog/items', { body: item })).status).toBe(201);
}, 60_000);

afterAll(async () => {
  await stopBackground();
  await service.close();
  await Promise.all([kafka.stop(), redis.stop()]);
});

async function sell(): Promise<number> {
  const payments = [{ tender: 'cash', amount: { amount: 250, currency: 'USD' } }];
  const sale = { id: randomUUID(), outletId, channel: 'counter', placedAt: new Date().toISOString() };
  const body = { ...sale, lines: [{ sku: 'tea', quantity: '1' }], payments, complete: true };
  return (await service.call('POST', '/orders', { body })).status;
}

async function idsInOutbox(): Promise<string[]> {
  const owner = new Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(`select id from events where aggregate = 'orders' order by id`);
  await owner.end();
  return rows.map(({ id }) => id);
}

async function untilParts(expected: Record<string, string>): Promise<void> {
  for (;;) {
    const answer = await fetch(`${service.baseUrl}/readyz`);
    expect(answer.status).toBe(200);
    const told = ((await answer.json()) as { parts: Record<string, string> }).parts;
    if (Object.entries(expected).every(([name, state]) => told[name] === state)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test.each([{ away: ['redis'] }, { away: ['kafka'] }, { away: ['redis', 'kafka'] }])(
  'with $away away sales go on, and all events arrive when they return',
  async ({ away }) => {
    const servers = away.map((name) => (name === 'redis' ? redis : kafka));
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
    await untilParts(Object.fromEntries(away.map((name) => [name, 'down'])));
    for (let n = 0; n < SALES; n++) expect(await sell()).toBe(201);
    await Promise.all(servers.map((server) => server.restart()));
    await untilParts({ redis: 'up', kafka: 'up' });
    expect(await sell()).toBe(201);
    const expected = await idsInOutbox();
    const seen = await readTopic(kafka.brokers, ['pos.orders'], (messages) => {
      return new Set(messages.map(({ headers }) => headers['ce_id'])).size >= expected.length;
    });
    expect([...new Set(seen.map(({ headers }) => headers['ce_id']))].sort()).toEqual(expected);
  },
  120_000,
);
