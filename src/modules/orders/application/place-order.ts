import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { placeOrder } from '../domain/order.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { OrderNumbers } from '../ports/order-numbers.js';
import type { OrderOrigin, OrderRepository } from '../ports/order-repository.js';
import type { RequestedSale, SaleOpening } from './sale-opening.js';
import type { SaleRefusal } from './sale-refusal.js';

const NUMBER_DIGITS = 6;

// A repeated sale repeats the ids of its lines and payments too, and any of them may be what is found taken.
const ID_TAKEN: ReadonlySet<string> = new Set<SaleRefusal>(['order_id_taken', 'line_id_taken', 'payment_id_taken']);

/** Takes an order; with payments and `complete`, a whole sale in one transaction of two round trips. */
export class PlaceOrder {
  constructor(
    private readonly transactor: Transactor,
    private readonly opening: SaleOpening,
    private readonly numbers: OrderNumbers,
    private readonly orders: OrderRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal of `SaleRefusal`; AnswerReplayed when the same id and body came before, under whatever key. */
  async execute(context: RequestContext, sale: RequestedSale): Promise<Order> {
    try {
      return await this.place(context, sale);
    } catch (error) {
      if (!(error instanceof Refusal) || sale.id === undefined || !ID_TAKEN.has(error.code)) throw error;
      return await this.firstResult(context, sale.id, error);
    }
  }

  private place(context: RequestContext, sale: RequestedSale): Promise<Order> {
    return this.transactor.run(context, async (tx) => {
      const command = await this.opening.prepare(tx, context, sale, async ({ id, receiptPrefix }) => {
        const number = await this.numbers.next(context.tenantId, id);
        return `${receiptPrefix}-${String(number).padStart(NUMBER_DIGITS, '0')}`;
      });
      const { state, events } = placeOrder(command);
      this.orders.add(tx, state, originOf(context));
      this.outbox.append(tx, events);
      return state;
    });
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

function originOf({ idempotency }: RequestContext): OrderOrigin {
  return { key: idempotency?.key ?? null, fingerprint: idempotency?.fingerprint ?? null };
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
