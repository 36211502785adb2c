import type { RequestContext } from '../../../kernel/context.js';
import { hold } from '../domain/order.js';
import type { HeldOrder } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Sets an order aside. */
export class HoldOrder {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `hold`. */
  execute(context: RequestContext, target: OrderTarget): Promise<HeldOrder> {
    return this.commands.run(context, target, hold);
  }
}
