import type { CurrencyCode, MoneyDto, Timestamp, Uuid } from '../../../../platform/http/values.js';
import { moneyDto } from '../../../../platform/http/values.js';
import type { IssuedCard } from '../../application/issue-cards.js';
import type { GiftCard } from '../../domain/gift-card.js';
import type { RecordedMovement } from '../../ports/gift-card-views.js';

export type GiftCardKind = 'gift_card' | 'voucher';
export type GiftCardStatus = 'inactive' | 'active' | 'blocked' | 'expired' | 'closed';

/**
 * A code as typed or scanned: letter case, spaces and hyphens do not matter.
 * @minLength 4
 * @maxLength 64
 * @example "7KQM-2HXW-9RTD-V4CE"
 */
export type GiftCardCode = string;

/**
 * Why; kept in the ledger and told in the event.
 * @minLength 1
 * @maxLength 200
 * @example "replaces a lost card"
 */
export type GiftCardReason = string;

/**
 * Whole minor units, more than nothing.
 * @isInt must be an integer of minor units
 * @minimum 1
 * @maximum 9007199254740991
 */
export type GiftCardUnits = number;

/** An amount that goes on or off a card. */
export interface GiftCardAmount {
  amount: GiftCardUnits;
  currency: CurrencyCode;
}

/** One card, or a batch of cards that are alike. */
export interface IssueGiftCardsRequest {
  kind: GiftCardKind;
  currency: CurrencyCode;
  /**
   * How many to make, with codes of ours; one when absent. Not together with `codes`.
   * @isInt
   * @minimum 1
   * @maximum 500
   */
  count?: number;
  /**
   * The codes that are printed on the cards already: 8 to 32 letters and digits each, better 12 or more.
   * @minItems 1
   * @maxItems 500
   */
  codes?: GiftCardCode[];
  /** What a card is meant to hold. */
  amount?: GiftCardAmount;
  /** Given, the cards hold their amount at once without having been sold, for this reason. */
  activateBecause?: GiftCardReason;
  /** The first payment uses the card up and what is left is forfeited. When absent: true for vouchers, false for gift cards. */
  singleUse?: boolean;
  /** From then on a card cannot pay; never when absent. */
  expiresAt?: Timestamp | null;
  /** The outlet that owes what is on the cards; when absent, the one that sells them. */
  outletId?: Uuid | null;
  /**
   * Whose the cards are.
   * @minLength 1
   * @maxLength 100
   */
  customerId?: string | null;
}

/** A card. */
export interface GiftCardResponse {
  id: Uuid;
  kind: GiftCardKind;
  /** The last four characters of its code. */
  last4: string;
  status: GiftCardStatus;
  balance: MoneyDto;
  /** What it is meant to hold; once activated, what it held then. */
  initial: MoneyDto;
  singleUse: boolean;
  expiresAt: Timestamp | null;
  issuedAt: Timestamp;
  activatedAt: Timestamp | null;
  /** The outlet that owes what is on it. */
  outletId: Uuid | null;
  /** The order that it was sold with. */
  orderId: string | null;
  customerId: string | null;
  /** @isInt */
  version: number;
}

/** A card just issued. */
export interface IssuedGiftCardResponse extends GiftCardResponse {
  /** The code: shown now and never again. Null when this answer repeats an earlier one. */
  code: string | null;
}

export interface IssuedGiftCardsResponse {
  cards: IssuedGiftCardResponse[];
}

/** A code, in the body so that it is in no address and no log. */
export interface LookUpGiftCardRequest {
  code: GiftCardCode;
}

export interface GiftCardValueRequest {
  amount: GiftCardAmount;
  reason: GiftCardReason;
}

export interface GiftCardReasonRequest {
  reason: GiftCardReason;
}

export interface TransferGiftCardRequest {
  /** The card that gets it. */
  toCardId: Uuid;
  /** When absent: all of it, and this card is closed. */
  amount?: GiftCardAmount;
  reason: GiftCardReason;
}

/** Both cards after the transfer. */
export interface GiftCardTransferResponse {
  from: GiftCardResponse;
  to: GiftCardResponse;
}

export interface ExtendGiftCardRequest {
  /** Later than before; null is for ever. */
  expiresAt: Timestamp | null;
  reason: GiftCardReason;
}

export interface AdjustGiftCardRequest {
  /** More or less than nothing. */
  amount: MoneyDto;
  reason: GiftCardReason;
}

/** An entry of a card's ledger. */
export interface GiftCardTransactionResponse {
  /**
   * Its place in the card's ledger, from 1 without gaps.
   * @isInt
   */
  number: number;
  kind: string;
  /** Less than zero when value went off the card. */
  amount: MoneyDto;
  /** After it. */
  balance: MoneyDto;
  at: Timestamp;
  reason: string | null;
  outletId: Uuid | null;
  orderId: Uuid | null;
  lineId: Uuid | null;
  paymentId: Uuid | null;
  refundId: Uuid | null;
  /** With a transfer: the other card. */
  otherCardId: Uuid | null;
  /** Who did it. */
  actor: string;
}

/** Shows a card. */
export function toGiftCard(card: GiftCard): GiftCardResponse {
  const { id, kind, last4, status, balance, initial, singleUse, outletId, orderId, customerId, version } = card;
  return {
    ...{ id, kind, last4, status, balance: moneyDto(balance), initial: moneyDto(initial), singleUse },
    expiresAt: card.expiresAt?.toISOString() ?? null,
    issuedAt: card.issuedAt.toISOString(),
    activatedAt: card.activatedAt?.toISOString() ?? null,
    ...{ outletId, orderId, customerId, version },
  };
}

/** Shows cards just issued, this once with their codes. */
export function toIssuedCards(issued: readonly IssuedCard[]): IssuedGiftCardsResponse {
  return { cards: issued.map(({ card, code }) => ({ ...toGiftCard(card), code })) };
}

/** The same as a repeat shows it, and as it is stored: without the codes. */
export function toIssuedCardsAgain(issued: readonly IssuedCard[]): IssuedGiftCardsResponse {
  return { cards: issued.map(({ card }) => ({ ...toGiftCard(card), code: null })) };
}

/** Shows an entry. */
export function toTransaction({ amount, balance, at, ...entry }: RecordedMovement): GiftCardTransactionResponse {
  const { number, kind, reason, outletId, orderId, lineId, paymentId, refundId, otherCardId, actor } = entry;
  return {
    ...{ number, kind, amount: moneyDto(amount), balance: moneyDto(balance), at: at.toISOString(), reason },
    ...{ outletId, orderId, lineId, paymentId, refundId, otherCardId, actor },
  };
}
