import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { priceOrder, type PricedOrder } from '../domain/order.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { RequestedSale, SaleOpening } from './sale-opening.js';

/** Prices a basket at present prices and stores nothing; no promotion is used up, no count taken from. */
export class QuoteOrder {
  constructor(
    private readonly transactor: Transactor,
    private readonly opening: SaleOpening,
    private readonly known: KnownOutlets,
  ) {}

  /** @throws Refusal of `SaleRefusal`. */
  async execute(context: RequestContext, sale: RequestedSale): Promise<PricedOrder> {
    await this.known.ensure(context, sale.outletId);
    return this.transactor.read(context, async (tx) => {
      // A quote has no number: numbers are for what is sold.
      return priceOrder(await this.opening.prepare(tx, context, sale, 'quote', () => Promise.resolve('')));
    });
  }
}
