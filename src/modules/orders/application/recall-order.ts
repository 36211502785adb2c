import type { RequestContext } from '../../../kernel/context.js';
import { recall } from '../domain/order.js';
import type { OpenOrder } from '../domain/order-state.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Brings a held order back. */
export class RecallOrder {
  constructor(private readonly commands: OrderCommands) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `recall`. */
  execute(context: RequestContext, target: OrderTarget): Promise<OpenOrder> {
    return this.commands.run(context, target, recall);
  }
}
