import type { RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { addLines } from '../domain/order-lines.js';
import type { Order } from '../domain/order-state.js';
import type { SalesOutlet, SalesOutlets } from '../ports/sales-outlets.js';
import type { BasketBuilder, RequestedLine } from './basket-builder.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { SaleRefusal } from './sale-refusal.js';

/** Adds lines at present prices. Commutes with other commands, so an older version is welcome (DOMAIN P10). */
export class AddLines {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly baskets: BasketBuilder,
  ) {}

  /** @throws Refusal of `SaleRefusal`, with pointers into a body of one line or of `lines`. */
  execute(
    context: RequestContext,
    { orderId }: OrderTarget,
    lines: readonly RequestedLine[],
    pointerTo: (index: number) => string,
  ): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const outlet = await outletOf(this.outlets, tx, order);
      return addLines(order, await this.baskets.build(tx, outlet, lines, pointerTo), pointerTo);
    });
  }
}

/** The outlet of an order that exists. @throws Refusal `outlet_unknown` when it was taken away, which nothing in the service does. */
export async function outletOf(outlets: SalesOutlets, tx: Tx, { outletId }: Order): Promise<SalesOutlet> {
  const outlet = await outlets.outlet(tx, outletId);
  if (outlet === undefined) throw new Refusal<SaleRefusal>('outlet_unknown', { outletId });
  return outlet;
}
