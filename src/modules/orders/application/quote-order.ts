import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { quoteOrder } from '../domain/order.js';
import type { OpenOrder } from '../domain/order-state.js';
import type { Step } from '../domain/pricing/explanation.js';
import type { RequestedSale, SaleOpening } from './sale-opening.js';

/** A priced basket that nobody has ordered, and how it came to its price (DOMAIN P11). */
export interface Quote {
  readonly order: OpenOrder;
  readonly explanation: readonly Step[];
}

/** Prices a basket at present prices and stores nothing. */
export class QuoteOrder {
  constructor(
    private readonly transactor: Transactor,
    private readonly opening: SaleOpening,
  ) {}

  /** @throws Refusal of `SaleRefusal`. */
  execute(context: RequestContext, sale: RequestedSale): Promise<Quote> {
    return this.transactor.read(context, async (tx) => {
      // A quote has no number: numbers are for what is sold.
      return quoteOrder(await this.opening.prepare(tx, context, sale, () => Promise.resolve('')));
    });
  }
}
