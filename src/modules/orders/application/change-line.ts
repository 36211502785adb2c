import type { RequestContext } from '../../../kernel/context.js';
import { changeLine, type LineChange } from '../domain/order-lines.js';
import type { Order, OrderLineId } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Sets the quantity or note of a line. Does not commute: a stale version is refused (DOMAIN P10). */
export class ChangeLine {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `changeLine`. */
  execute(context: RequestContext, target: OrderTarget, lineId: OrderLineId, change: LineChange): Promise<Order> {
    return this.commands.run(context, target, (order) => changeLine(order, lineId, change));
  }
}
