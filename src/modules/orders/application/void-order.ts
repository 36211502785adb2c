import { voidOrder } from '../domain/order.js';
import { isLive } from '../domain/order-payment.js';
import type { VoidedOrder } from '../domain/order-state.js';
import type { ApprovalDesk } from '../ports/approval-desk.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { TenderDesk } from '../ports/tender-desk.js';
import type { ItemCounts } from './item-counts.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import type { PromotionCounter } from './promotion-counter.js';
import { actedAt, bookedOn, tradingDayOfAct, type ActContext } from './trading-day.js';

/** What is behind the orders that a void touches. */
export interface VoidParts {
  readonly outlets: SalesOutlets;
  readonly orders: OrderRepository;
  readonly promotions: PromotionCounter;
  readonly counts: ItemCounts;
  readonly approvals: ApprovalDesk;
  readonly tenders: TenderDesk;
}

/** Gives up an order before it is settled; reason and person stay in its history. What it held is free again. */
export class VoidOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly parts: VoidParts,
  ) {}

  /** @throws Refusal `version_mismatch`, `permission_missing`, `approval_…`, and those of the domain's `voidOrder`. */
  execute(
    context: ActContext,
    target: OrderTarget,
    { reason, approvalId }: { readonly reason: string; readonly approvalId: string | undefined },
  ): Promise<VoidedOrder> {
    const { outlets, orders, promotions, counts, approvals, tenders } = this.parts;
    return this.commands.run(context, target, async (order, tx) => {
      const { id: targetId, outletId } = order;
      const act = { action: 'order.void', permission: 'orders:void', amount: order.totals.total } as const;
      const { approvedBy } = await approvals.authorise(tx, context, { ...act, targetId, outletId, reason, approvalId });
      const day = tradingDayOfAct(await outletOf(outlets, tx, order), context, order);
      const booking = { bookedOn: bookedOn(day, order.businessDate), late: day.late, drawerSessionId: null };
      const decided = voidOrder(order, reason, { at: actedAt(context), by: context.principal.id, approvedBy, booking });
      await counts.release(tx, order);
      await promotions.release(tx, order);
      for (const { id } of order.payments.filter(isLive)) await tenders.cancel(tx, id);
      orders.countsIn(tx, outletId, day.countsOn);
      return decided;
    });
  }
}
