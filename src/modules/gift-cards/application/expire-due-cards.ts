import type { TenantId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { expired } from '../domain/card-value.js';
import { isPastDate, type GiftCardId } from '../domain/gift-card.js';
import type { GiftCardRepository } from '../ports/gift-card-repository.js';

/** Books the expiry of cards whose date has come. */
export class ExpireDueCards {
  constructor(
    private readonly transactor: Transactor,
    private readonly cards: GiftCardRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Looks again under the cards' locks: one that was used, blocked or extended since is left alone. @returns how many expired. */
  execute(tenantId: TenantId, ids: readonly GiftCardId[], at: Date): Promise<number> {
    const principal = { kind: 'system', id: 'gift-card-expiry', permissions: new Set<string>(), test: false } as const;
    const context = { tenantId, tenantSlug: '', principal, requestId: 'gift-card-expiry', at };
    return this.transactor.run(context, async (tx) => {
      const cards = await this.cards.lock(tx, ids);
      let done = 0;
      for (const card of cards.values()) {
        if (card.status !== 'active' || !isPastDate(card, at)) continue;
        const decision = expired(card, at);
        await this.cards.save(tx, decision);
        this.outbox.append(tx, decision.events);
        done += 1;
      }
      return done;
    });
  }
}
