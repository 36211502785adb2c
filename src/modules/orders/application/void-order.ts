import type { RequestContext } from '../../../kernel/context.js';
import { voidOrder } from '../domain/order.js';
import type { VoidedOrder } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Gives up an order before it is settled; reason and person stay in its history. */
export class VoidOrder {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `voidOrder`. */
  execute(context: RequestContext, target: OrderTarget, reason: string): Promise<VoidedOrder> {
    return this.commands.run(context, target, (order) => voidOrder(order, reason));
  }
}
