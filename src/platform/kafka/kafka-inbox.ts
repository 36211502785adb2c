import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { PatientInbox, Pause } from '../inbox/patient-inbox.js';
import { MalformedEvent } from '../inbox/inbound-event.js';
import type { NewDeadLetter } from '../inbox/postgres-dead-letters.js';
import type { BackgroundWork } from '../tokens.js';
import { within } from './deadline.js';
import { deadMessageOf, envelopeOf, inboundEventFrom, siblingOf, typeOf } from './inbound-message.js';
import type { KafkaSink } from './kafka-sink.js';
import { pause } from '../outbox/wake.js';

export interface KafkaInboxSettings {
  readonly group: string;
  readonly maxMessageBytes: number;
  /** How often new topics are looked for: the client learns of none while it consumes. */
  readonly recheckMs?: number;
}

export interface KafkaInboxObserver {
  /** Consuming ended and begins anew by itself. */
  interrupted(error: unknown): void;
  /** The table of dead letters has the message, `pos.dlq` has not. */
  notShown(letter: NewDeadLetter, error: unknown): void;
}

const SIBLING_TOPICS = /^(?:treasury|inventory|logistics|auth|loyalty|subscription)\./;
const RECHECK_MS = 30_000;
const BACKOFF_MS = { first: 200, max: 5_000 };
const ASK_MS = 15_000;
const LEAVE_MS = 5_000;
const PULSE_MS = 1_000;
const CONSUMER = {
  // How long the partitions of a process that was killed wait for another.
  sessionTimeout: 10_000,
  heartbeatInterval: 3_000,
  rebalanceTimeout: 60_000,
  maxWaitTimeInMs: 1_000,
  allowAutoTopicCreation: false,
  // Rides over a blip; what lasts longer ends in a new consumer, made here and for ever.
  retry: { retries: 5, initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(false) },
};

/** The batch must be left: its partition went to another, or the service stops. What is not resolved comes again. */
class BatchLeft extends Error {}

/** Reads the events of siblings from their topics, in the order of each partition. */
export class KafkaInbox implements BackgroundWork {
  readonly name = 'kafka inbox';
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly kafka: Kafka,
    private readonly inbox: PatientInbox,
    private readonly sink: KafkaSink,
    private readonly settings: KafkaInboxSettings,
    private readonly observer: KafkaInboxObserver,
  ) {}

  start(): void {
    this.running = this.goOn();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async goOn(): Promise<void> {
    const { signal } = this.stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.serve();
        failures = 0;
      } catch (error) {
        this.observer.interrupted(error);
        const ms = Math.min(BACKOFF_MS.max, BACKOFF_MS.first * 2 ** Math.min(failures++, 16));
        await pause(ms * (0.5 + Math.random() / 2), signal);
      }
    }
  }

  /** Consumes the topics that there are, until there are more. @throws what the consumer ended with. */
  private async serve(): Promise<void> {
    const topics = await this.topics();
    if (topics.length === 0) {
      await pause(this.settings.recheckMs ?? RECHECK_MS, this.stopping.signal);
      return;
    }
    const consumer = this.kafka.consumer({ groupId: this.settings.group, ...CONSUMER });
    const crashed = new Promise<never>((_resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    crashed.catch(() => undefined); // it may end while nobody waits: then something else failed already
    try {
      await Promise.race([crashed, this.consume(consumer, topics)]);
    } finally {
      // Leaves the group, so that another takes the partitions at once.
      await within(LEAVE_MS, 'leaving the group', consumer.disconnect()).catch(() => undefined);
    }
  }

  private async consume(consumer: Consumer, topics: string[]): Promise<void> {
    await consumer.connect();
    // A new group must not pass over what came before it.
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 3,
      eachBatch: (payload) => this.takeBatch(payload),
    });
    const known = new Set(topics);
    const { signal } = this.stopping;
    do {
      await pause(this.settings.recheckMs ?? RECHECK_MS, signal);
    } while (!signal.aborted && (await this.topics()).every((topic) => known.has(topic)));
  }

  private async topics(): Promise<string[]> {
    const admin = this.kafka.admin();
    const ask = async (): Promise<string[]> => {
      await admin.connect();
      return (await admin.listTopics()).filter((topic) => SIBLING_TOPICS.test(topic)).sort();
    };
    try {
      return await within(ASK_MS, 'listing topics', ask());
    } finally {
      admin.disconnect().catch(() => undefined); // what failed before says more than this could
    }
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const alive = async (): Promise<void> => {
      if (this.stopping.signal.aborted || !payload.isRunning() || payload.isStale()) throw new BatchLeft();
      await payload.heartbeat();
    };
    const wait: Pause = async (ms) => {
      for (let left = ms; left > 0; left -= PULSE_MS) {
        await pause(Math.min(left, PULSE_MS), this.stopping.signal);
        await alive();
      }
    };
    try {
      for (const message of batch.messages) {
        await alive();
        await this.take(batch.topic, batch.partition, message, wait);
        payload.resolveOffset(message.offset);
        await payload.commitOffsetsIfNecessary();
      }
    } catch (error) {
      if (!(error instanceof BatchLeft)) throw error;
    }
  }

  private async take(topic: string, partition: number, message: KafkaMessage, wait: Pause): Promise<void> {
    const type = typeOf(message);
    // Most of what siblings tell is not for us, and is not even read.
    if (type !== undefined && !this.inbox.handles(type)) return;
    const delivery = { via: 'kafka', name: `${topic}/${partition}@${message.offset}` } as const;
    const letter = await this.read(topic, message, delivery, wait);
    if (letter !== undefined) await this.show(topic, message, letter);
  }

  private async read(
    topic: string,
    message: KafkaMessage,
    delivery: { readonly via: 'kafka'; readonly name: string },
    wait: Pause,
  ): Promise<NewDeadLetter | undefined> {
    let event;
    try {
      event = inboundEventFrom(topic, message);
    } catch (error) {
      if (!(error instanceof MalformedEvent)) throw error;
      return this.inbox.refuse(siblingOf(topic), envelopeOf(message), error, delivery, wait);
    }
    return this.inbox.take(event, delivery, wait);
  }

  /** For whoever watches the topic; the table is what counts, so that brokers that take nothing now hold nobody up. */
  private async show(topic: string, message: KafkaMessage, letter: NewDeadLetter): Promise<void> {
    try {
      await this.sink.send([deadMessageOf(topic, message, letter, this.settings.maxMessageBytes)]);
    } catch (error) {
      this.observer.notShown(letter, error);
    }
  }
}
