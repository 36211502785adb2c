import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { transferValue } from '../domain/card-transfer.js';
import type { GiftCard, GiftCardId, GiftCardRefusal } from '../domain/gift-card.js';
import type { GiftCardRepository } from '../ports/gift-card-repository.js';

export interface TransferCommand {
  readonly from: GiftCardId;
  readonly to: GiftCardId;
  /** Null is all of it. */
  readonly amount: Money | null;
  readonly reason: string;
}

/** Moves value from one card to another. */
export class TransferValue {
  constructor(
    private readonly transactor: Transactor,
    private readonly cards: GiftCardRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `gift_card_not_found`, `gift_card_transfer_invalid`, and what says why a card cannot. */
  execute(
    context: RequestContext,
    { from, to, amount, reason }: TransferCommand,
  ): Promise<{ readonly from: GiftCard; readonly to: GiftCard }> {
    return this.transactor.run(context, async (tx) => {
      const cards = await this.cards.lock(tx, [from, to]);
      const decided = transferValue(found(cards, from), found(cards, to), { amount, reason, at: context.at });
      for (const decision of [decided.from, decided.to]) {
        await this.cards.save(tx, decision);
        this.outbox.append(tx, decision.events);
      }
      return { from: decided.from.state, to: decided.to.state };
    });
  }
}

function found(cards: ReadonlyMap<GiftCardId, GiftCard>, cardId: GiftCardId): GiftCard {
  const card = cards.get(cardId);
  if (card === undefined) throw new Refusal<GiftCardRefusal>('gift_card_not_found', { cardId });
  return card;
}
