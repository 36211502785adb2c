import type { RequestContext } from '../../../kernel/context.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { Availability } from '../domain/availability.js';
import type { Restrictions } from '../domain/offer.js';

/** What outlets are out of, as those who say so need it. */
export interface AvailabilityRepository {
  /** Keeps everybody else who would say what is available out until the transaction ends; sales go on. */
  lock(tx: Tx): Promise<void>;
  /** Locked: sales that take from the count wait. */
  find(tx: Tx, outletId: OutletId, sku: string): Promise<Availability | undefined>;
  /** Sales that begin after the commit go by it. */
  save(tx: Tx, availability: Availability): Promise<void>;
  /** True when there is an item with the SKU. */
  isItem(tx: Tx, sku: string): Promise<boolean>;
}

/** What outlets are out of, as sales need it. */
export interface Stock {
  /** What the outlet restricts. Known ones cost no round trip; they are never older than the transaction. */
  restrictions(tx: Tx, outletId: OutletId): Promise<Restrictions>;
  /** Those of the SKUs that are counted, as they are now. @param locked until the transaction ends, in the order of SKUs. */
  counts(tx: Tx, outletId: OutletId, skus: readonly string[], locked: boolean): Promise<readonly Availability[]>;
  /** Writes counts and versions of what is locked. */
  recount(tx: Tx, states: readonly Availability[]): Promise<void>;
}

/** What callers ask about availability. A page has one entry more than the limit when there are more. */
export interface AvailabilityViews {
  /** By SKU; what is not restricted is left out. */
  list(
    context: RequestContext,
    outletId: OutletId,
    page: { readonly limit: number; readonly after?: string; readonly available?: boolean },
  ): Promise<readonly Availability[]>;
}
