import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { OrderEvent } from '../domain/order-events.js';
import type { Order } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { OfflineConflict } from './offline-orders.js';

/** An order that exists, while what devices did to it is worked in: one change after another, saved once. */
export class OfflineDraft {
  readonly conflicts: OfflineConflict[] = [];
  private readonly events: OrderEvent[] = [];
  private now: Order;

  constructor(readonly before: Order) {
    this.now = before;
  }

  get order(): Order {
    return this.now;
  }

  /** Takes a change over. */
  apply<State extends Order>({ state, events }: Decision<State, OrderEvent>): State {
    this.now = state;
    this.events.push(...events);
    return state;
  }

  /** Notes that the order is not as the device knew it. */
  changedMeanwhile(facts: object): void {
    const { id: orderId, status, version } = this.before;
    this.conflicts.push({ cause: 'order_changed_meanwhile', facts: { orderId, status, version, ...facts } });
  }

  /** Saves what has changed, if anything has. */
  save(tx: Tx, orders: OrderRepository, outbox: Outbox): void {
    if (this.events.length === 0) return;
    orders.save(tx, this.before, this.now);
    outbox.append(tx, this.events);
  }
}
