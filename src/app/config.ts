import { choice, integer, text, textOr, url, words, type Variable } from './config-variable.js';

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Every setting of the program, declared once. docs/configuration.md is made from this. */
export const VARIABLES = {
  host: textOr('HOST', '0.0.0.0', 'Address to listen on.'),
  port: integer('PORT', 4100, 0, 65_535, 'Port of the API; 0 takes any free one.'),
  metricsPort: integer('METRICS_PORT', 0, 0, 65_535, 'Own port for /metrics; 0 serves it on PORT.'),
  publicUrl: url('PUBLIC_URL', ['http', 'https'], 'Address that clients use; shown in the API reference.'),
  databaseUrl: url(
    'DATABASE_URL',
    ['postgres', 'postgresql'],
    'PostgreSQL as the owner of the tables; for migrations.',
    { secret: true },
  ),
  databaseAppUrl: url(
    'DATABASE_APP_URL',
    ['postgres', 'postgresql'],
    'PostgreSQL as the role that serves requests; derived from DATABASE_URL.',
    { secret: true },
  ),
  databaseWorkerUrl: url(
    'DATABASE_WORKER_URL',
    ['postgres', 'postgresql'],
    'PostgreSQL as the role that dispatches events; derived from DATABASE_URL.',
    { secret: true },
  ),
  databasePoolSize: integer('DATABASE_POOL_SIZE', 10, 1, 200, 'Connections that serve requests.'),
  databaseConnectTimeoutMs: integer(
    'DATABASE_CONNECT_TIMEOUT_MS',
    2_000,
    100,
    60_000,
    'Longest wait for a free or new connection; then 503.',
  ),
  databaseStatementTimeoutMs: integer(
    'DATABASE_STATEMENT_TIMEOUT_MS',
    10_000,
    100,
    600_000,
    'Longest that a statement or a wait for a lock may take.',
  ),
  logLevel: choice(
    'LOG_LEVEL',
    'info',
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'Least severe level that is logged.',
  ),
  oidcIssuer: url(
    'OIDC_ISSUER',
    ['http', 'https'],
    'Issuer of access tokens; absent, only API keys are accepted. Plain http only for localhost.',
  ),
  oidcAudience: textOr('OIDC_AUDIENCE', 'pos-service', 'Audience that an access token must name.'),
  oidcAlgorithms: words(
    'OIDC_ALGORITHMS',
    ['RS256', 'PS256', 'ES256', 'EdDSA'],
    ALGORITHMS,
    'Signature algorithms that are accepted.',
  ),
  oidcTokenType: words(
    'OIDC_TOKEN_TYPES',
    ['at+jwt'],
    ['at+jwt', 'JWT'],
    'Values of the header typ that are accepted.',
  ),
  bodyLimitBytes: integer(
    'BODY_LIMIT',
    1_048_576,
    1_024,
    16_777_216,
    'Largest body in bytes; imports stream and have their own limit.',
  ),
  bodyTimeoutMs: integer('BODY_TIMEOUT_MS', 30_000, 100, 600_000, 'Longest that a body may take to arrive.'),
  inFlightMax: integer('MAX_IN_FLIGHT', 512, 1, 100_000, 'Requests in progress at once; beyond it the answer is 503.'),
  tenantInFlightMax: integer(
    'TENANT_MAX_IN_FLIGHT',
    384,
    1,
    100_000,
    'The same for one tenant; beyond it the answer is 429.',
    { perTenant: true },
  ),
  authCacheMs: integer(
    'AUTH_CACHE_MS',
    30_000,
    0,
    60_000,
    'How long verified keys and names of tenants are believed; revoking acts within it.',
  ),
  keyUsageMs: integer(
    'API_KEY_USAGE_MS',
    60_000,
    1_000,
    3_600_000,
    'How often the time of last use of keys is written.',
  ),
  rotationOverlapHours: integer(
    'API_KEY_ROTATION_OVERLAP_HOURS',
    24,
    0,
    720,
    'How long a rotated key goes on working.',
    { perTenant: true },
  ),
  rateLimitPerMinute: integer(
    'RATE_LIMIT_PER_MINUTE',
    120_000,
    0,
    100_000_000,
    'Requests of one tenant in a minute, over all instances; 0 sets no limit.',
    { perTenant: true },
  ),
  redisUrl: url(
    'REDIS_URL',
    ['redis', 'rediss'],
    'Redis for wake-ups, rate limits, caches and short locks; absent, memory serves, for one instance only.',
    { secret: true },
  ),
  kafkaBrokers: text('KAFKA_BROKERS', 'Brokers as host:port, separated by commas; absent, events stay in the service.'),
  kafkaTls: choice('KAFKA_TLS', 'off', ['off', 'on'], 'TLS to the brokers.'),
  kafkaSaslMechanism: choice(
    'KAFKA_SASL_MECHANISM',
    'none',
    ['none', 'plain', 'scram-sha-256', 'scram-sha-512'],
    'How to sign in to the brokers.',
  ),
  kafkaUsername: text('KAFKA_USERNAME', 'Name to sign in to the brokers with.'),
  kafkaPassword: text('KAFKA_PASSWORD', 'Its password.', { secret: true }),
  kafkaPartitions: integer('KAFKA_PARTITIONS', 6, 1, 1_000, 'Partitions of topics that the service has to create.'),
  kafkaReplication: integer('KAFKA_REPLICATION', -1, -1, 10, 'Their replicas; -1 leaves it to the brokers.'),
  kafkaMaxMessageBytes: integer(
    'KAFKA_MAX_MESSAGE_BYTES',
    1_000_000,
    10_000,
    100_000_000,
    'Largest event that is sent; a larger one becomes a dead letter.',
  ),
  kafkaConsumerGroup: textOr('KAFKA_CONSUMER_GROUP', 'pos-service', 'Group in which sibling events are read.'),
  outboxDispatch: choice(
    'OUTBOX_DISPATCH',
    'inside',
    ['inside', 'off'],
    'Whether `api` also dispatches events; `off` leaves it to processes of the role `worker`.',
  ),
  outboxLeaseSeconds: integer(
    'OUTBOX_LEASE_SECONDS',
    30,
    1,
    60,
    'How long a dispatcher that says nothing keeps its share of the events.',
  ),
  outboxTries: integer('OUTBOX_TRIES', 8, 1, 50, 'Tries of one event before it becomes a dead letter.'),
  eventRetentionDays: integer('EVENT_RETENTION_DAYS', 400, 8, 4_000, 'How long events are kept after they were sent.'),
  streamsMax: integer('STREAMS_MAX', 2_000, 1, 100_000, 'Open streams of one instance; beyond it the answer is 503.'),
  tenantStreamsMax: integer(
    'TENANT_STREAMS_MAX',
    1_000,
    1,
    100_000,
    'The same for one tenant; beyond it the answer is 429.',
    { perTenant: true },
  ),
  streamBufferBytes: integer(
    'STREAM_BUFFER_BYTES',
    1_048_576,
    16_384,
    67_108_864,
    'How much may wait for a slow reader of a stream before it is cut.',
  ),
  streamHeartbeatMs: integer('STREAM_HEARTBEAT_MS', 10_000, 50, 15_000, 'Pause between two heartbeats of a stream.'),
  streamRecheckMs: integer('STREAM_RECHECK_MS', 15_000, 50, 30_000, 'How often callers of streams are checked anew.'),
  streamReplayHours: integer('STREAM_REPLAY_HOURS', 24, 24, 168, 'How far back a stream can be resumed.'),
  secretsKey: text(
    'SECRETS_KEY',
    'Key that seals stored secrets: 32 bytes in Base64; several, separated by commas, while rotating (the first seals).',
    { secret: true },
  ),
  webhookPorts: textOr('WEBHOOK_PORTS', '443,8443', 'Ports that webhooks may be sent to.'),
  webhookAllow: text(
    'WEBHOOK_ALLOW',
    'For tests only: exact host:port pairs, separated by commas, that webhooks may reach though private or plain http.',
  ),
  webhookConcurrency: integer('WEBHOOK_CONCURRENCY', 256, 1, 10_000, 'Webhook calls of one instance at once.'),
  webhookSlots: integer('WEBHOOK_SLOTS', 4, 1, 100, 'Of these, for one endpoint; one that fails has a single slot.'),
  callbackSecrets: text(
    'CALLBACK_SECRETS',
    'Secrets of signed callbacks: `treasury=whsec_…,inventory=whsec_…`; a sibling named twice is rotating.',
    { secret: true },
  ),
  shutdownDelayMs: integer('SHUTDOWN_DELAY_MS', 2_000, 0, 20_000, 'Wait between readiness off and the end of intake.'),
  shutdownTimeoutMs: integer(
    'SHUTDOWN_TIMEOUT_MS',
    20_000,
    100,
    24_000,
    'Longest that requests in progress may take after that.',
  ),
  otlpEndpoint: url(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    ['http', 'https'],
    'Where traces go; absent, tracing is not even loaded.',
  ),
  dataDir: textOr('DATA_DIR', '.data', 'Folder of `demo`: its database and demo.json.'),
  release: text('RELEASE', 'Name of the running release, shown by /healthz.'),
} as const satisfies Record<string, Variable<unknown>>;

