import { Kafka, logLevel, type LogEntry, type SASLOptions } from 'kafkajs';
import type { Logger } from '../telemetry/logger.js';

/** How to reach the brokers, and what may be sent to them. */
export interface KafkaSettings {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  readonly tls: boolean;
  readonly sasl?: KafkaSignIn;
  /** Partitions and replicas of topics that have to be created; -1 replicas leaves it to the brokers. */
  readonly partitions: number;
  readonly replication: number;
  /** Largest message, with its key and headers. */
  readonly maxMessageBytes: number;
}

export interface KafkaSignIn {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** Who gave up on the brokers tries again by itself: a client that waits for long would only hide that they are away. */
export const CONNECTION_TIMEOUT_MS = 1_000;
export const REQUEST_TIMEOUT_MS = 5_000;
const RETRY = { retries: 1, initialRetryTime: 100, maxRetryTime: 500 };

const SAME_LINE_MS = 10_000;
const LINES_MAX = 200;

/** A client of the brokers. Nothing is connected yet. */
export function kafkaClient({ brokers, tls, sasl }: KafkaSettings, logger: Logger): Kafka {
  return new Kafka({
    clientId: 'pos-service',
    brokers: [...brokers],
    ssl: tls,
    ...(sasl === undefined ? {} : { sasl: sasl as SASLOptions }),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    authenticationTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: RETRY,
    logLevel: logger.isLevelEnabled('debug') ? logLevel.INFO : logLevel.ERROR,
    logCreator: () => logTo(logger),
  });
}

/**
 * The client's own log in ours. What it calls an error is retried by it or by us, so that it wakes nobody; and while brokers are
 * away it says the same thing at every try, so that each line is let through once in ten seconds.
 */
function logTo(logger: Logger): (entry: LogEntry) => void {
  const said = new Map<string, number>();
  return ({ level, namespace, log }) => {
    const { message, broker, groupId, error } = log as unknown as Readonly<Record<string, unknown>>;
    const facts = { client: namespace, broker, groupId, reason: error };
    if (level !== logLevel.ERROR) {
      logger.debug(facts, `kafka: ${String(message)}`);
      return;
    }
    const line = `${namespace} ${String(message)}`;
    const now = Date.now();
    if (now - (said.get(line) ?? 0) < SAME_LINE_MS) return;
    if (said.size >= LINES_MAX) said.clear();
    said.set(line, now);
    logger.warn(facts, `kafka: ${String(message)}`);
  };
}
