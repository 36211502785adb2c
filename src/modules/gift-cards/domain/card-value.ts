import type { OutletId } from '../../../kernel/ids.js';
import { negate, type Money } from '../../../kernel/money.js';
import { booked, moved, type CardDecision } from './card-ledger.js';
import type { MovedType } from './gift-card-events.js';
import {
  assertAmount,
  assertCurrency,
  isPastDate,
  REFUSAL_IN,
  refusalOf,
  usable,
  type ActiveCard,
  type ClosedCard,
  type ExpiredCard,
  type GiftCard,
} from './gift-card.js';
import type { Circumstances, Entry } from './movement.js';

/** The order's line that sells a card. */
export interface LineSold {
  readonly orderId: string;
  readonly lineId: string;
  readonly outletId: OutletId;
}
export interface CardPayment {
  readonly orderId: string;
  readonly paymentId: string;
  readonly outletId: OutletId;
}
export type CardRefund = CardPayment & { readonly refundId: string };

/** Puts the first value on a card that waits, outside of a sale. @throws Refusal that says why the card cannot take it. */
export function activateCard(card: GiftCard, amount: Money, reason: string, at: Date): CardDecision<ActiveCard> {
  if (card.status === 'active') throw refusalOf('gift_card_already_active', card);
  if (card.status !== 'inactive') throw refusalOf(REFUSAL_IN[card.status], card);
  if (isPastDate(card, at)) throw refusalOf('gift_card_expired', card, { expiresAt: card.expiresAt?.toISOString() });
  assertAmount(card, amount);
  const active: ActiveCard = { ...card, status: 'active', activatedAt: at, initial: amount };
  return credited(active, 'pos.gift_card.activated', { kind: 'activate', amount, at, reason });
}

/** Puts more value on a card in use, outside of a sale. @throws Refusal that says why the card cannot take it. */
export function reloadCard(card: GiftCard, amount: Money, reason: string, at: Date): CardDecision<ActiveCard> {
  const active = usable(card, at);
  assertAmount(active, amount);
  return credited(active, 'pos.gift_card.reloaded', { kind: 'reload', amount, at, reason });
}

/** Whether a card can be sold now: one that waits, or one in use that gets more. @throws Refusal that says why not. */
export function assertSellable(card: GiftCard, currency: string, at: Date): void {
  assertCurrency(card, currency);
  if (card.status !== 'inactive') usable(card, at);
  else if (isPastDate(card, at)) throw refusalOf('gift_card_expired', card);
}

/**
 * Puts on a card what a guest has paid for it. The money has been taken: a card that was blocked or ran out since the line was
 * added gets it too and stays as it is. @throws Refusal `gift_card_closed`, `gift_card_amount_invalid`, `gift_card_currency`.
 */
export function sellCard(card: GiftCard, amount: Money, line: LineSold, at: Date): CardDecision {
  if (card.status === 'closed') throw refusalOf('gift_card_closed', card);
  assertAmount(card, amount);
  const lapsed = lapse(card, at);
  const before = lapsed.state;
  const entry = { ...line, amount, at };
  if (before.activatedAt !== null)
    return after(lapsed, credited(before, 'pos.gift_card.reloaded', { ...entry, kind: 'reload' }));
  const first = { activatedAt: at, initial: amount, orderId: line.orderId, outletId: card.outletId ?? line.outletId };
  const sold: GiftCard =
    before.status === 'inactive'
      ? { ...before, ...first, status: isPastDate(before, at) ? 'expired' : 'active' }
      : { ...before, ...first };
  return after(lapsed, credited(sold, 'pos.gift_card.activated', { ...entry, kind: 'activate' }));
}

/**
 * Pays with a card. A single-use card is used up by it: what is left is forfeited.
 * @throws Refusal that says why it cannot pay, `gift_card_balance_too_low`.
 */
export function redeemCard(card: GiftCard, amount: Money, payment: CardPayment, at: Date): CardDecision {
  const active = usable(card, at);
  assertAmount(active, amount);
  const [paid, movement] = booked(active, { ...payment, kind: 'redeem', amount: negate(amount), at });
  if (!active.singleUse) return moved(paid, 'pos.gift_card.redeemed', [movement]);
  const closed: ClosedCard = { ...paid, status: 'closed', closedBecause: 'spent' };
  if (paid.balance.amount === 0) return moved(closed, 'pos.gift_card.redeemed', [movement]);
  const [empty, forfeit] = booked(closed, { ...payment, kind: 'forfeit', amount: negate(closed.balance), at });
  return moved(empty, 'pos.gift_card.redeemed', [movement, forfeit]);
}

