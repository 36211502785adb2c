import { fromBigInt, type Money } from '../../../kernel/money.js';
import type { Order, OrderLine, OrderRefund } from './order-state.js';

/** The value that a line puts on a gift card, or takes off it again. */
export interface CardValue {
  readonly orderId: string;
  readonly lineId: string;
  readonly outletId: Order['outletId'];
  readonly cardId: string;
  readonly amount: Money;
}

/** The gift cards that an order sells, each with what its line costs: what comes on top does not go on the card. */
export function cardValues(order: Order): CardValue[] {
  return order.lines.flatMap((line) => cardValue(order, line, line.gross));
}

/**
 * What a refund takes off the gift cards that its lines sold. However refunds are cut, what they take off a card sums to
 * what was put on.
 * @param before the order as it was before the refund.
 */
export function cardValuesTakenBack(before: Order, refund: OrderRefund): CardValue[] {
  const taken = new Map<string, number>();
  for (const { lineId, amount } of refund.lines) taken.set(lineId, (taken.get(lineId) ?? 0) + amount.amount);
  return before.lines.flatMap((line) => {
    const now = taken.get(line.id);
    if (now === undefined) return [];
    const earlier = line.refundedAmount.amount;
    const value = fromBigInt(shareOf(line, earlier + now) - shareOf(line, earlier), line.gross.currency);
    return value.amount === 0 ? [] : cardValue(before, line, value);
  });
}

/** As much of the card's value as that much of the line's total stands for, rounded down; of the whole, all. */
function shareOf({ gross, total }: OrderLine, amount: number): bigint {
  return total.amount === 0 ? 0n : (BigInt(gross.amount) * BigInt(amount)) / BigInt(total.amount);
}

function cardValue({ id: orderId, outletId }: Order, { id: lineId, giftCard }: OrderLine, amount: Money): CardValue[] {
  return giftCard === null ? [] : [{ orderId, lineId, outletId, cardId: giftCard.cardId, amount }];
}
