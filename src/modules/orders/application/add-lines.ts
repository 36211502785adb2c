import type { RequestContext } from '../../../kernel/context.js';
import { addLines } from '../domain/order-lines.js';
import type { Order } from '../domain/order-state.js';
import { withApprovers } from './approved-events.js';
import type { BasketBuilder } from './basket-builder.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { OrderPricer } from './order-pricer.js';
import type { RequestedLine } from './requested-line.js';
import type { SaleRights } from './sale-rights.js';

/** Adds lines at present prices. Commutes with other commands, so an older version is welcome (DOMAIN P10). */
export class AddLines {
  constructor(
    private readonly commands: OrderCommands,
    private readonly pricer: OrderPricer,
    private readonly baskets: BasketBuilder,
    private readonly rights: SaleRights,
  ) {}

  /** @throws Refusal of `SaleRefusal`, with pointers into the body that the lines came in. */
  execute(context: RequestContext, { orderId }: OrderTarget, lines: readonly RequestedLine[]): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const mayOverride = this.rights.mayOverride(context, lines);
      const selling = { ...(await this.pricer.selling(tx, context, order)), mayOverride };
      const items = await this.baskets.build(tx, selling, lines);
      const approvers = await this.rights.overrides(tx, context, order, lines, items);
      const decided = await this.pricer.reprice(tx, selling, order, (terms) => addLines(order, items, terms));
      return { ...decided, events: withApprovers(decided.events, approvers) };
    });
  }
}
