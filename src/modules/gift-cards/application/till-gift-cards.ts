import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Tx } from '../../../kernel/transaction.js';
import type { CardDecision } from '../domain/card-ledger.js';
import { assertSellable, giveBackToCard, redeemCard, sellCard, takeBackFromCard } from '../domain/card-value.js';
import { refusalOf, type GiftCard, type GiftCardId } from '../domain/gift-card.js';
import type { CardLedger, GiftCardRepository } from '../ports/gift-card-repository.js';
import type { FindByCode } from './find-by-code.js';
import { GiftCardsFacade, type CardRedemption, type CardSale, type RedeemedCard } from './gift-cards-facade.js';

type GiveBack = Parameters<GiftCardsFacade['giveBack']>[1];

/** What the till does with cards, as parts of the order's own transaction. */
export class TillGiftCards extends GiftCardsFacade {
  /** @param contextOf the operation that a transaction belongs to. */
  constructor(
    private readonly cards: GiftCardRepository,
    private readonly ledger: CardLedger,
    private readonly outbox: Outbox,
    private readonly findByCode: FindByCode,
    private readonly contextOf: (tx: Tx) => RequestContext,
  ) {
    super();
  }

  async redeem(tx: Tx, { code, kind, amount, ...payment }: CardRedemption): Promise<RedeemedCard> {
    const context = this.contextOf(tx);
    const card = await this.byCode(tx, code, (found) => found.kind === kind);
    // Under the card's lock: of two requests with one payment id the second one sees what the first has booked.
    if ((await this.ledger.cardOfPayment(tx, payment.paymentId)) !== undefined)
      throw new Refusal('payment_id_taken', { paymentId: payment.paymentId });
    const { id, last4, balance } = await this.booked(tx, redeemCard(card, amount, payment, context.at));
    return { cardId: id, last4, balance };
  }

  async giveBack(tx: Tx, { amount, ...refund }: GiveBack): Promise<void> {
    const cardId = await this.ledger.cardOfPayment(tx, refund.paymentId);
    if (cardId === undefined) throw new Error(`the payment ${refund.paymentId} took from no gift card`);
    const card = await this.cards.get(tx, cardId);
    const { redeemed, refunded, isDone } = await this.ledger.payment(tx, { ...refund, cardId });
    if (isDone) return;
    if (refunded + amount.amount > redeemed) throw refusalOf('gift_card_refund_too_high', card);
    await this.booked(tx, giveBackToCard(card, amount, refund, this.contextOf(tx).at));
  }

  async forSale(tx: Tx, code: string, currency: string): Promise<{ readonly cardId: string; readonly last4: string }> {
    const card = await this.byCode(tx, code);
    assertSellable(card, currency, this.contextOf(tx).at);
    return { cardId: card.id, last4: card.last4 };
  }

  async sold(tx: Tx, sales: readonly CardSale[]): Promise<void> {
    const { at } = this.contextOf(tx);
    await this.cards.lock(tx, sales.map(idOf));
    for (const sale of sales) {
      // Read again each time: two lines may sell value for one card.
      const card = await this.cards.get(tx, idOf(sale));
      const { cardId: _, amount, ...line } = sale;
      await this.booked(tx, sellCard(card, amount, line, at));
    }
  }

  async unsold(tx: Tx, sales: readonly (CardSale & { readonly refundId: string })[]): Promise<void> {
    const { at } = this.contextOf(tx);
    await this.cards.lock(tx, sales.map(idOf));
    for (const sale of sales) {
      const card = await this.cards.get(tx, idOf(sale));
      const { sold, reversed, wasFirst, isDone } = await this.ledger.sale(tx, sale);
      if (isDone) continue;
      const { cardId: _, amount, ...line } = sale;
      if (reversed + amount.amount > sold) throw refusalOf('gift_card_refund_too_high', card);
      await this.booked(tx, takeBackFromCard(card, amount, { ...line, wasFirst }, at));
    }
  }

  private byCode(tx: Tx, code: string, fits?: (card: GiftCard) => boolean): Promise<GiftCard> {
    const guesser = this.contextOf(tx);
    return this.findByCode.execute(guesser, code, (hashes) => this.cards.byCode(tx, hashes), fits);
  }

  private async booked(tx: Tx, decision: CardDecision): Promise<GiftCard> {
    await this.cards.save(tx, decision);
    this.outbox.append(tx, decision.events);
    return decision.state;
  }
}

function idOf({ cardId }: { readonly cardId: string }): GiftCardId {
  return cardId as GiftCardId;
}
