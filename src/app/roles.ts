import { once } from 'node:events';
import { createServer as createMetricsServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { showMetrics } from '../platform/http/health.js';
import { migrate } from '../platform/postgres/migrate.js';
import { createLogger, type Logger } from '../platform/telemetry/logger.js';
import type { Metrics } from '../platform/telemetry/metrics.js';
import { startBackground } from './background.js';
import { ConfigError, configurationTable, readConfig, type Config } from './config.js';
import { compose } from './container.js';
import { createApp, createServer } from './server.js';
import { Shutdown } from './shutdown.js';
import { certificateOf } from './tls-files.js';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const ROLES = ['api', 'worker', 'migrate', 'demo', 'hub', 'config'] as const;

/**
 * Runs this process in a role: `api` serves, `worker` dispatches events, `migrate` brings the schema up to date, `demo` does
 * all of it on a database of its own, `hub` serves a shop as the cloud's copy and relay, `config` prints the settings.
 * @returns the exit code; for roles that go on running, 0.
 */
export async function runRole(
  role: string,
  flags: readonly string[],
  stopTracing?: () => Promise<void>,
): Promise<number> {
  try {
    if (role === 'config') {
      process.stdout.write(configurationTable());
      return 0;
    }
    const config = readConfig(process.env, flags);
    if (config.hubUplink !== undefined && role !== 'hub')
      throw new ConfigError(
        `HUB_UPLINK makes this a shop's hub: start the role hub, or remove it for the role ${role}.`,
      );
    if (role === 'api') await runApi(config, stopTracing);
    else if (role === 'worker') await runWorker(config, stopTracing);
    else if (role === 'migrate') await runMigrations(config);
    else if (role === 'demo') await runDemoRole(config);
    else if (role === 'hub') await runHubRole(config, stopTracing);
    else throw new ConfigError(`There is no role ${role}. Roles: ${ROLES.join(', ')}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Serves the API, and dispatches events where it is told to. @returns what stops it. */
export async function runApi(config: Config, stopTracing?: () => Promise<void>): Promise<Shutdown> {
  const logger = createLogger(config.logLevel);
  const shutdown = shutdownOf(config, logger, stopTracing);
  try {
    const api = await createApp({ config, logger });
    const server = createServer(api.app, certificateOf(config));
    shutdown.add('pools', () => api.close());
    shutdown.addServer(server, api.lifecycle);
    await listen(server, config.port, config.host);
    if (config.outboxDispatch === 'inside') {
      shutdown.add('background', startBackground(config, api.container, api.metrics, logger));
    }
    if (config.metricsPort !== 0) await serveMetrics(api.metrics, config, shutdown);
    logger.info({ address: server.address() }, 'serving');
  } catch (error) {
    // What was opened so far would keep the process alive that cannot serve.
    await shutdown.stop();
    throw error;
  }
  shutdown.onSignals();
  return shutdown;
}

async function runWorker(config: Config, stopTracing?: () => Promise<void>): Promise<void> {
  const logger = createLogger(config.logLevel);
  const shutdown = shutdownOf(config, logger, stopTracing);
  const composition = compose(config, logger);
  const { container, metrics } = composition;
  shutdown.add('pools', () => composition.close());
  shutdown.add('background', startBackground(config, container, metrics, logger));
  if (config.metricsPort !== 0) await serveMetrics(metrics, config, shutdown);
  shutdown.onSignals();
}

async function runMigrations(config: Config): Promise<void> {
  if (config.databaseUrl === undefined)
    throw new ConfigError('Set DATABASE_URL to the owner of the tables. See docs/configuration.md.');
  const { applied, alreadyThere, warnings } = await migrate(config.databaseUrl, MIGRATIONS).catch((error: unknown) => {
    throw new ConfigError(
      `The migrations did not run: ${(error as Error).message}\nCheck DATABASE_URL, and that PostgreSQL runs.`,
    );
  });
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  process.stdout.write(
    `${alreadyThere} migrations were there, ${applied.length} applied${applied.map((name) => `\n  ${name}`).join('')}\n`,
  );
}

async function runDemoRole(config: Config): Promise<void> {
  const demo = (await import(new URL('./demo.js', import.meta.url).href)) as { runDemo(config: Config): Promise<void> };
  await demo.runDemo(config);
}

async function runHubRole(config: Config, stopTracing?: () => Promise<void>): Promise<void> {
  type HubRole = { runHub(config: Config, stopTracing?: () => Promise<void>): Promise<void> };
  const hub = (await import(new URL('./hub.js', import.meta.url).href)) as HubRole;
  await hub.runHub(config, stopTracing);
}

function shutdownOf(config: Config, logger: Logger, stopTracing?: () => Promise<void>): Shutdown {
  const shutdown = new Shutdown({ delayMs: config.shutdownDelayMs, timeoutMs: config.shutdownTimeoutMs }, logger);
  if (stopTracing !== undefined) shutdown.add('tracing', stopTracing);
  return shutdown;
}

async function serveMetrics(metrics: Metrics, config: Config, shutdown: Shutdown): Promise<void> {
  const server = createMetricsServer((request, response) => {
    if (request.url === '/metrics') void showMetrics(metrics.registry, response);
    else response.writeHead(404).end();
  });
  await listen(server, config.metricsPort, config.host);
  shutdown.add('metrics', async () => void server.close());
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'EADDRINUSE')
      throw new ConfigError(`Port ${port} is taken: stop what uses it, or set PORT to another.`);
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new ConfigError(`Cannot listen on ${host}:${port} (${code}): set HOST and PORT.`);
    throw error;
  }
}
