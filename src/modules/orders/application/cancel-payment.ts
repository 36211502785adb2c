import type { RequestContext } from '../../../kernel/context.js';
import type { Order, PaymentId } from '../domain/order-state.js';
import { cancelPayment } from '../domain/order-provider-payments.js';
import type { TenderDesk } from '../ports/tender-desk.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Gives up a payment that a provider was asked for; money that comes for it later is unallocated, and somebody is told. */
export class CancelPayment {
  constructor(
    private readonly commands: OrderCommands,
    private readonly tenders: TenderDesk,
  ) {}

  /** @throws Refusal `order_not_found`, `payment_not_found`, `payment_not_pending`. */
  execute(context: RequestContext, { orderId }: OrderTarget, paymentId: PaymentId): Promise<Order> {
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const decided = cancelPayment(order, paymentId);
      await this.tenders.cancel(tx, paymentId);
      return decided;
    });
  }
}
