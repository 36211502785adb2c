import { readdir } from 'node:fs/promises';
import { createPool } from '../platform/postgres/pool.js';
import { CommandError, EXIT } from './exit-codes.js';

/** An open connection. */
export interface Database {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what it asks for
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ readonly rows: Row[] }>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 60_000;
const UNDEFINED_TABLE = '42P01';
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** Opens one connection for the work and closes it. @throws CommandError `unreachable` or `not allowed` when it does not open. */
export async function withDatabase<Result>(
  url: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const pool = createPool({
    url,
    max: 1,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: 'posctl',
    onIdleError: () => undefined, // the next question fails as well, and says so
  });
  try {
    const client = await pool.connect().catch((error: unknown) => Promise.reject(cannotConnect(url, error)));
    try {
      return await work(client);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** Names of the migrations that the database has not seen, in order. */
export async function pendingMigrations(client: Database, folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  const applied = new Set(await appliedMigrations(client));
  return names.filter((name) => !applied.has(name));
}

async function appliedMigrations(client: Database): Promise<string[]> {
  try {
    const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
    return rows.map(({ name }) => name);
  } catch (error) {
    if ((error as { code?: unknown }).code === UNDEFINED_TABLE) return []; // never migrated
    throw error;
  }
}

function cannotConnect(url: string, error: unknown): CommandError {
  const where = URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && SQLSTATE.test(code)) {
    return new CommandError(
      EXIT.notAllowed,
      `PostgreSQL at ${where} refuses: ${message}.`,
      'Check user, password and database of DATABASE_URL.',
    );
  }
  const reason = message || (code ?? String(error));
  return new CommandError(
    EXIT.unreachable,
    `PostgreSQL at ${where} does not answer: ${reason}.`,
    'Check that it runs and that DATABASE_URL names it.',
  );
}
