import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import { addReceived } from '../domain/order-payments.js';
import type { OrderEvent } from '../domain/order-events.js';
import { applyOutcome, type PaymentOutcome } from '../domain/order-provider-payments.js';
import type { Order, OrderId, PaymentId } from '../domain/order-state.js';
import type { DrawerDesk } from '../ports/drawer-desk.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import type { LedgerPayments } from './ledger-payments.js';
import { outletOf } from './order-pricer.js';
import { bookedOn, tradingDayNow, type TradingDay } from './trading-day.js';

/** What became of a payment, as the module that talks to providers tells it. */
export type ToldOutcome = Pick<
  PaymentOutcome,
  'paymentId' | 'to' | 'amount' | 'reference' | 'reason' | 'completeOrder'
> & {
  readonly orderId: OrderId;
};

/** Money that came for no payment, and that a person puts to an order. */
export interface FoundMoney {
  readonly paymentId: PaymentId;
  readonly orderId: OrderId;
  readonly tender: string;
  readonly provider: string | null;
  readonly amount: Money;
  readonly reference: string | null;
}

/** Tells orders what became of their payments, in the transaction in which that is taken down. */
export class SettlePayment {
  constructor(
    private readonly orders: OrderRepository,
    private readonly outlets: SalesOutlets,
    private readonly drawers: DrawerDesk,
    private readonly ledgers: LedgerPayments,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how much money the order took, and why not all. */
  async apply(
    tx: Tx,
    context: RequestContext,
    told: ToldOutcome,
  ): Promise<{ readonly taken: Money | null; readonly refused: string | null }> {
    const order = await this.find(tx, told.orderId);
    if (order === undefined) return { taken: null, refused: 'order_not_found' };
    const day = tradingDayNow(await outletOf(this.outlets, tx, order), context.at);
    const drawerSessionId = told.to === 'captured' ? await this.sessionOf(tx, order, told.paymentId) : null;
    const where = { at: context.at, bookedOn: bookedOn(day, order.businessDate), drawerSessionId };
    const { decision, taken, refused } = applyOutcome(order, { ...told, ...where });
    if (decision !== undefined) {
      this.save(tx, order, decision, taken === null ? null : day);
      if (decision.state.status === 'completed' && order.status !== 'completed') {
        await this.ledgers.completed(tx, decision.state);
      }
    }
    return { taken, refused };
  }

  /** @throws Refusal `order_not_found`, `order_not_open`, `payment_exceeds_due`, `currency_mismatch`, `order_already_paid`. */
  async allocate(tx: Tx, context: RequestContext, found: FoundMoney): Promise<void> {
    const order = await this.orders.get(tx, found.orderId);
    const day = tradingDayNow(await outletOf(this.outlets, tx, order), context.at);
    const { paymentId: id, tender, provider, amount, reference } = found;
    const received = { id, tender, provider, amount, reference, receivedAt: context.at, takenBy: context.principal.id };
    const decision = addReceived(order, { ...received, bookedOn: bookedOn(day, order.businessDate) });
    this.save(tx, order, decision, day);
  }

  private save(tx: Tx, before: Order, { state, events }: Decision<Order, OrderEvent>, day: TradingDay | null): void {
    this.orders.save(tx, before, state);
    if (day !== null) this.orders.countsIn(tx, state.outletId, day.countsOn);
    this.outbox.append(tx, events);
  }

  // A session that was closed while the provider worked has been counted: what comes now belongs to the day alone.
  private async sessionOf(tx: Tx, order: Order, paymentId: PaymentId): Promise<string | null> {
    const id = order.payments.find((payment) => payment.id === paymentId)?.drawerSessionId ?? null;
    return id !== null && (await this.drawers.holdOpen(tx, id)) ? id : null;
  }

  private async find(tx: Tx, id: OrderId): Promise<Order | undefined> {
    try {
      return await this.orders.get(tx, id);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'order_not_found') return undefined;
      throw error;
    }
  }
}
