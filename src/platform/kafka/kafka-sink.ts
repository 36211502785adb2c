import type { Kafka, TopicMessages } from 'kafkajs';
import type { DeadLetter, EventSink, LoggedEvent } from '../../kernel/outbox.js';
import { deadLetterOf, messageOf, type OutgoingMessage } from './event-message.js';
import type { KafkaSettings } from './kafka-connection.js';
import { asSinkFailure, isUnknownTopic, kafkaReason } from './kafka-failures.js';
import { ProducerPool } from './producer-pool.js';
import { TopicRegistry } from './topic-registry.js';

/** What the operator must know of sending. */
export interface KafkaObserver {
  sent(topic: string, messages: number): void;
  sendTook(seconds: number): void;
  sendFailed(reason: string): void;
}

/** As many as the dispatcher has shards: more would only wait for each other. */
const PRODUCERS = 4;
const TOPIC_TRIES = 3;
const TOPIC_WAIT_MS = 100;

/** Hands events to Kafka: topic by aggregate, key `tenant/aggregateId`, order kept, acknowledged by all in-sync replicas. */
export class KafkaSink implements EventSink {
  readonly name = 'kafka';
  private readonly producers: ProducerPool;
  private readonly topics: TopicRegistry;

  constructor(
    kafka: Kafka,
    private readonly settings: Pick<KafkaSettings, 'partitions' | 'replication' | 'maxMessageBytes'>,
    private readonly observer: KafkaObserver,
  ) {
    this.producers = new ProducerPool(kafka, PRODUCERS);
    this.topics = new TopicRegistry(kafka, settings);
  }

  /**
   * @throws Error that blames the events when one is too large or a broker says that it is bad; SinkUnavailable otherwise. Part
   * of the events may have been taken then: offering them again repeats those, with the same ids and in the same order.
   */
  async deliver(events: readonly LoggedEvent[]): Promise<void> {
    const messages = events.map((event) => this.fitting(event));
    for (const batch of this.batchesOf(messages)) await this.send(batch);
  }

  /** Shows a given-up event on `pos.dlq`. @throws like `deliver`. */
  async bury(letter: DeadLetter): Promise<void> {
    await this.send([deadLetterOf(letter, this.settings.maxMessageBytes)]);
  }

  /** Sends any message, such as one that could not be read. @throws like `deliver`. */
  async send(messages: readonly OutgoingMessage[]): Promise<void> {
    const batch = byTopic(messages);
    const startedMs = performance.now();
    try {
      await this.sendWithTopics(batch);
    } catch (error) {
      this.observer.sendFailed(kafkaReason(error));
      throw asSinkFailure(error);
    }
    this.observer.sendTook((performance.now() - startedMs) / 1_000);
    for (const { topic, messages: ofTopic } of batch) this.observer.sent(topic, ofTopic.length);
  }

  /** Ends after the sends in hand. */
  close(): Promise<void> {
    return this.producers.close();
  }

  /** A topic may have been removed since it was last used; and one that was just made is not known to all brokers at once. */
  private async sendWithTopics(batch: TopicMessages[]): Promise<void> {
    const topics = batch.map(({ topic }) => topic);
    for (let attempt = 1; ; attempt++) {
      try {
        await this.topics.ensure(topics);
        await this.producers.send(batch);
        return;
      } catch (error) {
        if (!isUnknownTopic(error) || attempt === TOPIC_TRIES) throw error;
        this.topics.forget(topics);
        await new Promise((resolve) => setTimeout(resolve, attempt * TOPIC_WAIT_MS));
      }
    }
  }

  private fitting(event: LoggedEvent): OutgoingMessage {
    const message = messageOf(event);
    const { maxMessageBytes } = this.settings;
    if (message.bytes <= maxMessageBytes) return message;
    throw new Error(
      `the event ${event.id} takes ${message.bytes} bytes; KAFKA_MAX_MESSAGE_BYTES is ${maxMessageBytes}`,
    );
  }

  /** The client packs all messages for a partition into one batch, and brokers limit a batch, not a message. */
  private *batchesOf(messages: readonly OutgoingMessage[]): Generator<OutgoingMessage[]> {
    let batch: OutgoingMessage[] = [];
    let bytes = new Map<string, number>();
    for (const message of messages) {
      const { topic } = message;
      if ((bytes.get(topic) ?? 0) + message.bytes > this.settings.maxMessageBytes) {
        yield batch;
        batch = [];
        bytes = new Map();
      }
      batch.push(message);
      bytes.set(topic, (bytes.get(topic) ?? 0) + message.bytes);
    }
    if (batch.length > 0) yield batch;
  }
}

function byTopic(messages: readonly OutgoingMessage[]): TopicMessages[] {
  const topics = new Map<string, TopicMessages>();
  for (const { topic, message } of messages) {
    const known = topics.get(topic);
    if (known === undefined) topics.set(topic, { topic, messages: [message] });
    else known.messages.push(message);
  }
  return [...topics.values()];
}
