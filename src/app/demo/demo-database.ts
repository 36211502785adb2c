import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../platform/embedded-postgres/start-embedded-postgres.js';
import { createPool } from '../../platform/postgres/pool.js';
import type { Config } from '../config.js';

/** The database that the demo runs on. */
export interface DemoDatabase {
  /** As the owner of the tables. */
  readonly url: string;
  readonly description: string;
  /** Stops PostgreSQL, unless it is another's or another demo still works with it. */
  release(): Promise<void>;
}

type Database = Pick<ReturnType<typeof createPool>, 'query'>;

const DATABASE = 'pos';
const DUPLICATE_DATABASE = '42P04';
const TIMEOUT_MS = 10_000;
const LAST_LOOKS = 10;
const LOOK_EVERY_MS = 50;

/** The database of DATABASE_URL, else an embedded PostgreSQL in the data folder. */
export async function demoDatabase({ databaseUrl, dataDir }: Config): Promise<DemoDatabase> {
  if (databaseUrl !== undefined) {
    return { url: databaseUrl, description: 'PostgreSQL of DATABASE_URL', release: () => Promise.resolve() };
  }
  const folder = path.resolve(dataDir, 'postgres');
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    await withClient(server.url, createDatabase);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  return { url: url.href, description: `${url.href} in ${folder}`, release: () => release(server) };
}

async function createDatabase(client: Database): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 1) return;
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== DUPLICATE_DATABASE) throw error; // a second demo was faster
  }
}

/** A second demo on another port shares the server: the last one switches the light off. */
async function release(server: EmbeddedPostgres): Promise<void> {
  if (await withClient(server.url, isUsed)) return;
  await server.stop();
}

async function isUsed(client: Database): Promise<boolean> {
  for (let look = 0; look < LAST_LOOKS; look += 1) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where application_name like 'pos-%' and pid <> pg_backend_pid() limit 1`,
    );
    if (rowCount === 0) return false;
    await sleep(LOOK_EVERY_MS); // our own connections take a moment to be gone
  }
  return true;
}

async function withClient<Result>(url: string, work: (client: Database) => Promise<Result>): Promise<Result> {
  const pool = createPool({
    url,
    max: 1,
    connectTimeoutMs: TIMEOUT_MS,
    statementTimeoutMs: TIMEOUT_MS,
    applicationName: 'demo',
    onIdleError: () => undefined, // the next question fails as well, and says so
  });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
