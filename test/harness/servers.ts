import { findPostgres } from './postgres-server.js';
import { buildTemplate } from './template-database.js';

interface Stoppable {
  readonly stop: () => Promise<void>;
}

// Jest loads set-up and teardown apart from each other: only the global object is common to both.
const KEY = Symbol.for('pos-service.test.servers');
const registry = globalThis as unknown as Record<symbol, Stoppable[] | undefined>;
const started: Stoppable[] = (registry[KEY] ??= []);

/** Starts the servers once for the whole run; Jest's workers inherit the environment set here. */
export async function startServers(): Promise<void> {
  const postgres = await findPostgres();
  started.push(postgres);
  process.env['POS_TEST_SERVER_URL'] = postgres.url;
  try {
    process.env['POS_TEST_TEMPLATE'] = await buildTemplate(postgres.url);
  } catch (error) {
    await stopServers(); // Jest runs no teardown after a set-up that failed
    throw error;
  }
}

/** Stops what was started, last first. */
export async function stopServers(): Promise<void> {
  for (const server of started.splice(0).reverse()) await server.stop();
}
