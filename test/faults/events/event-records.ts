import { createHash, randomUUID } from 'node:crypto';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { askPatiently } from '../fault-database.js';

/** An event as the database has it. */
export interface EventRecord {
  readonly tenantSlug: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly sequence: number;
  readonly id: string;
  readonly type: string;
  readonly bodyHash: string;
}

/** A message as a plain consumer sees it. */
export interface MessageRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyHash: string;
}

const EVENTS = `
  select t.slug as "tenantSlug", e.aggregate, e.aggregate_id as "aggregateId", e.sequence, e.id, e.type,
         encode(sha256(convert_to(e.data::text, 'UTF8')), 'hex') as "bodyHash"
    from events e join tenants t on t.tenant_id = e.tenant_id`;
const READ_TIMEOUT_MS = 120_000;
const LOOK_EVERY_MS = 100;
/** What the service sends to, and what it must not have sent to. */
const TOPICS = /^pos\./;

/** The hash under which two bodies count as the same bytes. */
export function hashOfBody(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** All events of all tenants, read as the owner of the database. */
export function readEventRecords(ownerUrl: string): Promise<EventRecord[]> {
  return askPatiently<EventRecord>(ownerUrl, EVENTS);
}

/** Everything in all topics of the service, from their beginning to where they end now. @throws Error when it does not come. */
export async function readMessageRecords(brokers: string): Promise<MessageRecord[]> {
  const kafka = new Kafka({
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, maxRetryTime: 1_000 },
  });
  const ends = await endsOf(kafka);
  if (ends.size === 0) return [];
  const consumer = kafka.consumer({ groupId: `checker-${randomUUID()}` });
  const records: MessageRecord[] = [];
  const topics = [...new Set([...ends.keys()].map((place) => place.slice(0, place.lastIndexOf(' '))))];
  let timer: NodeJS.Timeout | undefined;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const endMs = Date.now() + READ_TIMEOUT_MS;
      timer = setInterval(() => {
        if (ends.size === 0) resolve();
        else if (Date.now() > endMs)
          reject(new Error(`the topics could not be read to their end: ${[...ends].join('; ')}`));
      }, LOOK_EVERY_MS);
      consumer
        .run({
          autoCommit: false,
          eachMessage: ({ topic, partition, message }) => {
            records.push(recordOf(topic, partition, message));
            const place = `${topic} ${partition}`;
            if (Number(message.offset) >= (ends.get(place) ?? 0) - 1) ends.delete(place);
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    clearInterval(timer);
    await consumer.disconnect();
  }
  return records;
}

/** Where the topics end: by topic and partition, without the empty ones. */
async function endsOf(kafka: Kafka): Promise<Map<string, number>> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, number>();
    for (const topic of (await admin.listTopics()).filter((name) => TOPICS.test(name))) {
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
        if (Number(high) > 0) ends.set(`${topic} ${partition}`, Number(high));
      }
    }
    return ends;
  } finally {
    await admin.disconnect();
  }
}

function recordOf(topic: string, partition: number, { key, value, headers, offset }: KafkaMessage): MessageRecord {
  const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
  return {
    topic,
    partition,
    offset: Number(offset),
    key: key?.toString('utf8') ?? '',
    headers: Object.fromEntries(texts) as Record<string, string>,
    bodyHash: hashOfBody(value ?? ''),
  };
}
