import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PoolRun, ReversedRun } from '../domain/pool-run.js';
import type { PoolRunId, TipAccount, TipEntry } from '../domain/tip-entry.js';
import type { TipRules } from '../domain/tip-rules.js';

/** What the pool is called among holders of accounts. */
export const POOL = null;

/** The ledger of what is owed, of the transaction's tenant. */
export interface TipLedger {
  /**
   * The accounts of holders at an outlet, locked in one order whoever asks: the pool, then people by id. Those that are not there
   * are opened.
   */
  accounts(
    tx: Tx,
    outlet: { readonly id: OutletId; readonly currency: string },
    holders: readonly (string | typeof POOL)[],
  ): Promise<ReadonlyMap<string | typeof POOL, TipAccount>>;
  /** The sum of an account's entries, of one trading day or of all. */
  sum(tx: Tx, account: TipAccount, businessDate?: string): Promise<Money>;
  /** True when something of this event is in the ledger. */
  isKnown(tx: Tx, eventId: string): Promise<boolean>;
  /** The entries that come from these. */
  ofSources(tx: Tx, sources: readonly string[]): Promise<readonly TipEntry[]>;
  /** Adds entries with the commit; `told` are accounts whose event is counted. */
  add(tx: Tx, entries: readonly TipEntry[], told: readonly TipAccount[]): Promise<void>;
  /** The run that has shared out the pool of a day and was not taken back. */
  activeRun(tx: Tx, outletId: OutletId, businessDate: string): Promise<PoolRun | undefined>;
  /** The entries that a run has written. */
  entriesOf(tx: Tx, runId: PoolRunId): Promise<readonly TipEntry[]>;
  /** @throws Refusal `tip_pool_distributed`, at the commit, when somebody else was faster. */
  addRun(tx: Tx, run: PoolRun): void;
  saveReversed(tx: Tx, run: ReversedRun): Promise<void>;
  /** What people sold on a trading day: net, of the orders that they opened. */
  salesOf(
    tx: Tx,
    outlet: { readonly id: OutletId; readonly currency: string },
    businessDate: string,
  ): Promise<ReadonlyMap<string, Money>>;
}

/** The rules of outlets' pools. */
export interface TipRulesRepository {
  find(tx: Tx, outletId: OutletId): Promise<TipRules | undefined>;
  /** As `find`, and nobody else changes them until the transaction ends. */
  lock(tx: Tx, outletId: OutletId): Promise<TipRules | undefined>;
  /** @throws Refusal `version_mismatch` when somebody else set the first ones meanwhile. */
  save(tx: Tx, rules: TipRules): Promise<void>;
}
