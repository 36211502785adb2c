import { SinkUnavailable } from '../../kernel/outbox.js';

interface ClientError {
  readonly name?: string;
  readonly type?: string;
  readonly message?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** What the brokers refuse a message for, today and tomorrow. Everything else is about them or the way to them. */
const ABOUT_THE_MESSAGE = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'INVALID_TOPIC_EXCEPTION',
  'UNSUPPORTED_FOR_MESSAGE_FORMAT',
]);

const REASONS: Readonly<Record<string, string>> = {
  REQUEST_TIMED_OUT: 'timeout',
  KafkaJSRequestTimeoutError: 'timeout',
  KafkaJSConnectionError: 'unreachable',
  KafkaJSConnectionClosedError: 'unreachable',
  KafkaJSBrokerNotFound: 'unreachable',
  KafkaJSNoBrokerAvailableError: 'unreachable',
  BROKER_NOT_AVAILABLE: 'unreachable',
  NETWORK_EXCEPTION: 'unreachable',
  NOT_LEADER_FOR_PARTITION: 'no_leader',
  LEADER_NOT_AVAILABLE: 'no_leader',
  FENCED_LEADER_EPOCH: 'no_leader',
  NOT_ENOUGH_REPLICAS: 'not_enough_replicas',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'not_enough_replicas',
  UNKNOWN_TOPIC_OR_PARTITION: 'unknown_topic',
  KafkaJSMetadataNotLoaded: 'unknown_topic',
  KafkaJSTopicMetadataNotLoaded: 'unknown_topic',
  TOPIC_AUTHORIZATION_FAILED: 'not_allowed',
  CLUSTER_AUTHORIZATION_FAILED: 'not_allowed',
  SASL_AUTHENTICATION_FAILED: 'not_allowed',
  KafkaJSSASLAuthenticationError: 'not_allowed',
  OUT_OF_ORDER_SEQUENCE_NUMBER: 'producer_fenced',
  DUPLICATE_SEQUENCE_NUMBER: 'producer_fenced',
  UNKNOWN_PRODUCER_ID: 'producer_fenced',
  INVALID_PRODUCER_EPOCH: 'producer_fenced',
  POLICY_VIOLATION: 'topic_refused',
  INVALID_REPLICATION_FACTOR: 'topic_refused',
  INVALID_PARTITIONS: 'topic_refused',
  CallTimeout: 'timeout',
};

const DEPTH_MAX = 5;

/** A word for metrics, of a fixed set. */
export function kafkaReason(error: unknown): string {
  if (error instanceof SinkUnavailable) return error.reason;
  const known = [...layersOf(error)].map(({ type, name }) => REASONS[type ?? ''] ?? REASONS[name ?? '']);
  return known.find((reason) => reason !== undefined) ?? 'other';
}

/** True when the brokers know nothing of the topic: it was never made, or somebody removed it. */
export function isUnknownTopic(error: unknown): boolean {
  return kafkaReason(error) === 'unknown_topic';
}

/**
 * What a failed send means to the dispatcher. Only what the brokers say about a message itself blames the events; whatever else
 * went wrong, even in a way that nobody foresaw, would fail with any event, and must not turn events into dead letters.
 */
export function asSinkFailure(error: unknown): Error {
  if (error instanceof SinkUnavailable) return error;
  const message = (error as ClientError).message ?? String(error);
  const [blame] = [...layersOf(error)].filter(({ type }) => ABOUT_THE_MESSAGE.has(type ?? ''));
  if (blame !== undefined) return new Error(`the broker refuses it: ${blame.type}`, { cause: error });
  return new SinkUnavailable(`Kafka takes nothing: ${message}`, kafkaReason(error), { cause: error });
}

/** The error, and what it wraps. */
function* layersOf(error: unknown): Generator<ClientError> {
  let layer: unknown = error;
  for (let depth = 0; typeof layer === 'object' && layer !== null && depth < DEPTH_MAX; depth++) {
    const one: ClientError = layer;
    yield one;
    layer = one.errors?.[0] ?? one.cause;
  }
}
