import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { sum, type Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { NewPayment } from '../domain/order-payments.js';
import type { Order } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { OrderTarget } from './order-commands.js';
import { originOf, type PlaceOrder, type PricedSale } from './place-order.js';
import { EXCHANGE, type RefundOrder, type RequestedRefund } from './refund-order.js';
import type { RequestedPayment } from './requested-payment.js';
import type { RequestedSale } from './sale-opening.js';
import { refuseAt, type SaleRefusal } from './sale-refusal.js';

/** Goods that come back for others. */
export interface RequestedExchange {
  readonly refund: RequestedRefund;
  /** What the guest takes instead, at the outlet of the order; its payments are for what is still due then. */
  readonly sale: Omit<RequestedSale, 'outletId'>;
}

/** Both sides of an exchange. */
export interface Exchanged {
  readonly order: Order;
  readonly returned: Order;
}

/**
 * Takes goods back and sells others, in one act: what comes back pays for the new order by the tender `exchange`; more than that goes
 * back to where it came from. Both happen, or neither.
 */
export class ExchangeOrder {
  constructor(
    private readonly transactor: Transactor,
    private readonly orders: OrderRepository,
    private readonly outbox: Outbox,
    private readonly places: PlaceOrder,
    private readonly refunds: RefundOrder,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal of `RefundOrder` and of `PlaceOrder`; `exchange_payment_by_provider`, whose payment comes afterwards. */
  async execute(context: RequestContext, target: OrderTarget, wish: RequestedExchange): Promise<Exchanged> {
    const refundId = wish.refund.id ?? this.ids.next<'refund'>();
    const exchanged = await this.transactor.run(context, async (tx) => {
      const before = await this.before(tx, context, target);
      const sale: RequestedSale = { ...wish.sale, outletId: before.outletId };
      const sold = await this.places.priced(tx, context, sale);
      const { command, priced } = sold;
      const byProvider = command.payments.findIndex(({ provider }) => provider != null);
      if (byProvider >= 0) {
        const field = `/order/payments/${byProvider}/tender`;
        refuseAt(
          'exchange_payment_by_provider',
          {},
          field,
          'is collected by a provider: pay on the new order afterwards',
        );
      }
      const credit = priced.order.totals.total;
      const decided = await this.refunds.within(tx, context, before, refundId, wish.refund, credit);
      const paid = sum(
        (decided.state.refunds.at(-1)?.payments ?? []).filter(isExchange).map(({ amount }) => amount),
        before.currency,
      );
      this.orders.save(tx, before, decided.state);
      this.outbox.append(tx, decided.events);
      const order = await this.opened(tx, context, sold, sale, paid, before.number);
      return { order, returned: decided.state };
    });
    await this.refunds.send(context, exchanged.returned, refundId);
    return exchanged;
  }

  private async before(
    tx: Tx,
    { principal }: RequestContext,
    { orderId, expectedVersion }: OrderTarget,
  ): Promise<Order> {
    const order = await this.orders.get(tx, orderId);
    if (!mayActFor(principal, order.outletId)) throw new Refusal<SaleRefusal>('order_not_found', { orderId });
    if (expectedVersion !== undefined && expectedVersion !== order.version) {
      throw new Refusal('version_mismatch', { currentVersion: order.version });
    }
    return order;
  }

  private opened(
    tx: Tx,
    context: RequestContext,
    sold: PricedSale,
    sale: RequestedSale,
    paid: Money,
    reference: string,
  ): Promise<Order> {
    if (paid.amount === 0) return this.places.open(tx, sold, sale, originOf(context));
    const { command } = sold;
    const id = this.ids.next<'payment'>();
    const { drawerSessionId } = sale;
    const { bookedOn = null } = command.booking ?? {};
    const payment: NewPayment = {
      ...{ id, tender: EXCHANGE, amount: paid, reference, ledger: null, receivedAt: context.at },
      ...{ drawerSessionId, bookedOn, takenBy: context.principal.id },
    };
    const asked: RequestedPayment = {
      ...{ id, tender: EXCHANGE, amount: paid, reference, giftCardCode: undefined, account: undefined },
      ...{ payer: {}, acceptDoubt: false, pointer: '' },
    };
    const paying = {
      ...command,
      payments: [payment, ...command.payments],
      tenders: [...command.tenders, EXCHANGE],
    };
    const wanted = { ...sale, payments: [asked, ...sale.payments] };
    return this.places.open(tx, { ...sold, command: paying }, wanted, originOf(context));
  }
}

function isExchange({ tender }: { readonly tender: string }): boolean {
  return tender === EXCHANGE;
}
