import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kafka } from 'kafkajs';
import { runKafkaBrokers, startOwnKafka } from '../../../test/harness/kafka-server.js';
import { readTopic, type TopicMessage } from '../../../test/harness/topics.js';
import { SinkUnavailable, type LoggedEvent } from '../../kernel/outbox.js';
import { createLogger } from '../telemetry/logger.js';
import { kafkaClient, type KafkaSettings } from './kafka-connection.js';
import { KafkaHealth } from './kafka-health.js';
import { KafkaSink } from './kafka-sink.js';
import { Heard, kafkaSettings, loggedEvent, OUTLET, patientClient } from './kafka.examples.js';

const silent = createLogger('silent');
const opened: { close(): Promise<void> }[] = [];
let heard: Heard;
let aggregate: string;

beforeEach(() => {
  heard = new Heard();
  aggregate = `sink_test_${randomUUID().replaceAll('-', '_')}`;
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** @param client one with the service's own patience, where brokers are away. */
function sinkTo(
  brokers: string,
  changes: Partial<KafkaSettings> = {},
  client: Kafka = patientClient(brokers),
): KafkaSink {
  const sink = new KafkaSink(client, kafkaSettings(brokers, changes), heard);
  opened.push(sink);
  return sink;
}

/** All that lies on the test's own topic when it has so many messages. */
function read(brokers: string, count: number): Promise<TopicMessage[]> {
  return readTopic(brokers, [`pos.${aggregate}`], (messages) => messages.length >= count);
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error('it did not fail'),
    (error: unknown) => error as Error,
  );
}

test('an event is a CloudEvent in binary mode, its data untouched', async () => {
  const traceParent = `00-${'4b'.repeat(16)}-${'5c'.repeat(8)}-01`;
  const json = '{ "order" : {"total": 1.50, "name": "Café 東京"} }';
  const event = loggedEvent({ aggregate, traceParent, sequence: 7, json });
  await sinkTo(runKafkaBrokers()).deliver([event]);

  const [message] = await read(runKafkaBrokers(), 1);
  expect(message?.key).toBe(`acme/${event.aggregateId}`);
  expect(message?.value?.toString('utf8')).toBe(json);
  expect(message?.headers).toEqual({
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: `/acme/pos/outlets/${OUTLET}`,
    ce_type: 'pos.order.created',
    ce_subject: `${aggregate}/${event.aggregateId}`,
    ce_time: '2026-01-05T10:00:00.512Z',
    ce_dataschema: 'https://pos-service.dev/schemas/events/pos.order.created/1.json',
    ce_tenant: 'acme',
    ce_outlet: OUTLET,
    ce_sequence: '7',
    traceparent: traceParent,
    'content-type': 'application/json',
  });
  expect(heard.messages).toEqual([[`pos.${aggregate}`, 1]]);
});

test('the names of the headers are those of the CloudEvents binding', async () => {
  const { kafka_binary: binary } = JSON.parse(readFileSync(path.resolve('test/vectors/cloudevents.json'), 'utf8')) as {
    readonly kafka_binary: { readonly headers: Readonly<Record<string, string>> };
  };
  await sinkTo(runKafkaBrokers()).deliver([loggedEvent({ aggregate, outletId: null })]);
  const [message] = await read(runKafkaBrokers(), 1);
  const names = Object.keys(message?.headers ?? {});
  expect(names).toEqual(expect.arrayContaining(Object.keys(binary.headers)));
  expect(names).not.toContain('traceparent'); // there is no trace to carry
  expect(names).not.toContain('ce_outlet');
  expect(message?.headers).toMatchObject({ ce_source: '/acme/pos', 'content-type': binary.headers['content-type'] });
});

test('the order of each aggregate is kept, however many are sent at once', async () => {
  const sink = sinkTo(runKafkaBrokers(), { maxMessageBytes: 20_000 });
  const shards = Array.from({ length: 6 }, () => Array.from({ length: 5 }, () => randomUUID()));
  await Promise.all(
    shards.map(async (ids) => {
      for (let batch = 0; batch < 4; batch++) await sink.deliver(batchOf(ids, batch * 25));
    }),
  );
  const count = 6 * 4 * 25 * 5;
  const messages = await read(runKafkaBrokers(), count);
  expect(messages).toHaveLength(count);
  for (const id of shards.flat()) {
    const own = messages.filter(({ key }) => key === `acme/${id}`);
    expect(own.map(({ headers }) => Number(headers['ce_sequence']))).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(new Set(own.map(({ partition }) => partition)).size).toBe(1);
  }
});

function batchOf(ids: readonly string[], after: number): LoggedEvent[] {
  return Array.from({ length: 25 }, (_, at) => at).flatMap((at) =>
    ids.map((aggregateId) => loggedEvent({ aggregate, aggregateId, sequence: after + at + 1 })),
  );
}

test('an event that is too large is blamed, before anything is sent', async () => {
  const sink = sinkTo(runKafkaBrokers());
  const large = loggedEvent({ aggregate, json: JSON.stringify({ text: 'x'.repeat(200_000) }) });
  const failure = await failureOf(sink.deliver([loggedEvent({ aggregate }), large]));
  expect(failure).not.toBeInstanceOf(SinkUnavailable);
  expect(failure.message).toMatch(
    new RegExp(`^the event ${large.id} takes 200\\d{3} bytes; KAFKA_MAX_MESSAGE_BYTES is`),
  );
  expect(heard).toMatchObject({ messages: [], failures: [] });
});

test.each([
  {
    title: 'one that the broker finds too large',
    json: JSON.stringify('x'.repeat(1_200_000)),
    says: /MESSAGE_TOO_LARGE/,
  },
  { title: 'one whose topic cannot have that name', name: 'no topic!', says: /INVALID_TOPIC_EXCEPTION/ },
])('$title is blamed', async ({ json = '{}', name, says }) => {
  const sink = sinkTo(runKafkaBrokers(), { maxMessageBytes: 10_000_000 });
  const failure = await failureOf(sink.deliver([loggedEvent({ aggregate: name ?? aggregate, json })]));
  expect(failure).not.toBeInstanceOf(SinkUnavailable);
  expect(failure.message).toMatch(says);
  await sink.deliver([loggedEvent({ aggregate })]);
  expect(heard.failures).toEqual(['other']);
});

test('more than a broker takes at once goes in several batches', async () => {
  const aggregateId = randomUUID();
  const json = JSON.stringify('x'.repeat(150_000));
  const events = Array.from({ length: 20 }, (_, at) => loggedEvent({ aggregate, aggregateId, sequence: at + 1, json }));
  await sinkTo(runKafkaBrokers()).deliver(events);
  const messages = await read(runKafkaBrokers(), 20);
  expect(messages.map(({ headers }) => headers['ce_id'])).toEqual(events.map(({ id }) => id));
});

test('a dead letter shows the message and what went wrong', async () => {
  const sink = sinkTo(runKafkaBrokers());
  const small = loggedEvent({ aggregate, tenantSlug: aggregate.slice(0, 60) });
  const large = loggedEvent({ ...small, id: randomUUID(), json: JSON.stringify('x'.repeat(300_000)) });
  await sink.bury({ event: small, reason: 'the broker refuses it', attempts: 8 });
  await sink.bury({ event: large, reason: 'r'.repeat(5_000), attempts: 8 });

  const own = (messages: readonly TopicMessage[]) =>
    messages.filter(({ headers }) => headers['ce_tenant'] === small.tenantSlug);
  const messages = own(await readTopic(runKafkaBrokers(), ['pos.dlq'], (all) => own(all).length >= 2));
  const key = `${small.tenantSlug}/${small.aggregateId}`;
  expect(messages).toMatchObject([
    {
      key,
      headers: {
        ce_id: small.id,
        pos_reason: 'the broker refuses it',
        pos_attempts: '8',
        pos_origin_topic: `pos.${aggregate}`,
      },
    },
    { key, headers: { ce_id: large.id, pos_reason: 'r'.repeat(1_000) } },
  ]);
  expect(messages.map(({ value }) => value?.toString())).toEqual([small.json, '']);
});

test('a broker that nobody can reach takes nothing, and no event is blamed', async () => {
  const nowhere = '127.0.0.1:1';
  const sink = sinkTo(nowhere, {}, kafkaClient(kafkaSettings(nowhere), silent));
  const failure = await failureOf(sink.deliver([loggedEvent({ aggregate })]));
  expect(failure).toBeInstanceOf(SinkUnavailable);
  expect(failure).toMatchObject({ reason: 'unreachable' });
  expect(heard.failures).toEqual(['unreachable']);
});

test('after it was closed it takes nothing', async () => {
  const sink = sinkTo(runKafkaBrokers());
  await sink.deliver([loggedEvent({ aggregate })]);
  await sink.close();
  expect(await failureOf(sink.deliver([loggedEvent({ aggregate })]))).toMatchObject({ reason: 'stopping' });
});

test('without brokers by configuration, health says so', async () => {
  expect(await new KafkaHealth(undefined).state()).toBe('not configured');
});

test('a broker that is stalled or gone, and comes back', async () => {
  const broker = await startOwnKafka();
  try {
    const client = (): Kafka => kafkaClient(kafkaSettings(broker.brokers), silent);
    const [sink, health] = [sinkTo(broker.brokers, {}, client()), new KafkaHealth(client())];
    opened.push(health);
    const event = loggedEvent({ aggregate });
    const next = loggedEvent({ ...event, id: randomUUID(), sequence: 2 });
    await until(async () => (await failureOf(sink.deliver([event]))).message === 'it did not fail');
    await until(async () => (await health.state()) === 'up');

    process.kill(broker.pid, 'SIGSTOP');
    expect(await failureOf(sink.deliver([next]))).toMatchObject({ name: 'SinkUnavailable', reason: 'timeout' });
    await until(async () => (await health.state()) === 'down');
    process.kill(broker.pid, 'SIGCONT');
    await until(async () => (await failureOf(sink.deliver([next]))).message === 'it did not fail');

    await broker.kill('SIGKILL');
    expect(await failureOf(sink.deliver([loggedEvent({ aggregate })]))).toMatchObject({ name: 'SinkUnavailable' });
    await broker.restart();
    await until(
      async () => (await failureOf(sink.deliver([loggedEvent({ aggregate })]))).message === 'it did not fail',
    );
    await until(async () => (await health.state()) === 'up');

    const messages = await read(broker.brokers, 3);
    const own = messages
      .filter(({ key }) => key === `acme/${event.aggregateId}`)
      .map(({ headers }) => headers['ce_id']);
    expect([...new Set(own)]).toEqual([event.id, next.id]);
  } finally {
    await broker.stop();
  }
}, 300_000);

async function until(test: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 80_000; // an endless wait would keep the whole run from ending
  while (!(await test())) {
    if (Date.now() > end) throw new Error('it has not come to that');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
