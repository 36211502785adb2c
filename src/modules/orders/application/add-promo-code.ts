import type { RequestContext } from '../../../kernel/context.js';
import { addPromoCode } from '../domain/order-discounts.js';
import type { Order } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';
import { normalCode } from './promotion-counter.js';

/** Accepts a promotion code for an open order. Commutes: promotions apply by priority, not by when they came (DOMAIN P5, P10). */
export class AddPromoCode {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
  ) {}

  /** @throws Refusal `promo_code_…`, `promotion_…`, with pointer `/code`, and those of the domain's `addPromoCode`. */
  execute(context: RequestContext, { orderId }: OrderTarget, code: string): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const selling = await this.pricer.selling(tx, context, order);
      const brought = { code, pointerTo: () => '/code' };
      return this.pricer.reprice(
        tx,
        selling,
        order,
        // The promotions module writes codes in their normal form; ours is for one that it did not write.
        (terms) => addPromoCode(order, terms.codes[0] ?? normalCode(code), terms),
        brought,
      );
    });
  }
}
