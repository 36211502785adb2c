import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { runKafkaBrokers } from '../../../../../test/harness/kafka-server.js';
import { startService, type Answer, type TestService } from '../../../../../test/harness/service.js';
import { startBackground } from '../../../../app/background.js';
import { readConfig } from '../../../../app/config.js';
import { newSecret, sign } from '../../../../platform/signatures/standard-webhooks.js';
import { createLogger } from '../../../../platform/telemetry/logger.js';

jest.setTimeout(150_000);

const OLD = newSecret(Buffer.alloc(32, 1));
const NEW = newSecret(Buffer.alloc(32, 2));
const TOPIC = 'auth.outlets';

let service: TestService;
let stop: () => Promise<void>;

beforeAll(async () => {
  const settings = {
    KAFKA_BROKERS: runKafkaBrokers(),
    KAFKA_CONSUMER_GROUP: `test-${randomUUID()}`,
    CALLBACK_SECRETS: `auth=${OLD},auth=${NEW},treasury=${NEW}`,
  };
  service = await startService(settings);
  const { container, metrics } = service.api;
  const config = readConfig({ DATABASE_URL: service.database.ownerUrl, ...settings });
  await prepareTopic();
  stop = startBackground(config, container, metrics, createLogger('silent'));
});
afterAll(async () => {
  await stop();
  await service.close();
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: unknown;
}

let minute = 0;
/** An announcement, later than all before it. */
function told(what: 'registered' | 'changed' | 'closed', data: unknown, changes: Partial<Told> = {}): Told {
  minute += 1;
  const time = new Date(Date.UTC(2026, 0, 5, 10, minute)).toISOString();
  return { id: randomUUID(), type: `auth.outlet.${what}`, time, data, ...changes };
}

function documentOf(event: Told, more: object = {}): string {
  return JSON.stringify({ specversion: '1.0', source: '/auth', ...event, ...more });
}

interface Calling {
  readonly source?: string;
  readonly secrets?: readonly string[];
  readonly type?: string;
}
function call(body: string | Uint8Array<ArrayBuffer>, calling: Calling = {}): Promise<Answer> {
  const { source = 'auth', secrets = [OLD], type = 'application/cloudevents+json' } = calling;
  const id = `msg_${randomUUID()}`;
  const seconds = Math.floor(Date.now() / 1000);
  const headers = {
    'Content-Type': type,
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign(secrets, id, seconds, Buffer.from(body)),
  };
  const path = `/v1/${service.tenant.slug}/integrations/callbacks/${source}`;
  return service.call('POST', path, { token: null, withoutKey: true, headers, body });
}

async function prepareTopic(): Promise<void> {
  await withAdmin((admin) =>
    admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 2 }], waitForLeaders: false }),
  );
}

async function withAdmin(work: (admin: ReturnType<Kafka['admin']>) => Promise<unknown>): Promise<void> {
  const admin = kafka().admin();
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.disconnect();
  }
}

function kafka(): Kafka {
  return new Kafka({
    brokers: runKafkaBrokers().split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 30, maxRetryTime: 500 },
  });
}

async function publish(...events: Told[]): Promise<void> {
  const producer = kafka().producer();
  await producer.connect();
  try {
    const messages = events.map((event) => ({
      key: service.tenant.slug,
      headers: { 'content-type': 'application/cloudevents+json' },
      value: documentOf(event, { tenant: service.tenant.slug }),
    }));
    await producer.send({ topic: TOPIC, messages });
  } finally {
    await producer.disconnect();
  }
}

async function outletOf(id: string): Promise<Answer> {
  return service.call('GET', `/outlets/${id}`);
}

