import type { OutletId } from '../../../kernel/ids.js';
import type { Money } from '../../../kernel/money.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { SoldGiftCard } from '../domain/order-line.js';

/** A payment that a card makes. */
export interface CardPayment {
  readonly orderId: string;
  readonly paymentId: string;
  readonly outletId: OutletId;
  /** The bearer's secret: handed on, never kept. */
  readonly code: string;
  readonly kind: 'gift_card' | 'voucher';
  readonly amount: Money;
}

/** A gift card that a line sells. */
export interface CardOnLine {
  readonly orderId: string;
  readonly lineId: string;
  readonly outletId: OutletId;
  readonly cardId: string;
  readonly amount: Money;
}

/** An amount that goes back to where a payment came from. */
export interface GivenBack {
  readonly refundId: string;
  readonly paymentId: string;
  readonly orderId: string;
  readonly outletId: OutletId;
  readonly amount: Money;
}

/** Gift cards and vouchers: the ledger's entry commits with the sale, or not at all. */
export interface GiftCardDesk {
  /** Pays with a card. @throws Refusal of the ledger. */
  redeem(tx: Tx, payment: CardPayment): Promise<SoldGiftCard>;
  giveBack(tx: Tx, refund: GivenBack): Promise<void>;
  /** The card that a line is to sell. @throws Refusal of the ledger. */
  forSale(tx: Tx, code: string, currency: string): Promise<SoldGiftCard>;
  /** Puts the value on cards that were paid for. */
  sold(tx: Tx, cards: readonly CardOnLine[]): Promise<void>;
  /** Takes the value of refunded cards off again. @throws Refusal `gift_card_balance_too_low`. */
  unsold(tx: Tx, cards: readonly (CardOnLine & { readonly refundId: string })[]): Promise<void>;
}
