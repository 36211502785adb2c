import type { RequestContext } from '../../../kernel/context.js';
import { fire, type FirableOrder, type FiringWish } from '../domain/order-firing.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Tells the kitchen to make lines of an order. */
export class FireOrder {
  constructor(private readonly commands: OrderCommands) {}

  /**
   * Lines that are named commute with other commands, so an older version is welcome (DOMAIN P10). Everything does not: what somebody
   * added meanwhile would be fired, too.
   * @throws Refusal `version_mismatch` where no line is named, and those of the domain's `fire`.
   */
  execute(context: RequestContext, target: OrderTarget, wish: FiringWish): Promise<FirableOrder> {
    const seen = wish === null ? target : { orderId: target.orderId };
    return this.commands.run(context, seen, (order) => fire(order, wish, context.at));
  }
}
