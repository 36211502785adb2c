import type { Tx } from '../../../kernel/transaction.js';
import type { UsageSnapshot } from '../domain/usage.js';

export interface UsageQuery {
  /** First day. */
  readonly from: string;
  /** First day that is not asked for. */
  readonly to: string;
  readonly limit: number;
  /** Newest first; the day that the page before ended with. */
  readonly before?: string | undefined;
}

/** Keeps what was used day by day. */
export interface UsageRepository {
  lastDay(tx: Tx): Promise<string | null>;
  /** Orders up to the end of the last day before this one that was counted; `undefined` when there is none. */
  storedBefore(tx: Tx, day: string): Promise<number | undefined>;
  /** Counted again, a day is reported again only when it is another. @param reported whether there is anybody to report to. */
  put(tx: Tx, snapshot: UsageSnapshot, reported: boolean): Promise<void>;
  /** Newest first; one more than `limit` may come back. */
  list(tx: Tx, query: UsageQuery): Promise<readonly UsageSnapshot[]>;
  /** Of a month, oldest first. */
  between(tx: Tx, from: string, to: string): Promise<readonly UsageSnapshot[]>;
  /** What waits to be reported, oldest first. */
  unreported(tx: Tx, limit: number): Promise<readonly UsageSnapshot[]>;
  /** Takes down what came of it, if the day was not counted again meanwhile. */
  reported(
    tx: Tx,
    snapshot: UsageSnapshot,
    outcome: 'sent' | 'refused' | 'pending',
    error: string | null,
  ): Promise<void>;
}
