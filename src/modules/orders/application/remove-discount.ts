import type { RequestContext } from '../../../kernel/context.js';
import type { DiscountId } from '../domain/manual-discount.js';
import { removeDiscount } from '../domain/order-discounts.js';
import type { Order } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';

/** Takes a discount back that a person gave. */
export class RemoveDiscount {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `removeDiscount`. */
  execute(context: RequestContext, target: OrderTarget, discountId: DiscountId): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const selling = await this.pricer.selling(tx, context, order);
      return this.pricer.reprice(tx, selling, order, (terms) => removeDiscount(order, discountId, terms));
    });
  }
}
