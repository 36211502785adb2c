import type { Tx } from '../../../../kernel/transaction.js';
import type { GiftCardsFacade } from '../../../gift-cards/index.js';
import type { SoldGiftCard } from '../../domain/order-line.js';
import type { CardOnLine, CardPayment, GiftCardDesk, GivenBack } from '../../ports/gift-card-desk.js';

/** Cards as the gift cards module has them. Of a card only what may be shown comes back. */
export class GiftCardLedger implements GiftCardDesk {
  constructor(private readonly cards: GiftCardsFacade) {}

  async redeem(tx: Tx, payment: CardPayment): Promise<SoldGiftCard> {
    const { cardId, last4 } = await this.cards.redeem(tx, payment);
    return { cardId, last4 };
  }

  giveBack(tx: Tx, refund: GivenBack): Promise<void> {
    return this.cards.giveBack(tx, refund);
  }

  async forSale(tx: Tx, code: string, currency: string): Promise<SoldGiftCard> {
    const { cardId, last4 } = await this.cards.forSale(tx, code, currency);
    return { cardId, last4 };
  }

  sold(tx: Tx, cards: readonly CardOnLine[]): Promise<void> {
    return this.cards.sold(tx, cards);
  }

  unsold(tx: Tx, cards: readonly (CardOnLine & { readonly refundId: string })[]): Promise<void> {
    return this.cards.unsold(tx, cards);
  }
}
