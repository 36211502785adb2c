import type { Id, OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import { Refusal } from '../../../kernel/refusal.js';

export type GiftCardId = Id<'gift-card'>;

/** Both hold money; a voucher is usually given away and spent at once, a gift card is bought and spent bit by bit. */
export type CardKind = 'gift_card' | 'voucher';

/** A card. Its code is known to who holds it; of it only the last four characters are kept here. */
export type GiftCard = InactiveCard | ActiveCard | BlockedCard | ExpiredCard | ClosedCard;

interface CardBase {
  readonly id: GiftCardId;
  readonly kind: CardKind;
  readonly last4: string;
  /** What can be spent, were it usable: the sum of its ledger. */
  readonly balance: Money;
  /** What it is meant to hold; once activated, what it held then. */
  readonly initial: Money;
  /** The first payment uses it up: what that leaves is forfeited. */
  readonly singleUse: boolean;
  /** From then on it cannot pay; null is never. */
  readonly expiresAt: Date | null;
  readonly issuedAt: Date;
  /** The outlet that owes what is on it: where it was issued or, if that was nowhere, sold. */
  readonly outletId: OutletId | null;
  /** The order that it was sold with. */
  readonly orderId: string | null;
  readonly customerId: string | null;
  /** Entries in its ledger, and the time of the latest. */
  readonly movements: number;
  readonly movedAt: Date;
  /** Counts its events. */
  readonly version: number;
}
/** Issued and worth nothing yet. */
export interface InactiveCard extends CardBase {
  readonly status: 'inactive';
  readonly activatedAt: null;
}
export interface ActiveCard extends CardBase {
  readonly status: 'active';
  readonly activatedAt: Date;
}
/** Cannot pay until it is unblocked; what is on it stays. */
export interface BlockedCard extends CardBase {
  readonly status: 'blocked';
  readonly activatedAt: Date | null;
}
/** Past its date and what was on it taken off. What is given back to it later stays until the date is extended. */
export interface ExpiredCard extends CardBase {
  readonly status: 'expired';
  readonly activatedAt: Date | null;
}
export interface ClosedCard extends CardBase {
  readonly status: 'closed';
  readonly activatedAt: Date;
  readonly closedBecause: ClosedBecause;
}
/** Used up as a single-use voucher; emptied onto another card; or its sale was refunded. */
export type ClosedBecause = 'spent' | 'transferred' | 'taken_back';

export type GiftCardRefusal =
  | 'gift_card_not_found'
  | 'gift_card_unknown'
  | 'gift_card_code_mistyped'
  | 'gift_card_code_invalid'
  | 'gift_card_code_taken'
  | 'card_data_not_allowed'
  | 'gift_card_issue_invalid'
  | 'gift_card_amount_invalid'
  | 'gift_card_currency'
  | 'gift_card_not_active'
  | 'gift_card_already_active'
  | 'gift_card_blocked'
  | 'gift_card_not_blocked'
  | 'gift_card_expired'
  | 'gift_card_closed'
  | 'gift_card_balance_too_low'
  | 'gift_card_refund_too_high'
  | 'gift_card_expiry_invalid'
  | 'gift_card_transfer_invalid'
  | 'gift_card_too_many_attempts';

/** A refusal about a card: its facts name the card by what may be shown of it. */
export function refusalOf(
  code: GiftCardRefusal,
  { id, last4 }: Pick<GiftCard, 'id' | 'last4'>,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal<GiftCardRefusal> {
  return new Refusal<GiftCardRefusal>(code, { cardId: id, last4, ...facts });
}

/** Why a card in this state is no use; nothing can be done with it before somebody changes the state. */
export const REFUSAL_IN: Readonly<Record<Exclude<GiftCard['status'], 'active'>, GiftCardRefusal>> = {
  inactive: 'gift_card_not_active',
  blocked: 'gift_card_blocked',
  expired: 'gift_card_expired',
  closed: 'gift_card_closed',
};

/** True from the card's date on, whether or not anybody has booked its expiry yet. */
export function isPastDate({ expiresAt }: GiftCard, at: Date): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/** The card, if it can be used now. @throws Refusal that says why not. */
export function usable(card: GiftCard, at: Date): ActiveCard {
  if (card.status !== 'active') throw refusalOf(REFUSAL_IN[card.status], card);
  if (isPastDate(card, at)) throw refusalOf('gift_card_expired', card, { expiresAt: card.expiresAt?.toISOString() });
  return card;
}

/** Checks an amount that goes on or off a card. @throws Refusal `gift_card_amount_invalid`, `gift_card_currency`. */
export function assertAmount(card: GiftCard, amount: Money): void {
  if (amount.amount <= 0) throw refusalOf('gift_card_amount_invalid', card);
  assertCurrency(card, amount.currency);
}

/** @throws Refusal `gift_card_currency`. */
export function assertCurrency(card: GiftCard, currency: string): void {
  const expected = card.balance.currency;
  if (currency !== expected) throw refusalOf('gift_card_currency', card, { expected, actual: currency });
}
