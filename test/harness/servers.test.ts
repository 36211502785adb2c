import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { runKafkaBrokers, startOwnKafka } from './kafka-server.js';
import { startOwnRedis } from './redis-server.js';
import { readTopic } from './topics.js';

const TOPIC = 'harness.proof';

function clientOf(brokers: string): Kafka {
  return new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
}

async function send(brokers: string, value: string): Promise<void> {
  const producer = clientOf(brokers).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  await producer.send({ topic: TOPIC, acks: -1, messages: [{ key: 'k', value, headers: { ce_id: value } }] });
  await producer.disconnect();
}

test('the broker of the run makes topics when asked, takes messages and gives them back', async () => {
  const brokers = runKafkaBrokers();
  const admin = clientOf(brokers).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 2 }], waitForLeaders: true });
  await admin.disconnect();
  const mine = randomUUID();
  await send(brokers, mine);
  const messages = await readTopic(brokers, [TOPIC], (seen) => seen.some(({ headers }) => headers['ce_id'] === mine));
  expect(messages.map(({ value }) => value?.toString())).toContain(mine);
});

test('a broker of the test keeps what it acknowledged through a kill', async () => {
  const kafka = await startOwnKafka();
  try {
    const admin = clientOf(kafka.brokers).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }], waitForLeaders: true });
    await admin.disconnect();
    await send(kafka.brokers, 'before');
    await kafka.restart();
    await send(kafka.brokers, 'after');
    const messages = await readTopic(kafka.brokers, [TOPIC], (seen) => seen.length >= 2);
    expect(messages.map(({ value }) => value?.toString())).toEqual(['before', 'after']);
  } finally {
    await kafka.stop();
  }
}, 120_000);

test('a Redis of the test comes back on its port', async () => {
  const redis = await startOwnRedis();
  try {
    const { pid, url } = redis;
    await redis.kill('SIGKILL');
    expect(() => redis.pid).toThrow('not running');
    await redis.restart();
    expect(redis.pid).not.toBe(pid);
    expect(redis.url).toBe(url);
  } finally {
    await redis.stop();
  }
});
