import type { Tx } from '../../../kernel/transaction.js';
import { countedAmong, countedUses, promotionKey } from '../domain/order-pricing.js';
import type { OpenOrder } from '../domain/order-state.js';
import type { PromotionRules } from '../ports/promotion-rules.js';
import type { OfflineConflict } from './offline-orders.js';
import type { PromotionTerms } from './promotion-counter.js';

/** Counts the uses of promotions that took something off already, as far as limits have room. */
export class OfflineUses {
  constructor(private readonly promotions: PromotionRules) {}

  /** @returns the order with the promotions that are counted; one that had no room is not, and what it took off stays off. */
  async count(
    tx: Tx,
    charged: OpenOrder,
    terms: PromotionTerms,
  ): Promise<{ readonly order: OpenOrder; readonly conflicts: readonly OfflineConflict[] }> {
    let order = { ...charged, countedPromotions: countedAmong(charged.lines, charged.countedPromotions, terms) };
    const conflicts: OfflineConflict[] = [];
    for (;;) {
      const uses = countedUses(order);
      if (uses.length === 0) return { order, conflicts };
      const refused = await this.promotions.use(tx, order.id, order.customerId, uses);
      if (refused.length === 0) return { order, conflicts };
      for (const facts of refused) conflicts.push({ cause: 'promotion_exhausted', facts: { ...facts } });
      const without = new Set(refused.map(({ promotionId: id, code }) => promotionKey({ id, code })));
      const left = order.countedPromotions.filter((key) => !without.has(key));
      if (left.length === order.countedPromotions.length) throw new Error('a use was refused that nobody asked for');
      order = { ...order, countedPromotions: left };
    }
  }
}
