import { businessTimeOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { paymentOf, returnPayment } from '../domain/order-provider-payments.js';
import type { Order, PaymentId } from '../domain/order-state.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { PayingOut } from './paying-out.js';
import { tradingDay } from './trading-day.js';

/** A payment to give back, as the caller asks for it. */
export interface RequestedReturn {
  readonly id: string | undefined;
  readonly paymentId: PaymentId;
  readonly reason: string;
  readonly drawerSessionId: string | null;
  readonly approvalId: string | undefined;
}

/** Gives a payment of an order that is not settled back whole: a deposit, or what stands in the way of a void. */
export class ReturnPayment {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly orders: OrderRepository,
    private readonly approvals: ApprovalDesk,
    private readonly ledgers: LedgerPayments,
    private readonly payingOut: PayingOut,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `version_mismatch`, `permission_missing`, `approval_…`, and those of the domain's `returnPayment`. */
  async execute(context: RequestContext, target: OrderTarget, wish: RequestedReturn): Promise<Order> {
    const id = wish.id ?? this.ids.next<'payment-return'>();
    const { paymentId, reason, drawerSessionId } = wish;
    const order = await this.commands.run(context, target, async (before, tx) => {
      const payment = paymentOf(before, paymentId);
      const { outletId } = before;
      const act = { action: 'order.payment_return', permission: 'orders:refund', amount: payment.amount } as const;
      const { approvalId } = wish;
      const who = await this.approvals.authorise(tx, context, {
        ...act,
        targetId: before.id,
        outletId,
        reason,
        approvalId,
      });
      const decided = returnPayment(before, paymentId, context.at, { reason, ...who });
      const outlet = await outletOf(this.outlets, tx, before);
      const { businessDate } = businessTimeOf(context.at, outlet.timeZone, outlet.dayCutMinutes);
      const day = tradingDay(outlet, businessDate, context.at);
      const { returned: amount } = decided;
      this.orders.addReturn(tx, {
        ...{ id, paymentId, orderId: before.id, outletId, tender: payment.tender, amount, reason },
        ...{ returnedBy: context.principal.id, ...who, returnedAt: context.at, businessDate: day.countsOn },
        ...{ late: day.late, drawerSessionId },
      });
      await this.ledgers.giveBack(tx, before, payment, id, amount);
      const parts = [{ paymentId, tender: payment.tender, amount }];
      await this.payingOut.book(tx, before, { id, reason, drawerSessionId, parts });
      this.orders.countsIn(tx, outletId, day.countsOn);
      return decided;
    });
    await this.payingOut.send(context, id, order, [paymentId]);
    return order;
  }
}
