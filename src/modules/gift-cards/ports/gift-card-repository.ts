import type { Tx } from '../../../kernel/transaction.js';
import type { CardDecision } from '../domain/card-ledger.js';
import type { GiftCard, GiftCardId } from '../domain/gift-card.js';
import type { CodeHash } from './card-secrets.js';

/** A card just issued, and what is kept of its code. */
export interface NewCard {
  readonly decision: CardDecision;
  readonly hash: CodeHash;
}

/** Keeps cards and their ledgers. Whoever changes a card holds its lock, so no two take from one balance at a time. */
export interface GiftCardRepository {
  /** Locks the card until the transaction ends. @throws Refusal `gift_card_not_found`. */
  get(tx: Tx, id: GiftCardId): Promise<GiftCard>;
  /** Locks cards in the order of their ids, so that two who want the same ones do not wait for each other. Absent ones are left out. */
  lock(tx: Tx, ids: readonly GiftCardId[]): Promise<ReadonlyMap<GiftCardId, GiftCard>>;
  /** The card of a code, locked; one found by the hash of a former key is found by the present one from then on. */
  byCode(tx: Tx, hashes: readonly [CodeHash, ...CodeHash[]]): Promise<GiftCard | undefined>;
  /** Which of these hashes belong to cards already. */
  taken(tx: Tx, hashes: readonly CodeHash[]): Promise<ReadonlySet<string>>;
  /** Adds cards with their first entries. @throws Refusal `gift_card_code_taken`, at the commit. */
  add(tx: Tx, cards: readonly NewCard[]): void;
  /** Saves what was decided on a card that is locked: its state together with the entries that made its balance. */
  save(tx: Tx, decision: CardDecision): Promise<void>;
}

/** What a payment took from a card and how much of it was given back, after the card was locked. */
export interface PaymentOfCard {
  readonly redeemed: number;
  readonly refunded: number;
  /** Whether this very refund was booked before. */
  readonly isDone: boolean;
}

/** What a line put on a card and how much of it was taken off again. */
export interface SaleOfCard {
  readonly sold: number;
  readonly reversed: number;
  /** Whether the sale had activated the card. */
  readonly wasFirst: boolean;
  readonly isDone: boolean;
}

/** Questions to the ledger by the orders that its entries belong to. */
export interface CardLedger {
  /** The card that a payment took from; `undefined` when it took from none. */
  cardOfPayment(tx: Tx, paymentId: string): Promise<GiftCardId | undefined>;
  payment(tx: Tx, payment: { cardId: string; paymentId: string; refundId: string }): Promise<PaymentOfCard>;
  sale(tx: Tx, line: { orderId: string; lineId: string; cardId: string; refundId: string }): Promise<SaleOfCard>;
}
