import { wallClockOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderEvent } from '../domain/order-events.js';
import type { PricingTerms } from '../domain/order-pricing.js';
import { inStatus, type OpenOrder, type Order } from '../domain/order-state.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import { normalCode, type CodePointer, type PromotionCounter, type PromotionTerms } from './promotion-counter.js';
import type { SaleRefusal } from './sale-refusal.js';
import type { Selling, Sellings } from './selling.js';

/** A promotion code that a command brings, beside those that the order has. */
export interface BroughtCode {
  readonly code: string;
  readonly pointerTo: CodePointer;
}

/** How a command changes an open order under terms. Pure, and may be asked several times. */
export type PricingDecision = (terms: PromotionTerms) => Decision<OpenOrder, OrderEvent>;

/** What all commands share that price an open order anew. */
export class OrderPricer {
  constructor(
    private readonly outlets: SalesOutlets,
    private readonly sellings: Sellings,
    private readonly promotions: PromotionCounter,
  ) {}

  /** On what terms an order that is open goes on now. @throws Refusal `order_not_open`. */
  async selling(tx: Tx, context: RequestContext, order: Order): Promise<Selling> {
    inStatus(order, ['open'], 'order_not_open');
    return this.sellings.of(tx, context, await outletOf(this.outlets, tx, order), order, context.at, true);
  }

  /**
   * Prices an order with the promotions of now beside those that it has, and takes their uses. A code that the order has
   * stays, whatever has become of it.
   * @throws Refusal `promo_code_…`, `promotion_…` for a code, and whatever the decision refuses.
   */
  async reprice(
    tx: Tx,
    selling: Selling,
    order: Order,
    decide: PricingDecision,
    brought?: BroughtCode,
  ): Promise<Decision<OpenOrder, OrderEvent>> {
    const codes = brought === undefined ? order.promoCodes : [...order.promoCodes, brought.code];
    const pointerTo = brought?.pointerTo ?? (() => '');
    const { clock } = this.unchanged(selling.outlet, order);
    const kept = new Set(order.promoCodes);
    const terms = await this.promotions.terms(tx, selling, codes, clock, pointerTo, kept);
    const own = { ...terms, codes: terms.codes.filter((code) => normalCode(code) === normalCode(brought?.code ?? '')) };
    return this.promotions.settle(
      tx,
      { terms, before: order, pointerTo },
      ({ dropped }) => decide({ ...own, dropped }),
      ({ state }) => state,
    );
  }

  /** Terms that bring nothing new: what the order has stays as it is. */
  unchanged({ timeZone }: SalesOutlet, { placedAt }: Order): PricingTerms {
    return { candidates: [], dropped: new Set(), clock: wallClockOf(placedAt, timeZone) };
  }
}

/** The outlet of an order that exists. @throws Refusal `outlet_unknown` when it was taken away, which nothing in the service does. */
export async function outletOf(outlets: SalesOutlets, tx: Tx, { outletId }: Order): Promise<SalesOutlet> {
  const outlet = await outlets.outlet(tx, outletId);
  if (outlet === undefined) throw new Refusal<SaleRefusal>('outlet_unknown', { outletId });
  return outlet;
}
