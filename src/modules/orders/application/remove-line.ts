import type { RequestContext } from '../../../kernel/context.js';
import { removeLine } from '../domain/order-lines.js';
import type { Order, OrderLineId } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Takes a line off an open order. Does not commute: a stale version is refused (DOMAIN P10). */
export class RemoveLine {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `removeLine`. */
  execute(context: RequestContext, target: OrderTarget, lineId: OrderLineId): Promise<Order> {
    return this.commands.run(context, target, (order) => removeLine(order, lineId));
  }
}
