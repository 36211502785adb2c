import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { OutletId, TenantId } from '../../kernel/ids.js';
import type { LoggedEvent } from '../../kernel/outbox.js';
import type { KafkaObserver } from './kafka-sink.js';
import type { KafkaSettings } from './kafka-connection.js';

export const OUTLET = '01979f60-0000-7000-8000-00000000000a' as OutletId;

/** An event of an order, the first unless told otherwise. */
export function loggedEvent(changes: Partial<LoggedEvent> = {}): LoggedEvent {
  return {
    id: randomUUID(),
    type: 'pos.order.created',
    aggregate: 'orders',
    aggregateId: randomUUID(),
    sequence: 1,
    outletId: OUTLET,
    tenantId: randomUUID() as TenantId,
    tenantSlug: 'acme',
    occurredAt: new Date('2026-01-05T10:00:00.512Z'),
    actor: 'user:anna',
    requestId: 'r',
    traceParent: null,
    json: '{"order": {"id": "1"}}',
    position: 1,
    ...changes,
  };
}

/** Settings for brokers without TLS; few partitions, so that several keys share one. */
export function kafkaSettings(brokers: string, changes: Partial<KafkaSettings> = {}): KafkaSettings {
  return {
    brokers: brokers.split(','),
    tls: false,
    partitions: 3,
    replication: -1,
    maxMessageBytes: 200_000,
    ...changes,
  };
}

const PATIENCE_MS = 30_000;

/** A client of brokers that are there: a machine that stands still for some seconds must not look like brokers that are away. */
export function patientClient(brokers: string): Kafka {
  return new Kafka({
    brokers: brokers.split(','),
    connectionTimeout: PATIENCE_MS,
    requestTimeout: PATIENCE_MS,
    retry: { retries: 1, initialRetryTime: 100, maxRetryTime: 500 },
    logLevel: logLevel.NOTHING,
  });
}

/** Remembers what was told. */
export class Heard implements KafkaObserver {
  readonly messages: [topic: string, messages: number][] = [];
  readonly failures: string[] = [];

  sent(topic: string, messages: number): void {
    this.messages.push([topic, messages]);
  }

  sendTook(): void {
    // how long is not the tests' business
  }

  sendFailed(reason: string): void {
    this.failures.push(reason);
  }
}
