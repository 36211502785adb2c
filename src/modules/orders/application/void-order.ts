import type { RequestContext } from '../../../kernel/context.js';
import { voidOrder } from '../domain/order.js';
import type { VoidedOrder } from '../domain/order-state.js';
import type { ItemCounts } from './item-counts.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { PromotionCounter } from './promotion-counter.js';

/** Gives up an order before it is settled; reason and person stay in its history. What it held is free again. */
export class VoidOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly promotions: PromotionCounter,
    private readonly counts: ItemCounts,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `voidOrder`. */
  execute(context: RequestContext, target: OrderTarget, reason: string): Promise<VoidedOrder> {
    return this.commands.run(context, target, async (order, tx) => {
      const decided = voidOrder(order, reason);
      await this.counts.release(tx, order);
      await this.promotions.release(tx, order);
      return decided;
    });
  }
}
