import type { RequestContext } from '../../../kernel/context.js';
import type { Money } from '../../../kernel/money.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { CardDecision } from '../domain/card-ledger.js';
import { blockCard, expireCard, extendCard, unblockCard } from '../domain/card-standing.js';
import { activateCard, adjustCard, reloadCard } from '../domain/card-value.js';
import type { GiftCard, GiftCardId } from '../domain/gift-card.js';
import type { GiftCardRepository } from '../ports/gift-card-repository.js';

/** What the back office does to one card, each with its reason. */
export type CardCommand = { readonly reason: string } & (
  | { readonly verb: 'activate' | 'reload' | 'adjust'; readonly amount: Money }
  | { readonly verb: 'block' | 'unblock' | 'expire' }
  | { readonly verb: 'extend'; readonly expiresAt: Date | null }
);

/** Activates, reloads, adjusts, blocks, unblocks, expires a card or extends its date. */
export class ChangeCard {
  constructor(
    private readonly transactor: Transactor,
    private readonly cards: GiftCardRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `gift_card_not_found`, and what says why the card cannot be changed like that. */
  execute(context: RequestContext, id: GiftCardId, command: CardCommand): Promise<GiftCard> {
    return this.transactor.run(context, async (tx) => {
      const decision = decide(await this.cards.get(tx, id), command, context.at);
      await this.cards.save(tx, decision);
      this.outbox.append(tx, decision.events);
      return decision.state;
    });
  }
}

function decide(card: GiftCard, command: CardCommand, at: Date): CardDecision {
  const { reason } = command;
  switch (command.verb) {
    case 'activate':
      return activateCard(card, command.amount, reason, at);
    case 'reload':
      return reloadCard(card, command.amount, reason, at);
    case 'adjust':
      return adjustCard(card, command.amount, reason, at);
    case 'block':
      return blockCard(card, reason);
    case 'unblock':
      return unblockCard(card, reason, at);
    case 'expire':
      return expireCard(card, reason, at);
    case 'extend':
      return extendCard(card, command.expiresAt, reason, at);
  }
}
