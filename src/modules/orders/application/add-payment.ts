import type { RequestContext } from '../../../kernel/context.js';
import { addPayments } from '../domain/order-payments.js';
import type { Order } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import { NeedsProvider, type BegunBy, type ChargeFlow } from './charge-flow.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { PaymentIntake } from './payment-intake.js';
import type { RequestedPayment } from './requested-payment.js';
import { bookedOn, tradingDayNow } from './trading-day.js';

/** A payment as the caller asks for it, and where it goes. */
export interface PaymentWish {
  readonly payment: RequestedPayment;
  readonly drawerSessionId: string | null;
  /** With a provider: the order is completed as soon as nothing is due. */
  readonly completeWhenPaid: boolean;
}

/** Takes a payment on an open order. Commutes with other commands, so an older version is welcome (DOMAIN P10). */
export class AddPayment {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly orders: OrderRepository,
    private readonly intake: PaymentIntake,
    private readonly ledgers: LedgerPayments,
    private readonly charges: ChargeFlow,
  ) {}

  /**
   * @throws Refusal of the domain's `addPayments`, of `PaymentIntake` and of the ledgers, with pointers into a body that is one
   * payment.
   */
  async execute(context: RequestContext, target: OrderTarget, wish: PaymentWish): Promise<Order> {
    try {
      return await this.add(context, target, wish);
    } catch (error) {
      if (!(error instanceof NeedsProvider)) throw error;
    }
    return this.charges.run(context, `payment:${target.orderId}`, (keyless, begun) =>
      this.add(keyless, target, wish, begun),
    );
  }

  private add(context: RequestContext, { orderId }: OrderTarget, wish: PaymentWish, begun?: BegunBy): Promise<Order> {
    const { payment: requested, drawerSessionId, completeWhenPaid } = wish;
    return this.commands.run(context, { orderId }, async (order, tx) => {
      const outlet = await outletOf(this.outlets, tx, order);
      const day = tradingDayNow(outlet, context.at);
      const { outletId, currency, customerId, businessDate } = order;
      const scene = { outletId, currency, customerId, drawerSessionId, bookedOn: bookedOn(day, businessDate) };
      const { payments, tenders } = await this.intake.prepare(tx, context, scene, [requested]);
      const terms = { tenders, pointerTo: () => '' };
      let decided = addPayments(order, payments, terms);
      const [payment] = payments;
      if (payment?.provider != null) {
        if (begun === undefined) throw new NeedsProvider();
        this.intake.begin(tx, decided.state, [requested], payments, { ...begun, completeOrder: completeWhenPaid });
        return decided;
      }
      if (payment?.ledger != null) {
        decided = addPayments(order, await this.ledgers.take(tx, order, [requested], payments), terms);
      }
      this.intake.book(tx, decided.state, order.payments);
      this.orders.countsIn(tx, outletId, day.countsOn);
      return decided;
    });
  }
}
