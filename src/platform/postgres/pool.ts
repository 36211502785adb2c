import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/** How the service holds its connections. Every limit is explicit, so that no wait is without end (GUARANTEES G13). */
export interface PoolSettings {
  readonly url: string;
  readonly max: number;
  /** How long a request waits for a free connection before it is answered 503. */
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly applicationName: string;
  /** Told of a connection that broke while idle: to be logged, never fatal. */
  readonly onIdleError: (error: Error) => void;
}

/**
 * Opens a pool of pipelining connections: statements sent without waiting for each other share one round trip. Counts and
 * amounts (int8) arrive as numbers and are refused beyond the exact range; dates stay text, for a date has no time zone.
 */
export function createPool(settings: PoolSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.max,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    idleTimeoutMillis: 60_000,
    application_name: settings.applicationName,
    options: [
      `-c statement_timeout=${settings.statementTimeoutMs}`,
      `-c lock_timeout=${settings.statementTimeoutMs}`,
      `-c idle_in_transaction_session_timeout=${settings.statementTimeoutMs * 2}`,
    ].join(' '),
    pipeline: true,
    types: { getTypeParser },
  });
  pool.on('error', settings.onIdleError);
  // A connection that dies while lent out also emits on the client; the waiting query is rejected anyway.
  pool.on('connect', (client) => client.on('error', settings.onIdleError));
  return pool;
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === INT8) return exactInteger;
  if (oid === DATE) return (text) => text;
  return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
}

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('an integer of the database is beyond the exact range');
  return value;
}
