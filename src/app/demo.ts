import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError } from '../platform/embedded-postgres/embedded-postgres-error.js';
import { freePort, isFree } from '../platform/embedded-postgres/ports.js';
import { migrate } from '../platform/postgres/migrate.js';
import { createLogger } from '../platform/telemetry/logger.js';
import { ConfigError, type Config } from './config.js';
import { demoDatabase, type DemoDatabase } from './demo/demo-database.js';
import { demoFileIn, readDemoFile, writeDemoFile } from './demo/demo-file.js';
import { demoLinkCode } from './demo/link-code.js';
import { demoSecretsKey } from './demo/secrets-key.js';
import { welcome } from './demo/welcome.js';
import { runApi } from './roles.js';
import { demoGoods } from './seed/demo-goods.js';
import { demoTenant } from './seed/demo-tenant.js';
import { seedTenant } from './seed/seed-tenant.js';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const SEED = 'demo';
const SLUG = 'demo';
const INTERRUPTED = 130;
const HIGHEST_PORT = 65_535;

/**
 * From nothing to a service that sells: a database, the schema, a tenant with outlets, menu and key, and the way to use
 * them. Run again it goes on where it was. @throws ConfigError that says what to do.
 */
export async function runDemo(config: Config): Promise<void> {
  const startedMs = performance.now();
  const port = config.port === 0 ? await freePort() : config.port;
  await assertFree(port);
  say('starting the database');
  const database = await usable(() => demoDatabase(config));
  const calm = interruptible(database);
  try {
    const settings = demoSettings(config, port, database.url);
    say('migrating');
    await usable(() => migrate(database.url, MIGRATIONS));
    say('seeding');
    const tenant = demoTenant(SEED, SLUG);
    const demoFile = demoFileIn(config.dataDir);
    const knownKey = readDemoFile(demoFile).apiKey;
    const goods = demoGoods(tenant);
    const { apiKey } = await seedTenant(settings, createLogger(settings.logLevel), {
      ...{ tenant, knownKey, renewKey: true },
      ...goods,
    });
    if (apiKey === undefined) throw new Error('seeding gave no key');
    // What is handed over here is what stopping ends with, after the pools.
    await runApi(settings, () => database.release());
    const baseUrl = `http://127.0.0.1:${port}`;
    const { staff } = goods;
    writeDemoFile(demoFile, baseUrl, tenant, apiKey, staff);
    const linkCode = await demoLinkCode(baseUrl, tenant, apiKey);
    const seconds = (performance.now() - startedMs) / 1000;
    const shown = { baseUrl, tenant, apiKey, staff, linkCode, demoFile, seconds };
    process.stdout.write(welcome({ ...shown, database: database.description }));
  } catch (error) {
    await database.release();
    throw error;
  } finally {
    calm();
  }
}

/** A person watches: no line for every request, and nobody has to be routed away before the end. */
function demoSettings(config: Config, port: number, databaseUrl: string): Config {
  const { LOG_LEVEL: level, SHUTDOWN_DELAY_MS: delay } = process.env;
  return {
    ...config,
    port,
    databaseUrl,
    secretsKey: config.secretsKey ?? demoSecretsKey(config.dataDir),
    logLevel: level === undefined ? 'warn' : config.logLevel,
    shutdownDelayMs: delay === undefined ? 0 : config.shutdownDelayMs,
  };
}

/** Until the service is up nobody else listens for Ctrl-C, and the database would stay behind. */
function interruptible(database: DemoDatabase): () => void {
  const stop = (): void => {
    say('stopping');
    void database.release().finally(() => process.exit(INTERRUPTED));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}

async function assertFree(port: number): Promise<void> {
  if (await isFree(port)) return;
  const who = (await isOurs(port)) ? 'another pos-service' : 'another program';
  const other = port < HIGHEST_PORT ? port + 1 : 0;
  throw new ConfigError(
    `Port ${port} is taken by ${who}. Stop that one, or start on another port: PORT=${other} make demo`,
  );
}

async function isOurs(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/openapi.json`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok && (await answer.text()).includes('/pos/orders');
  } catch {
    return false; // whatever it is, it does not speak our language
  }
}

/** Failures of the database that a person can mend are told without a stack. */
async function usable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw new ConfigError(error.message, { cause: error });
    const reason =
      error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
    throw new ConfigError(
      `The demo's database cannot be used: ${reason}\n` +
        'If DATABASE_URL is set, check it; else move .data away or run `make clean-data` to start empty.',
      { cause: error },
    );
  }
}

function say(what: string): void {
  process.stderr.write(`› ${what}\n`);
}
