import type { RequestContext } from '../../../kernel/context.js';
import { addPayments } from '../domain/order-payments.js';
import type { Order } from '../domain/order-state.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import { outletOf } from './add-lines.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import type { RequestedPayment, SaleOpening } from './sale-opening.js';

/** Takes a payment on an open order. Commutes with other commands, so an older version is welcome (DOMAIN P10). */
export class AddPayment {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly opening: SaleOpening,
  ) {}

  /** @throws Refusal of the domain's `addPayments`, with pointers into a body that is one payment. */
  execute(context: RequestContext, { orderId }: OrderTarget, payment: RequestedPayment): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const { tenders } = await outletOf(this.outlets, tx, order);
      return addPayments(order, [this.opening.paymentOf(payment, context.at)], { tenders, pointerTo: () => '' });
    });
  }
}
