import type { Tx } from '../../../../kernel/transaction.js';
import type { PromotionsFacade } from '../../../promotions/index.js';
import type { CountedUse } from '../../domain/order-pricing.js';
import type {
  PromotionOccasion,
  PromotionOffer,
  PromotionRules,
  RefusedPromotion,
} from '../../ports/promotion-rules.js';

/** Promotions as the promotions module has them. Its rules have the engine's shape; they gain what brought them. */
export class PromotionDesk implements PromotionRules {
  constructor(private readonly promotions: PromotionsFacade) {}

  async candidates(tx: Tx, occasion: PromotionOccasion): Promise<PromotionOffer> {
    const { candidates, rejected } = await this.promotions.candidates(tx, occasion);
    return {
      candidates: candidates.map(({ rule, code, counted }) => {
        return { discount: { source: 'promotion', ...rule, code }, counted };
      }),
      rejected,
    };
  }

  use(
    tx: Tx,
    orderId: string,
    customerId: string | null,
    uses: readonly CountedUse[],
  ): Promise<readonly RefusedPromotion[]> {
    return this.promotions.use(tx, orderId, customerId, uses);
  }
}
