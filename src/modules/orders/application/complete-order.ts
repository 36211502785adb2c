import { complete } from '../domain/order.js';
import type { CompletedOrder } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';
import { outletOf } from './order-pricer.js';
import { actedAt, bookedOn, tradingDayOfAct, type ActContext } from './trading-day.js';

/** Ends a sale that is paid for; gift cards that it sold are worth something from then on. */
export class CompleteOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly outlets: SalesOutlets,
    private readonly orders: OrderRepository,
    private readonly ledgers: LedgerPayments,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `complete`. */
  execute(context: ActContext, target: OrderTarget): Promise<CompletedOrder> {
    return this.commands.run(context, target, async (order, tx) => {
      const day = tradingDayOfAct(await outletOf(this.outlets, tx, order), context, order);
      // It is settled where its last money went.
      const drawerSessionId = order.payments.at(-1)?.drawerSessionId ?? null;
      const booking = { bookedOn: bookedOn(day, order.businessDate), late: day.late, drawerSessionId };
      const decided = complete(order, actedAt(context), booking);
      await this.ledgers.completed(tx, decided.state);
      this.orders.countsIn(tx, order.outletId, day.countsOn);
      return decided;
    });
  }
}
