import type { Decimal } from '../../../kernel/decimal.js';
import type { OutletId } from '../../../kernel/ids.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { AvailabilityQuestion, OfferPlace } from '../domain/offer.js';

/** What is on offer at an outlet, and the counts of what is counted down; `CatalogFacade` says more. */
export interface ItemOffers {
  offer(tx: Tx, place: OfferPlace, questions: readonly AvailabilityQuestion[], take: boolean): Promise<void>;
  putBack(
    tx: Tx,
    outletId: OutletId,
    lines: readonly { readonly sku: string; readonly quantity: Decimal }[],
  ): Promise<void>;
}
