import type { WallClock } from '../../../kernel/business-time.js';
import { subtract, type Money } from '../../../kernel/money.js';
import { pricingInputOf } from './order-pricing.js';
import type { Order, OrderId } from './order-state.js';
import type { Discount } from './pricing/discount.js';
import { price } from './pricing/price.js';

/** What a promotion would have changed on one order that was sold without it. */
export interface SimulatedOrder {
  readonly orderId: OrderId;
  readonly number: string;
  readonly before: Money;
  readonly after: Money;
  /** `after` less `before`: below zero where the guest would have paid less. */
  readonly difference: Money;
  /** What the promotion itself would have taken off. */
  readonly takenOff: Money;
}

/** The currencies of all amounts that a rule names: an order in another one is not its business. */
export function currenciesOf({
  effect,
  conditions,
  amountMax,
}: Pick<Discount, 'effect' | 'conditions' | 'amountMax'>): ReadonlySet<string> {
  const amounts: (Money | null | undefined)[] = [amountMax, conditions?.minAmount];
  if (effect.kind === 'amount_off') amounts.push(effect.amount);
  if (effect.kind === 'fixed_price') amounts.push(effect.price);
  if (effect.kind === 'bundle') amounts.push(moneyIn(effect.offer));
  if (effect.kind === 'quantity_break') amounts.push(...effect.tiers.map(moneyIn));
  return new Set(amounts.flatMap((amount) => (amount == null ? [] : [amount.currency])));
}

function moneyIn(offer: object): Money | undefined {
  const { price, amountOff } = offer as { price?: Money; amountOff?: Money };
  return price ?? amountOff;
}

/**
 * Prices a past order as if a promotion had been in force, in place of any older version of it that was. Changes nothing.
 * @param clock what the outlet's clock showed when the order was placed.
 */
export function simulate(order: Order, promotion: Discount, clock: WallClock): SimulatedOrder {
  const input = pricingInputOf(order, clock);
  const others = input.discounts.filter(({ source, id }) => source !== 'promotion' || id !== promotion.id);
  const basket = price({ ...input, discounts: [...others, promotion] });
  const before = subtract(order.totals.total, order.totals.rounding);
  const after = basket.totals.total;
  let takenOff = 0;
  for (const { applications } of basket.lines)
    for (const { source, id, amount } of applications)
      if (source === 'promotion' && id === promotion.id) takenOff += amount.amount;
  return {
    orderId: order.id,
    number: order.number,
    before,
    after,
    difference: subtract(after, before),
    takenOff: { amount: takenOff, currency: order.currency },
  };
}
