import { Partitioners, type Kafka, type Producer, type TopicMessages } from 'kafkajs';
import { SinkUnavailable } from '../../kernel/outbox.js';
import { within } from './deadline.js';
import { REQUEST_TIMEOUT_MS } from './kafka-connection.js';

/** Two tries of a request fit in, with asking for leaders between; whoever stops the service waits no longer than this. */
const DEADLINE_MS = 12_000;

/**
 * Producers, each with one send in flight: sends of different callers overlap, and the sequence numbers of one producer never
 * interleave, as an idempotent producer wants it. Producers are made when all are busy, up to a limit; then callers wait.
 */
export class ProducerPool {
  private readonly idle: Producer[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly sending = new Set<Promise<void>>();
  private open = 0;
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly max: number,
  ) {}

  /** Sends in one request per broker, acknowledged by all in-sync replicas. @throws Error of the client; SinkUnavailable when closed. */
  async send(topicMessages: TopicMessages[]): Promise<void> {
    const sending = this.sendWithOne(topicMessages);
    this.sending.add(sending);
    try {
      await sending;
    } finally {
      this.sending.delete(sending);
    }
  }

  /** Ends after the sends in hand; later ones are refused. */
  async close(): Promise<void> {
    this.closed = true;
    for (const wake of this.waiting.splice(0)) wake();
    await Promise.allSettled(this.sending);
    await Promise.all(this.idle.splice(0).map((producer) => end(producer)));
  }

  private async sendWithOne(topicMessages: TopicMessages[]): Promise<void> {
    const producer = await this.take();
    try {
      const sent = producer.sendBatch({ acks: -1, timeout: REQUEST_TIMEOUT_MS, topicMessages });
      await within(DEADLINE_MS, 'sending', sent);
    } catch (error) {
      // After a failure nobody knows what the broker took. The client would use the sequence numbers again, maybe for other
      // content, which the broker could take for a repetition and drop: lost, though acknowledged. A new producer starts anew.
      this.discard(producer);
      throw error;
    }
    this.giveBack(producer);
  }

  private async take(): Promise<Producer> {
    for (;;) {
      if (this.closed) throw new SinkUnavailable('the service stops', 'stopping');
      const idle = this.idle.pop();
      if (idle !== undefined) return idle;
      if (this.open < this.max) return this.connect();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private async connect(): Promise<Producer> {
    this.open += 1;
    const producer = this.kafka.producer({
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      idempotent: true,
      maxInFlightRequests: 1,
      // Where it is not said here, an idempotent producer would try for ever: trying again is the dispatcher's.
      retry: { retries: 1 },
    });
    try {
      await within(DEADLINE_MS, 'connecting', producer.connect());
      return producer;
    } catch (error) {
      this.discard(producer);
      throw error;
    }
  }

  private giveBack(producer: Producer): void {
    this.idle.push(producer);
    this.waiting.shift()?.();
  }

  private discard(producer: Producer): void {
    this.open -= 1;
    void end(producer);
    this.waiting.shift()?.();
  }
}

async function end(producer: Producer): Promise<void> {
  await producer.disconnect().catch(() => undefined); // it is of no use any more, whatever state it is in
}
