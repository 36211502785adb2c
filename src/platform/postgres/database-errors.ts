import { Refusal } from '../../kernel/refusal.js';

/** PostgreSQL could not be reached in time. The edge answers 503 with Retry-After; nothing was half done. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database cannot be reached', { cause });
    this.name = 'DatabaseUnavailable';
  }
}

interface PgError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
}

const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
// deadlock_detected, serialization_failure: the transaction was undone and may simply run again.
const UNDONE = new Set(['40P01', '40001']);
// query_canceled by statement_timeout, lock_not_available by lock_timeout: the database is there, but too busy.
const TOO_SLOW = new Set(['57014', '55P03']);
const LOST_CODES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
// admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction timeout, too_many_connections, class 08.
const LOST_STATES = /^(57P0[123]|57P05|25P03|53300|08...)$/;
const LOST_MESSAGES =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|Client was closed|Connection ended/;

/** The name of the unique constraint that an error tells of, if it is that kind of error. */
export function violatedConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as PgError;
  return code === UNIQUE_VIOLATION ? constraint : undefined;
}

/** The name of the rule that was broken as the transaction ended: a unique constraint, or what a function of ours raised. */
export function brokenConstraint(error: unknown): string | undefined {
  const { code, constraint } = error as PgError;
  return code === CHECK_VIOLATION ? constraint : violatedConstraint(error);
}

/** True when PostgreSQL undid the transaction for reasons of concurrency. */
export function wasUndone(error: unknown): boolean {
  return UNDONE.has((error as PgError).code ?? '');
}

/** True when PostgreSQL gave up waiting for a lock or for the statement to end; nothing was done. */
export function tookTooLong(error: unknown): boolean {
  return TOO_SLOW.has((error as PgError).code ?? '');
}

/** True when the connection, not the statement, is what failed. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof Refusal) return false;
  const { code = '', message = '' } = error as PgError;
  return LOST_CODES.has(code) || LOST_STATES.test(code) || LOST_MESSAGES.test(message);
}
