import type { Tx } from '../../../../kernel/transaction.js';
import type { CatalogFacade } from '../../../catalog/index.js';
import type { Menu, MenuItem } from '../../ports/menu.js';

/** The menu as the catalogue module has it. */
export class CatalogMenu implements Menu {
  constructor(private readonly catalog: CatalogFacade) {}

  items(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, MenuItem>> {
    return this.catalog.sellables(tx, skus);
  }
}
