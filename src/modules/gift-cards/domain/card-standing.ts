import { told, type CardDecision } from './card-ledger.js';
import { expired } from './card-value.js';
import { extendedEvent, standingEvent } from './gift-card-events.js';
import { isPastDate, REFUSAL_IN, refusalOf, type BlockedCard, type ExpiredCard, type GiftCard } from './gift-card.js';

/** Keeps a card from being used until it is unblocked. @throws Refusal that says why not. */
export function blockCard(card: GiftCard, reason: string): CardDecision<BlockedCard> {
  if (card.status !== 'inactive' && card.status !== 'active') throw refusalOf(REFUSAL_IN[card.status], card);
  const state: BlockedCard = told({ ...card, status: 'blocked' });
  return { state, events: [standingEvent('pos.gift_card.blocked', state, reason)], movements: [] };
}

/**
 * Lets a card be used again, as what it was before; past its date it is expired, with what is on it.
 * @throws Refusal `gift_card_not_blocked`.
 */
export function unblockCard(card: GiftCard, reason: string, at: Date): CardDecision {
  if (card.status !== 'blocked') throw refusalOf('gift_card_not_blocked', card, { status: card.status });
  const state = told(isPastDate(card, at) ? { ...card, status: 'expired' as const } : inUse(card));
  return { state, events: [standingEvent('pos.gift_card.unblocked', state, reason)], movements: [] };
}

/**
 * Ends a card's time now, and what is on it is gone. One that has expired can be told so again only while something is on it.
 * @throws Refusal that says why not; a blocked card is to be unblocked first.
 */
export function expireCard(card: GiftCard, reason: string | null, at: Date): CardDecision<ExpiredCard> {
  if (card.status === 'blocked' || card.status === 'closed') throw refusalOf(REFUSAL_IN[card.status], card);
  if (card.status === 'expired' && card.balance.amount === 0) throw refusalOf('gift_card_expired', card);
  const sooner = card.expiresAt === null || card.expiresAt > at ? { ...card, expiresAt: at } : card;
  return expired(sooner, at, { reason });
}

/**
 * Makes a card good for longer. What was booked off when it expired is not given back by it; what came onto it since is usable.
 * @param expiresAt null is for ever. @throws Refusal `gift_card_expiry_invalid` for a date that is not later, `gift_card_closed`.
 */
export function extendCard(card: GiftCard, expiresAt: Date | null, reason: string, at: Date): CardDecision {
  if (card.status === 'closed') throw refusalOf('gift_card_closed', card);
  const { expiresAt: before } = card;
  const isLater = before !== null && (expiresAt === null || (expiresAt > at && expiresAt > before));
  if (!isLater) throw refusalOf('gift_card_expiry_invalid', card, { expiresAt: before?.toISOString() ?? null });
  const longer: GiftCard = card.status === 'expired' ? inUse({ ...card, expiresAt }) : { ...card, expiresAt };
  const state = told(longer);
  return { state, events: [extendedEvent(state, before, reason)], movements: [] };
}

function inUse(card: BlockedCard | ExpiredCard): GiftCard {
  const { activatedAt } = card;
  return activatedAt === null
    ? { ...card, status: 'inactive', activatedAt }
    : { ...card, status: 'active', activatedAt };
}
