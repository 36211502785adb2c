import { randomBytes } from 'node:crypto';
import type { Container } from 'inversify';
import { CLOSING, SIGNED_ROUTE } from '../platform/http/tokens.js';
import { callbackSecretsFrom, type CallbackSecrets } from '../platform/inbox/callback-secrets.js';
import { CallbackRoute } from '../platform/inbox/http/callback-route.js';
import { INBOX_CHORES } from '../platform/inbox/inbox-chores.js';
import { Inbox } from '../platform/inbox/inbox.js';
import { PatientInbox, type InboxObserver } from '../platform/inbox/patient-inbox.js';
import { PostgresInboxDeadLetters } from '../platform/inbox/postgres-dead-letters.js';
import { INBOX, INBOX_DEAD_LETTERS, INBOX_HANDLER, TENANT_LOOKUP } from '../platform/inbox/tokens.js';
import { kafkaClient, type KafkaSettings, type KafkaSignIn } from '../platform/kafka/kafka-connection.js';
import { KafkaHealth } from '../platform/kafka/kafka-health.js';
import { KafkaInbox } from '../platform/kafka/kafka-inbox.js';
import { KafkaSink } from '../platform/kafka/kafka-sink.js';
import { CHORE } from '../platform/postgres/tokens.js';
import { newSecret } from '../platform/signatures/standard-webhooks.js';
import type { Logger } from '../platform/telemetry/logger.js';
import { MessagingMetrics } from '../platform/telemetry/messaging-metrics.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import { BACKGROUND_WORK, EVENT_SINK, HEALTH_PART, IDS, TRANSACTOR } from '../platform/tokens.js';
import { ConfigError, type Config } from './config.js';

const BROKER = /^[^\s:,]+:\d{1,5}$/;

/**
 * Binds what goes out to the brokers and what comes in from siblings, by their topics and by signed callbacks. Without brokers
 * nothing goes out and only callbacks come in. To be called after the modules are loaded. Nothing is connected yet.
 * @throws ConfigError when brokers or secrets cannot be used.
 */
export function bindMessaging(container: Container, config: Config, logger: Logger, metrics: Metrics): void {
  const measured = new MessagingMetrics(metrics.registry);
  const settings = kafkaSettingsOf(config);
  bindInbox(container, config, secretsOf(config), measured);
  for (const chore of INBOX_CHORES) container.bind(CHORE).toConstantValue(chore);
  if (settings === undefined) container.bind(HEALTH_PART).toConstantValue(new KafkaHealth(undefined));
  else bindKafka(container, config, settings, measured, logger);
}

function bindKafka(
  container: Container,
  { kafkaConsumerGroup: group }: Config,
  settings: KafkaSettings,
  measured: MessagingMetrics,
  logger: Logger,
): void {
  const kafka = kafkaClient(settings, logger);
  const sink = new KafkaSink(kafka, settings, measured);
  const health = new KafkaHealth(kafka);
  container.bind(EVENT_SINK).toConstantValue(sink);
  container.bind(HEALTH_PART).toConstantValue(health);
  container.bind(CLOSING).toConstantValue(sink);
  container.bind(CLOSING).toConstantValue(health);
  const inboxSettings = { group, maxMessageBytes: settings.maxMessageBytes };
  container
    .bind(BACKGROUND_WORK)
    .toResolvedValue(
      (inbox, tenants, letters) => {
        const patient = new PatientInbox(inbox, tenants, letters, observerOf(measured, logger));
        return new KafkaInbox(kafka, patient, sink, inboxSettings, {
          interrupted: (err) => logger.warn({ err }, 'events of siblings cannot be read now; it is tried again'),
          notShown: ({ eventId }, err) =>
            logger.warn({ err, eventId }, 'a dead letter is in its table, but not on pos.dlq'),
        });
      },
      [INBOX, TENANT_LOOKUP, PostgresInboxDeadLetters],
    )
    .inSingletonScope();
}

function bindInbox(container: Container, config: Config, secrets: CallbackSecrets, measured: MessagingMetrics): void {
  container
    .bind(INBOX)
    .toResolvedValue(
      (transactor, tenants, ids) => {
        const handlers = container.isBound(INBOX_HANDLER) ? container.getAll(INBOX_HANDLER) : [];
        return new Inbox(transactor, tenants, ids, handlers);
      },
      [TRANSACTOR, TENANT_LOOKUP, IDS],
    )
    .inSingletonScope();
  container
    .bind(PostgresInboxDeadLetters)
    .toResolvedValue((t, inbox, ids) => new PostgresInboxDeadLetters(t, inbox, ids), [TRANSACTOR, INBOX, IDS])
    .inSingletonScope();
  container.bind(INBOX_DEAD_LETTERS).toService(PostgresInboxDeadLetters);
  const limits = { bytes: config.bodyLimitBytes, timeoutMs: config.bodyTimeoutMs };
  container.bind(SIGNED_ROUTE).toResolvedValue(
    (inbox, tenants) =>
      new CallbackRoute(
        inbox,
        tenants,
        { secrets, decoy: newSecret(randomBytes(32)), limits, now: Date.now },
        {
          refused: (reason) => measured.callbackRefused(reason),
          dealtWith: (outcome) => measured.inboxEvent('callback', outcome),
        },
      ),
    [INBOX, TENANT_LOOKUP],
  );
}

function observerOf(measured: MessagingMetrics, logger: Logger): InboxObserver {
  return {
    dealtWith: ({ via }, outcome) => measured.inboxEvent(via, outcome),
    failed: ({ name }, reason, err) => {
      measured.inboxRetry(reason);
      logger.warn({ err, delivery: name, reason }, 'an event of a sibling could not be dealt with; it is tried again');
    },
    buried: ({ via, name }, { source, eventId, type, reason }) => {
      measured.inboxEvent(via, 'dead');
      logger.error({ source, eventId, type, delivery: name, reason }, 'an event of a sibling became a dead letter');
    },
  };
}

function secretsOf({ callbackSecrets }: Config): CallbackSecrets {
  try {
    return callbackSecretsFrom(callbackSecrets);
  } catch (error) {
    throw new ConfigError((error as Error).message);
  }
}

function kafkaSettingsOf(config: Config): KafkaSettings | undefined {
  const {
    kafkaBrokers,
    kafkaTls,
    kafkaSaslMechanism: mechanism,
    kafkaUsername: username,
    kafkaPassword: password,
  } = config;
  if (kafkaBrokers === undefined) return undefined;
  const brokers = kafkaBrokers.split(',').map((broker) => broker.trim());
  if (!brokers.every((broker) => BROKER.test(broker)))
    throw new ConfigError('KAFKA_BROKERS must be host:port, several separated by commas.');
  if (mechanism !== 'none' && (username === undefined || password === undefined))
    throw new ConfigError(`KAFKA_SASL_MECHANISM is ${mechanism}: set KAFKA_USERNAME and KAFKA_PASSWORD, too.`);
  const sasl = mechanism === 'none' ? undefined : ({ mechanism, username, password } as KafkaSignIn);
  return {
    brokers,
    tls: kafkaTls === 'on',
    ...(sasl === undefined ? {} : { sasl }),
    partitions: config.kafkaPartitions,
    replication: config.kafkaReplication,
    maxMessageBytes: config.kafkaMaxMessageBytes,
  };
}
