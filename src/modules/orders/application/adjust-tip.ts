import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Order, PaymentId } from '../domain/order-state.js';
import { adjustTip } from '../domain/order-tips.js';
import type { DrawerDesk } from '../ports/drawer-desk.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { SaleRefusal } from './sale-refusal.js';

/** Adds a tip to a card payment of a settled order, as long as the day and the drawer session that it counts in are open. */
export class AdjustTip {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly orders: OrderRepository,
    private readonly drawers: DrawerDesk,
  ) {}

  /** @throws Refusal `version_mismatch`, `tip_too_late`, and those of the domain's `adjustTip`. */
  execute(
    context: RequestContext,
    target: OrderTarget,
    { paymentId, tip, reason }: { readonly paymentId: PaymentId; readonly tip: Money; readonly reason: string | null },
  ): Promise<Order> {
    return this.commands.run(context, target, async (order, tx) => {
      const decided = adjustTip(order, paymentId, tip, reason);
      const { closedThrough } = await outletOf(this.outlets, tx, order);
      const countsOn = order.bookedOn ?? order.businessDate;
      const session = order.drawerSessionId;
      const counted = session !== null && !(await this.drawers.holdOpen(tx, session));
      if (counted || (closedThrough !== null && countsOn <= closedThrough)) {
        throw new Refusal<SaleRefusal>('tip_too_late', { orderId: order.id, businessDate: countsOn });
      }
      this.orders.countsIn(tx, order.outletId, countsOn);
      return decided;
    });
  }
}
