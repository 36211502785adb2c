import type { OutletId } from '../../../kernel/ids.js';
import { zero, type Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';
import { booked, type CardDecision } from './card-ledger.js';
import { movedEvent } from './gift-card-events.js';
import type { CardKind, GiftCardId, GiftCardRefusal, InactiveCard } from './gift-card.js';

/** What cards of one batch have in common. */
export interface CardWish {
  readonly kind: CardKind;
  readonly currency: string;
  /** What they are meant to hold, if that is known. */
  readonly amount: Money | null;
  readonly singleUse: boolean;
  readonly expiresAt: Date | null;
  readonly outletId: OutletId | null;
  readonly customerId: string | null;
}

/**
 * Issues a card that is worth nothing until it is activated.
 * @throws Refusal `gift_card_issue_invalid` for a date that has passed, or an amount that is none or in another currency.
 */
export function issueCard(
  wish: CardWish,
  { id, last4, at }: { readonly id: GiftCardId; readonly last4: string; readonly at: Date },
): CardDecision<InactiveCard> {
  assertSound(wish, at);
  const { kind, currency, amount, singleUse, expiresAt, outletId, customerId } = wish;
  const blank: InactiveCard = {
    ...{ id, kind, last4, status: 'inactive', singleUse, expiresAt, outletId, customerId },
    ...{ balance: zero(currency), initial: amount ?? zero(currency), orderId: null },
    ...{ issuedAt: at, activatedAt: null, movements: 0, movedAt: at, version: 1 },
  };
  const [state, movement] = booked(blank, { kind: 'issue', amount: zero(currency), at, outletId });
  return { state, events: [movedEvent('pos.gift_card.issued', state, [movement])], movements: [movement] };
}

function assertSound({ currency, amount, expiresAt }: CardWish, at: Date): void {
  const wrong = (pointer: string, message: string): Refusal =>
    new Refusal<GiftCardRefusal>('gift_card_issue_invalid', {}, [{ pointer, message }]);
  if (expiresAt !== null && expiresAt <= at) throw wrong('/expiresAt', 'must be in the future');
  if (amount === null) return;
  if (amount.amount <= 0) throw wrong('/amount/amount', 'must be more than nothing');
  if (amount.currency !== currency) throw wrong('/amount/currency', 'must be the currency of the card');
}
