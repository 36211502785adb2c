import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { isLive } from '../domain/order-payment.js';
import type { Order, OrderId } from '../domain/order-state.js';
import type { OrderRepository } from '../ports/order-repository.js';
import type { BegunCharge, TenderDesk } from '../ports/tender-desk.js';

/**
 * Thrown out of a transaction that found a payment for a provider: its answer is not known before the provider has been asked, so
 * nothing may be stored under the request's key yet. Never leaves this module.
 */
export class NeedsProvider extends Error {}

/** The request that a charge belongs to. */
export interface BegunBy {
  readonly source: string;
  readonly fingerprint: string;
}

/**
 * How a request has a provider collect (GUARANTEES G2): the intent is committed, the provider is called outside of any
 * transaction, and only then the answer is made and stored. A request that is repeated goes on where it was left.
 */
export class ChargeFlow {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenders: TenderDesk,
    private readonly orders: Pick<OrderRepository, 'find' | 'get'>,
    private readonly ids: IdSource,
  ) {}

  /**
   * @param begin commits the order with its payments under way and the intents, under a context without key.
   * @throws Refusal of `begin`, stored under the request's key; `idempotency_key_reused`.
   */
  async run(
    context: RequestContext,
    name: string,
    begin: (keyless: RequestContext, begun: BegunBy) => Promise<Order>,
  ): Promise<Order> {
    const { idempotency, ...keyless } = context;
    const begun: BegunBy = {
      source: `${name}:${idempotency?.key ?? this.ids.next()}`,
      fingerprint: idempotency?.fingerprint ?? '',
    };
    const orderId = await this.begun(context, keyless, begun, begin);
    const order = await this.transactor.read(keyless, (tx) => this.orders.find(tx, orderId));
    const live = order?.payments.filter((payment) => payment.provider !== null && isLive(payment)) ?? [];
    await Promise.all(live.map(({ id }) => this.tenders.send(keyless, id)));
    return this.transactor.run(context, (tx) => this.orders.get(tx, orderId));
  }

  private async begun(
    context: RequestContext,
    keyless: RequestContext,
    begun: BegunBy,
    begin: (keyless: RequestContext, begun: BegunBy) => Promise<Order>,
  ): Promise<OrderId> {
    const known = await this.known(keyless, begun);
    if (known !== undefined) return known.orderId;
    try {
      return (await begin(keyless, begun)).id;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The same request may have begun it at the same moment.
      const meanwhile = await this.known(keyless, begun);
      if (meanwhile !== undefined) return meanwhile.orderId;
      return this.transactor.run(context, () => Promise.reject(error));
    }
  }

  private async known(context: RequestContext, { source, fingerprint }: BegunBy): Promise<BegunCharge | undefined> {
    const known = await this.transactor.read(context, (tx) => this.tenders.known(tx, source));
    if (known !== undefined && known.fingerprint !== fingerprint) throw new Refusal('idempotency_key_reused');
    return known;
  }
}
