import type { RequestContext } from '../../../kernel/context.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { isSameDetails, type PromotionDetails } from '../domain/promotion-details.js';
import {
  draftPromotion,
  type Activation,
  type Promotion,
  type PromotionId,
  type PromotionRefusal,
} from '../domain/promotion.js';
import type { PromotionRepository } from '../ports/promotion-repository.js';

export interface CreatePromotionCommand {
  readonly id: PromotionId | undefined;
  readonly activation: Activation;
  readonly details: PromotionDetails;
}

/** Drafts a promotion. The same id with the same content gives the one that is there, with other content a refusal. */
export class CreatePromotion {
  constructor(
    private readonly transactor: Transactor,
    private readonly promotions: PromotionRepository,
    private readonly outbox: Outbox,
    private readonly ids: IdSource,
  ) {}

  /** @throws Refusal `promotion_invalid`, `promotion_id_taken`. */
  execute(context: RequestContext, command: CreatePromotionCommand): Promise<Promotion> {
    const { activation, details } = command;
    return this.transactor.run(context, async (tx) => {
      const id = command.id ?? this.ids.next<'promotion'>();
      const making = { id, activation, by: context.principal.id, at: context.at };
      const { state, events } = draftPromotion(details, making);
      await this.promotions.lock(tx);
      const present = command.id === undefined ? undefined : await this.promotions.find(tx, id);
      const same = present?.activation === activation && isSameDetails(present.details, state.details);
      if (present !== undefined && same) return present;
      if (present !== undefined || !(await this.promotions.add(tx, state))) {
        throw new Refusal<PromotionRefusal>('promotion_id_taken', { promotionId: id });
      }
      this.outbox.append(tx, events);
      return state;
    });
  }
}
