import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import { changeTip } from '../domain/order-discounts.js';
import type { Order } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';

/** Sets the tip. It moves no price, so promotions are not asked again. Does not commute (DOMAIN P10). */
export class ChangeTip {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `changeTip`. */
  execute(context: RequestContext, target: OrderTarget, tip: Money): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const { outlet } = await this.pricer.selling(tx, context, order);
      return changeTip(order, tip, this.pricer.unchanged(outlet, order));
    });
  }
}
