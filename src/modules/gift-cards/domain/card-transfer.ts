import { negate, type Money } from '../../../kernel/money.js';
import { booked, moved, type CardDecision } from './card-ledger.js';
import {
  assertAmount,
  isPastDate,
  REFUSAL_IN,
  refusalOf,
  usable,
  type ActiveCard,
  type BlockedCard,
  type ClosedCard,
  type GiftCard,
} from './gift-card.js';

export interface Transfer {
  /** Null moves all of it and closes the card it comes from. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly at: Date;
}

/**
 * Moves value from one card to another: all of it, such as from a lost card to its replacement, or a part. The card it comes
 * from may be blocked, the one it goes to may wait to be activated.
 * @throws Refusal `gift_card_transfer_invalid` for a card and itself, or cards of two kinds; what says why a card cannot.
 */
export function transferValue(
  from: GiftCard,
  to: GiftCard,
  { amount, reason, at }: Transfer,
): { readonly from: CardDecision; readonly to: CardDecision } {
  const source = giver(from, at);
  const target = receiver(to, at);
  if (source.id === target.id || source.kind !== target.kind || source.singleUse !== target.singleUse)
    throw refusalOf('gift_card_transfer_invalid', source);
  const value = amount ?? source.balance;
  if (amount === null && value.amount === 0) throw refusalOf('gift_card_balance_too_low', source, { balance: value });
  assertAmount(source, value);
  assertAmount(target, value);
  const entry = { kind: 'transfer', at, reason } as const;
  const [left, off] = booked(source, { ...entry, amount: negate(value), otherCardId: target.id });
  const [got, on] = booked(target, { ...entry, amount: value, otherCardId: source.id });
  return {
    from: moved(amount === null ? closed(left, at) : left, 'pos.gift_card.transferred', [off]),
    to: moved(activated(got, value, at), 'pos.gift_card.transferred', [on]),
  };
}

function giver(card: GiftCard, at: Date): ActiveCard | BlockedCard {
  return card.status === 'blocked' && !isPastDate(card, at) ? card : usable(card, at);
}

function receiver(card: GiftCard, at: Date): GiftCard {
  if (card.status !== 'inactive') return usable(card, at);
  if (isPastDate(card, at)) throw refusalOf(REFUSAL_IN.expired, card);
  return card;
}

function closed({ status: _, ...card }: ActiveCard | BlockedCard, at: Date): ClosedCard {
  return { ...card, status: 'closed', activatedAt: card.activatedAt ?? at, closedBecause: 'transferred' };
}

function activated(card: GiftCard, value: Money, at: Date): GiftCard {
  return card.status === 'inactive' ? { ...card, status: 'active', activatedAt: at, initial: value } : card;
}
