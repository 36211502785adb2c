import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Discovery, DiscoveryId, DiscoveryOutcome } from '../domain/discovery.js';

export interface DiscoveryFilter {
  readonly outletIds?: ReadonlySet<OutletId>;
  readonly outletId?: OutletId;
  /** `open`: without an answer yet. */
  readonly outcome?: DiscoveryOutcome | 'open';
}

export interface DiscoveryPosition {
  readonly askedAt: string;
  readonly id: string;
}

/** Questions to the registry; of one outlet one is open at a time. */
export interface DiscoveryRepository {
  /** The open one of an outlet, locked. */
  openOf(tx: Tx, outletId: OutletId): Promise<Discovery | undefined>;
  lock(tx: Tx, id: DiscoveryId): Promise<Discovery | undefined>;
  /** `false` when the outlet has an open one. */
  add(tx: Tx, discovery: Discovery): Promise<boolean>;
  save(tx: Tx, discovery: Discovery): Promise<void>;
  /** True when one of the outlet ended so since. */
  hasEndedSo(tx: Tx, outletId: OutletId, outcome: DiscoveryOutcome, since: Date): Promise<boolean>;
  /** Removes those that were asked before. */
  forget(tx: Tx, before: Date): Promise<void>;
  /** Newest first; one more than the limit when there are more. */
  page(tx: Tx, filter: DiscoveryFilter, after: DiscoveryPosition | undefined, limit: number): Promise<Discovery[]>;
}
