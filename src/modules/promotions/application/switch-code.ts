import type { RequestContext } from '../../../kernel/context.js';
import type { Outbox } from '../../../kernel/outbox.js';
import type { Transactor } from '../../../kernel/transaction.js';
import { switchCode, type CodeId, type PromoCode } from '../domain/promo-code.js';
import { withEvent, type PromotionId } from '../domain/promotion.js';
import type { CodeRepository, PromotionRepository } from '../ports/promotion-repository.js';

export interface SwitchCodeCommand {
  readonly promotionId: PromotionId;
  readonly codeId: CodeId;
  readonly active: boolean;
  readonly expectedVersion?: number;
}

/** Switches one code off, or on again. Orders that have it keep it. */
export class SwitchCode {
  constructor(
    private readonly transactor: Transactor,
    private readonly promotions: PromotionRepository,
    private readonly codes: CodeRepository,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal `promotion_not_found`, `promo_code_not_found`, `version_mismatch`. */
  execute(context: RequestContext, command: SwitchCodeCommand): Promise<PromoCode> {
    const { promotionId, codeId, active, expectedVersion } = command;
    return this.transactor.run(context, async (tx) => {
      const promotion = await this.promotions.get(tx, promotionId);
      const code = await this.codes.get(tx, promotionId, codeId);
      const switched = switchCode(code, active, expectedVersion);
      if (switched === undefined) return code;
      const { state, events } = withEvent(promotion, 'pos.promotion.code_switched', { promotionId, codeId, active });
      await this.codes.save(tx, switched, state);
      this.outbox.append(tx, events);
      return switched;
    });
  }
}
