import type { RequestContext } from '../../../kernel/context.js';
import { addPayments } from '../domain/order-payments.js';
import type { Order } from '../domain/order-state.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { RequestedPayment } from './requested-payment.js';

/** Takes a payment on an open order. Commutes with other commands, so an older version is welcome (DOMAIN P10). */
export class AddPayment {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly ledgers: LedgerPayments,
  ) {}

  /** @throws Refusal of the domain's `addPayments` and of the ledgers, with pointers into a body that is one payment. */
  execute(context: RequestContext, { orderId }: OrderTarget, requested: RequestedPayment): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const { tenders } = await outletOf(this.outlets, tx, order);
      const terms = { tenders, pointerTo: () => '' };
      const payment = this.ledgers.paymentOf(requested, order.customerId, context.at);
      const decided = addPayments(order, [payment], terms);
      if (payment.ledger === null) return decided;
      return addPayments(order, await this.ledgers.take(tx, order, [requested], [payment]), terms);
    });
  }
}
