import type { Tx } from '../../../../kernel/transaction.js';
import type { PricebooksFacade } from '../../../pricebooks/index.js';
import type { PriceStep } from '../../domain/pricing/basket.js';
import type { PriceListQuestion, PriceLists } from '../../ports/price-lists.js';

const NO_STEPS: readonly PriceStep[] = [];

/** Price lists as the pricebooks module has them. */
export class PricebookLists implements PriceLists {
  constructor(private readonly pricebooks: PricebooksFacade) {}

  async stepsFor(tx: Tx, { at, clock, items, ...who }: PriceListQuestion): Promise<readonly (readonly PriceStep[])[]> {
    const lines = items.map(({ sku, category }) => ({ sku, category, clock, at }));
    const steps = await this.pricebooks.stepsFor(tx, { ...who, lines });
    return steps.map((ofItem) =>
      ofItem.length === 0 ? NO_STEPS : ofItem.map((step): PriceStep => ({ source: 'pricebook', ...step })),
    );
  }
}
