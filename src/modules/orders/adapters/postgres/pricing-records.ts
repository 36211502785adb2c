import type { Tx } from '../../../../kernel/transaction.js';
import { runPrepared } from '../../../../platform/postgres/transaction.js';
import type { OrderId } from '../../domain/order-state.js';
import type { PricingRecords, StoredPricing } from '../../ports/pricing-records.js';

const PRICING = `
  select o.id as "orderId", o.settings->>'engineVersion' as "engineVersion", o.pricing as input,
         o.pricing_hash as "inputHash", o.outcome_hash as "outcomeHash"
    from unnest($1::uuid[]) with ordinality as asked (id, place)
    join pos_orders o on o.id = asked.id
   order by asked.place`;

/** Reads what orders were priced from, in one statement however many. */
export class PostgresPricingRecords implements PricingRecords {
  pricingOf(tx: Tx, orderIds: readonly OrderId[]): Promise<readonly StoredPricing[]> {
    return runPrepared<StoredPricing>(tx, 'orders_pricing', PRICING, [orderIds]);
  }
}
