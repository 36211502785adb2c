import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

/** A message as a plain client sees it; headers as text. */
export interface TopicMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type UntilMessages = (messages: readonly TopicMessage[]) => boolean;

const TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 100;

/**
 * Reads topics from their beginning with a plain client and a group of its own, until `until` says that it has seen enough
 * (asked after each message, and now and then). Topics that are not there yet are waited for. Tests share the topics: look
 * at `ce_tenant` or the key for your own tenant.
 * @throws Error that says what has come when it was not enough after a minute.
 */
export async function readTopic(
  brokers: string,
  topics: readonly string[],
  until: UntilMessages,
  timeoutMs = TIMEOUT_MS,
): Promise<TopicMessage[]> {
  const kafka = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, maxRetryTime: 500 },
  });
  const end = Date.now() + timeoutMs;
  await awaitTopics(kafka, topics, end);
  const consumer = kafka.consumer({ groupId: `test-${randomUUID()}` });
  const messages: TopicMessage[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (until(messages)) resolve();
        else if (Date.now() > end)
          reject(new Error(`not enough in ${topics.join(', ')}: ${messages.length} messages came`));
      };
      timer = setInterval(look, LOOK_EVERY_MS);
      consumer
        .run({
          autoCommit: false,
          eachMessage: ({ topic, partition, message }) => {
            const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
            messages.push({
              topic,
              partition,
              offset: BigInt(message.offset),
              key: message.key?.toString('utf8') ?? null,
              value: message.value,
              headers: Object.fromEntries(headers) as Record<string, string>,
            });
            look();
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
    return [...messages];
  } finally {
    clearInterval(timer);
    await consumer.disconnect();
  }
}

async function awaitTopics(kafka: Kafka, topics: readonly string[], end: number): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    for (;;) {
      const known = new Set(await admin.listTopics());
      const missing = topics.filter((topic) => !known.has(topic));
      if (missing.length === 0) return;
      if (Date.now() > end) throw new Error(`there are no topics ${missing.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  } finally {
    await admin.disconnect();
  }
}
