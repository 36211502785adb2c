import type { RequestContext } from '../../../kernel/context.js';
import { complete } from '../domain/order.js';
import type { CompletedOrder } from '../domain/order-state.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { OrderCommands, OrderTarget } from './order-commands.js';

/** Ends a sale that is paid for; gift cards that it sold are worth something from then on. */
export class CompleteOrder {
  constructor(
    private readonly commands: OrderCommands,
    private readonly ledgers: LedgerPayments,
  ) {}

  /** @throws Refusal `version_mismatch` and those of the domain's `complete`. */
  execute(context: RequestContext, target: OrderTarget): Promise<CompletedOrder> {
    return this.commands.run(context, target, async (order, tx) => {
      const decided = complete(order, context.at);
      await this.ledgers.completed(tx, decided.state);
      return decided;
    });
  }
}
