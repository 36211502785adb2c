import type { RequestContext } from '../../../kernel/context.js';
import { complete } from '../domain/order.js';
import type { CompletedOrder } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Ends a sale that is paid for. */
export class CompleteOrder {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `complete`. */
  execute(context: RequestContext, target: OrderTarget): Promise<CompletedOrder> {
    return this.commands.run(context, target, (order) => complete(order, context.at));
  }
}
