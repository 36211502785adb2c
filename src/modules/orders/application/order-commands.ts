import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SaleRefusal } from './sale-refusal.js';

/** Which order a command is for, and which version of it the caller saw; `undefined` accepts any (DOMAIN P10). */
export interface OrderTarget {
  readonly orderId: OrderId;
  readonly expectedVersion?: number | undefined;
}

/** The shape that all commands on an existing order share: lock, check the version, decide, save, tell. */
export class OrderCommands {
  constructor(
    private readonly transactor: Transactor,
    private readonly orders: OrderRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws Refusal `order_not_found` (also where the caller may not act for the outlet), `version_mismatch` with the
   * current version, and whatever the decision refuses.
   */
  run<State extends Order>(
    context: RequestContext,
    { orderId, expectedVersion }: OrderTarget,
    decide: (order: Order, tx: Tx) => Decision<State> | Promise<Decision<State>>,
  ): Promise<State> {
    return this.transactor.run(context, async (tx) => {
      const order = await this.orders.get(tx, orderId);
      if (!mayActFor(context.principal, order.outletId)) throw new Refusal<SaleRefusal>('order_not_found', { orderId });
      if (expectedVersion !== undefined && expectedVersion !== order.version) {
        throw new Refusal('version_mismatch', { currentVersion: order.version });
      }
      const { state, events } = await decide(order, tx);
      this.orders.save(tx, order, state);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
