import type { OutletId } from '../../../../kernel/ids.js';
import type { Tx } from '../../../../kernel/transaction.js';
import type { CatalogFacade } from '../../../catalog/index.js';
import type { LineModifier } from '../../domain/pricing/basket.js';
import type {
  ChosenCombo,
  Menu,
  MenuItem,
  ModifierQuestion,
  Occasion,
  Portion,
  WantedComponent,
} from '../../ports/menu.js';

/** The menu as the catalogue module has it. */
export class CatalogMenu implements Menu {
  constructor(private readonly catalog: CatalogFacade) {}

  items(tx: Tx, skus: readonly string[]): Promise<ReadonlyMap<string, MenuItem>> {
    return this.catalog.sellables(tx, skus);
  }

  modifiers(
    tx: Tx,
    currency: string,
    questions: readonly ModifierQuestion[],
  ): Promise<readonly (readonly LineModifier[])[]> {
    return this.catalog.modifiers(tx, currency, questions);
  }

  combo(tx: Tx, sku: string, chosen: readonly WantedComponent[], pointer: string): Promise<ChosenCombo> {
    return this.catalog.combo(tx, sku, chosen, pointer);
  }

  offer(
    tx: Tx,
    occasion: Occasion,
    portions: readonly (Portion & { readonly pointer: string })[],
    take: boolean,
  ): Promise<void> {
    return this.catalog.offer(tx, occasion, portions, take);
  }

  putBack(tx: Tx, outletId: OutletId, portions: readonly Portion[]): Promise<void> {
    return this.catalog.putBack(tx, outletId, portions);
  }
}
