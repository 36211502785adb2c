import { mayActFor, type RequestContext } from '../../../kernel/context.js';
import type { IdSource, OutletId } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor, Tx } from '../../../kernel/transaction.js';
import { drawCode, givenCode, last4Of } from '../domain/card-code.js';
import { issueCard, type CardWish } from '../domain/card-issue.js';
import type { CardDecision } from '../domain/card-ledger.js';
import { activateCard } from '../domain/card-value.js';
import type { GiftCard, GiftCardRefusal } from '../domain/gift-card.js';
import type { CardOutlets } from '../ports/card-outlets.js';
import type { CardSecrets } from '../ports/card-secrets.js';
import type { GiftCardRepository } from '../ports/gift-card-repository.js';

/** More cards than this go in several requests. */
export const CARDS_MAX = 500;

export interface IssueCommand extends CardWish {
  /** How many to make, or the codes that are printed on the cards already. */
  readonly cards: number | readonly string[];
  /** Why they are given away, when they are to hold their amount at once, unsold. */
  readonly activateBecause: string | null;
}

/** A card just issued: the only time that its code is known. */
export interface IssuedCard {
  readonly card: GiftCard;
  readonly code: string;
}

/** Issues cards. They wait to be sold; or, given away with a reason, they are active at once. */
export class IssueCards {
  constructor(
    private readonly transactor: Transactor,
    private readonly cards: GiftCardRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
    private readonly secrets: CardSecrets,
    private readonly outlets: CardOutlets,
  ) {}

  /**
   * @throws Refusal `gift_card_issue_invalid`, `gift_card_code_invalid`, `card_data_not_allowed`, `gift_card_code_taken`,
   * `outlet_not_found`.
   */
  execute(context: RequestContext, command: IssueCommand): Promise<readonly IssuedCard[]> {
    return this.transactor.run(context, async (tx) => {
      if (command.outletId !== null) await this.assertOutlet(tx, context, command.outletId);
      const codes = this.codesOf(command.cards);
      const hashes = codes.map((code) => this.secrets.hashesOf(context.tenantId, code));
      await this.assertFree(
        tx,
        hashes.map((all) => all.map(({ hash }) => hash)),
        hashes.flat(),
      );
      const issued = codes.map((code) => ({ code, decision: this.decide(context, command, code) }));
      this.cards.add(
        tx,
        issued.map(({ decision }, index) => ({ decision, hash: (hashes[index] as (typeof hashes)[number])[0] })),
      );
      for (const { decision } of issued) this.outbox.append(tx, decision.events);
      return issued.map(({ code, decision }) => ({ code, card: decision.state }));
    });
  }

  private decide(context: RequestContext, command: IssueCommand, code: string): CardDecision {
    const { at } = context;
    const issued = issueCard(command, { id: this.ids.next<'gift-card'>(), last4: last4Of(code), at });
    const { amount, activateBecause } = command;
    if (activateBecause === null) return issued;
    if (amount === null) {
      const field = { pointer: '/amount', message: 'is required for cards that are active at once' };
      throw new Refusal<GiftCardRefusal>('gift_card_issue_invalid', {}, [field]);
    }
    const active = activateCard(issued.state, amount, activateBecause, at);
    return {
      state: active.state,
      events: [...issued.events, ...active.events],
      movements: [...issued.movements, ...active.movements],
    };
  }

  private codesOf(cards: number | readonly string[]): string[] {
    if (typeof cards === 'number')
      return Array.from({ length: cards }, () => drawCode((size) => this.secrets.random(size)));
    const codes = cards.map((text, index) => givenCode(text, `/codes/${index}`));
    const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
    if (twice !== -1) throw codeTaken(twice, 'is given twice');
    return codes;
  }

  private async assertFree(
    tx: Tx,
    ofCards: readonly (readonly string[])[],
    all: Parameters<GiftCardRepository['taken']>[1],
  ): Promise<void> {
    const taken = await this.cards.taken(tx, all);
    const index = ofCards.findIndex((hashes) => hashes.some((hash) => taken.has(hash)));
    if (index !== -1) throw codeTaken(index, 'belongs to another card');
  }

  private async assertOutlet(tx: Tx, { principal }: RequestContext, outletId: OutletId): Promise<void> {
    if (!mayActFor(principal, outletId) || !(await this.outlets.exists(tx, outletId)))
      throw new Refusal('outlet_not_found', { outletId });
  }
}

function codeTaken(index: number, message: string): Refusal<GiftCardRefusal> {
  return new Refusal('gift_card_code_taken', {}, [{ pointer: `/codes/${index}`, message }]);
}
