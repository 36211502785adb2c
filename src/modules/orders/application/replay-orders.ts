import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { Order, OrderId } from '../domain/order-state.js';
import { replay, type Digest, type Replay } from '../domain/pricing-replay.js';
import type { PricedPeriod, PricingHistory } from '../ports/pricing-history.js';
import type { SaleRefusal } from './sale-refusal.js';

/** An order, and what pricing it again came to. */
export interface ReplayedOrder {
  readonly order: Order;
  readonly replay: Replay;
}

/** Prices orders again by the engine of their day and compares with what was kept (DOMAIN P11). Writes nothing. */
export class ReplayOrders {
  constructor(
    private readonly transactor: Transactor,
    private readonly history: PricingHistory,
    private readonly digest: Digest,
  ) {}

  /** @throws Refusal `order_not_found` for the first that is not there, or that the caller may not see. */
  ofOrders(context: RequestContext, ids: readonly OrderId[]): Promise<ReplayedOrder[]> {
    return this.transactor.read(context, async (tx) => {
      const found = await this.history.ofOrders(tx, ids);
      const visible = found.filter(({ order }) => mayActFor(context.principal, order.outletId));
      const known = new Set(visible.map(({ order }) => order.id));
      const orderId = ids.find((id) => !known.has(id));
      if (orderId !== undefined) throw new Refusal<SaleRefusal>('order_not_found', { orderId });
      return visible.map(({ order, kept }) => ({ order, replay: replay(order, kept, this.digest) }));
    });
  }

  /** @returns at most `limit` + 1, oldest first. */
  ofPeriod(context: RequestContext, period: PricedPeriod, limit: number): Promise<ReplayedOrder[]> {
    return this.transactor.read(context, async (tx) => {
      const found = await this.history.ofPeriod(tx, period, limit);
      return found.map(({ order, kept }) => ({ order, replay: replay(order, kept, this.digest) }));
    });
  }
}
