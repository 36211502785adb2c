import type { Tx } from '../../../../kernel/transaction.js';
import type { CatalogFacade } from '../../../catalog/index.js';
import type { ListedItem, PriceList } from '../../ports/price-list.js';

/** List prices as the catalogue has them. */
export class CatalogPrices implements PriceList {
  constructor(private readonly catalog: CatalogFacade) {}

  async item(tx: Tx, sku: string): Promise<ListedItem | undefined> {
    const item = (await this.catalog.sellables(tx, [sku])).get(sku);
    if (item === undefined) return undefined;
    const { name, category, price } = item;
    return { sku, name, category, price };
  }
}
