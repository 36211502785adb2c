import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import type { PromotionDetails } from '../domain/promotion-details.js';
import { changePromotion, type Promotion, type PromotionId } from '../domain/promotion.js';
import type { PromotionRepository } from '../ports/promotion-repository.js';

export interface ChangePromotionCommand {
  readonly promotionId: PromotionId;
  /** Members that are absent stay. */
  readonly changes: Partial<PromotionDetails>;
  readonly expectedVersion?: number;
}

/** Makes the next version of a promotion, which holds at once where it is active. */
export class ChangePromotion {
  constructor(
    private readonly transactor: Transactor,
    private readonly promotions: PromotionRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `promotion_not_found`, `promotion_invalid`, `promotion_has_ended`, `version_mismatch`. */
  execute(context: RequestContext, command: ChangePromotionCommand): Promise<Promotion> {
    const { promotionId, changes, expectedVersion } = command;
    return this.transactor.run(context, async (tx) => {
      await this.promotions.lock(tx);
      const promotion = await this.promotions.get(tx, promotionId);
      const { state, events } = changePromotion(promotion, changes, { at: context.at, expectedVersion });
      if (events.length > 0) await this.promotions.save(tx, state, context.principal.id);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
