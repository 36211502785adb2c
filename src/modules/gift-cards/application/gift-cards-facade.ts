import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';

/** A card or voucher that paid for something, by what may be shown of it. */
export interface RedeemedCard {
  readonly cardId: string;
  /** The last four characters of its code. */
  readonly last4: string;
  readonly balance: Money;
}

export interface CardRedemption {
  readonly orderId: string;
  /** A payment takes from a card once: the same payment again is refused by its own id. */
  readonly paymentId: string;
  readonly outletId: OutletId;
  /** As typed or scanned. */
  readonly code: string;
  /** The tender says which kind is meant. */
  readonly kind: 'gift_card' | 'voucher';
  readonly amount: Money;
}

/** What is sold when a gift card is: value for a card that has been issued and waits, or more value for one in use. */
export interface CardSale {
  readonly orderId: string;
  readonly lineId: string;
  readonly outletId: OutletId;
  readonly cardId: string;
  readonly amount: Money;
}

/**
 * What other modules may do with cards, within their own transaction: the ledger's entry commits with the sale or not at all.
 * No race takes a balance below zero.
 */
export abstract class GiftCardsFacade {
  /**
   * Pays with a card. @throws Refusal `gift_card_unknown`, `gift_card_code_mistyped`, `gift_card_too_many_attempts`,
   * `gift_card_not_active`, `gift_card_blocked`, `gift_card_expired`, `gift_card_closed`, `gift_card_balance_too_low`,
   * `gift_card_currency`, `payment_id_taken`.
   */
  abstract redeem(tx: Tx, redemption: CardRedemption): Promise<RedeemedCard>;
  /**
   * Gives a refunded amount back to the card that a payment took it from, whatever its state; the same refund of the same payment
   * again does nothing. @throws Refusal `gift_card_refund_too_high` when more would be given back than was taken.
   */
  abstract giveBack(
    tx: Tx,
    refund: {
      readonly refundId: string;
      readonly paymentId: string;
      readonly orderId: string;
      readonly outletId: OutletId;
      readonly amount: Money;
    },
  ): Promise<void>;
  /**
   * The card that a line sells, found by its code before the sale; it stays locked until the transaction ends.
   * @throws Refusal `gift_card_unknown`, `gift_card_code_mistyped`, `gift_card_too_many_attempts`, `gift_card_blocked`,
   * `gift_card_expired`, `gift_card_closed`, `gift_card_currency`.
   */
  abstract forSale(
    tx: Tx,
    code: string,
    currency: string,
  ): Promise<{ readonly cardId: string; readonly last4: string }>;
  /**
   * Puts the value that was paid for on the card, and activates it if it waits: when the sale completes, once a line. A card that
   * was blocked or ran out since gets it too, and stays as it is. @throws Refusal `gift_card_closed`, `gift_card_currency`.
   */
  abstract sold(tx: Tx, sales: readonly CardSale[]): Promise<void>;
  /**
   * Takes the value of a refunded gift card off again; the same refund of the same line again does nothing.
   * @throws Refusal `gift_card_balance_too_low` when it was spent, `gift_card_refund_too_high` when it was never sold for that much.
   */
  abstract unsold(tx: Tx, sales: readonly (CardSale & { readonly refundId: string })[]): Promise<void>;
}
