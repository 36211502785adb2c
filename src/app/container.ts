import { Container } from 'inversify';
import { UuidV7Source } from '../kernel/ids.js';
import { peppersFrom, SlowHashes } from '../platform/crypto/slow-hashes.js';
import { SLOW_HASHES } from '../platform/crypto/tokens.js';
import { DpopProofs } from '../platform/dpop/dpop-proofs.js';
import { DPOP_PROOFS } from '../platform/dpop/tokens.js';
import { createRandomPool } from '../platform/crypto/random-pool.js';
import type { Ephemeral } from '../platform/ephemeral/ports.js';
import { EPHEMERAL, EVENTS_CHANNEL } from '../platform/ephemeral/tokens.js';
import { edgeProblems } from '../platform/http/edge-problems.js';
import { ProblemCatalogue } from '../platform/http/problem-catalogue.js';
import { APP_POOL, CLOSING, PROBLEMS, SETTINGS } from '../platform/http/tokens.js';
import { PostgresOutbox } from '../platform/outbox/postgres-outbox.js';
import { createPool } from '../platform/postgres/pool.js';
import { appUrlFrom, workerUrlFrom } from '../platform/postgres/roles.js';
import { WORKER_POOL } from '../platform/postgres/tokens.js';
import type { TransactionObserver } from '../platform/postgres/transaction-observer.js';
import { PostgresTransactor } from '../platform/postgres/transactor.js';
import { SIBLING_OBSERVER } from '../platform/sibling-http/tokens.js';
import type { Logger } from '../platform/telemetry/logger.js';
import { Metrics } from '../platform/telemetry/metrics.js';
import { SiblingMetrics } from '../platform/telemetry/sibling-metrics.js';
import { LOGGER, METRICS } from '../platform/telemetry/tokens.js';
import { CLOCK, HEALTH_PART, IDS, OUTBOX, SIDE_TRANSACTOR, TRANSACTOR } from '../platform/tokens.js';
import { ConfigError, type Config } from './config.js';
import { bindMessaging } from './messaging.js';
import { modules } from './modules.js';
import { assertUsable } from './usable-settings.js';
import { openEphemeral } from './open-ephemeral.js';

/** The program's parts, put together. */
export interface Composition {
  readonly container: Container;
  readonly pool: Pool;
  readonly metrics: Metrics;
  readonly problems: ProblemCatalogue;
  /** Does what modules want done at the end, then closes all connections. */
  close(): Promise<void>;
}

type Pool = ReturnType<typeof createPool>;

const SIDE_CONNECTIONS = 2;
const WORKER_CONNECTIONS = 16;

/** Puts the program together. Nothing is connected yet. @throws ConfigError when no database is configured, or a setting cannot be used. */
export function compose(config: Config, logger: Logger, now: () => number = Date.now): Composition {
  assertUsable(config);
  const metrics = new Metrics();
  const { pool, sidePool, workerPool } = openPools(config, logger, metrics);
  const container = new Container();
  const ephemeral = openEphemeral(config, logger, metrics);
  const observer: TransactionObserver = {
    retried: (reason) => metrics.retried(reason),
    replayed: () => metrics.replayed(),
    eventsCommitted: () => ephemeral.signals.send(EVENTS_CHANNEL, ''),
  };
  const ids = new UuidV7Source(Date.now, createRandomPool());
  container.bind(LOGGER).toConstantValue(logger);
  container.bind(METRICS).toConstantValue(metrics);
  container.bind(SIBLING_OBSERVER).toConstantValue(new SiblingMetrics(metrics.registry));
  container.bind(SETTINGS).toConstantValue(config);
  container.bind(IDS).toConstantValue(ids);
  container.bind(CLOCK).toConstantValue(now);
  container.bind(SLOW_HASHES).toConstantValue(slowHashesOf(config, metrics));
  container.bind(EPHEMERAL).toConstantValue(ephemeral);
  container.bind(DPOP_PROOFS).toConstantValue(proofsOf(config, ephemeral, now));
  container.bind(HEALTH_PART).toConstantValue({ name: 'redis', state: () => ephemeral.state() });
  container.bind(APP_POOL).toConstantValue(pool);
  container.bind(WORKER_POOL).toConstantValue(workerPool);
  container.bind(TRANSACTOR).toConstantValue(new PostgresTransactor(pool, observer));
  container.bind(SIDE_TRANSACTOR).toConstantValue(new PostgresTransactor(sidePool, observer));
  container.bind(OUTBOX).toConstantValue(new PostgresOutbox(ids));
  container.load(...modules);
  bindMessaging(container, config, logger, metrics);
  const close = async (): Promise<void> => {
    for (const closing of container.isBound(CLOSING) ? container.getAll(CLOSING) : []) await closing.close();
    await Promise.all([pool.end(), sidePool.end(), workerPool.end(), ephemeral.close()]);
  };
  return { container, pool, metrics, problems: problemsOf(container), close };
}

/** The refusals of the edge and of all modules. */
export function problemsOf(container: Container): ProblemCatalogue {
  return new ProblemCatalogue([...edgeProblems, ...container.getAll(PROBLEMS)]);
}

function proofsOf({ publicUrl, redisUrl, replayWaitMs }: Config, { locks }: Ephemeral, now: () => number): DpopProofs {
  // Without Redis there is one instance, whose proofs remember what they have seen by themselves.
  return new DpopProofs({ locks: redisUrl === undefined ? undefined : locks, waitMs: replayWaitMs, publicUrl, now });
}

function slowHashesOf({ secretsKey }: Config, metrics: Metrics): SlowHashes | undefined {
  if (secretsKey === undefined) return undefined;
  let waiting = 0;
  metrics.gauge('pos_slow_hashes_waiting', 'PINs and passwords that wait to be checked', () => waiting);
  return new SlowHashes({ peppers: peppersFrom(secretsKey), onQueue: (now) => (waiting = now) });
}

/** Connections that serve requests, the few that do work beside them, and those of the background. */
function openPools(config: Config, logger: Logger, metrics: Metrics) {
  const pool = openPool(config, logger, config.databasePoolSize);
  const sidePool = openPool(config, logger, SIDE_CONNECTIONS);
  const workerPool = openPool(config, logger, WORKER_CONNECTIONS, 'worker');
  metrics.pool('app', pool);
  metrics.pool('side', sidePool);
  metrics.pool('worker', workerPool);
  return { pool, sidePool, workerPool };
}

function openPool(config: Config, logger: Logger, max: number, role: 'app' | 'worker' = 'app'): Pool {
  return createPool({
    url: role === 'app' ? appUrlOf(config) : workerUrlOf(config),
    max,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    applicationName: `pos-${role}`,
    onIdleError: (err) => logger.warn({ err }, 'a database connection broke'),
  });
}

function appUrlOf(config: Config): string {
  const url = config.databaseAppUrl ?? (config.databaseUrl && appUrlFrom(config.databaseUrl));
  if (url === undefined) throw new ConfigError('Set DATABASE_URL, or DATABASE_APP_URL. See docs/configuration.md.');
  return url;
}

function workerUrlOf(config: Config): string {
  const url = config.databaseWorkerUrl ?? (config.databaseUrl && workerUrlFrom(config.databaseUrl));
  if (url === undefined) throw new ConfigError('Set DATABASE_URL, or DATABASE_WORKER_URL. See docs/configuration.md.');
  return url;
}
