import type { Tx } from '../../../../kernel/transaction.js';
import { CatalogFacade, type SellableItem } from '../../application/catalog-facade.js';
import type { ItemChoices } from '../../ports/item-choices.js';
import type { ItemOffers } from '../../ports/item-offers.js';
import type { CachedItems } from './cached-items.js';

/** The catalogue's front door. What has been asked before comes from memory, and is never older than the transaction. */
export class CachedCatalog extends CatalogFacade {
  constructor(
    private readonly items: CachedItems,
    private readonly choices: ItemChoices,
    private readonly offers: ItemOffers,
  ) {
    super();
  }

  sellables(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, SellableItem>> {
    return this.items.sellables(tx, skus);
  }

  byBarcode(tx: Tx, barcode: string): Promise<SellableItem | undefined> {
    return this.items.byBarcode(tx, barcode);
  }

  modifiers(...asked: Parameters<CatalogFacade['modifiers']>): ReturnType<CatalogFacade['modifiers']> {
    return this.choices.modifiers(...asked);
  }

  combo(...asked: Parameters<CatalogFacade['combo']>): ReturnType<CatalogFacade['combo']> {
    return this.choices.combo(...asked);
  }

  offer(...asked: Parameters<CatalogFacade['offer']>): Promise<void> {
    return this.offers.offer(...asked);
  }

  putBack(...asked: Parameters<CatalogFacade['putBack']>): Promise<void> {
    return this.offers.putBack(...asked);
  }
}
