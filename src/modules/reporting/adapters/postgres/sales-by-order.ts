import { sql, type RawBuilder } from 'kysely';
import type { Grouping } from '../../domain/grouping.js';
import type { SalesQuestion } from '../../domain/sales-report.js';
import { LINE_SUMS, refundsGiven, salesQuery, soldOrders, type SalesQuery } from './sales-query.js';

/** Groupings by what an order as a whole has one of. */
export type OrderGrouping = Extract<Grouping, 'day' | 'hour' | 'weekday' | 'month' | 'cashier' | 'outlet'>;

/** Key and name of a sale (`o`) and of a refund (`r`), which has its own day, hour, outlet and cashier. */
interface Keys {
  readonly sold: RawBuilder<unknown>;
  readonly refunded: RawBuilder<unknown>;
  readonly name?: RawBuilder<unknown>;
}

const KEYS: Record<OrderGrouping, Keys> = {
  day: { sold: sql`o.business_date::text`, refunded: sql`r.business_date::text` },
  hour: { sold: sql`lpad(o.local_hour::text, 2, '0')`, refunded: sql`lpad(r.local_hour::text, 2, '0')` },
  weekday: {
    sold: sql`extract(isodow from o.business_date)::text`,
    refunded: sql`extract(isodow from r.business_date)::text`,
  },
  month: { sold: sql`left(o.business_date::text, 7)`, refunded: sql`left(r.business_date::text, 7)` },
  cashier: { sold: sql`o.cashier_id`, refunded: sql`r.refunded_by` },
  outlet: { sold: sql`scope.id::text`, refunded: sql`scope.id::text`, name: sql`scope.name` },
};

/** Sales by day, hour, weekday, month, cashier or outlet. Orders and lines are counted apart: an order has many lines. */
export function salesByOrder(question: SalesQuestion, grouping: OrderGrouping): SalesQuery {
  const { sold, refunded, name = sql`null::text` } = KEYS[grouping];
  return salesQuery(
    question,
    sql`
    sold as (${soldOrders(question, sql`${sold} as key, ${name} as name`)}),
    figures (mixed_id, key, name, tenders, currency, orders, quantity, discount, tax, net, refunds) as (
      select null::uuid, key, max(name), null::text, currency, count(*), 0, 0, 0, 0, 0 from sold group by key, currency
      union all
      select null, key, null, null, currency, 0, s.quantity, s.discount, s.tax, s.net, 0
        from (select sold.key, sold.currency, ${LINE_SUMS}
                from sold cross join lateral (select ${LINE_SUMS} from pos_order_lines l where l.order_id = sold.id) l
               group by sold.key, sold.currency) s
      union all
      select null, ${refunded}, ${name}, null, o.currency, 0, 0, 0, 0, 0, r.amount from ${refundsGiven(question)})`,
  );
}
