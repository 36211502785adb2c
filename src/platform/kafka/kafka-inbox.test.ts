import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Message } from 'kafkajs';
import { runKafkaBrokers, startOwnKafka } from '../../../test/harness/kafka-server.js';
import { startService, type TestService } from '../../../test/harness/service.js';
import { readTopic } from '../../../test/harness/topics.js';
import { Refusal } from '../../kernel/refusal.js';
import { Inbox } from '../inbox/inbox.js';
import { Scribe } from '../inbox/inbox.examples.js';
import { PatientInbox } from '../inbox/patient-inbox.js';
import { NOBODY, type InboxDeadLetter } from '../inbox/ports.js';
import { PostgresInboxDeadLetters } from '../inbox/postgres-dead-letters.js';
import { TENANT_LOOKUP } from '../inbox/tokens.js';
import { DatabaseUnavailable } from '../postgres/database-errors.js';
import { createLogger } from '../telemetry/logger.js';
import { IDS, TRANSACTOR } from '../tokens.js';
import { kafkaClient } from './kafka-connection.js';
import { KafkaInbox } from './kafka-inbox.js';
import { KafkaSink } from './kafka-sink.js';
import { Heard, kafkaSettings, patientClient } from './kafka.examples.js';

jest.setTimeout(150_000);
const PATIENCE_MS = 100_000;

const silent = createLogger('silent');
let service: TestService;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

// Broker and database are shared by tests: topics, types, ids and groups are each test's own.
let word: string;
let topic: string;
let group: string;
let scribe: Scribe;
const running: { stop(): Promise<void> }[] = [];
beforeEach(() => {
  word = `t${randomUUID().replaceAll('-', '')}`;
  topic = `auth.${word}`;
  group = word;
  scribe = new Scribe([`auth.${word}.*`]);
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

function consume(brokers = runKafkaBrokers()): KafkaInbox {
  const { container } = service.api;
  const [transactor, tenants, ids] = [container.get(TRANSACTOR), container.get(TENANT_LOOKUP), container.get(IDS)];
  const inbox = new Inbox(transactor, tenants, ids, [scribe]);
  const letters = new PostgresInboxDeadLetters(transactor, inbox, ids);
  const settings = kafkaSettings(brokers);
  const kafka = kafkaClient(settings, silent);
  const sink = new KafkaSink(patientClient(brokers), settings, new Heard());
  const nothing = (): void => undefined;
  const patient = new PatientInbox(inbox, tenants, letters, { dealtWith: nothing, failed: nothing, buried: nothing });
  const reading = new KafkaInbox(
    kafka,
    patient,
    sink,
    { group, maxMessageBytes: 100_000, recheckMs: 300 },
    {
      interrupted: nothing,
      notShown: nothing,
    },
  );
  reading.start();
  running.push(reading, { stop: () => sink.close() });
  return reading;
}

async function send(messages: readonly Message[], brokers = runKafkaBrokers(), to = topic): Promise<void> {
  const retry = { retries: 30, maxRetryTime: 500 };
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING, retry });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  try {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: to, numPartitions: 2 }], waitForLeaders: false });
    await producer.connect();
    await producer.send({ topic: to, messages: [...messages] });
  } finally {
    await Promise.all([admin.disconnect(), producer.disconnect()]);
  }
}

function binary(id: string, data: unknown, more: Readonly<Record<string, string>> = {}): Message {
  const headers = {
    ce_specversion: '1.0',
    ce_id: `${word}-${id}`,
    ce_source: '/auth',
    ce_type: `auth.${word}.happened`,
    ce_tenant: service.tenant.slug,
    'content-type': 'application/json',
    ...more,
  };
  return { key: 'k', headers, value: JSON.stringify(data) };
}

