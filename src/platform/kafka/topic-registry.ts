import type { Kafka } from 'kafkajs';
import { within } from './deadline.js';
import type { KafkaSettings } from './kafka-connection.js';

const DEADLINE_MS = 15_000;
const LEADER_TIMEOUT_MS = 5_000;

/** Knows which topics there are, and makes those that are missing. */
export class TopicRegistry {
  private readonly known = new Set<string>();
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: Pick<KafkaSettings, 'partitions' | 'replication'>,
  ) {}

  /** Topics that are known cost nothing. @throws Error when the brokers cannot be asked or do not want the topic. */
  async ensure(topics: Iterable<string>): Promise<void> {
    const wanted = [...new Set(topics)];
    if (wanted.every((topic) => this.known.has(topic))) return;
    // One after the other: those who wait find the topic made.
    const mine = this.turn.then(() => this.make(wanted.filter((topic) => !this.known.has(topic))));
    this.turn = mine.catch(() => undefined);
    await mine;
  }

  /** Looks again before the next use. */
  forget(topics: Iterable<string>): void {
    for (const topic of topics) this.known.delete(topic);
  }

  private async make(topics: readonly string[]): Promise<void> {
    if (topics.length === 0) return;
    const admin = this.kafka.admin();
    try {
      await within(DEADLINE_MS, 'making topics', this.makeMissing(admin, topics));
    } finally {
      admin.disconnect().catch(() => undefined); // what failed before says more than this could
    }
    for (const topic of topics) this.known.add(topic);
  }

  private async makeMissing(admin: ReturnType<Kafka['admin']>, topics: readonly string[]): Promise<void> {
    await admin.connect();
    // Who may not create topics can still use those that are there.
    const present = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !present.has(topic));
    if (missing.length === 0) return;
    const { partitions, replication } = this.settings;
    await admin.createTopics({
      topics: missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: replication })),
      timeout: LEADER_TIMEOUT_MS,
      waitForLeaders: true,
    });
  }
}
