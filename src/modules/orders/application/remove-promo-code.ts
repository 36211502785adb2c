import type { RequestContext } from '../../../kernel/context.js';
import { removePromoCode } from '../domain/order-discounts.js';
import type { Order } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';
import { normalCode } from './promotion-counter.js';

/** Gives a promotion code back; its use is free again. */
export class RemovePromoCode {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `removePromoCode`. */
  execute(context: RequestContext, target: OrderTarget, code: string): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const selling = await this.pricer.selling(tx, context, order);
      return this.pricer.reprice(tx, selling, order, (terms) => removePromoCode(order, normalCode(code), terms));
    });
  }
}
