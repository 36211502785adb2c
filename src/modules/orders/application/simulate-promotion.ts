import { wallClockOf } from '../../../kernel/business-time.js';
import type { RequestContext } from '../../../kernel/context.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import type { Order } from '../domain/order-state.js';
import type { Discount } from '../domain/pricing/discount.js';
import { currenciesOf, simulate, type SimulatedOrder } from '../domain/promotion-simulation.js';
import type { PricedPeriod, PricingHistory } from '../ports/pricing-history.js';
import type { SalesOutlets } from '../ports/sales-outlets.js';
import { outletOf } from './order-pricer.js';

/** A promotion's rule as the promotions module has it. */
export type SimulatedRule = Omit<Discount, 'source' | 'code'>;

/** Which past sales are priced again: from inclusive, to exclusive, by the till's clock. */
export interface SimulatedPeriod extends Omit<PricedPeriod, 'settledOnly'> {
  /** Only these channels; absent is all. */
  readonly channels?: readonly string[];
}

/** One page of a simulation, and where the next begins. */
export interface SimulatedPage {
  readonly orders: readonly SimulatedOrder[];
  /** How many sales were priced again, those without a difference included. */
  readonly looked: number;
  /** The position of the last one, when there are more. */
  readonly next: readonly [placedAt: string, id: string] | null;
}

/** Prices past sales as if a promotion had been in force: what it would have cost. Writes nothing. */
export class SimulatePromotion {
  constructor(
    private readonly transactor: Transactor,
    private readonly history: PricingHistory,
    private readonly outlets: SalesOutlets,
  ) {}

  /**
   * Every sale on which the promotion takes something off or that it makes differ, oldest first.
   * @param limit of sales looked at.
   */
  execute(
    context: RequestContext,
    rule: SimulatedRule,
    period: SimulatedPeriod,
    limit: number,
  ): Promise<SimulatedPage> {
    const currencies = currenciesOf(rule);
    const promotion: Discount = { ...rule, source: 'promotion', code: null };
    return this.transactor.read(context, async (tx) => {
      const found = await this.history.ofPeriod(tx, { ...period, settledOnly: true }, limit);
      const page = found.slice(0, limit).map(({ order }) => order);
      const orders: SimulatedOrder[] = [];
      for (const order of page) {
        if (!isMeant(order, period, currencies)) continue;
        const simulated = simulate(order, promotion, await this.clockOf(tx, order));
        if (simulated.takenOff.amount !== 0 || simulated.difference.amount !== 0) orders.push(simulated);
      }
      const last = page.at(-1);
      const next =
        found.length > limit && last !== undefined ? ([last.placedAt.toISOString(), last.id] as const) : null;
      return { orders, looked: page.length, next };
    });
  }

  private async clockOf(tx: Tx, order: Order) {
    return wallClockOf(order.placedAt, (await outletOf(this.outlets, tx, order)).timeZone);
  }
}

function isMeant(
  { channel, currency }: Order,
  { channels }: SimulatedPeriod,
  currencies: ReadonlySet<string>,
): boolean {
  const otherMoney = currencies.size > 0 && !(currencies.size === 1 && currencies.has(currency));
  return !otherMoney && (channels === undefined || channels.includes(channel));
}
