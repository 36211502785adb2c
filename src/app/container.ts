import { Container } from 'inversify';
import { UuidV7Source } from '../kernel/ids.js';
import { createRandomPool } from '../platform/crypto/random-pool.js';
import { edgeProblems } from '../platform/http/edge-problems.js';
import { ProblemCatalogue } from '../platform/http/problem-catalogue.js';
import { APP_POOL, PROBLEMS, SETTINGS } from '../platform/http/tokens.js';
import { PostgresOutbox } from '../platform/outbox/postgres-outbox.js';
import { createPool } from '../platform/postgres/pool.js';
import { appUrlFrom } from '../platform/postgres/roles.js';
import { PostgresTransactor } from '../platform/postgres/transactor.js';
import type { Logger } from '../platform/telemetry/logger.js';
import { Metrics } from '../platform/telemetry/metrics.js';
import { LOGGER, METRICS } from '../platform/telemetry/tokens.js';
import { IDS, OUTBOX, SIDE_TRANSACTOR, TRANSACTOR } from '../platform/tokens.js';
import { ConfigError, type Config } from './config.js';
import { modules } from './modules.js';

/** The program's parts, put together; the pools are what has to be closed at the end. */
export interface Composition {
  readonly container: Container;
  readonly pool: Pool;
  readonly sidePool: Pool;
  readonly metrics: Metrics;
  readonly problems: ProblemCatalogue;
}

type Pool = ReturnType<typeof createPool>;

const SIDE_CONNECTIONS = 2;

/** Puts the program together. Nothing is connected yet. @throws ConfigError when no database is configured. */
export function compose(config: Config, logger: Logger): Composition {
  const metrics = new Metrics();
  const pool = openPool(config, logger, config.databasePoolSize);
  const sidePool = openPool(config, logger, SIDE_CONNECTIONS);
  metrics.pool('app', pool);
  metrics.pool('side', sidePool);
  const container = new Container();
  const ids = new UuidV7Source(Date.now, createRandomPool());
  container.bind(LOGGER).toConstantValue(logger);
  container.bind(METRICS).toConstantValue(metrics);
  container.bind(SETTINGS).toConstantValue(config);
  container.bind(IDS).toConstantValue(ids);
  container.bind(APP_POOL).toConstantValue(pool);
  container.bind(TRANSACTOR).toConstantValue(new PostgresTransactor(pool, metrics));
  container.bind(SIDE_TRANSACTOR).toConstantValue(new PostgresTransactor(sidePool, metrics));
  container.bind(OUTBOX).toConstantValue(new PostgresOutbox(ids));
  container.load(...modules);
  return { container, pool, sidePool, metrics, problems: problemsOf(container) };
}

/** The refusals of the edge and of all modules. */
export function problemsOf(container: Container): ProblemCatalogue {
  return new ProblemCatalogue([...edgeProblems, ...container.getAll(PROBLEMS)]);
}

function openPool(config: Config, logger: Logger, max: number): Pool {
  return createPool({
    url: appUrlOf(config),
    max,
    connectTimeoutMs: config.databaseConnectTimeoutMs,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    applicationName: 'pos-api',
    onIdleError: (err) => logger.warn({ err }, 'a database connection broke'),
  });
}

function appUrlOf(config: Config): string {
  const url = config.databaseAppUrl ?? (config.databaseUrl && appUrlFrom(config.databaseUrl));
  if (url === undefined) throw new ConfigError('Set DATABASE_URL, or DATABASE_APP_URL. See docs/configuration.md.');
  return url;
}
