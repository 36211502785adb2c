import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { placeOrder, priceOrder, type PlaceOrder as PlaceOrderCommand, type PricedOrder } from '../domain/order.js';
import { counts } from '../domain/order-payment.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { KnownOutlets } from '../ports/known-outlets.js';
import type { Licence } from '../ports/licence.js';
import type { OrderNumbers } from '../ports/order-numbers.js';
import type { OrderOrigin, OrderRepository } from '../ports/order-repository.js';
import type { SalesOutlet } from '../ports/sales-outlets.js';
import { withApprovers } from './approved-events.js';
import { NeedsProvider, type BegunBy, type ChargeFlow } from './charge-flow.js';
import type { LedgerPayments } from './ledger-payments.js';
import type { PaymentIntake } from './payment-intake.js';
import type { PromotionCounter } from './promotion-counter.js';
import type { RequestedPayment } from './requested-payment.js';
import { promoCodePointer, type RequestedSale, type SaleOpening } from './sale-opening.js';
import type { SaleRefusal } from './sale-refusal.js';
import type { Approvers } from './sale-rights.js';

const NUMBER_DIGITS = 6;

/** A sale with its prices. */
export interface PricedSale {
  readonly command: PlaceOrderCommand;
  readonly priced: PricedOrder;
  /** Who stands for what people lowered. */
  readonly approvers: Approvers;
}

/** Takes an order; with payments and `complete`, a whole sale in one transaction of two round trips. */
export class PlaceOrder {
  constructor(
    private readonly transactor: Transactor,
    private readonly opening: SaleOpening,
    private readonly numbers: OrderNumbers,
    private readonly orders: Pick<OrderRepository, 'add' | 'get' | 'countsIn' | 'originOf'>,
    private readonly outbox: Outbox,
    private readonly promotions: PromotionCounter,
    private readonly ledgers: LedgerPayments,
    private readonly intake: PaymentIntake,
    private readonly charges: ChargeFlow,
    private readonly licence: Licence,
    private readonly known: KnownOutlets,
  ) {}

  /** @throws Refusal of `SaleRefusal`; AnswerReplayed when the same id and body came before, under whatever key. */
  async execute(context: RequestContext, sale: RequestedSale): Promise<Order> {
    const { id } = sale;
    await this.known.ensure(context, sale.outletId);
    if (id === undefined) return this.placeOnce(context, sale);
    // A repeat under another key must not ask a card to pay twice, so it is looked for first; cards are rare.
    if (sale.payments.some(({ giftCardCode }) => giftCardCode !== undefined)) {
      const known = await this.transactor.read(context, (tx) => this.orders.originOf(tx, id));
      if (known !== undefined) {
        return this.firstResult(context, id, new Refusal<SaleRefusal>('order_id_taken', { id }));
      }
    }
    try {
      return await this.placeOnce(context, sale);
    } catch (error) {
      // A repeat may be refused for what the first one took: an id, the last of an item, a price that has changed since.
      if (!(error instanceof Refusal)) throw error;
      return await this.firstResult(context, id, error);
    }
  }

  /** In one transaction; or, where a provider is to collect, in one before it is asked and one after. */
  private async placeOnce(context: RequestContext, sale: RequestedSale): Promise<Order> {
    try {
      return await this.place(context, sale, originOf(context));
    } catch (error) {
      if (!(error instanceof NeedsProvider)) throw error;
    }
    return this.charges.run(context, 'sale', (keyless, begun) => this.place(keyless, sale, originOf(context), begun));
  }

  private place(context: RequestContext, sale: RequestedSale, origin: OrderOrigin, begun?: BegunBy): Promise<Order> {
    return this.transactor.run(context, async (tx) => {
      const sold = await this.priced(tx, context, sale);
      const byProvider = sold.command.payments.some(({ provider }) => provider != null);
      if (begun === undefined && byProvider) throw new NeedsProvider();
      return this.open(tx, sold, sale, origin, begun);
    });
  }

