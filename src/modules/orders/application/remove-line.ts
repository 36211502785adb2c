import type { RequestContext } from '../../../kernel/context.js';
import { linesAfterRemoval, removeLine } from '../domain/order-lines.js';
import { inStatus, type Order, type OrderLineId } from '../domain/order-state.js';
import type { ItemCounts } from './item-counts.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';

/** Takes a line, or a combo, off an open order. Does not commute: a stale version is refused (DOMAIN P10). */
export class RemoveLine {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
    private readonly counts: ItemCounts,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `removeLine`. */
  execute(context: RequestContext, target: OrderTarget, lineId: OrderLineId): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const open = inStatus(order, ['open'], 'order_not_open');
      const selling = await this.pricer.selling(tx, context, open);
      await this.counts.follow(tx, selling, open.lines, linesAfterRemoval(open, lineId));
      return this.pricer.reprice(tx, selling, order, (terms) => removeLine(order, lineId, terms));
    });
  }
}
