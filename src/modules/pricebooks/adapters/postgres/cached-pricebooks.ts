import type { Tx } from '../../../../kernel/transaction.js';
import { pricebookSteps } from '../../application/pricebook-steps.js';
import { PricebooksFacade, type PricebookStep, type PriceQuestion } from '../../application/pricebooks-facade.js';
import type { ReleasedBooks } from '../../ports/released-books.js';

/** Prices from pricebooks in memory. What is not there costs one round trip for the books and one for all entries together. */
export class CachedPricebooks extends PricebooksFacade {
  constructor(private readonly released: ReleasedBooks) {
    super();
  }

  stepsFor(tx: Tx, question: PriceQuestion): Promise<readonly (readonly PricebookStep[])[]> {
    return pricebookSteps(this.released, tx, question);
  }
}