/**
 * Gives back to a card what it had paid. Nothing is lost whatever has become of the card: blocked or expired it keeps the money
 * until somebody unblocks it or extends its date; used up it is good again; emptied onto another card, or taken back, it is
 * blocked, because somebody else may hold it. @throws Refusal `gift_card_not_active` for one that can never have paid.
 */
export function giveBackToCard(card: GiftCard, amount: Money, refund: CardRefund, at: Date): CardDecision {
  if (card.activatedAt === null) throw refusalOf('gift_card_not_active', card);
  assertAmount(card, amount);
  const lapsed = lapse(card, at);
  const open = reopened(lapsed.state, at);
  return after(lapsed, credited(open, 'pos.gift_card.refunded', { ...refund, kind: 'refund', amount, at }));
}

/**
 * Takes the value of a refunded sale off again. A card that this sale had activated is closed when nothing is left: its code is
 * known to somebody. @throws Refusal `gift_card_balance_too_low` when it was spent, `gift_card_not_active`.
 */
export function takeBackFromCard(
  card: GiftCard,
  amount: Money,
  line: LineSold & { readonly refundId: string; readonly wasFirst: boolean },
  at: Date,
): CardDecision {
  if (card.status === 'inactive') throw refusalOf('gift_card_not_active', card);
  assertAmount(card, amount);
  const { wasFirst, ...circumstances } = line;
  const [left, movement] = booked(card, { ...circumstances, kind: 'reverse', amount: negate(amount), at });
  const { activatedAt } = left;
  if (!wasFirst || left.balance.amount > 0 || activatedAt === null)
    return moved(left, 'pos.gift_card.reversed', [movement]);
  const closed: ClosedCard = { ...left, status: 'closed', activatedAt, closedBecause: 'taken_back' };
  return moved(closed, 'pos.gift_card.reversed', [movement]);
}

/** Corrects a balance by hand. @param amount more or less than nothing. @throws Refusal that says why it cannot be. */
export function adjustCard(card: GiftCard, amount: Money, reason: string, at: Date): CardDecision {
  if (card.status === 'closed') throw refusalOf('gift_card_closed', card);
  if (card.activatedAt === null) throw refusalOf('gift_card_not_active', card);
  assertCurrency(card, amount.currency);
  if (amount.amount === 0) throw refusalOf('gift_card_amount_invalid', card);
  const [state, movement] = booked(card, { kind: 'adjust', amount, at, reason });
  return moved(state, 'pos.gift_card.adjusted', [movement]);
}

/** Books what is on a card off, because its time is over. Nothing is booked where nothing is on it. */
export function expired(
  card: GiftCard,
  at: Date,
  circumstances: Partial<Circumstances> = {},
): CardDecision<ExpiredCard> {
  const { status: _, ...rest } = card;
  const over: ExpiredCard = { ...rest, status: 'expired' };
  if (over.balance.amount === 0) return moved(over, 'pos.gift_card.expired', []);
  const [state, movement] = booked(over, { ...circumstances, kind: 'expire', amount: negate(over.balance), at });
  return moved(state, 'pos.gift_card.expired', [movement]);
}

/** Books the expiry that nobody has booked yet, so that what comes onto the card now is not taken off with the rest. */
function lapse(card: GiftCard, at: Date): CardDecision {
  if (card.status === 'active' && isPastDate(card, at)) return expired(card, at);
  return { state: card, events: [], movements: [] };
}

function reopened(card: GiftCard, at: Date): GiftCard {
  if (card.status !== 'closed') return card;
  const { closedBecause, ...rest } = card;
  if (closedBecause !== 'spent') return { ...rest, status: 'blocked' };
  return isPastDate(card, at) ? { ...rest, status: 'expired' } : { ...rest, status: 'active' };
}

function credited<Card extends GiftCard>(card: Card, type: MovedType, entry: Entry): CardDecision<Card> {
  const [state, movement] = booked(card, entry);
  return moved(state, type, [movement]);
}

function after(first: CardDecision, then: CardDecision): CardDecision {
  return {
    state: then.state,
    events: [...first.events, ...then.events],
    movements: [...first.movements, ...then.movements],
  };
}
