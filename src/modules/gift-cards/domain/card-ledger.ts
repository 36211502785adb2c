import type { Decision } from '../../../kernel/decision.js';
import { add } from '../../../kernel/money.js';
import { movedEvent, type GiftCardEvent, type MovedType } from './gift-card-events.js';
import { refusalOf, type GiftCard } from './gift-card.js';
import { NO_CIRCUMSTANCES, type Entry, type Movement } from './movement.js';

/** What a command on a card decided: entries for its ledger besides state and events. */
export interface CardDecision<State extends GiftCard = GiftCard> extends Decision<State, GiftCardEvent> {
  readonly movements: readonly Movement[];
}

/**
 * Makes an entry in a card's ledger: the only way in which a balance changes.
 * @throws Refusal `gift_card_balance_too_low` when more would go off than is on it.
 */
export function booked<Card extends GiftCard>(card: Card, entry: Entry): readonly [Card, Movement] {
  const balance = add(card.balance, entry.amount);
  if (balance.amount < 0) throw refusalOf('gift_card_balance_too_low', card, { balance: card.balance });
  // Who waited for the card's lock may have begun before the one it waited for; the ledger goes on, never back.
  const at = entry.at < card.movedAt ? card.movedAt : entry.at;
  const number = card.movements + 1;
  const movement: Movement = { ...NO_CIRCUMSTANCES, ...entry, number, balance, at };
  return [{ ...card, balance, movements: number, movedAt: at }, movement];
}

/** The card as it will be once one more event has told of it. */
export function told<Card extends GiftCard>(card: Card): Card {
  return { ...card, version: card.version + 1 };
}

/** One event about entries that were made. */
export function moved<Card extends GiftCard>(
  card: Card,
  type: MovedType,
  movements: readonly Movement[],
): CardDecision<Card> {
  const state = told(card);
  return { state, events: [movedEvent(type, state, movements)], movements };
}
