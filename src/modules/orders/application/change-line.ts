import type { RequestContext } from '../../../kernel/context.js';
import { changeLine, linesAfterChange, type LineChange } from '../domain/order-lines.js';
import { inStatus, type Order, type OrderLineId } from '../domain/order-state.js';
import type { ItemCounts } from './item-counts.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';

/** Sets the quantity or note of a line, or of a combo. Does not commute: a stale version is refused (DOMAIN P10). */
export class ChangeLine {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
    private readonly counts: ItemCounts,
  ) {}

  /** @throws Refusal `version_mismatch`, `item_sold_out`, `item_not_available`, and those of the domain's `changeLine`. */
  execute(context: RequestContext, target: OrderTarget, lineId: OrderLineId, change: LineChange): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const open = inStatus(order, ['open'], 'order_not_open');
      const selling = await this.pricer.selling(tx, context, open);
      await this.counts.follow(tx, selling, open.lines, linesAfterChange(open, lineId, change));
      return this.pricer.reprice(tx, selling, order, (terms) => changeLine(order, lineId, change, terms));
    });
  }
}
