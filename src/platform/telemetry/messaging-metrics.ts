import { Counter, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** The measurements of what goes to the brokers and comes from siblings. */
export class MessagingMetrics {
  private readonly duration: Histogram;
  private readonly failures: Counter;
  private readonly messages: Counter;
  private readonly received: Counter;
  private readonly retries: Counter;
  private readonly strangers: Counter;

  constructor(registry: Registry) {
    const registers = [registry];
    this.duration = new Histogram({
      name: 'pos_kafka_send_duration_seconds',
      help: 'Time from handing a batch to the client until all in-sync replicas have it',
      buckets: SECONDS,
      registers,
    });
    this.failures = new Counter({
      name: 'pos_kafka_send_failures_total',
      help: 'Batches that the brokers did not take, by reason',
      labelNames: ['reason'],
      registers,
    });
    this.messages = new Counter({
      name: 'pos_kafka_messages_total',
      help: 'Messages that the brokers took, by topic',
      labelNames: ['topic'],
      registers,
    });
    this.received = new Counter({
      name: 'pos_inbox_events_total',
      help: 'Events of siblings that are dealt with, by the way they came and what became of them',
      labelNames: ['via', 'outcome'],
      registers,
    });
    this.retries = new Counter({
      name: 'pos_inbox_retries_total',
      help: 'Tries to deal with an event of a sibling that failed, by reason',
      labelNames: ['reason'],
      registers,
    });
    this.strangers = new Counter({
      name: 'pos_callbacks_refused_total',
      help: 'Callbacks whose sender was not believed, by reason',
      labelNames: ['reason'],
      registers,
    });
  }

  sent(topic: string, messages: number): void {
    this.messages.inc({ topic }, messages);
  }

  sendTook(seconds: number): void {
    this.duration.observe(seconds);
  }

  sendFailed(reason: string): void {
    this.failures.inc({ reason });
  }

  inboxEvent(via: string, outcome: string): void {
    this.received.inc({ via, outcome });
  }

  inboxRetry(reason: string): void {
    this.retries.inc({ reason });
  }

  callbackRefused(reason: string): void {
    this.strangers.inc({ reason });
  }
}
