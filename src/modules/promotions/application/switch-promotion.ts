import type { RequestContext } from '../../../kernel/context.js';
import type { Decision } from '../../../kernel/decision.js';
import type { Outbox } from '../../../kernel/outbox.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Transactor } from '../../../kernel/transaction.js';
import {
  activatePromotion,
  endPromotion,
  pausePromotion,
  type Promotion,
  type PromotionId,
  type PromotionRefusal,
} from '../domain/promotion.js';
import type { PromotionEvent } from '../domain/promotion-events.js';
import type { PromotionRepository } from '../ports/promotion-repository.js';

/** The most promotions that a tenant has active at a time: every process keeps them in memory, and every sale looks at them. */
export const ACTIVE_MAX = 1_000;

export interface SwitchPromotionCommand {
  readonly promotionId: PromotionId;
  readonly expectedVersion?: number;
}

/** Puts a promotion in force, takes it out, or ends it. */
export class SwitchPromotion {
  constructor(
    private readonly transactor: Transactor,
    private readonly promotions: PromotionRepository,
    private readonly outbox: Outbox,
    private readonly activeMax: number = ACTIVE_MAX,
  ) {}

  /** @throws Refusal `promotion_not_found`, `promotion_status_conflict`, `promotion_has_ended`, `too_many_active_promotions`. */
  activate(context: RequestContext, command: SwitchPromotionCommand): Promise<Promotion> {
    return this.switch(context, command, activatePromotion, this.activeMax);
  }

  /** @throws Refusal `promotion_not_found`, `promotion_status_conflict`, `promotion_has_ended`. */
  pause(context: RequestContext, command: SwitchPromotionCommand): Promise<Promotion> {
    return this.switch(context, command, pausePromotion);
  }

  /** @throws Refusal `promotion_not_found`, `promotion_has_ended`. */
  end(context: RequestContext, command: SwitchPromotionCommand): Promise<Promotion> {
    return this.switch(context, command, endPromotion);
  }

  private switch(
    context: RequestContext,
    { promotionId, expectedVersion }: SwitchPromotionCommand,
    decide: (promotion: Promotion, at: Date) => Decision<Promotion, PromotionEvent>,
    activeMax = Infinity,
  ): Promise<Promotion> {
    return this.transactor.run(context, async (tx) => {
      await this.promotions.lock(tx);
      const promotion = await this.promotions.get(tx, promotionId);
      if (expectedVersion !== undefined && expectedVersion !== promotion.version) {
        throw new Refusal('version_mismatch', { currentVersion: promotion.version });
      }
      const { state, events } = decide(promotion, context.at);
      if (activeMax !== Infinity && (await this.promotions.activeCount(tx)) >= activeMax) {
        throw new Refusal<PromotionRefusal>('too_many_active_promotions', { most: activeMax });
      }
      await this.promotions.save(tx, state, context.principal.id);
      this.outbox.append(tx, events);
      return state;
    });
  }
}