type Values = { readonly [Key in keyof typeof VARIABLES]: ReturnType<(typeof VARIABLES)[Key]['read']> };
type Tables = Record<string, Variable<unknown>>;

/** The settings of this process. */
export interface Config extends Values {
  /** The same with a tenant's own values (`tenants.settings.config`) where a setting allows that. Wrong ones are passed over. */
  forTenant(settings: Readonly<Record<string, unknown>>): Values;
}

/** A setting that cannot be used. Its message names the variable; the program prints it and does not start. */
export class ConfigError extends Error {}

/**
 * Reads the settings: the environment, over it a tenant's own values, over them flags of the command line
 * (`--log-level=debug`).
 * @throws ConfigError that names every wrong variable and every unknown flag.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[] = [],
): Config {
  const given = flagsOf(flags);
  const problems = [...given.keys()]
    .filter((name) => !isVariable(name))
    .map((name) => `--${flagOf(name)} is no setting`);
  const values: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(VARIABLES as Tables)) {
    const set = given.get(variable.name) ?? environment[variable.name];
    try {
      values[key] = variable.read(set === '' ? undefined : set);
    } catch (error) {
      problems.push(`${variable.name} ${(error as Error).message}`);
    }
  }
  if (problems.length > 0)
    throw new ConfigError(`The configuration is wrong:\n  ${problems.join('\n  ')}\nSee docs/configuration.md.`);
  const read = values as unknown as Values;
  return { ...read, forTenant: (settings) => overridden(read, settings, given) };
}

/** The settings as a table in Markdown. */
export function configurationTable(): string {
  const rows = Object.values(VARIABLES as Tables).map(
    ({ name, type, range, defaultText, perTenant, doc }) =>
      `| \`${name}\` | \`--${flagOf(name)}\` | ${type} | ${range} | ${defaultText === '' ? '' : `\`${defaultText}\``} | ${perTenant ? 'yes' : ''} | ${doc} |`,
  );
  const head =
    '| Variable | Flag | Type | Allowed | Default | Per tenant | What it is for |\n| --- | --- | --- | --- | --- | --- | --- |';
  return `${head}\n${rows.join('\n')}\n`;
}

function overridden(
  values: Values,
  settings: Readonly<Record<string, unknown>>,
  flags: ReadonlyMap<string, string>,
): Values {
  const own = settings['config'];
  if (own === null || typeof own !== 'object') return values;
  const changed: Record<string, unknown> = { ...values };
  for (const [key, variable] of Object.entries(VARIABLES as Tables)) {
    const text = (own as Record<string, unknown>)[variable.name];
    if (!variable.perTenant || text === undefined || flags.has(variable.name)) continue;
    if (typeof text !== 'string' && typeof text !== 'number') continue;
    try {
      changed[key] = variable.read(String(text));
    } catch {
      continue; // one tenant's mistake must not stop its sales: the value of the environment holds
    }
  }
  return changed as unknown as Values;
}

function flagsOf(flags: readonly string[]): Map<string, string> {
  return new Map(
    flags.map((flag) => {
      const match = /^--([a-z][a-z0-9-]*)=(.*)$/.exec(flag);
      if (match === null) throw new ConfigError(`${flag} is no setting: write --name=value`);
      return [(match[1] as string).toUpperCase().replaceAll('-', '_'), match[2] as string] as const;
    }),
  );
}

function flagOf(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function isVariable(name: string): boolean {
  return Object.values(VARIABLES as Tables).some((variable) => variable.name === name);
}
