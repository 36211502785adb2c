import type { RequestContext } from '../../../../kernel/context.js';
import type { SimulatePromotion } from '../../../orders/index.js';
import type { PromotionRule } from '../../domain/promotion-rule.js';
import type { PastPeriod, PastSales, SimulatedSales } from '../../ports/past-sales.js';

/** Past sales as the orders module keeps them, with what they were priced from. */
export class PricedSales implements PastSales {
  constructor(private readonly simulation: SimulatePromotion) {}

  simulate(context: RequestContext, rule: PromotionRule, period: PastPeriod, limit: number): Promise<SimulatedSales> {
    return this.simulation.execute(context, rule, period, limit);
  }
}