function structured(id: string, data: unknown): Message {
  const { slug: tenant } = service.tenant;
  const event = {
    specversion: '1.0',
    id: `${word}-${id}`,
    source: '/auth',
    type: `auth.${word}.happened`,
    tenant,
    data,
  };
  const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
  return { key: 'k', headers, value: JSON.stringify(event) };
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS; // an endless wait would keep the whole run from ending
  while (!(await test())) {
    if (Date.now() > end) throw new Error('it has not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const numbers = (): unknown[] => scribe.handled.map(({ data }) => (data as { n: number }).n);

async function letters(tenantId = service.tenant.id): Promise<InboxDeadLetter[]> {
  const { container } = service.api;
  const transactor = container.get(TRANSACTOR);
  const inbox = new Inbox(transactor, container.get(TENANT_LOOKUP), container.get(IDS), []);
  const all = await new PostgresInboxDeadLetters(transactor, inbox, container.get(IDS)).list(tenantId, { limit: 200 });
  return all.filter(({ delivery }) => delivery?.startsWith(`${topic}/`));
}

test('events in both modes are handled in order, each once', async () => {
  const messages = Array.from({ length: 40 }, (_, n) =>
    n % 2 === 0 ? binary(`${n}`, { n }) : structured(`${n}`, { n }),
  );
  await send([...messages.slice(0, 20), ...messages]);
  consume();
  await until(() => scribe.handled.length >= 40);
  expect(numbers()).toEqual(Array.from({ length: 40 }, (_, n) => n));
  expect(await letters()).toEqual([]);
});

test('an event that cannot be dealt with becomes a dead letter, and those behind it go on', async () => {
  let failures = 0;
  scribe.failing = () => (scribe.handled.length === 1 && failures++ < 5 ? new Refusal('outlet_invalid') : undefined);
  await send([
    binary('1', { n: 1 }),
    binary('2', { n: 2 }, { traceparent: `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01` }),
    binary('3', { n: 3 }),
  ]);
  consume();
  await until(() => scribe.handled.length === 2);
  expect(numbers()).toEqual([1, 3]);
  expect(await letters()).toMatchObject([
    { eventId: `${word}-2`, source: 'auth', reason: 'outlet_invalid', attempts: 5, status: 'dead' },
  ]);

  const own = ({ headers }: { headers: Readonly<Record<string, string>> }) => headers['pos_origin_topic'] === topic;
  const shown = await readTopic(runKafkaBrokers(), ['pos.dlq'], (all) => all.some(own));
  expect(shown.filter(own)).toMatchObject([
    {
      key: 'k',
      headers: { ce_id: `${word}-2`, ce_tenant: service.tenant.slug, pos_reason: 'outlet_invalid', pos_attempts: '5' },
    },
  ]);
  expect(shown.find(own)?.value?.toString()).toBe('{"n":2}');
});

test("what is no event becomes a dead letter at once: its tenant's, or nobody's", async () => {
  await send([
    { key: 'k', value: 'hello' },
    { key: 'k', value: null },
    binary('of-nobody', { n: 1 }, { ce_tenant: 'N O' }),
    { ...binary('no-json', 0), value: '{"n":' },
    { ...structured('x', 0), value: '[]' },
    binary('good', { n: 2 }),
  ]);
  consume();
  await until(() => scribe.handled.length === 1);
  const reasonsOf = async (tenantId = service.tenant.id) =>
    (await letters(tenantId)).map(({ eventId, reason }) => [eventId, reason]);
  expect(await reasonsOf()).toEqual([[`${word}-no-json`, 'not an event: /data must be JSON']]);
  const nobodys = await reasonsOf(NOBODY);
  expect(nobodys).toHaveLength(4);
  expect(nobodys).toContainEqual([`${word}-of-nobody`, 'not an event: /tenant must be the slug of a business']);
  expect(scribe.tries).toBe(1);
});

test('while the database is away nobody is to blame', async () => {
  scribe.failing = () => (scribe.tries <= 6 ? new DatabaseUnavailable(new Error('away')) : undefined);
  await send([binary('1', { n: 1 }), binary('2', { n: 2 })]);
  consume();
  await until(() => scribe.handled.length === 2);
  expect(numbers()).toEqual([1, 2]);
  expect(scribe.tries).toBe(8);
  expect(await letters()).toEqual([]);
});

test('an event in hand when the reader stops is there for the next reader', async () => {
  scribe.failing = () => new DatabaseUnavailable(new Error('away'));
  await send([binary('1', { n: 1 })]);
  const first = consume();
  await until(() => scribe.tries > 1);
  await first.stop();
  scribe.failing = () => undefined;
  consume();
  await until(() => scribe.handled.length === 1);
  expect(numbers()).toEqual([1]);
});

test('a topic that is new is found, and read from its beginning', async () => {
  await send([binary('1', { n: 1 })]);
  consume();
  await until(() => scribe.handled.length === 1);
  await send([binary('2', { n: 2 })], runKafkaBrokers(), `${topic}.later`);
  await until(() => scribe.handled.length === 2);
  expect(numbers()).toEqual([1, 2]);
});

test('a broker that goes is waited for, for ever', async () => {
  const broker = await startOwnKafka();
  try {
    consume(broker.brokers);
    await send([binary('1', { n: 1 })], broker.brokers);
    await until(() => scribe.handled.length === 1);
    await broker.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await broker.restart();
    await send([binary('2', { n: 2 })], broker.brokers);
    await until(() => scribe.handled.length === 2);
    expect(numbers()).toEqual([1, 2]);
    for (const one of running.splice(0)) await one.stop();
  } finally {
    await broker.stop();
  }
});
