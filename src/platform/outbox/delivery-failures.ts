import { SinkUnavailable } from '../../kernel/outbox.js';
import { DatabaseUnavailable, isConnectionLost, tookTooLong, wasUndone } from '../postgres/database-errors.js';
import { ShardLost } from './shard-store.js';

/** True when no event is to blame: the sink, or the database that it writes to, is away. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof SinkUnavailable || error instanceof DatabaseUnavailable || error instanceof ShardLost)
    return true;
  return isConnectionLost(error) || wasUndone(error) || tookTooLong(error);
}

/** The message of an error, for the dead-letter store. */
export function messageOf(error: unknown): string {
  return (error as { message?: string } | undefined)?.message ?? String(error);
}

/** A word for metrics. */
export function reasonOf(error: unknown): string {
  if (error instanceof SinkUnavailable) return error.reason;
  return isUnavailable(error) ? 'database' : 'defect';
}
