import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PoolRun } from '../domain/pool-run.js';
import type { PoolRunId, TipAccountId, TipEntry, TipEntryKind } from '../domain/tip-entry.js';
import type { TipFacts } from '../domain/tip-report.js';

/** What somebody is owed. */
export interface TipBalance {
  readonly accountId: TipAccountId;
  readonly outletId: OutletId;
  readonly personId: string;
  readonly owed: Money;
}

/** A day's pool. */
export interface DayPool {
  readonly businessDate: string;
  /** What went in. */
  readonly collected: Money;
  /** What is in it now. */
  readonly undistributed: Money;
}

interface Scope {
  /** The outlets that may be looked at; null is all. */
  readonly outletIds: readonly string[] | null;
}

export interface BalanceQuery extends Scope {
  readonly personId?: string | undefined;
  readonly limit: number;
  /** The account of the last balance of the page before. */
  readonly after?: string | undefined;
}

export interface EntryQuery extends Scope {
  readonly personId?: string | undefined;
  readonly kind?: TipEntryKind | undefined;
  readonly orderId?: string | undefined;
  /** Trading days, `from` inclusive, `to` exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly after?: readonly [at: string, id: string] | undefined;
}

export interface RunQuery extends Scope {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly after?: readonly [madeAt: string, id: string] | undefined;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What callers ask about tips. Pages have one more than the limit when there are more. */
export interface TipViews {
  /** People's accounts, by account. */
  balances(tx: Tx, query: BalanceQuery): Promise<readonly TipBalance[]>;
  /** Newest first. */
  entries(tx: Tx, query: EntryQuery): Promise<readonly TipEntry[]>;
  /** Newest first. */
  runs(tx: Tx, query: RunQuery): Promise<readonly PoolRun[]>;
  /** @throws Refusal `tip_pool_run_not_found`. */
  run(tx: Tx, id: PoolRunId): Promise<PoolRun>;
  /** Days on which something went into an outlet's pool, newest first. */
  pools(tx: Tx, outletId: OutletId, days: Days): Promise<readonly DayPool[]>;
  /** What tips, sales and clock-outs say of people and days. */
  report(tx: Tx, scope: Scope & Days): Promise<TipFacts>;
}