  /** Prices a sale in the caller's transaction; nothing of it is paid yet. @throws Refusal of `SaleRefusal`. */
  async priced(tx: Tx, context: RequestContext, sale: RequestedSale): Promise<PricedSale> {
    this.licence.assertNewOrders(context);
    const command = await this.opening.prepare(tx, context, sale, 'order', (outlet) => {
      return orderNumberOf(this.numbers, context, outlet);
    });
    const priced = await this.promotions.settle(
      tx,
      { terms: command.terms, before: null, pointerTo: promoCodePointer(sale.promoCodes) },
      (terms) => priceOrder({ ...command, terms }),
      ({ order }) => order,
    );
    return { command, priced, approvers: await this.opening.approve(tx, context, sale, command, priced.order) };
  }

  /** Takes the payments of a sale that is priced, and opens the order, in the caller's transaction. */
  async open(
    tx: Tx,
    { command, priced, approvers }: PricedSale,
    sale: Pick<RequestedSale, 'payments' | 'complete'>,
    origin: OrderOrigin,
    begun?: BegunBy,
  ): Promise<Order> {
    const { state, events } = await this.paid(tx, command, sale.payments, priced);
    this.orders.add(tx, state, origin);
    if (begun !== undefined) {
      this.intake.begin(tx, state, sale.payments, command.payments, { ...begun, completeOrder: sale.complete });
    }
    this.count(tx, command, state);
    this.outbox.append(tx, withApprovers(events, approvers));
    return state;
  }

  /** What came in, or is settled, counts in a day and in a drawer session. */
  private count(tx: Tx, { businessDate, booking }: PlaceOrderCommand, state: Order): void {
    if (state.status !== 'completed' && !state.payments.some(counts)) return;
    // The session before the day: whoever locks both does so in this order.
    this.intake.book(tx, state);
    this.orders.countsIn(tx, state.outletId, booking?.bookedOn ?? businessDate);
  }

  /** Takes value from cards and points only when nothing else is wrong, and puts it on cards that are sold. */
  private async paid(tx: Tx, command: PlaceOrderCommand, requested: readonly RequestedPayment[], priced: PricedOrder) {
    const decided = placeOrder(command, priced);
    const fromLedgers = command.payments.some(({ ledger }) => ledger !== null);
    const payments = fromLedgers ? await this.ledgers.take(tx, decided.state, requested, command.payments) : [];
    const placed = fromLedgers ? placeOrder({ ...command, payments }, priced) : decided;
    if (placed.state.status === 'completed') await this.ledgers.completed(tx, placed.state);
    return placed;
  }

  /**
   * The id came before: the same body gets the first result again, another body is refused (API.md "Ids"). Running under the
   * key of the first request finds its stored answer; where that has expired, the order as it is now answers.
   */
  private async firstResult(context: RequestContext, id: OrderId, taken: Refusal): Promise<Order> {
    const origin = await this.transactor.read(context, (tx) => this.orders.originOf(tx, id));
    const { idempotency } = context;
    if (idempotency === undefined || origin?.key == null || origin.fingerprint !== idempotency.fingerprint) throw taken;
    const asFirst = { ...context, idempotency: underKey(idempotency, origin.key) };
    return this.transactor.run(asFirst, (tx) => this.orders.get(tx, id));
  }
}

/** The next number of an outlet's orders, as it is written. */
export async function orderNumberOf(
  numbers: OrderNumbers,
  { tenantId }: RequestContext,
  { id, receiptPrefix }: Pick<SalesOutlet, 'id' | 'receiptPrefix'>,
): Promise<string> {
  return `${receiptPrefix}-${String(await numbers.next(tenantId, id)).padStart(NUMBER_DIGITS, '0')}`;
}

/** The request that an order comes from. */
export function originOf({ idempotency, principal }: RequestContext): OrderOrigin {
  return {
    key: idempotency?.key ?? null,
    fingerprint: idempotency?.fingerprint ?? null,
    deviceId: principal.deviceId ?? null,
  };
}

function underKey(
  idempotency: NonNullable<RequestContext['idempotency']>,
  key: string,
): NonNullable<RequestContext['idempotency']> {
  return {
    key,
    fingerprint: idempotency.fingerprint,
    answered: (result) => idempotency.answered(result),
    refused: (refusal) => idempotency.refused(refusal),
  };
}
