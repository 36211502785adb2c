import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { PriceEffect } from '../domain/price-effect.js';
import type { VersionId } from '../domain/pricebook.js';
import type { RelevantBook } from '../domain/relevant-versions.js';

/** What a version says of an item. */
export interface CopiedEntry {
  readonly versionId: VersionId;
  readonly sku: string;
  readonly effect: PriceEffect;
}

/** Which entries come next: of these versions in their order, of the first only those after a SKU. */
export interface EntryPage {
  readonly versions: readonly VersionId[];
  readonly afterSku: string | null;
  readonly limit: number;
}

/**
 * What those need who keep a copy of prices, within their own transaction. `pricing` of the tenant's revisions moves with all of it;
 * entries of a released version never change.
 */
export abstract class PricebookCopies {
  /**
   * The books that matter at an outlet, by id. From memory: costs no round trip where nothing has changed.
   * @param from versions that were over by then are left out.
   */
  abstract books(
    tx: Tx,
    outlet: { readonly id: OutletId; readonly currency: string },
    from: Date,
  ): Promise<readonly RelevantBook[]>;
  /** One question. */
  abstract entries(tx: Tx, page: EntryPage): Promise<readonly CopiedEntry[]>;
}
