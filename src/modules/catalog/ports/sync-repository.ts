import type { Tx } from '../../../kernel/transaction.js';
import type { CatalogSync, RunningSync } from '../domain/catalog-sync.js';

/** Runs as commands need them. */
export interface SyncRepository {
  /** Running ones that have shown no sign of life for a minute, locked. */
  dead(tx: Tx): Promise<RunningSync[]>;
  /** @throws Refusal `sync_running` when another one of the tenant runs. */
  add(tx: Tx, started: RunningSync): Promise<void>;
  /** Saves progress or the end, and shows a sign of life; `false` when the run is not running any more. */
  save(tx: Tx, state: CatalogSync): Promise<boolean>;
}

/** How far the tenant's copy has come. */
export interface SyncState {
  /** The source's revision up to which everything is here. */
  readonly revision: string | null;
  /** When it was last found to be the newest. */
  readonly lastSuccessAt: Date | null;
  /** Since when the source could not be reached. */
  readonly awaySince: Date | null;
  /** What the last try failed with; `null` when it did not. */
  readonly failure: string | null;
}

/** A turn of one instance at one tenant. */
export interface SyncClaim {
  readonly token: string;
  readonly revision: string | null;
  /** The source has told of a change. */
  readonly requested: boolean;
}

/** How far tenants' copies have come, and whose turn it is. */
export interface SyncStates {
  find(tx: Tx): Promise<SyncState>;
  succeeded(tx: Tx, revision: string): Promise<void>;
  failed(tx: Tx, failure: string, away: boolean): Promise<void>;
  /** Takes note that the source has told of a change. */
  request(tx: Tx): Promise<void>;
  /** Takes the tenant's turn, where it is due and nobody has it. */
  claim(tx: Tx, leaseMs: number): Promise<SyncClaim | undefined>;
  /** Gives the turn back; the next one is due then. What was requested meanwhile stays requested. */
  rest(tx: Tx, claim: SyncClaim, untilMs: number): Promise<void>;
}

/** Items by where they came from. The catalogue is to be locked by those who change them. */
export interface SyncedItems {
  /** Marks items as coming from the source. */
  mark(tx: Tx, source: string, skus: readonly string[]): Promise<void>;
  /** Deletes items that came from the source; of others and of deleted ones nothing happens. @returns how many. */
  remove(tx: Tx, source: string, skus: readonly string[], at: Date): Promise<number>;
  /** SKUs of items that came from the source and are not deleted, in the order of their ids. */
  after(tx: Tx, source: string, id: string | null, limit: number): Promise<readonly { id: string; sku: string }[]>;
}