async function until(test: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 100_000; // an endless wait would keep the whole run from ending
  while (!(await test())) {
    if (Date.now() > end) throw new Error('it has not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('an outlet is opened, changed and closed as the auth service tells by callbacks', async () => {
  const id = randomUUID();
  const steps = [
    { event: told('registered', { id, name: 'Harbour', timeZone: 'Africa/Nairobi', colour: 'blue' }), version: 1 },
    { event: told('changed', { id, name: 'Old harbour', locale: 'en-KE' }), version: 2 },
    { event: told('closed', { id }), version: 3 },
    { event: told('changed', { id, name: 'Harbour' }), version: 4 },
    { event: told('registered', { id, name: 'Harbour' }), version: 5 },
  ];
  const seen = [];
  for (const { event, version } of steps) {
    expect(await call(documentOf(event))).toMatchObject({ status: 202, body: { status: 'accepted' } });
    const { body } = await outletOf(id);
    expect(body).toMatchObject({ version });
    seen.push([body.name, body.active]);
  }
  expect(seen).toEqual([
    ['Harbour', true],
    ['Old harbour', true],
    ['Old harbour', false],
    ['Harbour', false],
    ['Harbour', true],
  ]);
  expect((await outletOf(id)).body).toMatchObject({ currency: 'USD', timeZone: 'Africa/Nairobi', locale: 'en-KE' });
});

test('the same event by both doors has one effect', async () => {
  const [byBoth, mark] = [randomUUID(), randomUUID()];
  const event = told('registered', { id: byBoth, name: 'Both doors' });
  expect((await call(documentOf(event))).body).toEqual({ status: 'accepted' });
  await publish(event, told('registered', { id: mark, name: 'Mark' }));
  await until(async () => (await outletOf(mark)).status === 200); // it lies behind the other in the partition
  expect((await call(documentOf(event))).body).toEqual({ status: 'duplicate' });
  expect((await outletOf(byBoth)).body).toMatchObject({ name: 'Both doors', version: 1 });
});

test('what comes late by one door does not undo what came by the other', async () => {
  const [id, mark] = [randomUUID(), randomUUID()];
  const [first, second] = [told('registered', { id, name: 'First' }), told('changed', { id, name: 'Second' })];
  expect((await call(documentOf(second))).body).toEqual({ status: 'accepted' });
  await publish(first, told('registered', { id: mark, name: 'Mark' }));
  await until(async () => (await outletOf(mark)).status === 200);
  expect((await outletOf(id)).body).toMatchObject({ name: 'Second', version: 1 });
  expect((await call(documentOf(first))).body).toEqual({ status: 'duplicate' });
});

test('an outlet that is closed before it was known is never opened', async () => {
  const id = randomUUID();
  const registered = told('registered', { id, name: 'Short-lived' });
  expect((await call(documentOf(told('closed', { id })))).body).toEqual({ status: 'accepted' });
  expect((await call(documentOf(registered))).body).toEqual({ status: 'ignored' });
  expect((await outletOf(id)).status).toBe(404);
});

test('a refusal is told to the caller, and the event works once it is right', async () => {
  const id = randomUUID();
  const event = told('registered', { id, name: 'Mars', timeZone: 'Mars/Olympus' });
  expect(await call(documentOf(event))).toMatchObject({
    status: 422,
    body: { code: 'outlet_invalid', errors: [{ pointer: '/timeZone' }] },
  });
  const right = { ...event, data: { id, name: 'Mars', timeZone: 'UTC' } };
  expect((await call(documentOf(right))).body).toEqual({ status: 'accepted' });
});

test.each([
  { title: 'no id', data: { name: 'X' }, pointers: ['/data/id'] },
  { title: 'no data', data: null, pointers: ['/data/id'] },
  { title: 'a name that is a number', data: { id: randomUUID(), name: 7 }, pointers: ['/data/name'] },
])('an announcement with $title is refused', async ({ data, pointers }) => {
  const answer = await call(documentOf(told('changed', data)));
  expect(answer).toMatchObject({ status: 422, body: { code: 'outlet_invalid' } });
  expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
});

test('while secrets are being replaced, both are believed; that of another sibling is not', async () => {
  const body = () => documentOf(told('changed', { id: randomUUID(), name: 'X' }));
  expect((await call(body(), { secrets: [NEW] })).status).toBe(202);
  expect((await call(body(), { secrets: [OLD, NEW] })).status).toBe(202);
  expect((await call(body(), { secrets: [OLD], source: 'treasury' })).status).toBe(401);
});

const event = told('changed', { id: randomUUID(), name: 'X' });
test.each([
  {
    title: 'of a type that nobody here reacts to',
    body: documentOf({ ...event, type: 'auth.user.born' }),
    status: 202,
  },
  { title: 'in plain JSON', body: documentOf(event), type: 'application/json; charset=utf-8', status: 202 },
  { title: 'of another sibling', body: documentOf(event), source: 'treasury', secrets: [NEW], status: 400 },
  { title: 'of another business', body: documentOf(event, { tenant: 'other' }), status: 400 },
  { title: 'that is no JSON', body: '{"id":', status: 400 },
  { title: 'that is empty', body: '', status: 400 },
  { title: 'that is no UTF-8', body: new Uint8Array([0x22, 0xff, 0x22]), status: 400 },
  { title: 'in another media type', body: documentOf(event), type: 'text/plain', status: 415 },
  { title: 'without end', body: `{"a":"${'x'.repeat(1_100_000)}"}`, status: 413 },
])('an event $title is answered $status', async ({ body, status, ...calling }) => {
  expect((await call(body, calling)).status).toBe(status);
});
