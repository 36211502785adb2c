import { findChromium } from './chromium-program.js';
import { findKafka } from './kafka-server.js';
import { findPostgres } from './postgres-server.js';
import { findRedis } from './redis-server.js';
import { buildTemplate } from './template-database.js';

interface Stoppable {
  readonly stop: () => Promise<void>;
}

// Jest loads set-up and teardown apart from each other: only the global object is common to both.
const KEY = Symbol.for('pos-service.test.servers');
const registry = globalThis as unknown as Record<symbol, Stoppable[] | undefined>;
const started: Stoppable[] = (registry[KEY] ??= []);

/** Starts the servers once for the whole run, side by side; Jest's workers inherit the environment set here. */
export async function startServers(): Promise<void> {
  const outcomes = await Promise.allSettled([preparePostgres(), prepareRedis(), prepareKafka()]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  // Not beside the servers: who installs packages is alone.
  if (failed === undefined) return prepareChromium();
  await stopServers(); // Jest runs no teardown after a set-up that failed
  throw failed.reason;
}

/** Stops what was started. */
export async function stopServers(): Promise<void> {
  await Promise.all(started.splice(0).map((server) => server.stop()));
}

/** Tests of screens say what is missing where there is no browser; the others do without. */
async function prepareChromium(): Promise<void> {
  const found = await findChromium();
  if (found !== undefined) process.env['CHROMIUM_PATH'] = found;
}

async function preparePostgres(): Promise<void> {
  const { url, stop } = await findPostgres();
  started.push({ stop });
  process.env['POS_TEST_SERVER_URL'] = url;
  process.env['POS_TEST_TEMPLATE'] = await buildTemplate(url);
}

async function prepareRedis(): Promise<void> {
  const { url, stop } = await findRedis();
  started.push({ stop });
  process.env['POS_TEST_REDIS_URL'] = url;
}

async function prepareKafka(): Promise<void> {
  const { url, stop } = await findKafka();
  started.push({ stop });
  process.env['POS_TEST_KAFKA_BROKERS'] = url;
}
